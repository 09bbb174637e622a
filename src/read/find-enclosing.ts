// Which attribution lies within which.
import type { Attribution } from '../model/attribution.ts'

/** The attribution that this one lies within: the smallest content that holds its cue and content. */
export function enclosing<T extends Pick<Attribution, 'cue' | 'content' | 'id'>>(
  one: T,
  all: readonly T[],
): T | undefined {
  const start = Math.min(one.cue[0].start, one.content[0].start)
  const end = Math.max(...one.cue.map((s) => s.end), ...one.content.map((s) => s.end))
  const slack = 2 // a closing mark or stop
  return all
    .filter(
      (other) =>
        other.id !== one.id &&
        other.content.some((s) => s.start <= start && end <= s.end + slack && s.end - s.start > end - start - slack) &&
        !overlapsCue(other, start, end),
    )
    .toSorted((a, b) => length(a) - length(b))[0]
}

function overlapsCue(other: Pick<Attribution, 'cue'>, start: number, end: number): boolean {
  return other.cue.some((s) => s.start < end && start < s.end)
}

function length({ content }: Pick<Attribution, 'content'>): number {
  return content.reduce((sum, s) => sum + s.end - s.start, 0)
}
