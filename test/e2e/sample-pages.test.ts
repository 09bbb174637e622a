// The bundled sample as people meet it first: its edition written into a folder, every link in every file followed.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Desk } from '../../src/desk/desk.ts'
import { composeEdition, listWeeks } from '../../src/desk/edition.ts'
import { writeEdition } from '../../src/desk/write-edition.ts'
import type { Edition, Line } from '../../src/model/edition.ts'
import { anchorOf } from '../../src/publish/links.ts'
import { serve } from '../../src/server/serve.ts'
import { makeFolder } from '../readout.ts'
import { openSampleDesk } from '../sample-desk.ts'
import { noBrowser, openBrowser, openPage } from './browser.ts'

const folder = makeFolder()
let desk: Desk

before(async () => {
  desk = await openSampleDesk(join(folder, 'desk'))
})

after(() => desk.close())

function linesOf({ sections }: Edition): Line[] {
  return sections.flatMap(({ items }) => items.flatMap(({ heading, lines }) => (heading ? [heading, ...lines] : lines)))
}

/** Links of a page that lead nowhere: no such file, or no such anchor in it. */
function deadLinks(path: string): string[] {
  const links = [...readFileSync(path, 'utf8').matchAll(/(?:href="|\]\()([^")]+)["|)]/g)].map(([, link = '']) => link)
  return links.filter((link) => {
    if (/^(?:https?:|data:)/.test(link)) return false
    const [file = '', anchor] = link.split('#')
    try {
      const page = file === '' ? path : join(dirname(path), decodeURIComponent(file))
      return anchor !== undefined && !readFileSync(page, 'utf8').includes(`id="${anchor}"`)
    } catch {
      return true
    }
  })
}

test('every week of the sample is composed, told in whole sentences, and written without a dead link', async () => {
  const weeks = (await listWeeks(desk)).map(({ week }) => week)
  assert.ok(weeks.length >= 2, weeks.join())
  for (const week of weeks) {
    const composed = await composeEdition(desk, { week })
    for (const { text } of linesOf(composed.edition)) {
      assert.doesNotMatch(text, /\s{2}|\n|\bthat that\b|,,|\.\.| [,.;:)]|\( |“”/, text)
      assert.match(text, /^[\p{Lu}\p{N}“‘]/u, text)
    }
    const out = join(folder, week)
    const path = await writeEdition(desk, composed, out)
    assert.equal(path, join(out, 'edition.html'))
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:html|md)$/.test(file))
    assert.ok(files.length >= 3)
    for (const file of files) assert.deepEqual(deadLinks(join(out, file)), [], `${week}/${file}`)
    assert.deepEqual(JSON.parse(readFileSync(join(out, 'edition.json'), 'utf8')), composed.edition)
  }
})

async function listLinks(page: Page, part: string): Promise<string[]> {
  const all = `[...document.querySelectorAll('main a[href*="${part}"]')].map((each) => each.getAttribute('href'))`
  return [...new Set((await page.evaluate(all)) as string[])]
}

test('the latest edition in a browser: links land on their words', {
  skip: noBrowser,
}, async () => {
  const { edition } = await composeEdition(desk)
  const quotes = new Map(
    linesOf(edition).flatMap((line) => line.evidence.map(({ span, quote }) => [`${anchorOf(span)} ${quote}`, quote])),
  )
  const served = await serve(desk, { port: 0 })
  const browser = await openBrowser()
  const { page, faults } = await openPage(browser)
  try {
    await page.goto(`${served.url}/edition`)
    const links = await listLinks(page, '#c')
    assert.ok(links.length >= 10, `${links.length} links`)
    for (const link of links) {
      await page.goto(served.url + link)
      const landed = `(() => { const mark = document.querySelector('mark:target'); return [mark.textContent, mark.getBoundingClientRect().top] })()`
      const [words, top] = (await page.evaluate(landed)) as [string, number]
      assert.equal(words, quotes.get(`${link.split('#')[1]} ${words}`), link)
      assert.ok(top >= 0 && top < 800, `${link} is out of view`)
    }
    assert.deepEqual(faults, [])
  } finally {
    await browser.close()
    await served.close()
  }
})
