// The pictures of the sample's two editions in a browser: on a wide screen and on a phone, light and dark, nothing cut, nothing on top
// of anything else, and accessible; and the pictures for letters beside the browser's own rendering of the same drawing.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import type { Desk } from '../../src/desk/desk.ts'
import { type Composed, composeEdition } from '../../src/desk/edition.ts'
import { writeEdition } from '../../src/desk/write-edition.ts'
import { listPictures } from '../../src/publish/pictures/list-pictures.ts'
import { paintPng } from '../../src/publish/pictures/paint-png.ts'
import { renderSvgFile } from '../../src/publish/render-figure.ts'
import { makeFolder } from '../readout.ts'
import { openSampleDesk } from '../sample-desk.ts'
import { findViolations, noBrowser, openBrowser, openPage } from './browser.ts'
import { PICTURES, takePicture } from './take-picture.ts'

const WEEKS = ['2031-W10', '2031-W11'] as const
const folder = makeFolder()
let desk: Desk
let browser: Browser
const composed: Composed[] = []

before(async () => {
  desk = await openSampleDesk(join(folder, 'desk'))
  for (const week of WEEKS) composed.push(await composeEdition(desk, { week }))
  if (!noBrowser) browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  await desk.close()
})

/** What is wrong with the texts of the drawings that are shown: cut at an edge, too small, or on top of another. Run in the page. */
const FIND_CROWDED = `[...document.querySelectorAll('.pictures svg')].flatMap((svg) => {
  const frame = svg.getBoundingClientRect()
  if (frame.width === 0) return []
  const scale = frame.width / svg.viewBox.baseVal.width
  const texts = [...svg.querySelectorAll('text')].map((text) => ({ text, at: text.getBoundingClientRect() }))
  return texts.flatMap(({ text, at }, nth) => {
    const isCut =
      at.left < frame.left - 1 || at.right > frame.right + 1 || at.top < frame.top - 1 || at.bottom > frame.bottom + 1
    const size = Number(text.getAttribute('font-size')) * scale
    const others = texts.slice(nth + 1).filter(({ at: other }) => {
      const wide = Math.min(at.right, other.right) - Math.max(at.left, other.left)
      const high = Math.min(at.bottom, other.bottom) - Math.max(at.top, other.top)
      return wide > 1 && high > 4
    })
    return [
      ...(isCut ? ['cut: ' + text.textContent] : []),
      ...(size < 11 ? [size + ' is small: ' + text.textContent] : []),
      ...others.map((other) => text.textContent + ' lies on ' + other.text.textContent),
    ]
  })
})`

for (const [at, week] of WEEKS.entries()) {
  test(`the pictures of ${week} on a wide screen and on a phone, light and dark`, { skip: noBrowser }, async () => {
    const edition = composed[at]
    assert.ok(edition)
    const file = await writeEdition(desk, edition, join(folder, week))
    const { page, faults, close } = await openPage(browser)
    await page.goto(pathToFileURL(file).href)
    const section = page.locator('section.pictures')
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await takePicture(section, `pictures-${week}-${width}-${colorScheme}`)
      }
      assert.equal(await section.locator('svg:visible').count(), 4)
      assert.deepEqual(await page.evaluate(FIND_CROWDED), [], `${width} wide`)
      const [wide, shown] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as number[]
      assert.ok((wide ?? 0) <= (shown ?? 0), `${wide} on a screen of ${shown}`)
    }
    assert.deepEqual(faults, []) // the checker below asks for what a file may not
    // the rest of the page is tried with all other pages
    await page.evaluate(
      `document.querySelectorAll('article > section:not(.pictures)').forEach((each) => each.remove())`,
    )
    await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
    assert.deepEqual(await findViolations(page, ['color-contrast']), [], 'dark')
    await page.emulateMedia({ colorScheme: 'light' })
    assert.deepEqual(await findViolations(page), [], 'light')
    await close()
  })
}

test('a picture for a letter looks as the browser draws it: the same size, and ink in the same places', {
  skip: noBrowser,
}, async (t) => {
  const pictures = composed.flatMap(({ edition }) => listPictures(edition))
  assert.equal(pictures.length, 8)
  const { page, close } = await openPage(browser, { deviceScaleFactor: 2 })
  for (const [at, { name, narrow }] of pictures.entries()) {
    const png = await paintPng(narrow)
    if (!png) return t.skip('@napi-rs/canvas is not installed here')
    if (process.env.READOUT_PICTURES === '1') writeFileSync(join(PICTURES, `letter-${at}-${name}.png`), png)
    await page.setContent(`<body style="margin: 0">${renderSvgFile(narrow, 'system-ui').replace(/^<\?xml.*\n/, '')}`)
    const drawn = await page.locator('svg').screenshot()
    const [own, theirs] = [await readInk(png), await readInk(drawn)]
    assert.deepEqual([own.width, own.height], [theirs.width, theirs.height], name)
    assert.ok(own.all > 0.01, `${name} has ${own.all} of ink`)
    assert.ok(Math.abs(own.all / theirs.all - 1) < 0.35, `${name}: ${own.all} of ink, the browser's has ${theirs.all}`)
    const alike = correlate(own.cells, theirs.cells)
    assert.ok(alike > 0.75, `${name}: alike by ${alike}`)
  }
  await close()
})

interface Ink {
  readonly width: number
  readonly height: number
  readonly all: number // 0 to 1
  readonly cells: readonly number[] // of squares of 24 pixels
}

const CELL = 24

async function readInk(png: Uint8Array): Promise<Ink> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  const image = await loadImage(Buffer.from(png))
  const { width, height } = image
  const brush = createCanvas(width, height).getContext('2d')
  brush.drawImage(image, 0, 0)
  const { data } = brush.getImageData(0, 0, width, height)
  const across = Math.ceil(width / CELL)
  const cells = new Array<number>(across * Math.ceil(height / CELL)).fill(0)
  let all = 0
  for (let pixel = 0; pixel < width * height; pixel++) {
    const ink = 1 - (data[4 * pixel] ?? 255) / 255
    const cell = Math.floor(Math.floor(pixel / width) / CELL) * across + Math.floor((pixel % width) / CELL)
    cells[cell] = (cells[cell] ?? 0) + ink / CELL ** 2
    all += ink
  }
  return { width, height, all: all / (width * height), cells }
}

/** Pearson's: 1 where the two rise and fall together. */
function correlate(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / list.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [both, ofA, ofB] = [0, 0, 0]
  for (const [at, value] of a.entries()) {
    const [x, y] = [value - meanA, (b[at] ?? 0) - meanB]
    both += x * y
    ofA += x * x
    ofB += y * y
  }
  return both / Math.sqrt(ofA * ofB)
}
