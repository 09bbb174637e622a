// What holds of every figure, whatever is drawn in it.
import assert from 'node:assert/strict'
import type { Box, Figure } from './figure.ts'
import { measureText } from './measure-text.ts'

/** Fails where boxes overlap, an edge ends beside its box, or text leaves its box or the picture. */
export function checkFigure({ boxes, edges, width, height }: Figure): void {
  const byId = new Map(boxes.map((box) => [box.id, box]))
  assert.equal(byId.size, boxes.length, 'two boxes have one id')
  for (const [at, box] of boxes.entries()) {
    assert.ok(
      box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height,
      `${box.id} is cut`,
    )
    for (const other of boxes.slice(at + 1)) {
      const isInside = other.within === box.id || box.within === other.id
      assert.ok(isInside ? holdsBox(box, other) : !overlap(box, other), `${box.id} lies on ${other.id}`)
    }
    for (const { text, x, y, size, isBold } of box.lines) {
      const isWithin = x >= box.x && x + measureText(text, size, isBold) <= box.x + box.width + 0.1
      assert.ok(isWithin || [...text].length <= 2, `“${text}” is wider than ${box.id}`)
      assert.ok(y - size >= box.y - 1 && y <= box.y + box.height, `“${text}” stands outside ${box.id}`)
    }
  }
  for (const { from, to, points, label } of edges) {
    const [first, last] = [points[0], points.at(-1)]
    assert.ok(first && last && points.length >= 2)
    assert.ok(isAtSide(first, byId.get(from)), `an edge begins beside ${from}`)
    assert.ok(isAtSide(last, byId.get(to)), `an edge ends beside ${to}`)
    if (label) {
      const right = label.x + measureText(label.text, label.size)
      const [x, y, tall] = [label.x, label.y - label.size, label.size]
      const box = { x, y, width: right - x, height: tall }
      for (const other of boxes.filter(({ look }) => look !== 'bucket')) {
        assert.ok(!overlap(box, other), `the label “${label.text}” lies on ${other.id}`)
      }
      for (const other of edges) {
        if (other.label && other.label !== label) {
          const { x: left, y: base, size, text } = other.label
          const second = { x: left, y: base - size, width: measureText(text, size), height: size }
          assert.ok(!overlap(box, second), `two labels lie on each other at ${x} ${y}`)
        }
      }
    }
  }
}

type Area = Pick<Box, 'x' | 'y' | 'width' | 'height'>

function overlap(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

// Either may be the outer one.
function holdsBox(a: Area, b: Area): boolean {
  const holds = (outer: Area, inner: Area): boolean =>
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  return holds(a, b) || holds(b, a)
}

function isAtSide([x, y]: readonly [number, number], box: Box | undefined): boolean {
  if (!box) return false
  const isLevel = y >= box.y && y <= box.y + box.height && (x === box.x || x === box.x + box.width)
  const isAbove = x >= box.x && x <= box.x + box.width && (y === box.y || y === box.y + box.height)
  return isLevel || isAbove
}
