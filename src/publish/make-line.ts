// A line is put together from fragments: words copied from evidence, words that open evidence, and connecting words.
// Where each fragment came to lie is kept, so that a line can be checked and its links can be set.
import { digestOfParts } from '../model/digest.ts'
import type { Line, LineRef } from '../model/edition.ts'
import type { Evidence } from '../model/evidence.ts'
import { asId, type Id } from '../model/id.ts'
import type { NonEmpty } from '../model/span.ts'

/** Some words of a line: `copied` from evidence, `cited`: they open it, `counted`: its origins; else connecting words. */
export interface Fragment {
  readonly text: string
  readonly copied?: Evidence
  readonly cited?: Evidence
  readonly counted?: Evidence
}

/** What a line has beside its fragments: further evidence, and how sure the statements are that it rests on. */
export interface LineExtras {
  readonly also?: readonly Evidence[]
  readonly sure?: readonly number[] // of each, 0 to 1
}

/** The line that the fragments make; undefined where nothing in them leans on evidence, or where its marks cannot be told. */
export function makeLine(
  fragments: readonly Fragment[],
  claims: readonly Id<'claim'>[],
  { also = [], sure = [] }: LineExtras = {},
): Line | undefined {
  const evidence: Evidence[] = []
  const refs: LineRef[] = []
  let text = ''
  for (const fragment of fragments) {
    const start = text.length
    text += fragment.text
    if (text.length === start) continue
    for (const kind of ['copied', 'cited', 'counted'] as const) {
      const from = fragment[kind]
      if (from) refs.push({ kind, span: { start, end: text.length }, evidence: placeOf(evidence, from) })
    }
  }
  if (isMixed(text)) return undefined
  for (const more of also) placeOf(evidence, more)
  const [first, ...rest] = evidence
  if (!first) return undefined
  const id = asId<'line'>(digestOfParts(text, ...evidence.map(({ doc, span }) => `${doc} ${span.start} ${span.end}`)))
  return {
    id,
    text: capitalise(curlMarks(text)),
    claims,
    evidence: [first, ...rest] satisfies NonEmpty<Evidence>,
    refs,
    ...(sure.length > 0 && { confidence: Math.min(...sure) }),
  }
}

/** "the offer" -> "The offer"; never inside marks, where every character is the report's. The length never changes. */
export function capitalise(text: string): string {
  const upper = text.charAt(0).toUpperCase()
  return upper.length === 1 ? upper + text.slice(1) : text
}

/**
 * Straight double marks become opening and closing ones. The length never changes. Where a report closes with two apostrophes what it
 * opened with a mark, nobody can tell which are which, and all stay as they are: "the last mediator'' of Karsk.
 */
export function curlMarks(text: string): string {
  if (text.includes("''")) return text
  return text.replace(/"/g, (_mark, at: number) => (at === 0 || /[\s([—–‘-]/.test(text[at - 1] ?? '') ? '“' : '”'))
}

/** True where double quotation marks open and close in turn. */
export function isBalanced(text: string): boolean {
  const marks = curlMarks(text).replace(/[^“”]/g, '')
  return /^(?:“”)*$/.test(marks)
}

// “"We will sign,'' Ilse Marrow told Meridian: beside marks of ours, what two apostrophes close would seem to be quoted to the end.
function isMixed(text: string): boolean {
  return text.includes("''") && /[“”]/.test(text)
}

function placeOf(evidence: Evidence[], wanted: Evidence): number {
  const { doc, span } = wanted
  const at = evidence.findIndex((e) => e.doc === doc && e.span.start === span.start && e.span.end === span.end)
  return at === -1 ? evidence.push(wanted) - 1 : at
}
