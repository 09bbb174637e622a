// Feeds against what another project expects of them: its expectations are read from its files at run time, where they
// lie; where they do not lie, the test says so and is skipped.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse, parseFragment, serialize } from 'parse5'
import { cleanHtml } from '../../src/ingest/feeds/clean-html.ts'
import { decodeFeed } from '../../src/ingest/feeds/decode-feed.ts'
import { parseFeed } from '../../src/ingest/feeds/parse-feed.ts'
import { type Feed, type FeedText, isMarkup } from '../../src/model/feed.ts'
import { LEFT_OUT, type View, viewFeed } from './feed-view.ts'
import { canonicalHtml, listDangers, wordsOf } from './judge-html.ts'
import { type Expectation, type Literal, readExpression } from './python-expectations.ts'

const CORPUS = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpora', 'feeds')
const SERVER = 'http://127.0.0.1:8097/' // where the corpus says its files lie
const { feeds: floor } = JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')) as {
  feeds: { right: number; 'files at least': number; converted: number; 'sanitised words kept': number }
}
const needsCorpus = { skip: existsSync(CORPUS) ? false : `${CORPUS} is not here: not measured` }

interface FeedFile {
  readonly path: string
  readonly folder: string
  readonly bytes: Uint8Array
  readonly expression: string
  readonly headers: ReadonlyMap<string, string>
}

function loadFiles(): FeedFile[] {
  const paths = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.xml'))
  return paths.sort().map((path) => {
    const bytes = readFileSync(join(CORPUS, path))
    const { text } = decodeFeed(bytes)
    const lines = [...text.matchAll(/^\s*Header:\s*([\w-]+):\s*(.*?)\s*$/gm)]
    return {
      path,
      folder: path.split('/').slice(0, -1).join('/'),
      bytes,
      expression: /Expect:\s*(.*?)\s*$/m.exec(text)?.[1] ?? '',
      headers: new Map(lines.map(([, name = '', value = '']) => [name.toLowerCase(), value])),
    }
  })
}

function parseFile({ bytes, headers, path }: FeedFile): Feed | undefined {
  const told = (name: string, key: string): object => (headers.has(name) ? { [key]: headers.get(name) } : {})
  return parseFeed(bytes, {
    url: `${SERVER}tests/${path}`,
    ...told('content-type', 'contentType'),
    ...told('content-location', 'contentLocation'),
    ...told('content-language', 'contentLanguage'),
  })
}

function follow(view: View, path: readonly (string | number)[]): unknown {
  let at: unknown = view
  for (const step of path) {
    if (at === null || typeof at !== 'object') return undefined
    at = Array.isArray(at) && step === -1 ? at.at(-1) : (at as Record<string | number, unknown>)[step]
  }
  return at
}

function isText(value: unknown): value is FeedText {
  return (
    typeof value === 'object' &&
    value !== null &&
    'value' in value &&
    'type' in value &&
    typeof value.value === 'string'
  )
}

function isEqual(value: unknown, literal: Literal): boolean {
  if (isText(value)) {
    if (value.value === literal) return true
    return isMarkup(value) && typeof literal === 'string' && canonicalHtml(value.value) === canonicalHtml(literal)
  }
  if (literal === '' || literal === null) return value === undefined || value === literal
  if (Array.isArray(literal)) {
    return (
      Array.isArray(value) && value.length === literal.length && literal.every((part, at) => isEqual(value[at], part))
    )
  }
  if (typeof literal === 'object') {
    return Object.entries(literal).every(([key, part]) =>
      isEqual((value as Record<string, unknown> | undefined)?.[key], part),
    )
  }
  return typeof value === 'string' && typeof literal === 'string' && value.startsWith('http')
    ? value === literal || canonicalHtml(`<a href="${value}">`) === canonicalHtml(`<a href="${literal}">`)
    : value === literal
}

function isMet(view: View, { path, operator, literal }: Expectation): boolean {
  const value = follow(view, path)
  const words = isText(value) ? value.value : value
  switch (operator) {
    case 'equals':
      return path.at(-1) === 'encoding'
        ? String(words).toLowerCase() === String(literal).toLowerCase()
        : isEqual(value, literal)
    case 'differs':
      return !isEqual(value, literal)
    case 'is absent':
    case 'is falsy':
      return words === undefined || words === null || words === false || words === ''
    case 'has length':
      return (Array.isArray(value) || typeof value === 'string') && value.length === literal
    case 'is the sign':
      return typeof words === 'string' && words.length === 1 && words.charCodeAt(0) === literal
    case 'is there':
      return words !== undefined && words !== ''
  }
}

/** The same signs, and not only the same HTML. */
function isLetterForLetter(view: View, { path, operator, literal }: Expectation): boolean {
  const value = follow(view, path)
  return operator !== 'equals' || !isText(value) || value.value === literal
}

interface Count {
  met: number
  of: number
  leftOut: number
}

test('feeds say what the corpus expects of them, and none throws or takes long', needsCorpus, (t) => {
  const files = loadFiles()
  const counts = new Map<string, Count>()
  const misses: string[] = []
  const unread: string[] = []
  let literal = 0
  let slowest = { path: '', ms: 0 }
  for (const file of files) {
    const began = performance.now()
    const feed = parseFile(file)
    const ms = performance.now() - began
    if (ms > slowest.ms) slowest = { path: file.path, ms }
    if (file.folder.endsWith('sanitize')) continue
    const expectations = readExpression(file.expression)
    if (!expectations) unread.push(`${file.path}: ${file.expression}`)
    const view = feed ? viewFeed(feed) : {}
    const count = counts.get(file.folder) ?? { met: 0, of: 0, leftOut: 0 }
    counts.set(file.folder, count)
    for (const expectation of expectations ?? []) {
      if (expectation.path.some((step) => LEFT_OUT.test(String(step)))) count.leftOut += 1
      else {
        count.of += 1
        if (isMet(view, expectation)) {
          count.met += 1
          if (isLetterForLetter(view, expectation)) literal += 1
        } else
          misses.push(
            `${file.path}: ${expectation.path.join('.')} ${expectation.operator} ${JSON.stringify(expectation.literal)}, not ${JSON.stringify(follow(view, expectation.path))}`,
          )
      }
    }
  }
  const all = { met: 0, of: 0, leftOut: 0 }
  for (const [folder, { met, of, leftOut }] of counts) {
    t.diagnostic(`${folder}: ${met} of ${of}${leftOut ? `, ${leftOut} left out` : ''}`)
    all.met += met
    all.of += of
    all.leftOut += leftOut
  }
  for (const line of [...misses, ...unread.map((one) => `not read: ${one}`)]) t.diagnostic(line.slice(0, 300))
  const right = (100 * all.met) / all.of
  const judged = files.filter(({ folder }) => !folder.endsWith('sanitize')).length
  const converted = 100 - (100 * unread.length) / judged
  t.diagnostic(
    `outside sanitize: ${all.met} of ${all.of} right (${right.toFixed(1)} %), ${literal} letter for letter, ${all.leftOut} left out`,
  )
  t.diagnostic(
    `${converted.toFixed(1)} % of ${judged} expressions read; slowest ${slowest.path}: ${slowest.ms.toFixed(0)} ms`,
  )
  assert.ok(files.length >= floor['files at least'], `only ${files.length} files`)
  assert.ok(converted >= floor.converted, `only ${converted} % of the expressions read`)
  assert.ok(right >= floor.right, `${right} % is under the floor of ${floor.right}`)
  assert.ok(slowest.ms < 1000, `${slowest.path} took ${slowest.ms} ms`)
})

function listTexts(feed: Feed): FeedText[] {
  const heads = [feed, ...feed.items.flatMap(({ source }) => source ?? [])]
  const texts = [
    ...heads.flatMap((head) => [head.title, head.subtitle, head.info, head.rights]),
    ...feed.items.flatMap((item) => [item.title, item.summary, item.rights, ...item.content]),
  ]
  return texts.filter((text) => text !== undefined)
}

test('nothing in cleaned HTML runs, cleaning it again changes nothing, and benign words stay', needsCorpus, (t) => {
  const files = loadFiles()
  let [seen, kept, expected] = [0, 0, 0]
  for (const file of files) {
    const feed = parseFile(file)
    if (!feed) continue
    for (const text of listTexts(feed).filter(isMarkup)) {
      seen += 1
      assert.deepEqual(listDangers(text.value), [], `${file.path}: ${text.value}`)
      assert.equal(cleanHtml(text.value, text.base), text.value, `${file.path}: not stable`)
      const again = serialize(parseFragment(text.value))
      assert.deepEqual(listDangers(again), [], `${file.path}: after a second parser: ${again}`)
      assert.deepEqual(listDangers(serialize(parse(text.value))), [], `${file.path}: as a page`)
    }
    if (!file.folder.endsWith('sanitize')) continue
    const view = viewFeed(feed)
    for (const { path, operator, literal } of readExpression(file.expression) ?? []) {
      if (operator !== 'equals' || typeof literal !== 'string') continue
      const value = follow(view, path)
      const words = wordsOf(literal)
      expected += 1
      if (words === '' || (isText(value) && (value.value.includes(words) || wordsOf(value.value).includes(words))))
        kept += 1
      else t.diagnostic(`${file.path}: “${words}” is gone from ${JSON.stringify(value)}`)
    }
  }
  const share = (100 * kept) / expected
  t.diagnostic(`${seen} pieces of HTML; benign words kept in ${kept} of ${expected} (${share.toFixed(1)} %)`)
  assert.ok(seen >= 550, `only ${seen} pieces of HTML`)
  assert.ok(share >= floor['sanitised words kept'])
})
