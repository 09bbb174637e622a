// The deed that a report of a matter opens with in its own voice: the bill that passed, the exchange that took place. Nobody is
// cited for it, so that it is no saying; without it an item would begin with who remarked on it.
import { DATELINE } from '../model/dateline.ts'
import type { Doc } from '../model/doc.ts'
import type { Instant } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Reading } from '../model/reading.ts'
import { makeSpan, overlaps, type Span } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import { isOnTop } from './rank-sayings.ts'
import type { Matter } from './rank-stories.ts'
import { findDeed, isOfNews, isProse } from './tells-deed.ts'
import type { WeekView } from './week-view.ts'

/** A sentence of a report in which it tells what happened. */
export interface Opening extends ReadDoc {
  readonly sentence: Span
}

/**
 * Of the matter's reports of the week, or those after an instant, the opening that has most in common with the others, the first printed
 * of equals; undefined where none tells a deed in its own voice that its headline tells too.
 */
export function findOpening({ story }: Matter, { docs }: WeekView, after: Instant | '' = ''): Opening | undefined {
  if (!story) return undefined
  const own = new Set(story.docs)
  const reads = docs.filter(({ doc }) => own.has(doc.id)).slice(-LATEST)
  const isFit = ({ doc: { published = '' } }: ReadDoc): boolean => published > after
  const openings = reads
    .filter(isFit)
    .flatMap((read) => openingOf(read) ?? [])
    .filter((opening) => !reads.some((read) => takesBack(read, opening)))
  const words = openings.map((opening) => tellingWords(wordsIn(opening)))
  const counts = new Map<string, number>()
  for (const each of words) for (const word of each) counts.set(word, (counts.get(word) ?? 0) + 1)
  const shareOf = (each: ReadonlySet<string>): number =>
    [...each].reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / each.size
  const [best] = openings
    .map((opening, at) => ({ opening, share: shareOf(words[at] ?? new Set()), printed: printedOf(opening) }))
    .toSorted((a, b) => b.share - a.share || (a.printed < b.printed ? -1 : 1))
  return best && (openings.findLast((other) => isNewer(other, best.opening)) ?? best.opening)
}

// "killed 31 people", where an earlier report had 12
function isNewer(other: Opening, { doc, sentence }: Opening): boolean {
  const [now, was] = [wordsIn(other), wordsIn({ doc, sentence })]
  const before = tellingWords(was)
  const isAlike = countShared(tellingWords(now), before) >= MOST * before.size
  return isAlike && printedOf(other) > printedOf({ doc }) && numbersIn(now) !== numbersIn(was)
}

function numbersIn(words: string): string {
  return (words.match(/\d[\d.,]*/g) ?? []).join(' ')
}

// A later report of the matter that says that it was not so, or that a report was wrong.
function takesBack({ doc, reading }: ReadDoc, opening: Opening): boolean {
  if ((doc.published ?? '') <= (opening.doc.published ?? '')) return false
  if (reading.attributions.some(({ act }) => act === 'retracts' || act === 'corrects')) return true
  const body = doc.blocks.find(({ kind }) => kind === 'paragraph')?.span
  const top = doc.blocks.filter(({ kind, span }) => kind === 'headline' || span === body)
  const words = top.map(({ span }) => doc.text.slice(span.start, span.end)).join(' ')
  return NOT_SO.test(words) && countShared(tellingWords(words), tellingWords(wordsIn(opening))) >= SHARED_LEAST
}

function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length
}

const NOT_SO =
  /\b(?:did not|didn['’]t|never|was not|were not|wrong|false|correction|corrected|corrects|retracts?|withdraws?|withdrawn|in fact)\b/i

/** True where most of what the saying tells stands in the opening. */
export function isToldIn(opening: Opening, { doc, attribution }: Saying): boolean {
  const told = tellingWords(wordsIn(opening))
  const printed = attribution.content.map(({ start, end }) => doc.text.slice(start, end)).join(' ')
  const words = [...tellingWords(printed)]
  // a denial of it is not told by it
  const isSo =
    /^(?:asserts|announces|confirms)$/.test(attribution.act) && (!NOT.test(printed) || NOT.test(wordsIn(opening)))
  return isSo && words.filter((word) => told.has(word)).length >= MOST * words.length
}

const LATEST = 60 // reports of a story that has thousands in a week
const MOST = 0.6
const NOT = /\b(?:not|never|no|nobody)\b|n['’]t\b/i
const SHARED_LEAST = 2 // words of its headline

// "The Assembly passed the aid bill by 88 votes to 61", under "Assembly passes aid bill, 88 to 61"
function openingOf({ doc, reading }: ReadDoc): Opening | undefined {
  const headline = headlineOf(doc)
  if (!doc.language.startsWith('en') || !isOfNews(titleOf(doc))) return undefined
  const first = doc.blocks.find(
    ({ kind, span }) => kind === 'paragraph' && isProse(doc.text.slice(span.start, span.end)),
  )
  const whole = first && reading.sentences.find((span) => overlaps(span, first.span))
  if (!headline || !whole) return undefined
  const dateline = DATELINE.exec(doc.text.slice(whole.start, whole.end))?.[0].length ?? 0
  if (whole.start + dateline >= whole.end) return undefined
  const sentence = makeSpan(doc.text, whole.start + dateline, whole.end)
  const opening: Opening = { doc, reading, sentence }
  const verb = findDeed(wordsIn(opening))
  if (verb === undefined || isCited(reading, { start: sentence.start, end: sentence.start + verb })) return undefined
  const shared = countShared(tellingWords(wordsIn(opening)), headline)
  return shared >= SHARED_LEAST ? opening : undefined
}

// "…, its clerk announced" cites somebody for the deed; "money that Karsk says it needs" and "Karsk called off the talks, saying" do not
function isCited({ attributions }: Reading, deed: Span): boolean {
  return attributions.some(({ cue, content }) => [...cue, ...content].some((span) => overlaps(span, deed)))
}

/**
 * True for a saying that its report is for: it stands at the top, beside no deed that the report tells there itself, and its headline
 * tells it too.
 */
export function isReportedFor(saying: Saying): boolean {
  const { doc, reading, attribution } = saying
  const headline = headlineOf(doc)
  if (!isOnTop(saying)) return false
  if (!headline) return true
  const said = attribution.content.flatMap(({ start, end }) => [...tellingWords(doc.text.slice(start, end))])
  const own = openingOf({ doc, reading })
  return (
    !(own && attribution.cue.some((span) => overlaps(span, own.sentence))) && said.some((word) => headline.has(word))
  )
}

function titleOf({ blocks, text }: Doc): string {
  const headline = blocks.find(({ kind }) => kind === 'headline')
  return headline ? text.slice(headline.span.start, headline.span.end) : ''
}

function headlineOf(doc: Doc): ReadonlySet<string> | undefined {
  const title = titleOf(doc)
  return title === '' ? undefined : tellingWords(title)
}

/** The sentence as its report has it. */
export function wordsIn({ doc, sentence }: Pick<Opening, 'doc' | 'sentence'>): string {
  return doc.text.slice(sentence.start, sentence.end)
}

function printedOf({ doc: { published = '', id } }: { readonly doc: Doc }): string {
  return `${published} ${id}`
}

// "approve", "approved" and "approval" are one: their first letters
function tellingWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}|\p{N}+/gu) ?? []
  return new Set(words.filter((word) => !EMPTY.test(word)).map((word) => word.slice(0, STEM)))
}

const STEM = 5 // letters
const EMPTY =
  /^(?:that|this|with|from|have|been|were|will|would|their|which|while|after|before|into|over|about|more|than|they|also|when|said|says)$/
