import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkFigure } from './figure.contract.ts'
import type { Box, Edge, Figure } from './figure.ts'

const line = { text: 'Ilse Marrow', x: 8, y: 20, size: 13 }
const box: Box = { id: 'a', x: 0, y: 0, width: 120, height: 30, look: 'teller', lines: [line] }
const other: Box = { ...box, id: 'b', x: 200, lines: [] }
const edge: Edge = {
  from: 'a',
  to: 'b',
  points: [
    [120, 15],
    [200, 15],
  ],
  look: 'known',
}
const good: Figure = {
  kind: 'origins',
  width: 400,
  height: 40,
  title: '',
  about: '',
  boxes: [box, other],
  edges: [edge],
}

test('a figure that holds is let through, and each way not to hold is caught', () => {
  checkFigure(good)
  const bad: readonly (readonly [Partial<Figure>, RegExp])[] = [
    [{ boxes: [box, { ...other, x: 100 }] }, /lies on/],
    [{ boxes: [{ ...box, width: 60 }, other], edges: [] }, /is wider/],
    [{ boxes: [{ ...box, lines: [{ ...line, y: 40 }] }, other] }, /stands outside/],
    [{ width: 300 }, /is cut/],
    [{ edges: [{ ...edge, points: [[120, 15], [190, 15]] }] }, /ends beside b/], // biome-ignore format: one case a line
    [{ edges: [{ ...edge, from: 'c' }] }, /begins beside c/],
    [{ edges: [{ ...edge, label: { ...line, x: 90, y: 12 } }] }, /the label .* lies on a/],
    [{ boxes: [box, { ...other, id: 'a' }] }, /one id/],
  ]
  for (const [part, fault] of bad) assert.throws(() => checkFigure({ ...good, ...part }), fault)
})
