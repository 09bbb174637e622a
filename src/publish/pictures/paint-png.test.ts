import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Figure } from '../figure.ts'
import { MARGIN } from '../render-figure.ts'
import { drawOutlets } from './draw-outlets.ts'
import { paintPng } from './paint-png.ts'

const figure = drawOutlets(
  {
    rows: [
      { outlet: 'Meridian News Agency', reports: 12, reprints: 0 },
      { outlet: 'وكالة كارسك', reports: 5, reprints: 3 },
      { reports: 1, reprints: 0 },
    ],
    left: { outlets: 2, reports: 3 },
  },
  344,
)

test('a figure is painted at twice its size: each of its texts and bars leaves ink, and where nothing is drawn there is none', async (t) => {
  const png = await paintPng(figure)
  if (!png) return t.skip('@napi-rs/canvas is not installed here')
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  const image = await loadImage(Buffer.from(png))
  assert.deepEqual([image.width, image.height], [2 * (figure.width + 2 * MARGIN), 2 * (figure.height + 2 * MARGIN)])
  const sheet = createCanvas(image.width, image.height)
  const brush = sheet.getContext('2d')
  brush.drawImage(image, 0, 0)
  const inkIn = ({ x, y, width, height }: Area): number => {
    const { data } = brush.getImageData(2 * (x + MARGIN), 2 * (y + MARGIN), 2 * width, 2 * height)
    return data.filter((value, at) => at % 4 === 0 && value < 160).length / (data.length / 4)
  }
  for (const box of figure.boxes) {
    for (const { x, y, size, text } of box.lines) {
      const ink = inkIn({ x, y: y - size, width: Math.min(40, box.width), height: size })
      assert.ok(ink > 0.03 && ink < 0.6, `“${text}” has ${ink} of ink`)
    }
    if (box.look === 'bar') assert.ok(inkIn(box) > 0.9, `${box.id} is not filled`)
  }
  assert.equal(inkIn({ x: figure.width - 30, y: 2, width: 30, height: 10 }), 0)
})

test('where the library cannot be loaded there is no picture, and nothing fails', () => {
  const hooks = `import { registerHooks } from 'node:module'
registerHooks({ resolve(name, context, next) { if (name.startsWith('@napi-rs/')) throw new Error('not installed'); return next(name, context) } })`
  const file = pathToFileURL(`${import.meta.dirname}/paint-png.ts`).href
  const script = `const { paintPng } = await import('${file}'); console.log(await paintPng(${JSON.stringify(figure)}))`
  const given = ['--import', `data:text/javascript,${encodeURIComponent(hooks)}`, '--input-type=module', '-e', script]
  assert.equal(execFileSync(process.execPath, given, { encoding: 'utf8' }).trim(), 'undefined')
})

type Area = Pick<Figure['boxes'][number], 'x' | 'y' | 'width' | 'height'>
