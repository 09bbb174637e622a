// The places where two versions differ, each with a few words around it, as people read a change: "within 30 60 days".
import type { NonEmpty, Span } from '../model/span.ts'
import type { Comparison, Hunk, Stretch } from '../model/version.ts'

const AROUND = 48 // characters of what was kept, on each side
const BETWEEN = 60 // fewer characters kept between two changes, and they are one place

/** The changed places in the order of the later text. */
export function listHunks({ stretches }: Pick<Comparison, 'stretches'>, first: string, second: string): Hunk[] {
  const hunks: Hunk[] = []
  for (let i = 0; i < stretches.length; ) {
    const start = stretches[i]
    if (!start || start.kind === 'kept') {
      i++
      continue
    }
    let end = i + 1
    while (end < stretches.length && isOne(stretches, end)) end++
    const own = stretches
      .slice(i, end)
      .map((stretch) => ({ kind: stretch.kind, text: wordsOf(stretch, first, second) }))
    const texts = { first, second }
    const before = keptText(stretches[i - 1], start, texts)
    const after = keptText(stretches[end], stretches[end - 1], texts)
    const all = [
      ...(before === '' ? [] : [{ kind: 'kept', text: cutStart(before) } as const]),
      ...own,
      ...(after === '' ? [] : [{ kind: 'kept', text: cutEnd(after) } as const]),
    ]
    hunks.push(all as unknown as NonEmpty<Hunk[number]>)
    i = end
  }
  return hunks
}

// A change, or a few kept words with another change behind them.
function isOne(stretches: readonly Stretch[], at: number): boolean {
  const [stretch, next] = [stretches[at], stretches[at + 1]]
  if (stretch?.kind !== 'kept') return stretch?.kind !== 'moved' && stretches[at - 1]?.kind !== 'moved'
  const isShort = stretch.later.end - stretch.later.start < BETWEEN
  return isShort && (next?.kind === 'removed' || next?.kind === 'added')
}

function wordsOf(stretch: Stretch, first: string, second: string): string {
  const [text, span] = stretch.kind === 'removed' ? [first, stretch.earlier] : [second, stretch.later]
  return oneLine(text, span)
}

// Only of the same paragraph.
function keptText(
  stretch: Stretch | undefined,
  beside: Stretch | undefined,
  { first, second }: { first: string; second: string },
): string {
  if (stretch?.kind !== 'kept' || !beside) return ''
  const [text, own, other] =
    beside.kind === 'removed' ? [first, stretch.earlier, beside.earlier] : [second, stretch.later, beside.later]
  const between = text.slice(Math.min(own.end, other.end), Math.max(own.start, other.start))
  return between.includes('\n') ? '' : oneLine(second, stretch.later)
}

function oneLine(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ')
}

function cutStart(text: string): string {
  return text.length <= AROUND ? text : `… ${text.slice(-AROUND).replace(/^\S*\s/, '')}`.toWellFormed()
}

function cutEnd(text: string): string {
  return text.length <= AROUND ? text : `${text.slice(0, AROUND).replace(/\s\S*$/, '')} …`.toWellFormed()
}
