// The dashed lines that join tellers who may be one: on the left of them, one for each set of which any two may be, with an arm to each,
// in a lane of its own as far as it needs one.

import type { OriginsGraph } from '../model/origins-graph.ts'
import type { Box, Edge } from './figure.ts'

const LANE = 9
const EDGE = 2 // free on the left of all: half a border
const MOST_LANES = 8 // of more doubts some share one: that they join is what they say

export interface Doubts {
  readonly width: number // that the lanes take
  draw(boxes: readonly Box[]): Edge[]
}

interface Lined {
  readonly ids: readonly string[] // from the uppermost down
  readonly from: number
  readonly to: number
}

/** The lanes of a graph's doubts, and their lines once the tellers have their places. */
export function layDoubts({ origins, doubts }: Pick<OriginsGraph, 'origins' | 'doubts'>): Doubts {
  const rank = new Map(origins.map(({ id }, at) => [id, at]))
  const rankOf = (id: string | undefined): number => rank.get(id ?? '') ?? 0
  const lines = doubts
    .map((set): Lined => {
      const ids = set.toSorted((a, b) => rankOf(a) - rankOf(b))
      return { ids, from: rankOf(ids[0]), to: rankOf(ids.at(-1)) }
    })
    .toSorted((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from)
  const lanes: Lined[][] = []
  const laneOf = lines.map((line) => {
    const free = lanes.findIndex((lane) => lane.every((other) => other.to < line.from || line.to < other.from))
    const at = free >= 0 ? free : Math.min(lanes.length, MOST_LANES - 1)
    lanes[at] = [...(lanes[at] ?? []), line]
    return at
  })
  const width = EDGE + lanes.length * LANE
  return {
    width,
    draw(boxes) {
      const byId = new Map(boxes.map((box) => [box.id, box]))
      return lines.flatMap(({ ids }, at) => {
        const tellers = ids.flatMap((id) => byId.get(`teller ${id}`) ?? [])
        return joinDown(tellers, width - LANE * ((laneOf[at] ?? 0) + 1))
      })
    },
  }
}

// From each to the one below it, all at one distance from the left: one line with an arm to each.
function joinDown(tellers: readonly Box[], x: number): Edge[] {
  return tellers.slice(1).flatMap((to, at): Edge[] => {
    const from = tellers[at]
    if (!from) return []
    const [above, below] = [levelOf(from), levelOf(to)]
    const points = [
      [from.x, above],
      [x, above],
      [x, below],
      [to.x, below],
    ] as const
    return [{ from: from.id, to: to.id, points, look: 'doubt' }]
  })
}

function levelOf({ y, height }: Box): number {
  return Math.round((y + height / 2) * 10) / 10
}
