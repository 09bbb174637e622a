// Quotations by paired marks. A quotation that goes on in the next paragraph is opened again there and closed once.
import type { Doc } from '../model/doc.ts'
import { makeSpan, type Span } from '../model/span.ts'
import { type Mark, type Paired, pairMarks } from './pair-marks.ts'

type Piece = readonly [from: number, to: number]

/**
 * The quotations of the doc, marks included, in order. One that runs over paragraphs is one span a paragraph, each
 * from its opening mark to its end: the American rule leaves the closing mark out until the last paragraph.
 * Where one mark is missing, the quotation reaches to the edge of its sentence or paragraph if something beside the
 * mark left says that it is speech; else it opens nothing: rather miss a quotation. A nickname is none.
 */
export function findQuotations(doc: Doc): Span[] {
  const blocks = doc.blocks.map(({ span }) => span)
  const paired = blocks.map(({ start, end }) => pairMarks(doc.text.slice(start, end)))
  let isOpen = false // the paragraph before was left open
  return blocks.flatMap(({ start, end }, i) => {
    const text = doc.text.slice(start, end)
    const own = paired[i] ?? { pairs: [], unclosed: [] }
    const pieces = own.pairs.filter((piece) => !isNickname(text, piece))
    const first = startOf(text, own, isOpen)
    const last = tailOf(
      text,
      own,
      doc.text.slice(blocks[i + 1]?.start ?? end, blocks[i + 1]?.end ?? end),
      paired[i + 1],
    )
    isOpen = last !== undefined
    const all = [
      ...(first ? [first] : []),
      ...pieces.filter(([from]) => from >= (first?.[1] ?? 0) && from < (last?.[0] ?? text.length)),
      ...(last && last[0] >= (first?.[1] ?? 0) ? [last] : []),
    ]
    return all.map(([from, to]) => makeSpan(doc.text, start + from, start + to))
  })
}

// The offer is dead,” Ilse Marrow said.: the opening mark is missing; the quotation begins with the sentence, or with
// the paragraph where the one before was left open
function startOf(text: string, { unopened }: Paired, isOpen: boolean): Piece | undefined {
  if (!unopened || !/[.,!?…]/.test(text[unopened.at - 1] ?? '')) return undefined
  const before = text.slice(0, unopened.at - 1)
  const breaks = isOpen ? [] : [...before.matchAll(/[.!?]\s+(?=\p{Lu})/gu)]
  const last = breaks.at(-1)
  return [last ? last.index + last[0].length : 0, unopened.at + unopened.text.length]
}

/** What a mark that the paragraph leaves open quotes: all to the paragraph's end, or nothing. */
function tailOf(text: string, { pairs, unclosed }: Paired, next: string, after: Paired | undefined): Piece | undefined {
  for (const mark of unclosed) {
    const inside = pairs.filter(([from]) => from > mark.at)
    const isSpeech = inside.some((piece) => endsSpeech(text, piece))
    if (isSpeech) continue // “It is over, she said. “Nobody called,” he said.: a mark forgotten
    if (isTakenUpAgain(next, after, mark) || (inside.length === 0 && isAnnounced(text, mark)))
      return [mark.at, text.length]
  }
  return undefined
}

function endsSpeech(text: string, [, to]: Piece): boolean {
  return /[,.!?]['’"”“»]*$/.test(text.slice(Math.max(0, to - 6), to))
}

function isTakenUpAgain(next: string, after: Paired | undefined, mark: Mark): boolean {
  return next.startsWith(mark.text) || (after?.unopened !== undefined && /["”]/.test(after.unopened.text))
}

// Ilse Marrow said: “The offer is dead. [end of the paragraph]
function isAnnounced(text: string, { at, text: mark }: Mark): boolean {
  return (
    mark !== "'" &&
    /[:,]\s*$/.test(text.slice(Math.max(0, at - 4), at)) &&
    /^\p{Lu}/u.test(text.slice(at + mark.length, at + 9).trimStart())
  )
}

const MOST_WORDS = 3 // of a nickname
const NO_FORENAME =
  /^(the|an?|in|on|at|of|to|by|from|with|for|as|and|but|or|his|her|its|their|our|my|this|that|it|when|if|after|before)$/i
const NO_SURNAME =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/i

// Corvin “the Fox” Hale: between a forename and a surname stands a nickname, which nobody says
function isNickname(text: string, [from, to]: Piece): boolean {
  const inner = text.slice(from, to).replace(/^['"“”„«»‘’‚‹›]+|['"“”„«»‘’‚‹›]+$/g, '')
  const forename = /(?:^|\s)(\p{Lu}[\p{L}.'’-]*)\s$/u.exec(text.slice(Math.max(0, from - 40), from))?.[1]
  const surname = /^\s(\p{Lu}\p{Ll}[\p{L}'’-]*)/u.exec(text.slice(to, to + 40))?.[1]
  if (!forename || !surname || NO_FORENAME.test(forename) || NO_SURNAME.test(surname)) return false
  if (/[.,;:!?]/.test(inner) || inner.split(/\s+/).length > MOST_WORDS) return false
  // Karsk Calls Offer “Dead” After Talks: among capitals only "the Fox" is surely a nickname
  const isTitled = (text.slice(Math.max(0, from - 200), to + 200).match(/(?<![\p{L}'’])\p{Ll}{4,}/gu) ?? []).length < 2
  return /^the\s\p{Lu}/u.test(inner) || (/^\p{Lu}/u.test(inner) && !isTitled)
}
