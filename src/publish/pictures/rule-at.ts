// A thin line across a picture, between two of its rows.
import type { Box } from '../figure.ts'

/** The line, as a box that is one pixel high. */
export function ruleAt(id: string, y: number, width: number): Box {
  return { id, x: 0, y, width, height: 1, look: 'rule', lines: [] }
}
