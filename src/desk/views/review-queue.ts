// A page of the queue of what is worth a person's look: pools of candidates by score, without what was ruled on; or what was
// drawn by chance.
import { readCursor, writeCursor } from '../../archive/catalogue/cursor.ts'
import { drawSaid } from '../../archive/catalogue/draw-said.ts'
import { findStoryLine } from '../../archive/catalogue/story-lines.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { SaidLine } from '../../model/listing.ts'
import { serverLinks } from '../../publish/links.ts'
import {
  QUEUE_KINDS,
  type QueueItem,
  type QueueKind,
  type QueueView,
  queueAddress,
} from '../../publish/pages/review-queue.ts'
import type { Desk } from '../desk.ts'
import { onceAState } from '../once-a-state.ts'
import { type IndexedDecision, isInForce } from '../review/decided-index.ts'
import { type Draw, dayDrawn, placesOf } from '../review/draw.ts'
import { readOf } from '../review/find-thing.ts'
import { precisionOf, REVIEWING } from '../review/list-reviewed.ts'
import { listOn, makeReviewTarget, openReviewing, type Reviewing } from '../review/make-target.ts'
import { passageOf } from '../review/passage-of.ts'
import { type Candidate, type PoolStart, weighPool } from '../review/pool.ts'
import { WEIGHTS } from '../review/weigh.ts'

export interface WantedQueue {
  readonly kind?: QueueKind
  readonly story?: string
  readonly after?: string
}

const SHOWN = 20 // a page
const POOLS = 10 // looked through for one page; behind so much that was ruled on the next page goes on

/** The page. Throws CURSOR_UNKNOWN, STORY_UNKNOWN. */
export async function makeQueueView(desk: Pick<Desk, 'store'>, wanted: WantedQueue): Promise<QueueView> {
  const { kind = '', story = '', after = '' } = wanted
  return await onceAState(desk.store, `queue ${JSON.stringify([kind, story, after])}`, () => makeQueue(desk, wanted))
}

async function makeQueue(desk: Pick<Desk, 'store'>, wanted: WantedQueue): Promise<QueueView> {
  const reviewing = openReviewing(desk)
  const story = wanted.story === undefined ? undefined : await findStoryLine(desk.store, wanted.story)
  if (wanted.story !== undefined && !story) {
    throw new ReadoutError('STORY_UNKNOWN', `no story "${wanted.story}" on this desk; "/stories" lists them`)
  }
  const { found, next } = await findNext(desk, reviewing, wanted)
  const at = queueAddress(wanted)
  const items = found.map((one, i) => {
    const following = found[i + 1] ?? found[i - 1] // once it is ruled on it is gone from here
    return makeItem(reviewing, one, following ? `${at}#${placeOf(following)}` : at)
  })
  return {
    items,
    ...(next !== undefined && { next }),
    asked: wanted,
    ...(story && { story: { id: story.story, title: story.title } }),
    weights: WEIGHTS,
    precision: await precisionOf(desk, reviewing.decided),
  }
}

/** What was drawn by chance on the day, reviewed or not. */
export async function makeDrawView(desk: Pick<Desk, 'store'>, draw: Draw): Promise<QueueView> {
  const reviewing = openReviewing(desk)
  const drawn = drawSaid(desk.store, placesOf(draw))
  const ruled = ruledFrom(reviewing, draw)
  const open = new Map<string, SaidLine>()
  const done = new Set<string>()
  for (const { place, line } of drawn) {
    // what was rejected is not read any more: it was drawn all the same, and nothing takes its place
    const gone = ruled.find((id) => id >= place && (line.attribution < place || id <= line.attribution))
    if (gone !== undefined) done.add(gone)
    else if (isSaidRuled(reviewing, line)) done.add(line.attribution)
    else open.set(line.attribution, line)
  }
  const at = `/review?draw=${draw.size}&day=${draw.day}`
  const shown = [...open.values()].slice(0, SHOWN)
  const items = shown.map((line, i) => {
    const following = shown[i + 1] ?? shown[i - 1]
    return makeSaidItem(reviewing, line, following ? `${at}#i-${following.attribution}` : at)
  })
  return {
    items,
    asked: {},
    draw: { ...draw, drawn: open.size + done.size, reviewed: done.size },
    weights: WEIGHTS,
    precision: await precisionOf(desk, reviewing.decided),
  }
}

/** The attributions ruled on out of this day's draw, in the order of their ids. */
function ruledFrom({ decided }: Reviewing, { day }: Draw): string[] {
  const own = decided.all.filter((one) => isInForce(one) && dayDrawn(one.decision.why) === day)
  return own.map(({ about }) => about[0]?.id ?? '').toSorted()
}

async function findNext(
  desk: Pick<Desk, 'store'>,
  reviewing: Reviewing,
  { kind, story, after }: WantedQueue,
): Promise<{ found: Candidate[]; next?: string }> {
  const narrowed = { ...(kind && { kind }), ...(story && { story }) }
  let { start, last } = readPlace(after)
  const found: Candidate[] = []
  for (let pools = 0; pools < POOLS; pools++) {
    const pool = await weighPool(desk, { ...narrowed, start })
    for (const one of pool.candidates) {
      if (last && !isBehind(one, last)) continue
      if (isRuled(reviewing, one)) continue
      if (found.length === SHOWN) return { found, next: writePlace({ start, last: keyOf(found.at(-1)) }) }
      found.push(one)
    }
    if (!pool.next) return { found }
    start = pool.next
    last = undefined
  }
  return { found, next: writePlace({ start }) }
}

function isRuled(reviewing: Reviewing, one: Candidate): boolean {
  return one.noun === 'claim' ? isClaimRuled(reviewing, one.id) : isSaidRuled(reviewing, one.line)
}

// A claim is looked at where it was confirmed, merged, split or written about; not where it is followed or tagged, nor where
// something that bore on it was rejected.
function isClaimRuled({ decided }: Reviewing, id: string): boolean {
  const own = decided.on('claim', [id])
  return own.some((one) => isInForce(one) && !['watch', 'tag', 'reject'].includes(one.decision.ruling.kind))
}

// By its id, or, where another version gave it a new one, by its words: these are looked for only in a report that was ruled on.
function isSaidRuled(reviewing: Reviewing, { attribution: id, name, doc }: SaidLine): boolean {
  const isReviewing = (one: IndexedDecision) => isInForce(one) && REVIEWING.has(one.decision.ruling.kind)
  if (!reviewing.decided.inReport(name).some(isReviewing)) return false
  const read = readOf(reviewing, doc)
  return listOn({ noun: 'attribution', id, ...(read && { read }) }, reviewing).some(isReviewing)
}

function makeItem(reviewing: Reviewing, one: Candidate, at: string): QueueItem {
  const { score, parts } = one.weighed
  if (one.noun === 'attribution') {
    const item = makeSaidItem(reviewing, one.line, at)
    return { ...item, score, reasons: parts, claims: one.claims }
  }
  const { claim: id, wording } = one.line
  const target = makeReviewTarget({ noun: 'claim', id, label: wording, at }, reviewing)
  return { target, place: placeOf(one), href: serverLinks.claim?.(id) ?? '', score, reasons: parts, claim: one.line }
}

function makeSaidItem(reviewing: Reviewing, line: SaidLine, at: string): QueueItem {
  const { attribution: id, kind, words, doc, name, start, end, confidence } = line
  const read = readOf(reviewing, doc)
  const own = read?.reading.attributions.find((one) => one.id === id)
  const shown = { noun: 'attribution', id, label: words, at, kind, ...(read && { read }) } as const
  return {
    target: makeReviewTarget(shown, reviewing),
    place: `i-${id}`,
    href: serverLinks.report(name, { doc, span: { start, end }, quote: words }),
    reasons: [],
    confidence,
    ...(read && own && { passage: passageOf(read, own, true) }),
  }
}

function placeOf({ id }: Candidate): string {
  return `i-${id}`
}

interface Place {
  readonly start: PoolStart
  readonly last?: readonly [score: number, id: string] | undefined
}

function keyOf(one: Candidate | undefined): Place['last'] {
  return one && [one.weighed.score, one.id]
}

function isBehind({ weighed, id }: Candidate, [score, last]: NonNullable<Place['last']>): boolean {
  return weighed.score < score || (weighed.score === score && id > last)
}

const LIST = 'queue'
const END = '.' // of a list that is through: no cursor of its own has a full stop

// Where each of the lists goes on, then the last one shown.
function writePlace({ start, last }: Place): string {
  const starts = QUEUE_KINDS.map((list) => (start[list] === null ? END : (start[list] ?? '')))
  const [score, id] = last ?? [0, '']
  return writeCursor(LIST, [...starts, score, id])
}

function readPlace(after: string | undefined): Place {
  const key = readCursor(LIST, [...QUEUE_KINDS.map(() => 'string' as const), 'number', 'string'], after)
  if (!key) return { start: {} }
  const starts = QUEUE_KINDS.flatMap((list, i) =>
    key[i] === '' ? [] : [[list, key[i] === END ? null : String(key[i])]],
  )
  const [score, id] = key.slice(QUEUE_KINDS.length)
  return { start: Object.fromEntries(starts), ...(id !== '' && { last: [Number(score), String(id)] }) }
}
