// The editions of the sample as a site of plain files and as single files: valid, whole, silent, and readable by everybody; and its
// feeds, as another program reads them.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseFeed } from '@rowanmanning/feed-parser'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import type { Browser } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { keepEditionVersion } from '../../src/archive/edition-versions.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { composeEdition } from '../../src/desk/edition.ts'
import { readEditionJson } from '../../src/desk/formats/edition-json.ts'
import { openPrinted } from '../../src/desk/formats/open-printed.ts'
import { servedFeed } from '../../src/desk/formats/served-feeds.ts'
import { writeSite } from '../../src/desk/formats/write-site.ts'
import type { Doc } from '../../src/model/doc.ts'
import type { EditionVersion } from '../../src/model/edition-version.ts'
import { asId, type Id } from '../../src/model/id.ts'
import { makeExampleWeek } from '../../src/publish/example-week.test.ts'
import type { PrintedEdition } from '../../src/publish/formats/printed.ts'
import { renderSingleFile } from '../../src/publish/formats/single-file.ts'
import { serve } from '../../src/server/serve.ts'
import { makeFolder } from '../readout.ts'
import { openSampleDesk } from '../sample-desk.ts'
import { ATTACKS } from './attack-strings.ts'
import { findViolations, noBrowser, openBrowser, openPage, SMALL_MARKS } from './browser.ts'
import { openExampleDesk } from './example-desk.ts'

const ADDRESS = 'https://news.example/readout/'
const ISSUED = '2031-03-10T08:00:00.000Z'
const CORRECTED = '2031-03-12T08:00:00.000Z'

const folder = makeFolder()
const site = join(folder, 'site')
const skip = { skip: noBrowser }
let desk: Desk
let browser: Browser

before(async () => {
  desk = await openSampleDesk(join(folder, 'desk'))
  const { edition } = await composeEdition(desk, { week: '2031-W10' })
  const version: EditionVersion = { edition, number: 1, state: 'issued', corrections: [] }
  assert.ok(await keepEditionVersion(desk.store, version, { by: asId<'editor'>('Ada Orme'), at: ISSUED, why: '' }))
  await writeSite(desk, [await openPrinted(desk, { week: '2031-W11' })], site, { address: ADDRESS })
  if (!noBrowser) browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  await desk.close()
})

const filesIn = (dir: string, ending = ''): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) => /\.\w+$/.test(path) && path.endsWith(ending))

const htmlValidate = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:standard'] }))

/** Of the pages of each kind, which one rule writes, the longest; all of what stands in the first folder and of the editions. */
function onePerKind(dir: string): string[] {
  const sizeOf = (path: string) => statSync(join(dir, path)).size
  const kindOf = (path: string) => /^(?:claims|reports|stories|people)\//.exec(path)?.[0] ?? path
  const kinds = Object.values(Object.groupBy(filesIn(dir, '.html'), kindOf))
  return kinds.flatMap((paths = []) => paths.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, 1))
}

/** What is wrong with these pages of a folder, each fault once, with a place where it is. */
async function findFaults(dir: string, paths = onePerKind(dir)): Promise<string[]> {
  const faults = new Map<string, string>()
  for (const path of paths) {
    const { results } = await htmlValidate.validateString(readFileSync(join(dir, path), 'utf8'))
    for (const { ruleId, message, line } of results.flatMap((result) => result.messages)) {
      faults.set(`${ruleId}: ${message}`, `${path}:${line}`)
    }
  }
  return [...faults].map(([fault, place]) => `${place} ${fault}`)
}

/** Every link of the folder's pages that leads to no file, to no place in it, or out of the folder. */
function findBroken(dir: string): { broken: string[]; followed: number } {
  const broken: string[] = []
  let followed = 0
  const texts = new Map(filesIn(dir).map((path) => [path, readFileSync(join(dir, path), 'utf8')]))
  for (const [path, text] of texts) {
    if (!path.endsWith('.html')) continue
    for (const [, name, value = ''] of text.matchAll(/ (href|src|action|poster|data|srcset)="([^"]*)"/g)) {
      const link = value.replaceAll('&amp;', '&').replaceAll('&#39;', "'")
      if (/^(?:https?:|data:,$)/.test(link)) continue
      followed += 1
      const [file = '', fragment] = link.split('#')
      const target = file === '' ? path : relative(dir, join(dir, dirname(path), decodeURIComponent(file)))
      const found = texts.get(target)
      const isThere = found !== undefined && (!fragment || found.includes(` id="${fragment}"`))
      if (name !== 'href' || file.startsWith('/') || !isThere) broken.push(`${link} of ${path}`)
    }
  }
  return { broken, followed }
}

test('every kind of page of the site is valid HTML, and the validator would say if it were not', async () => {
  assert.deepEqual(await findFaults(site), [])
  assert.ok(filesIn(site, '.html').length > 30)
  const { results } = await htmlValidate.validateString(
    '<!doctype html><html lang="en"><title>x</title><p id=a><p id=a><b>',
  )
  assert.ok(results.flatMap(({ messages }) => messages).length > 1)
})

test('every link of the site is relative and leads to what is there', () => {
  const { broken, followed } = findBroken(site)
  assert.deepEqual(broken, [])
  assert.ok(followed > 500, `only ${followed} links`)
})

test('an issued edition stands beside a draft; both are read from their own JSON', async () => {
  const index = readFileSync(join(site, 'index.html'), 'utf8')
  assert.match(index, /2031-W11\.html.*Draft\. It was not issued.*2031-W10\.html.*Issued on 10 March 2031/s)
  for (const week of ['2031-W10', '2031-W11']) {
    const read = readEditionJson(readFileSync(join(site, 'editions', `${week}.json`), 'utf8'))
    const { edition } = await composeEdition(desk, { week })
    assert.deepEqual(read?.version.edition, JSON.parse(JSON.stringify(edition)))
  }
  const own = readFileSync(join(site, 'edition.schema.json'), 'utf8')
  const documented = readFileSync(new URL('../../docs/edition.schema.json', import.meta.url), 'utf8')
  assert.deepEqual(JSON.parse(own), JSON.parse(documented), 'docs/edition.schema.json is old; copy the one of a site')
  assert.equal(readEditionJson('{"format":"readout edition 1"}'), undefined)
  assert.equal(readEditionJson('{'), undefined)
  // an issued version is printed unless another week is asked for
  assert.equal((await openPrinted(desk)).version.state, 'issued')
})

test(
  'opened from a disk the pages ask for nothing beside the folder, show no fault, and everybody can read them',
  skip,
  async () => {
    const paths = ['index.html', 'claims.html', 'editions/2031-W11.html', 'editions/2031-W10-one-file.html']
    const [claim] = filesIn(join(site, 'claims'))
    const [report] = filesIn(join(site, 'reports'))
    for (const width of [1280, 390]) {
      const { page, faults, close } = await openPage(browser, { viewport: { width, height: 900 } })
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      for (const path of [...paths, `claims/${claim}`, `reports/${report}`]) {
        asked.length = 0
        await page.goto(pathToFileURL(join(site, path)).href)
        const wanted = path.endsWith('-one-file.html') ? [path] : [path, 'style.css']
        const found = asked.filter((url) => url !== 'data:,').map((url) => relative(site, fileURLToPath(url)))
        assert.deepEqual(found.toSorted(), wanted.toSorted(), path)
        assert.equal(
          await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
          true,
          `${path} at ${width}`,
        )
        if (width === 390 && path.startsWith('editions/')) assert.deepEqual(await page.evaluate(SMALL_MARKS), [], path)
      }
      assert.deepEqual(faults, [])
      if (width === 1280) {
        for (const path of paths.slice(3)) {
          await page.goto(pathToFileURL(join(site, path)).href)
          assert.deepEqual(await findViolations(page), [], path)
        }
      }
      await close()
    }
  },
)

test(
  'without any script, a mark opens the words in the single file, and its way back leads to the mark',
  skip,
  async () => {
    const printed = await openPrinted(desk, { week: '2031-W11' })
    const quotes = new Set(
      printed.version.edition.sections
        .flatMap(({ items }) => items.flatMap(({ heading, lines }) => (heading ? [heading, ...lines] : lines)))
        .flatMap(({ evidence }) => evidence.map(({ quote }) => quote.replace(/\s+/g, ' '))),
    )
    const { page, close } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(pathToFileURL(join(site, 'editions/2031-W11-one-file.html')).href)
    const marks = page.locator('sup.marks a')
    const count = await marks.count()
    assert.ok(count > 10)
    for (let i = 0; i < count; i += 8) {
      await marks.nth(i).click()
      const words = page.locator('blockquote:target mark')
      assert.ok(await words.isVisible())
      assert.ok(quotes.has((await words.textContent()) ?? ''))
      await page.locator('details[open] .up').last().click()
      assert.equal(await page.locator('sup.marks a:target').count(), 1)
    }
    await close()
  },
)

test('printed, it is a paper of a few pages with the lead first and the cited words at the end', skip, async () => {
  const { page, close } = await openPage(browser)
  await page.goto(pathToFileURL(join(site, 'editions/2031-W11-one-file.html')).href)
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
  await close()
  assert.ok(pdf.numPages >= 3 && pdf.numPages <= 20, `${pdf.numPages} pages`)
  const { text } = await extractText(pdf, { mergePages: false })
  const flat = (words: string) => words.replace(/\s+/g, ' ')
  const { edition } = await composeEdition(desk, { week: '2031-W11' })
  const lead = edition.sections.find(({ kind }) => kind === 'lead')?.items[0]
  assert.ok(lead?.heading)
  assert.ok(flat(text[0] ?? '').includes(lead.heading.text), 'the lead is not on the first page')
  assert.match(text[0] ?? '', new RegExp(`1 / ${pdf.numPages}`))
  const whole = flat(text.join(' '))
  assert.ok(whole.includes(flat(lead.lines[0].evidence[0].quote)), 'the words of a note are not printed')
  const notes = text.findIndex((words) => /\bNotes Each number\b/.test(flat(words)))
  assert.ok(notes >= 1 && notes <= 10, `the notes begin on page ${notes + 1}`)
  assert.match(whole, /https:\/\/meridian-news\.example/, 'no address is printed')
})

interface Read {
  readonly title: string
  readonly url: string
  readonly id: string
  readonly published?: string | undefined
}

/** A feed as a program of others reads it. */
function readXml(text: string): { title: string | null; items: Read[] } {
  const { title, items } = parseFeed(text)
  return {
    title,
    items: items.map((item) => ({
      title: item.title ?? '',
      url: item.url ?? '',
      id: item.id ?? '',
      published: item.published?.toISOString(),
    })),
  }
}

function readJson(text: string): { title: string; items: Read[] } {
  const feed = JSON.parse(text)
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1')
  return {
    title: feed.title,
    items: feed.items.map((item: Record<string, string>) => {
      assert.ok(item.id && item.url && (item.content_html ?? item.content_text), 'an item lacks what JSON Feed wants')
      const published = item.date_published && new Date(item.date_published).toISOString()
      return { title: item.title, url: item.url, id: item.id, published: published || undefined }
    }),
  }
}

test('each feed of the site says the same in its three forms to another reader, and leads to what is there', () => {
  const feeds = filesIn(join(site, 'feeds'), '.rss.xml').map((path) => path.slice(0, -8))
  assert.ok(feeds.some((name) => name.startsWith('claim-')) && feeds.some((name) => name.startsWith('story-')))
  for (const name of feeds) {
    const text = (ending: string) => readFileSync(join(site, 'feeds', name + ending), 'utf8')
    const rss = readXml(text('.rss.xml'))
    assert.deepEqual(readXml(text('.atom.xml')), rss, name)
    assert.deepEqual(readJson(text('.json')), rss, name)
    assert.ok(rss.items.length > 0 || name.startsWith('claim-'), `${name} is empty`)
    assert.equal(new Set(rss.items.map(({ id }) => id)).size, rss.items.length, `${name}: ids are not apart`)
    for (const { url, id } of rss.items) {
      assert.match(id, /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
      assert.ok(url.startsWith(ADDRESS), url)
      const path = decodeURIComponent(new URL(url).pathname.slice(new URL(ADDRESS).pathname.length))
      assert.ok(path === '' || existsSync(join(site, path)), url)
    }
  }
  const { items } = readXml(readFileSync(join(site, 'feeds/editions.rss.xml'), 'utf8'))
  assert.equal(items.length, 2)
})

test('an edition that was corrected is the same entry, and says so', async () => {
  const again = join(folder, 'again')
  const form = { origin: 'https://desk.example', form: 'atom' } as const
  const entryOf = (text: string | undefined) => readXml(text ?? '').items[0]
  const issued = entryOf(await servedFeed(desk, { noun: 'editions' }, form))
  const { edition } = await composeEdition(desk, { week: '2031-W10' })
  const corrections = [{ at: CORRECTED, was: 'It rained.', why: 'Nobody said so.' }]
  const version: EditionVersion = { edition, number: 2, state: 'corrected', corrections }
  assert.ok(await keepEditionVersion(desk.store, version, { by: asId<'editor'>('Ada Orme'), at: CORRECTED, why: '' }))
  const text = await servedFeed(desk, { noun: 'editions' }, form)
  const corrected = entryOf(text)
  assert.deepEqual([corrected?.id, corrected?.url], [issued?.id, issued?.url])
  assert.equal(corrected?.title, `Corrected: ${issued?.title}`)
  assert.equal(corrected?.published, ISSUED)
  assert.match(text ?? '', new RegExp(`<updated>${CORRECTED}`))
  assert.match(text ?? '', /Nobody said so\./)
  await writeSite(desk, [], again, { address: ADDRESS })
  assert.match(readFileSync(join(again, 'editions/2031-W10.html'), 'utf8'), /Corrections.*It rained\./s)
  assert.deepEqual(await findFaults(join(again, 'editions')), [])
  rmSync(again, { recursive: true })
})

test('the server has the feeds beside the pages, which tell of them; who asks again is told that nothing changed', async () => {
  const served = await serve(desk, { port: 0 })
  try {
    const page = await (await fetch(`${served.url}/editions`)).text()
    const told = [...page.matchAll(/<link rel="alternate" type="([^"]*)"[^>]* href="([^"]*)"/g)]
    assert.equal(told.length, 3)
    for (const [, type = '', href = ''] of told) {
      const reply = await fetch(served.url + href)
      assert.equal(reply.headers.get('content-type'), `${type}; charset=utf-8`)
      assert.match(await reply.text(), new RegExp(`${served.url}/edition/2031-W10`))
      const etag = reply.headers.get('etag') ?? ''
      const again = await fetch(served.url + href, { headers: { 'if-none-match': etag } })
      assert.deepEqual([etag !== '', again.status], [true, 304])
    }
    const story = /href="(\/story\/[^"]*)"/.exec(await (await fetch(`${served.url}/stories`)).text())?.[1]
    const claim = /href="(\/claim\/[^"?]*)"/.exec(await (await fetch(`${served.url}/ledger`)).text())?.[1]
    for (const path of [story, claim]) {
      const own = await (await fetch(served.url + path)).text()
      assert.ok(own.includes(`href="${path}/feed.rss"`), path)
      assert.ok(readXml(await (await fetch(`${served.url}${path}/feed.rss`)).text()).items.length > 0)
      assert.equal((await fetch(`${served.url}/claim/nothing/feed.atom`)).status, 404)
    }
  } finally {
    await served.close()
  }
})

/** The example week with an attack in each place that takes words from outside or from an editor. */
function attackedWeek() {
  const input = makeExampleWeek()
  const docs = input.docs.map((read, i) => {
    const attack = ATTACKS[i % ATTACKS.length] ?? ''
    const doc: Doc = { ...read.doc, title: attack, outlet: ATTACKS[(i + 5) % ATTACKS.length] ?? '' }
    return { ...read, doc }
  })
  return { ...input, docs }
}

function attacked({ version, ...printed }: PrintedEdition): PrintedEdition {
  const own = ATTACKS.map((text, i) => ({ id: asId<'line'>(`own-${i}`), text, by: text }))
  const arabic = { id: asId<'line'>('own-arabic'), text: 'عنوان بالعربية عن السد', by: 'שלום' }
  const sections = version.edition.sections.map((section, i) =>
    i === 0 ? { ...section, own: [arabic, ...own] } : section,
  )
  const corrections = ATTACKS.map((words) => ({ at: ISSUED, was: words, now: words, why: words }))
  const watch = { id: 'dam-talks', name: ATTACKS[5] ?? '', question: ATTACKS[1] ?? '' }
  return {
    ...printed,
    at: ISSUED,
    first: ISSUED,
    version: {
      ...version,
      state: 'corrected',
      title: ATTACKS[0] ?? '',
      corrections,
      edition: { ...version.edition, watch, sections },
    },
  }
}

test(
  'nothing that a report or an editor wrote runs, breaks a page or a feed; right-to-left words stand right to left',
  skip,
  async () => {
    const own = await openExampleDesk(join(folder, 'attacked'), attackedWeek())
    const dir = join(folder, 'attacked-site')
    try {
      const urlOf = (id: Id<'doc'>, find: PrintedEdition['findDoc']) => {
        const doc = find(id)
        return doc && { ...doc, url: 'javascript:top.pwned=1' }
      }
      const printed = await openPrinted(own)
      const evil = attacked({ ...printed, findDoc: (id) => urlOf(id, printed.findDoc) })
      await writeSite(own, [evil], dir, { address: ADDRESS })
      assert.ok(renderSingleFile(evil, 50).includes('&lt;script&gt;'))
      assert.deepEqual(await findFaults(dir, filesIn(dir, '.html')), []) // each holds another attack
      assert.deepEqual(findBroken(dir).broken, [])
      for (const path of filesIn(dir, '.rss.xml')) {
        const rss = readXml(readFileSync(join(dir, path), 'utf8'))
        assert.deepEqual(readXml(readFileSync(join(dir, path.replace('.rss.', '.atom.')), 'utf8')), rss)
      }
      const { page, faults, close } = await openPage(browser)
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      for (const path of filesIn(dir, '.html')) {
        await page.goto(pathToFileURL(join(dir, path)).href)
        assert.equal(await page.evaluate('window.pwned'), undefined, path)
        assert.equal(await page.evaluate('document.baseURI === location.href'), true, path)
      }
      assert.deepEqual(
        asked.filter((url) => !url.startsWith('file:') && url !== 'data:,'),
        [],
      )
      assert.deepEqual(faults, [])
      const direction = await page
        .goto(pathToFileURL(join(dir, 'editions/dam-talks-2031-W10.html')).href)
        .then(() => page.evaluate("getComputedStyle(document.querySelector('.own')).direction"))
      assert.equal(direction, 'rtl')
      await close()
    } finally {
      await own.close()
    }
  },
)
