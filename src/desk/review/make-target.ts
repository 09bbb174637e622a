// A thing with what people ruled on it, as a page shows it: found by its ids, or, of what was said, by its words, so that a
// ruling shows beside them whichever version of a reader found them.
import { docOfSaid } from '../../archive/catalogue/doc-of-said.ts'
import { findWalk } from '../../archive/linked.ts'
import { openReports, type Reports } from '../../archive/look-up.ts'
import type { Store } from '../../archive/store.ts'
import { findAttribution } from '../../link/find-ruled.ts'
import type { SourceKind } from '../../model/attribution.ts'
import type { Target } from '../../model/decision.ts'
import type { Id } from '../../model/id.ts'
import type { ReadDoc } from '../../model/ledger.ts'
import type { ReviewedNow, ReviewTarget, RulingNow } from '../../publish/review/review-target.ts'
import type { Desk } from '../desk.ts'
import { fingerprintOf } from '../fingerprint-of.ts'
import { type DecidedIndex, type IndexedDecision, isInForce, openDecided } from './decided-index.ts'

/** A thing as the page that shows it knows it. */
export interface Shown {
  readonly noun: Target['noun']
  readonly id: string
  readonly formerIds?: readonly string[] // its aliases
  readonly label: string
  readonly at: string // the address of the page, with the place on it
  readonly kind?: SourceKind
  readonly read?: ReadDoc // of what was said: the report, so that older rulings on the words are found
  readonly doc?: Id<'doc'> // of what was said: the report's, where no more of it is at hand
  readonly seen?: Map<string, string> // fingerprints taken since the desk last changed, by noun and id
}

/** How far linking has come, and all decisions: what targets are made of. Good for one page. */
export interface Reviewing {
  readonly store: Store
  readonly decided: DecidedIndex
  readonly linkedTo: number
  readonly reports: Reports
}

/** What targets are made of, as it is now. */
export function openReviewing({ store }: Pick<Desk, 'store'>): Reviewing {
  return {
    store,
    decided: openDecided({ store }),
    linkedTo: findWalk(store)?.linkedTo ?? 0,
    reports: openReports(store),
  }
}

/** The thing with what was ruled on it. */
export function makeReviewTarget(shown: Shown, reviewing: Reviewing): ReviewTarget {
  const { noun, id, label, at, kind } = shown
  const own = listOn(shown, reviewing)
  // a claim is not rejected where something that bore on it was
  const isOwn = ({ decision }: IndexedDecision) => noun !== 'claim' || decision.ruling.kind !== 'reject'
  const seen = shown.seen?.get(`${noun} ${id}`) ?? lookAt(shown, reviewing)
  shown.seen?.set(`${noun} ${id}`, seen)
  return { noun, id, label, at, seen, now: { ...(kind && { kind }), ...makeNow(own.filter(isOwn), reviewing) } }
}

function lookAt({ noun, id, read, doc: known }: Shown, { store, reports }: Reviewing): string {
  const doc = read?.doc.id ?? known ?? (noun === 'attribution' ? docOfSaid(store, id) : undefined)
  return fingerprintOf(store, { noun, id, ...(doc && { doc }) }, reports)
}

/** All decisions on the thing, in log order, undone ones and undoings too. */
export function listOn(
  { noun, id, formerIds = [], read }: Pick<Shown, 'noun' | 'id' | 'formerIds' | 'read'>,
  { decided }: Reviewing,
): readonly IndexedDecision[] {
  const own = decided.on(noun, [id, ...formerIds])
  if (!read || noun !== 'attribution') return own
  const byWords = decided.inReport(read.doc.name).filter((one) => isOnWords(one, id, read))
  return [...new Set([...own, ...byWords])].toSorted((a, b) => a.number - b.number)
}

function isOnWords({ decision: { ruling } }: IndexedDecision, id: string, read: ReadDoc): boolean {
  if (!('what' in ruling) || 'length' in ruling.what || ruling.what.noun !== 'attribution') return false
  if (read.reading.attributions.some((one) => one.id === (ruling.what as Target).id)) return false // it is found by its id
  return findAttribution(ruling.what, read)?.id === id
}

/** The ruling as it is told beside what it is about. */
export function tellNow(one: IndexedDecision, linkedTo: number): RulingNow {
  const { number, isOnLinking, decision } = one
  const { ruling, by, at } = decision
  return { number, kind: ruling.kind, by, at, isPending: number > linkedTo && isOnLinking }
}

const BESIDE = new Set(['note', 'tag', 'watch'])

// An undoing is told until it is in what is linked: till then the thing stands as it was ruled.
function isUndoing({ number, undoneBy, isOnLinking, decision }: IndexedDecision, linkedTo: number): boolean {
  return decision.ruling.kind === 'undo' && undoneBy === undefined && isOnLinking && number > linkedTo
}

function makeNow(own: readonly IndexedDecision[], { linkedTo }: Reviewing): ReviewedNow {
  const counting = own.filter(isInForce)
  const rulings = own.filter((one) =>
    isInForce(one) ? !BESIDE.has(one.decision.ruling.kind) : isUndoing(one, linkedTo),
  )
  const notes = counting.flatMap(({ number, decision: { ruling, by, at } }) =>
    ruling.kind === 'note' ? [{ number, by, at, text: ruling.text }] : [],
  )
  const tags = counting.flatMap(({ number, decision: { ruling, by } }) =>
    ruling.kind === 'tag' ? [{ number, by, tag: ruling.tag }] : [],
  )
  const watch = counting.find(({ decision }) => decision.ruling.kind === 'watch')
  const last = counting.at(-1)?.number
  return {
    rulings: rulings.map((one) => tellNow(one, linkedTo)),
    ...(notes.length > 0 && { notes }),
    ...(tags.length > 0 && { tags }),
    ...(watch && { watched: { number: watch.number, by: watch.decision.by } }),
    ...(last !== undefined && { last }),
  }
}
