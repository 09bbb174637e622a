// What an answer is about that names no claim: what stands before it, near enough; an amount; what tells of what it names.
import { blockAt } from '../model/doc.ts'
import type { Draft } from './claim-index.ts'
import { MONTHS } from './differ-in-time.ts'
import type { Put } from './find-antecedent.ts'
import { findMainClaim } from './find-main-claim.ts'
import type { Content } from './make-contents.ts'
import type { Statement } from './make-statement.ts'
import { AMOUNTS, OFFER, SPEECHES } from './pointing-words.ts'
import { headStem } from './synonyms.ts'

/** The claim just before, or the one that tells of what the content names; none where it names something else. */
// "called it untrue", "rejected the ultimatum": the statement before, in the same paragraph or the one above. "confirmed the figure": what
// has one. What names something else is about what tells of that: "denied that the seven had been released" is not about the weather.
export function findNearby(
  content: Content,
  before: readonly Put[],
  matters: readonly string[],
  heads: ReadonlySet<string>,
): Draft | undefined {
  if (matters.length > 0 && matters.every((stem) => AMOUNTS.has(stem))) return findCounted(before)
  const isNamed = matters.some((stem) => !SPEECHES.has(stem)) || heads.has(OFFER)
  const put = isNamed ? before.findLast(({ draft }) => matters.length > 0 && tellsOf(draft, matters)) : before.at(-1)
  return put && (isNamed || isNear(put.content, content)) ? put.draft : undefined
}

// what the report is about, if it has a number; else the last that has
function findCounted(before: readonly Put[]): Draft | undefined {
  const counted = before.filter(({ content: { statement } }) => hasNumber(statement))
  const main = findMainClaim(before)
  return counted.some(({ draft }) => draft === main) ? main : counted.at(-1)?.draft
}

// 212 prisoners; but not five nights, nor May 12
function hasNumber({ words }: Statement): boolean {
  return words.some(
    ({ isNumber }, at) =>
      isNumber &&
      !SPAN_OF_TIME.test(words[at + 1]?.folded ?? '') &&
      ![at - 1, at + 1].some((beside) => MONTHS.test(words[beside]?.folded ?? '')),
  )
}

const SPAN_OF_TIME = /^(?:(?:minute|hour|day|night|week|month|year)s?|am|pm|a|p)$/

const NEAR = 3 // paragraphs

function isNear(put: Content, content: Content): boolean {
  const { doc } = content.read
  const own = doc.blocks.findIndex(
    ({ span }) => span.start <= content.attribution.content[0].start && content.attribution.content[0].start < span.end,
  )
  const block = doc.blocks[own]
  // ¶ A drone fell on a barn. Karsk denied that it was its own: not what the paragraph above tells
  const { act } = content.attribution
  const isApart = block && put.attribution.content[0].start < block.span.start
  if (act === 'denies' && isApart && content.isPointer && hasSentenceBefore(content)) return false
  const first = doc.blocks[Math.max(0, own - NEAR)]
  return own < 0 || put.attribution.content[0].start >= (first?.span.start ?? 0)
}

/** True where a sentence stands before what is said, in its paragraph. */
export function hasSentenceBefore({ read: { doc, reading }, attribution }: Content): boolean {
  const [{ start: said }] = attribution.content
  const block = blockAt(doc, said)
  return reading.sentences.some(({ start, end }) => block && start >= block.span.start && end <= said)
}

/** True where a claim has one of the words in its own. */
export function tellsOf({ statements }: Draft, matters: readonly string[]): boolean {
  return statements.some(({ terms }) =>
    terms.some(({ stem }) => matters.some((matter) => headStem(matter) === headStem(stem))),
  )
}
