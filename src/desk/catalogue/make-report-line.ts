// The line of a report, with what is said in it as people ruled.
import type { MadeReport, MadeSaid } from '../../archive/catalogue/made-report.ts'
import { findLinked } from '../../archive/linked.ts'
import { findListedDoc, type Readers } from '../../archive/list-reads.ts'
import type { Store } from '../../archive/store.ts'
import { applyToReading } from '../../link/apply-to-reading.ts'
import { type Attribution, sourceKindOf } from '../../model/attribution.ts'
import type { Decision } from '../../model/decision.ts'
import type { Id } from '../../model/id.ts'
import type { ReadDoc } from '../../model/ledger.ts'
import { wordsOf } from '../../model/span.ts'

interface From {
  readonly store: Pick<Store, 'plain'>
  readonly makers: Readers | undefined
  readonly rulings: readonly Decision[]
}

/** The line, or undefined where the doc is none that lists show. */
export function makeReportLine({ store, makers, rulings }: From, id: string): MadeReport | undefined {
  const listed = makers && findListedDoc(store, makers, id)
  if (!listed) return undefined
  const { readDoc, first, firstAt, isLater } = listed
  const { doc, reading } = readDoc
  const places = new Map(reading.attributions.map((one, place) => [one.id, place]))
  const ruled = applyToReading(readDoc, rulings)
  const whoOf = new Map(findLinked(store, 'chains', id)?.chains)
  return {
    doc: doc.id,
    first,
    firstAt,
    name: doc.name,
    title: doc.title,
    outlet: doc.outlet,
    published: doc.published,
    language: doc.language,
    url: doc.url,
    isLater,
    text: doc.text,
    said: ruled.reading.attributions.map((one) => makeSaid(ruled, one, { place: places.get(one.id) ?? 0, whoOf })),
  }
}

function makeSaid(
  { doc, reading }: ReadDoc,
  { id, source, act, form, confidence, content }: Attribution,
  { place, whoOf }: { readonly place: number; readonly whoOf: ReadonlyMap<Id<'chain'>, Id<'entity'>> },
): MadeSaid {
  const chains: readonly Id<'chain'>[] = source.kind === 'unstated' ? [] : source.who
  const named = source.kind === 'unstated' ? 'unstated' : onOneLine(wordsOf(doc.text, source.words))
  const names = reading.chains.filter((chain) => chains.includes(chain.id)).map(({ name }) => name)
  const [first] = content
  return {
    place,
    attribution: id,
    who: [...new Set(chains.flatMap((chain) => whoOf.get(chain) ?? []))],
    source: named,
    speaker: [...new Set(source.kind === 'unstated' ? names : [named, ...names])].join(' · '),
    kind: sourceKindOf(source),
    act,
    form,
    confidence,
    words: onOneLine(wordsOf(doc.text, content)),
    start: first.start,
    end: first.end,
  }
}

function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
