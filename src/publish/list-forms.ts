// The forms in which a remark was printed: which report printed which form first, and what each did to the form it is
// compared with.
import { type Evidence, placeOf } from '../model/evidence.ts'
import type { QuoteMatch } from '../model/quote-match.ts'
import { type NonEmpty, overlaps } from '../model/span.ts'

/** One form with everywhere that it stands, the first printing first. */
export interface PrintedForm {
  readonly printed: NonEmpty<Evidence>
  readonly match?: QuoteMatch // what it did to the words; absent of the form that was printed first
}

/** One remark in its forms, the one printed first first. */
export type Remark = NonEmpty<PrintedForm>

interface Printing {
  readonly evidence: Evidence
  readonly match?: QuoteMatch
}

/** The remarks that lie in words of `own`, with all forms of each. `publishedOf`: an undated report comes last. */
export function listForms(
  matches: readonly QuoteMatch[],
  own: readonly Evidence[],
  publishedOf: (doc: Evidence['doc']) => string | undefined,
): Remark[] {
  const before = new Map(matches.map((match) => [placeOf(match.later), match.earlier]))
  const printingsOf = new Map<string, Printing[]>()
  for (const match of matches) {
    const root = rootOf(match.earlier, before)
    const known = printingsOf.get(placeOf(root))
    if (known) known.push({ evidence: match.later, match })
    else printingsOf.set(placeOf(root), [{ evidence: root }, { evidence: match.later, match }])
  }
  const ownOf = Map.groupBy(own, ({ doc }) => doc)
  const isOwn = ({ evidence: { doc, span } }: Printing): boolean =>
    ownOf.get(doc)?.some((each) => overlaps(each.span, span)) ?? false
  return [...printingsOf.values()]
    .filter((printings) => printings.some(isOwn))
    .flatMap((printings) => {
      const day = ({ evidence }: Printing): string => publishedOf(evidence.doc) ?? '9'
      const inOrder = printings.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
      const [first, ...others] = [...Map.groupBy(inOrder, ({ evidence }) => wordsOf(evidence)).values()].flatMap(formOf)
      return first ? [[first, ...others] as const] : []
    })
}

function formOf([first, ...others]: readonly Printing[]): PrintedForm[] {
  if (!first) return []
  const all = [first, ...others]
  // a later print of the same form is word for word; what the form did to the remark stands with another print of it
  const match = all.every((one) => one.match)
    ? (all.find((one) => one.match?.verdict !== 'verbatim') ?? first).match
    : undefined
  return [{ printed: [first.evidence, ...others.map(({ evidence }) => evidence)], ...(match && { match }) }]
}

function rootOf(evidence: Evidence, before: ReadonlyMap<string, Evidence>): Evidence {
  const seen = new Set<string>()
  let root = evidence
  for (let at = placeOf(root); !seen.has(at); at = placeOf(root)) {
    seen.add(at)
    root = before.get(at) ?? root
  }
  return root
}

// The marks and the stop at either end are the sentence's that the words stand in.
function wordsOf({ quote }: Evidence): string {
  return quote
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^["' ]+|["' ,.;:]+$/g, '')
}
