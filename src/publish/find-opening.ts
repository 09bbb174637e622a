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
import { findDeed, isProse } from './tells-deed.ts'
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
  const isFit = ({ doc: { id, published = '' } }: ReadDoc): boolean => own.has(id) && published > after
  const openings = docs
    .filter(isFit)
    .slice(-LATEST)
    .flatMap((read) => openingOf(read) ?? [])
  const words = openings.map((opening) => tellingWords(wordsIn(opening)))
  const counts = new Map<string, number>()
  for (const each of words) for (const word of each) counts.set(word, (counts.get(word) ?? 0) + 1)
  const shareOf = (each: ReadonlySet<string>): number =>
    [...each].reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / each.size
  return openings
    .map((opening, at) => ({ opening, share: shareOf(words[at] ?? new Set()), printed: printedOf(opening) }))
    .toSorted((a, b) => b.share - a.share || (a.printed < b.printed ? -1 : 1))[0]?.opening
}

/** True where most of what the saying tells stands in the opening. */
export function isToldIn(opening: Opening, { doc, attribution }: Saying): boolean {
  const told = tellingWords(wordsIn(opening))
  const words = attribution.content.flatMap(({ start, end }) => [...tellingWords(doc.text.slice(start, end))])
  return words.filter((word) => told.has(word)).length >= MOST * words.length
}

const LATEST = 60 // reports of a story that has thousands in a week
const MOST = 0.6
const SHARED_LEAST = 2 // words of its headline

// "The Assembly passed the aid bill by 88 votes to 61", under "Assembly passes aid bill, 88 to 61"
function openingOf({ doc, reading }: ReadDoc): Opening | undefined {
  const headline = headlineOf(doc)
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
  const shared = [...tellingWords(wordsIn(opening))].filter((word) => headline.has(word))
  return shared.length >= SHARED_LEAST ? opening : undefined
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

function headlineOf({ blocks, text }: Doc): ReadonlySet<string> | undefined {
  const headline = blocks.find(({ kind }) => kind === 'headline')
  return headline && tellingWords(text.slice(headline.span.start, headline.span.end))
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
