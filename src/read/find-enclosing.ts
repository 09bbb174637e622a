// Which attribution lies within which.
import type { Attribution } from '../model/attribution.ts'
import type { Id } from '../model/id.ts'

type Placed = Pick<Attribution, 'cue' | 'content' | 'id'>

const SLACK = 2 // a closing mark or stop

/** By attribution, the one it lies within: that of the smallest content that holds its cue and content. */
export function findEnclosing<T extends Placed>(all: readonly T[]): Map<Id<'attribution'>, T> {
  const enclosing = new Map<Id<'attribution'>, T>()
  const pieces = all
    .flatMap((one) => one.content.map((span) => ({ span, one })))
    .sort((a, b) => a.span.start - b.span.start)
  let next = 0
  let open: typeof pieces = [] // those that begin before the place looked at and have not ended
  for (const one of all.toSorted((a, b) => startOf(a) - startOf(b))) {
    const start = startOf(one)
    const end = Math.max(...one.cue.map((s) => s.end), ...one.content.map((s) => s.end))
    for (let piece = pieces[next]; piece && piece.span.start <= start; piece = pieces[++next]) open.push(piece)
    open = open.filter(({ span }) => span.end + SLACK >= start)
    const around = open.filter(({ span, one: other }) => {
      const isWider = span.end - span.start > end - start - SLACK
      return (
        other.id !== one.id &&
        end <= span.end + SLACK &&
        isWider &&
        !other.cue.some((s) => s.start < end && start < s.end)
      )
    })
    const [smallest] = around.toSorted((a, b) => lengthOf(a.one) - lengthOf(b.one))
    if (smallest) enclosing.set(one.id, smallest.one)
  }
  return enclosing
}

function startOf({ cue, content }: Placed): number {
  return Math.min(cue[0].start, content[0].start)
}

function lengthOf({ content }: Placed): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0)
}
