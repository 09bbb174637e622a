// The dashed lines that join tellers who may be one: on the left of them, each in a lane of its own as far as it needs one.

import type { OriginsGraph } from '../model/origins-graph.ts'
import type { Box, Edge } from './figure.ts'

const LANE = 9
const EDGE = 2 // free on the left of all: half a border
const MOST_LANES = 8 // of more doubts some share one: that they join is what they say

export interface Doubts {
  readonly width: number // that the lanes take
  draw(boxes: readonly Box[]): Edge[]
}

/** The lanes of a graph's doubts, and their lines once the tellers have their places. */
export function layDoubts({ origins, doubts }: Pick<OriginsGraph, 'origins' | 'doubts'>): Doubts {
  const rank = new Map(origins.map(({ id }, at) => [id, at]))
  const spans = doubts
    .map(([a, b]) => ({
      ids: [a, b] as const,
      from: Math.min(rank.get(a) ?? 0, rank.get(b) ?? 0),
      to: Math.max(rank.get(a) ?? 0, rank.get(b) ?? 0),
    }))
    .toSorted((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from)
  const lanes: { from: number; to: number }[][] = []
  const laneOf = spans.map(({ from, to }) => {
    const free = lanes.findIndex((lane) => lane.every((other) => other.to <= from || to <= other.from))
    const at = free >= 0 ? free : Math.min(lanes.length, MOST_LANES - 1)
    lanes[at] = [...(lanes[at] ?? []), { from, to }]
    return at
  })
  const width = EDGE + lanes.length * LANE
  return {
    width,
    draw(boxes) {
      const byId = new Map(boxes.map((box) => [box.id, box]))
      return spans.flatMap(({ ids }, at): Edge[] => {
        const [a, b] = ids.map((id) => byId.get(`teller ${id}`))
        if (!a || !b) return []
        const x = width - LANE * ((laneOf[at] ?? 0) + 1)
        const [from, to] = [levelOf(a), levelOf(b)]
        return [
          {
            from: a.id,
            to: b.id,
            points: [
              [a.x, from],
              [x, from],
              [x, to],
              [b.x, to],
            ],
            look: 'doubt',
          },
        ]
      })
    },
  }
}

function levelOf({ y, height }: Box): number {
  return Math.round((y + height / 2) * 10) / 10
}
