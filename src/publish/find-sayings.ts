// What the edition is made of: each attribution of a report's body, with the claims it bears on and the story it
// belongs to. Headlines, standfirsts, captions and pull quotes repeat the body and are left out.
import type { Act } from '../model/act.ts'
import type { Attribution } from '../model/attribution.ts'
import { type Block, blockAt, type Doc } from '../model/doc.ts'
import type { Id } from '../model/id.ts'
import { isRoundUpHeadline } from '../model/is-round-up.ts'
import type { Linked, ReadDoc, Tracked } from '../model/ledger.ts'
import type { Reading } from '../model/reading.ts'
import { type Span, wordsOf } from '../model/span.ts'

/** One attribution with its surroundings. */
export interface Saying {
  readonly doc: Doc
  readonly reading: Reading
  readonly attribution: Attribution
  readonly claims: readonly Id<'claim'>[]
  readonly acts?: ReadonlyMap<Id<'claim'>, Act> // what it does to each, where that is not what its verb does
  readonly holder?: Id<'entity'>
  readonly holders?: readonly Id<'entity'>[] // where they are several: "the palace and the ministry declined"
  readonly story?: Id<'story'>
  readonly matter: string // what it is printed under: its story, its report, or its item of a round-up
}

const REPEATS_THE_BODY = new Set(['headline', 'standfirst', 'caption', 'pull-quote', 'byline', 'heading'])

/** The sayings of the docs, in the order of the docs and of their texts. */
export function findSayings(docs: readonly ReadDoc[], linked: Linked, tracked: Tracked): Saying[] {
  const bearingsIn = Map.groupBy(linked.bearings, ({ doc }) => doc)
  const stancesIn = Map.groupBy(tracked.stances, ({ doc }) => doc)
  const appearances = Map.groupBy(linked.appearances, ({ claim }) => claim)
  const sizes = new Map(tracked.stories.map((story) => [story.id, story.docs.length]))
  const storyOfDoc = new Map(
    tracked.stories.flatMap((story) => (isOfRoundUp(story) ? [] : story.docs.map((doc) => [doc, story.id] as const))),
  )
  const countsOf = countOnce(appearances, storyOfDoc)
  return docs.flatMap(({ doc, reading }) => {
    const claims = Map.groupBy(bearingsIn.get(doc.id) ?? [], ({ attribution }) => attribution)
    const holders = Map.groupBy(stancesIn.get(doc.id) ?? [], ({ attribution }) => attribution)
    return reading.attributions
      .filter((attribution) => isOfTheBody(doc, attribution))
      .map((attribution): Saying => {
        const borne = [...new Set((claims.get(attribution.id) ?? []).map(({ claim }) => claim))]
        const stances = holders.get(attribution.id) ?? []
        const acts = new Map(stances.map(({ claim, act }) => [claim, act]))
        const isJudged = stances.some(({ act }) => act !== attribution.act)
        const all = [...new Set(stances.map((stance) => stance.holder))]
        const [holder] = all
        const item = itemOf(doc, attribution)
        const filed = storyOfDoc.get(doc.id)
        const counts: Counts = new Map(item === undefined && filed ? [[filed, 1]] : [])
        for (const claim of borne) for (const [found, count] of countsOf(claim)) add(counts, found, count)
        if (item !== undefined && filed) {
          const there = borne.flatMap((claim) => appearances.get(claim) ?? []).filter((one) => one.doc === doc.id)
          add(counts, filed, -there.length) // a round-up is no word on where its items belong
        }
        const story = commonest(counts, sizes)
        const matter = story ?? `${doc.id} ${item ?? ''}`
        return {
          doc,
          reading,
          attribution,
          claims: borne,
          matter,
          ...(isJudged && { acts }),
          ...(holder && { holder }),
          ...(all.length > 1 && { holders: all }),
          ...(story && { story }),
        }
      })
  })
}

// What a round-up touches on is of no story that it makes.
function isOfRoundUp({ docs, title }: Tracked['stories'][number]): boolean {
  return docs.length === 1 && isRoundUpHeadline(title)
}

// A round-up touches on many matters: a saying of it belongs where most reports of its claims do, and between equals to
// the smaller story, which is about less.
function commonest(counts: Counts, sizes: ReadonlyMap<Id<'story'>, number>): Id<'story'> | undefined {
  let best: Id<'story'> | undefined
  const countOf = (story: Id<'story'> | undefined): number => (story && counts.get(story)) ?? 0
  const sizeOf = (story: Id<'story'> | undefined): number => (story && sizes.get(story)) ?? 0
  for (const [story, count] of counts) {
    const isMore = count > countOf(best) || (count === countOf(best) && sizeOf(story) < sizeOf(best))
    if (count > 0 && isMore) best = story
  }
  return best
}

type Counts = Map<Id<'story'>, number>

// In which stories the reports of a claim stand, and how many of them: counted once a claim, which thousands may bear on.
function countOnce(
  appearances: ReadonlyMap<Id<'claim'>, readonly { readonly doc: Id<'doc'> }[]>,
  storyOfDoc: ReadonlyMap<Id<'doc'>, Id<'story'>>,
): (claim: Id<'claim'>) => Counts {
  const known = new Map<Id<'claim'>, Counts>()
  return (claim) => {
    const found = known.get(claim)
    if (found) return found
    const counts: Counts = new Map()
    for (const { doc } of appearances.get(claim) ?? []) {
      const story = storyOfDoc.get(doc)
      if (story) add(counts, story, 1)
    }
    known.set(claim, counts)
    return counts
  }
}

function add(counts: Counts, story: Id<'story'>, count: number): void {
  counts.set(story, (counts.get(story) ?? 0) + count)
}

/** The sayings that bear on each claim, in their order. */
export function groupByClaim(sayings: readonly Saying[]): ReadonlyMap<Id<'claim'>, readonly Saying[]> {
  const groups = new Map<Id<'claim'>, Saying[]>()
  for (const saying of sayings) {
    for (const claim of saying.claims) {
      const known = groups.get(claim)
      if (known) known.push(saying)
      else groups.set(claim, [saying])
    }
  }
  return groups
}

/** The content's letters and digits in lower case: two reports that print the same words give the same. */
export function contentKey({ doc, attribution }: Saying): string {
  const known = contentKeys.get(attribution)
  if (known?.doc === doc) return known.key
  const key = wordsOf(doc.text, attribution.content)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  contentKeys.set(attribution, { doc, key })
  return key
}

const contentKeys = new WeakMap<Attribution, { readonly doc: Doc; readonly key: string }>()

// Round-ups set each matter off by a dash or a bullet: "— The assembly will vote next week, …". What follows belongs to
// it, until the next one or a line that announces others: "News from the ministry:". Without any, each paragraph is of a matter of its own.
/** Where the item of a round-up begins that holds it; undefined elsewhere. */
export function itemOf(doc: Doc, { cue, content }: Attribution): number | undefined {
  const block = blockAt(doc, cue[0].start) ?? blockAt(doc, content[0].start)
  if (!block) return undefined
  if (!isRoundUp(doc)) return isLooseRoundUp(doc) ? block.span.start : undefined
  const before = doc.blocks.slice(0, doc.blocks.indexOf(block) + 1)
  const opening = before.findLast((each) => isDashed(doc, each) || isAnnouncing(doc, each))
  const hasDash = opening !== undefined && before.some((each) => isDashed(doc, each))
  return hasDash ? opening.span.start : undefined
}

// Each attribution of a report asks.
function isRoundUp(doc: Doc): boolean {
  const least = isRoundUpHeadline(doc.title ?? '') ? 2 : 1 // a signature may have a dash
  const known = roundUps.get(doc) ?? doc.blocks.filter((each) => isDashed(doc, each)).length >= least
  roundUps.set(doc, known)
  return known
}

/** True for a round-up that does not set its matters off: each paragraph may be the rest of something told elsewhere. */
export function isLooseRoundUp(doc: Doc): boolean {
  return isRoundUpHeadline(doc.title ?? '') && !isRoundUp(doc)
}

const roundUps = new WeakMap<Doc, boolean>()

/** The item of a round-up that begins there, to where the next one does. */
export function itemFrom(doc: Doc, start: number): Span {
  const isNext = (each: Block): boolean => !isRoundUp(doc) || isDashed(doc, each) || isAnnouncing(doc, each)
  const next = doc.blocks.find((each) => each.span.start > start && isNext(each))
  return { start, end: next?.span.start ?? doc.text.length }
}

function isDashed({ text }: Doc, { span }: Block): boolean {
  return /^\s*[—–•‣*-]\s/.test(text.slice(span.start, Math.min(span.end, span.start + 8)))
}

const LONGEST_ANNOUNCEMENT = 80 // characters

function isAnnouncing({ text }: Doc, { span, kind }: Block): boolean {
  if (kind === 'heading') return true
  return span.end - span.start <= LONGEST_ANNOUNCEMENT && /:\s*$/.test(text.slice(span.start, span.end))
}

function isOfTheBody(doc: Doc, { cue, content }: Attribution): boolean {
  const block = blockAt(doc, cue[0].start) ?? blockAt(doc, content[0].start)
  if (!block) return true
  // a heading that was copied as text: "TAL DENIES 'BACK CHANNEL'"
  const isShouted = !/\p{Ll}/u.test(doc.text.slice(block.span.start, block.span.end))
  return !REPEATS_THE_BODY.has(block.kind) && !isShouted
}
