// The words by which an attribution bears on a claim, as they are remembered: those that were matched, or those that a person put
// in their place since.
import { putsForward } from '../model/act.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { contains } from '../model/span.ts'
import { verbOf } from './deny-verb.ts'
import type { FoundRow } from './doc-rows.ts'
import type { Content } from './make-contents.ts'
import { headStem } from './synonyms.ts'

type Words = Pick<FoundRow, 'spans' | 'wording' | 'verb' | 'heads'>

/** The words of a content. `isPut`: they put the claim forward, so it may be worded in them. */
export function wordRow({ evidence, pieces, statement, wording }: Content, isPut: boolean): Words {
  const others = pieces.filter(({ span }) => !contains(evidence.span, span))
  const verb = verbOf(statement)
  return {
    spans: (isPut ? [evidence, ...others] : [evidence]).map(({ span }) => [span.start, span.end]),
    ...(isPut && { wording }),
    ...(verb !== undefined && { verb }),
    heads: [...new Set(statement.terms.map(({ stem }) => headStem(stem)))],
  }
}

/**
 * The rows of a report as people ruled: without those of what nobody said, and in the words that were put right.
 * What bears on which claim stays as it was matched. `contents`: of the report as people ruled, asked for only where needed.
 */
export function ruleRows(
  rows: readonly FoundRow[],
  { doc, reading, asRead }: ReadDoc,
  contents: () => readonly Content[],
): readonly FoundRow[] {
  if (!asRead) return rows
  const ruled = new Map(reading.attributions.map((one) => [one.id, one]))
  const before = new Map(asRead.attributions.map((one) => [one.id, one]))
  return rows.flatMap((row): FoundRow[] => {
    const own = ruled.get(row.attribution)
    if (!own) return []
    if (JSON.stringify(own.content) === JSON.stringify(before.get(row.attribution)?.content)) return [row]
    const content = contents().find(({ attribution }) => attribution.id === row.attribution)
    const isPut = row.isOpener || (putsForward(own.act) && !row.isContrary && !row.isOuter)
    const { wording: _, verb: __, ...rest } = row
    if (content) return [{ ...rest, ...wordRow(content, isPut) }]
    const [{ start, end }] = own.content // a question, say, or words of the headline
    const wording = doc.text.slice(start, end)
    return [{ ...rest, spans: [[start, end]], ...(isPut && { wording }) }]
  })
}
