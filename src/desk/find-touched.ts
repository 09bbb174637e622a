// What stands in the stretches that a later version of a page changed: claims, quotations, and lines of editions.
import type { Appearance } from '../model/claim.ts'
import type { Edition } from '../model/edition.ts'
import type { Evidence } from '../model/evidence.ts'
import { isSameWords } from '../model/quote-match.ts'
import { overlaps, type Span } from '../model/span.ts'
import type { Comparison, LeaningLine, TouchedClaim, TouchedQuotation } from '../model/version.ts'
import { linesOf } from '../publish/editing/open-parts.ts'
import { changeWords } from '../publish/tell-change.ts'
import type { HeldDoc, Holdings } from './holdings.ts'

/** Two versions, one after the other, with what was found to differ. */
export interface Changed {
  readonly before: HeldDoc
  readonly after: HeldDoc
  readonly comparison: Comparison
}

/** The claims with words in a changed stretch, and the answers to claims, in the order of the ledger. */
export function findTouchedClaims(
  changed: Changed,
  { linked, tracked }: Pick<Holdings, 'linked' | 'tracked'>,
): TouchedClaim[] {
  const [was, is] = [changed.before.doc.id, changed.after.doc.id]
  const isOf = ({ doc }: Place): boolean => doc === was || doc === is
  const putOf = Map.groupBy(linked.appearances.filter(isOf), ({ claim }) => claim)
  const stancesOf = Map.groupBy(tracked.stances.filter(isOf), ({ claim }) => claim)
  return linked.claims.flatMap(({ id: claim, wording }): TouchedClaim[] => {
    const put = putOf.get(claim) ?? []
    const told = new Set(put.map(({ doc, attribution }) => `${doc} ${attribution}`))
    const answers = (stancesOf.get(claim) ?? []).filter(({ doc, attribution }) => !told.has(`${doc} ${attribution}`))
    const found = judgeTouched(put, changed)
    return [
      ...(found ? [{ claim, wording, ...found }] : []),
      ...[...Map.groupBy(answers, ({ act }) => act)].flatMap(([act, own]): TouchedClaim[] => {
        const answer = judgeTouched(own, changed)
        return answer ? [{ claim, wording, act, ...answer }] : []
      }),
    ]
  })
}

type Place = Pick<Appearance, 'doc' | 'evidence'>

function judgeTouched(
  places: readonly Place[],
  { before, after, comparison }: Changed,
): Pick<TouchedClaim, 'what' | 'evidence'> | undefined {
  const earlier = places.filter(({ doc }) => doc === before.doc.id)
  const later = places.filter(({ doc }) => doc === after.doc.id)
  const lost = earlier.find(({ evidence }) => isTouched(evidence.span, 'earlier', comparison))
  const come = later.find(({ evidence }) => isTouched(evidence.span, 'later', comparison))
  const evidence = (lost ?? earlier[0] ?? come)?.evidence
  if (!evidence || (!lost && !come)) return undefined
  return { what: earlier.length === 0 ? 'new' : later.length === 0 ? 'gone' : 'reworded', evidence }
}

const WORDS_FEWEST = 4 // shorter quotations are scare quotes and titles as often as remarks

/** The quotations that were altered, left out or put in. */
export function findTouchedQuotations(
  { before, after, comparison }: Changed,
  { linked }: Pick<Holdings, 'linked'>,
): TouchedQuotation[] {
  const matches = linked.quoteMatches.filter(
    ({ earlier, later }) => earlier.doc === before.doc.id && later.doc === after.doc.id,
  )
  const altered = matches
    .filter(({ verdict }) => !isSameWords(verdict))
    .map((match): TouchedQuotation => {
      const told = changeWords(match)
      return { what: 'altered', was: match.earlier, became: match.later, ...(told !== '' && { told }) }
    })
  const [was, became] = [matches.map(({ earlier }) => earlier.span), matches.map(({ later }) => later.span)]
  const left = listQuotations(before, 'earlier', comparison).filter(({ span }) => !was.some((o) => overlaps(o, span)))
  const put = listQuotations(after, 'later', comparison).filter(({ span }) => !became.some((o) => overlaps(o, span)))
  return [
    ...altered,
    ...left.map((quotation) => ({ what: 'gone', was: quotation }) as const),
    ...put.map((quotation) => ({ what: 'new', became: quotation }) as const),
  ]
}

function listQuotations({ doc, reading }: HeldDoc, side: Side, comparison: Comparison): Evidence[] {
  return reading.quotations
    .filter((span) => isTouched(span, side, comparison))
    .map((span) => ({ doc: doc.id, span, quote: doc.text.slice(span.start, span.end) }))
    .filter(({ quote }) => (quote.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= WORDS_FEWEST)
}

/** An edition that may lean on the page; issued, or as it would be printed now. */
export interface Printed {
  readonly edition: Edition
  readonly issued?: string
}

/**
 * The lines whose words lie in a changed stretch of `before`. `versions`: the page's, up to it; a line may lean on an
 * earlier one whose words still stood there.
 */
export function findLeaning(
  { before, after, comparison }: Changed,
  versions: readonly HeldDoc[],
  printed: readonly Printed[],
): LeaningLine[] {
  return printed.flatMap(({ edition, issued }) => {
    const named = new Map(edition.reports?.map(({ doc, name }) => [doc, name]))
    const isOf = (evidence: Evidence, { doc }: HeldDoc): boolean =>
      evidence.doc === doc.id || named.get(evidence.doc) === doc.name // an older extractor gave it another id
    return linesOf(edition).flatMap(({ text, evidence }): LeaningLine[] => {
      if (evidence.some((piece) => isOf(piece, after))) return [] // it tells of the change itself
      const leaning = evidence.find((piece) => {
        const version = versions.find((one) => isOf(piece, one))
        const span = version && placeIn(piece, version.doc.id === before.doc.id, before)
        return span && isTouched(span, 'earlier', comparison)
      })
      const { week, watch, days } = edition
      const named = { week, ...(watch && { watch }), ...(days && { days }) }
      return leaning ? [{ ...named, ...(issued && { issued }), text, evidence: leaning }] : []
    })
  })
}

function placeIn({ doc: id, span, quote }: Evidence, isSame: boolean, { doc }: HeldDoc): Span | undefined {
  if (isSame && id === doc.id) return span
  const at = doc.text.indexOf(quote)
  const isOnly = at >= 0 && doc.text.indexOf(quote, at + 1) < 0
  return isOnly ? { start: at, end: at + quote.length } : undefined
}

type Side = 'earlier' | 'later'

// Words taken out of it, or others put in between its own.
function isTouched(span: Span, side: Side, { stretches }: Comparison): boolean {
  return stretches.some((stretch) => {
    if (stretch.kind !== 'removed' && stretch.kind !== 'added') return false
    const own =
      stretch.kind === 'removed'
        ? side === 'earlier'
          ? stretch.earlier
          : undefined
        : side === 'later'
          ? stretch.later
          : undefined
    return own ? overlaps(own, span) : span.start < atOf(stretch) && atOf(stretch) < span.end
  })
}

function atOf(stretch: { readonly at?: number }): number {
  return stretch.at ?? -1
}
