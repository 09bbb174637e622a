// What changed from one version of a page to the next, word by word: stretches kept, removed, added or moved, with their
// places in both texts. Paragraphs are laid side by side first, then the words of those that differ, by Myers' difference
// (package diff). What differs too much is told by paragraphs, and a very long text to a limit; both are said.
import { diffArrays } from 'diff'
import type { Doc } from '../model/doc.ts'
import { makeSpan } from '../model/span.ts'
import type { Comparison, Stretch } from '../model/version.ts'
import { type Block, pairBlocks } from './pair-blocks.ts'
import { splitVersion, type Word } from './split-version.ts'

const MOST_WORDS = 100_000 // of a text; the longest reports have a tenth of that
const FARTHEST = 1200 // words removed or added in one place; Myers' takes the square of that

/** Compares two versions. Never throws. */
export function compareVersions(first: Doc, second: Doc): Comparison {
  const [earlier, later] = [splitVersion(first, MOST_WORDS), splitVersion(second, MOST_WORDS)]
  let isByParagraph = false as boolean
  const marks = pairBlocks(earlier.blocks, later.blocks, FARTHEST).flatMap(({ kind, a, b }) => {
    if (kind !== 'changed') return pairWords(kind, a.flat(), b.flat())
    const found = compareWords(a.flat(), b.flat()) ?? compareInTurn(a, b)
    if (!found) isByParagraph = true
    return found ?? allChanged(a.flat(), b.flat())
  })
  const count = (kind: Mark['kind']): number => marks.filter((mark) => mark.kind === kind).length
  const [was, became] = [headlineOf(first), headlineOf(second)]
  return {
    stretches: joinMarks(marks, first.text, second.text),
    words: { kept: count('kept') + count('moved'), removed: count('removed'), added: count('added') },
    ...(wordsKey(was) !== wordsKey(became) && { headline: { was, became } }),
    ...(isByParagraph && { isByParagraph }),
    ...((earlier.isCut || later.isCut) && { comparedTo: MOST_WORDS }),
  }
}

interface Mark {
  readonly kind: Stretch['kind']
  readonly a?: Word
  readonly b?: Word
}

function pairWords(kind: 'kept' | 'moved', a: Block, b: Block): Mark[] {
  return a.flatMap((word, at): Mark[] => {
    const other = b[at]
    return other ? [{ kind, a: word, b: other }] : []
  })
}

// Undefined where they differ too much.
function compareWords(a: Block, b: Block): Mark[] | undefined {
  if (a.length === 0 || b.length === 0) return allChanged(a, b)
  const edits = diffArrays(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
    { maxEditLength: FARTHEST },
  )
  if (!edits) return undefined
  const marks: Mark[] = []
  let [atA, atB] = [0, 0]
  for (const [i, { value, added, removed }] of edits.entries()) {
    const [own, other] = [a.slice(atA, atA + value.length), b.slice(atB, atB + value.length)]
    if (removed) marks.push(...own.map((word): Mark => ({ kind: 'removed', a: word })))
    else if (added) marks.push(...other.map((word): Mark => ({ kind: 'added', b: word })))
    else {
      const around = [edits.slice(Math.max(0, i - 2), i), edits.slice(i + 1, i + 3)].map(countChanged)
      marks.push(...(isScrap(own, Math.min(...around)) ? allChanged(own, other) : pairWords('kept', own, other)))
    }
    if (!added) atA += value.length
    if (!removed) atB += value.length
  }
  return inRuns(marks)
}

// A number changed in every paragraph of a long list: as many before as after, each beside its own.
function compareInTurn(a: readonly Block[], b: readonly Block[]): Mark[] | undefined {
  if (a.length !== b.length) return undefined
  const found = a.map((block, i) => compareWords(block, b[i] ?? []))
  return found.some((marks) => !marks) ? undefined : found.flatMap((marks) => marks ?? [])
}

function countChanged(edits: readonly { added: boolean; removed: boolean; value: readonly string[] }[]): number {
  return edits.reduce((sum, { added, removed, value }) => sum + (added || removed ? value.length : 0), 0)
}

// One "the", or two words in a paragraph of others, were not kept: what is around them is another text.
function isScrap(words: Block, around: number): boolean {
  if (around === 0) return false
  return (words.length === 1 && (words[0]?.key.length ?? 0) <= 3) || around >= SCRAP * words.length
}

const SCRAP = 5 // times as many words changed on each side

// Between two kept stretches, all that was removed before all that was added.
function inRuns(marks: readonly Mark[]): Mark[] {
  const sorted: Mark[] = []
  let run: Mark[] = []
  const flush = (): void => {
    sorted.push(...run.filter(({ kind }) => kind === 'removed'), ...run.filter(({ kind }) => kind === 'added'))
    run = []
  }
  for (const mark of marks) {
    if (mark.kind === 'removed' || mark.kind === 'added') run.push(mark)
    else {
      flush()
      sorted.push(mark)
    }
  }
  flush()
  return sorted
}

function allChanged(a: Block, b: Block): Mark[] {
  return [
    ...a.map((word): Mark => ({ kind: 'removed', a: word })),
    ...b.map((word): Mark => ({ kind: 'added', b: word })),
  ]
}

function joinMarks(marks: readonly Mark[], first: string, second: string): Stretch[] {
  const stretches: Stretch[] = []
  let [endA, endB] = [0, 0]
  for (let i = 0; i < marks.length; ) {
    const start = marks[i] as Mark
    let end = i + 1
    while (end < marks.length && continues(marks[end - 1] as Mark, marks[end] as Mark)) end++
    const last = marks[end - 1] as Mark
    const earlier = start.a && last.a && makeSpan(first, start.a.start, last.a.end)
    const later = start.b && last.b && makeSpan(second, start.b.start, last.b.end)
    if (earlier && later) stretches.push({ kind: start.kind === 'moved' ? 'moved' : 'kept', earlier, later })
    else if (earlier) stretches.push({ kind: 'removed', earlier, at: endB })
    else if (later) stretches.push({ kind: 'added', later, at: endA })
    if (earlier && start.kind !== 'moved') endA = earlier.end
    if (later) endB = later.end
    i = end
  }
  return stretches
}

function continues(before: Mark, next: Mark): boolean {
  return before.kind === next.kind && isNext(before.a, next.a) && isNext(before.b, next.b)
}

function isNext(before: Word | undefined, next: Word | undefined): boolean {
  return before?.block === next?.block && (before === undefined || next?.place === before.place + 1)
}

function headlineOf({ title, blocks, text }: Doc): string {
  const headline = blocks.find(({ kind }) => kind === 'headline')
  return title ?? (headline ? text.slice(headline.span.start, headline.span.end) : '')
}

function wordsKey(text: string): string {
  return splitVersion({ text, blocks: text ? [{ kind: 'headline', span: { start: 0, end: text.length } }] : [] })
    .blocks.flat()
    .map(({ key }) => key)
    .join(' ')
}
