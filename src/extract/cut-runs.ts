// Runs: the way from a text back to the text it was made from. Cut, moved and joined as the text is.
import type { Run } from '../model/doc.ts'
import type { Normal } from './normalise.ts'

/** Appends a run in place, joined to the one before where both map unit for unit and touch on both sides. */
export function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  const isEven = run.length === run.givenLength
  if (
    last &&
    isEven &&
    last.length === last.givenLength &&
    last.at + last.length === run.at &&
    last.given + last.length === run.given
  ) {
    runs[runs.length - 1] = {
      at: last.at,
      given: last.given,
      length: last.length + run.length,
      givenLength: last.length + run.length,
    }
  } else runs.push(run)
}

/** The runs of `text.slice(start, end)`, moved so that the slice begins at `at`. */
export function cutRuns(runs: readonly Run[], start: number, end: number, at = 0): Run[] {
  const cut: Run[] = []
  for (let index = firstRunAfter(runs, start); index < runs.length; index++) {
    const run = runs[index] as Run
    if (run.at >= end) break
    const from = Math.max(start, run.at)
    const length = Math.min(end, run.at + run.length) - from
    const isEven = run.length === run.givenLength
    cut.push({
      at: at + from - start,
      given: isEven ? run.given + from - run.at : run.given,
      length,
      givenLength: isEven ? length : run.givenLength,
    })
  }
  return cut
}

/**
 * The ranges of a text as one line: joined, with every stretch of white space a single blank and none at the ends.
 * A blank that stands for several maps to all of them.
 */
export function cutLine(normal: Normal, ranges: readonly (readonly [number, number])[]): Normal {
  const pieces: string[] = []
  const runs: Run[] = []
  let at = 0
  let blank: Run | undefined
  for (const [start, end] of ranges) {
    for (const { 0: words, index } of normal.text.slice(start, end).matchAll(/\s+|\S+(?:[ \n]\S+){0,999}/g)) {
      const from = start + index
      const cut = cutRuns(normal.runs, from, from + words.length, at)
      if (/^\s/.test(words)) {
        blank ??= at > 0 ? asBlank(cut, at) : undefined
        continue
      }
      if (blank) {
        pieces.push(' ')
        addRun(runs, blank)
        at += 1
        blank = undefined
      }
      pieces.push(words.replaceAll('\n', ' '))
      for (const run of cutRuns(normal.runs, from, from + words.length, at)) addRun(runs, run)
      at += words.length
    }
  }
  return { text: pieces.join(''), runs }
}

function asBlank(cut: readonly Run[], at: number): Run {
  const first = cut[0] as Run
  const last = cut.at(-1) as Run
  return { at, given: first.given, length: 1, givenLength: last.given + last.givenLength - first.given }
}

/** By halving: the first run that ends after the offset. */
function firstRunAfter(runs: readonly Run[], offset: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    const run = runs[middle] as Run
    if (run.at + run.length <= offset) low = middle + 1
    else high = middle
  }
  return low
}
