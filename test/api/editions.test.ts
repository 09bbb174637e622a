// Editions over the API: drafted, edited, issued and corrected as on the pages; whoever looked at an older version is refused, and so is
// an issue that a line stops.
import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Desk } from '../../src/desk/desk.ts'
import { makeEditionPages } from '../../src/desk/edition-pages.ts'
import { settingsPath } from '../../src/desk/keep-settings.ts'
import type { Shell } from '../../src/desk/shell.ts'
import { apiRoutes } from '../../src/server/api/routes.ts'
import { editionFormRoutes } from '../../src/server/pages/edition-forms.ts'
import { makeTestServer } from '../../src/server/server.contract.ts'
import { openExampleDesk } from '../e2e/example-desk.ts'
import { makeFolder } from '../readout.ts'

const WEEK = '/api/editions/2031-W10'
const FOLDER = makeFolder()
let desk: Desk
let editor: FastifyInstance
let reader: FastifyInstance

before(async () => {
  desk = await openExampleDesk(join(FOLDER, 'desk'))
  editor = await makeTestServer([...apiRoutes(desk), ...editionFormRoutes(desk)], { role: 'editor' })
  reader = await makeTestServer([...apiRoutes(desk), ...editionFormRoutes(desk)], { role: 'reader' })
})

after(async () => {
  for (const server of [editor, reader]) await server.close()
  await desk.close()
})

interface Told {
  readonly left?: readonly unknown[]
  readonly state: string
  readonly number: number
  readonly code: string
  readonly version?: { readonly number: number; readonly state: string }
  readonly items: readonly { readonly week: string; readonly state: string; readonly number?: number }[]
  readonly corrections: readonly { readonly was?: string; readonly now?: string; readonly why: string }[]
  readonly sections: readonly {
    readonly own?: readonly { readonly text: string }[]
    readonly items: readonly {
      readonly lines: readonly { readonly id: string; readonly text: string; readonly reworded?: object }[]
    }[]
  }[]
}

async function ask(server: FastifyInstance, path: string, payload?: object): Promise<{ status: number; told: Told }> {
  const method = payload ? 'POST' : 'GET'
  const reply = await server.inject({ method, url: path, headers: { host: 'localhost' }, ...(payload && { payload }) })
  return { status: reply.statusCode, told: reply.json() }
}

const stateFor = async (server: FastifyInstance) =>
  (await ask(server, '/api/editions')).told.items.map(({ state, number }) => `${state} ${number ?? ''}`.trim())

test('what has not changed is not told again; a watch that is set otherwise makes another answer', async () => {
  const path = settingsPath(desk.dir)
  const set = (question: string) =>
    writeFileSync(path, JSON.stringify({ watches: [{ id: 'dam', name: 'The dam', question, words: ['offer'] }] }))
  set('who offered what')
  for (const url of ['/api/editions', '/api/editions/dam-2031-W10']) {
    const get = (known = '') =>
      reader.inject({ method: 'GET', url, headers: { host: 'localhost', 'if-none-match': known } })
    const first = await get()
    const tag = String(first.headers.etag)
    assert.deepEqual([first.statusCode, (await get(tag)).statusCode], [200, 304], url)
    set(`who refused what, in ${url}`)
    const again = await get(tag)
    assert.deepEqual([again.statusCode, again.headers.etag === tag], [200, false], url)
  }
  rmSync(path)
})

test('drafted, edited, issued and corrected, each seen by whom it is for', async () => {
  assert.equal((await ask(editor, WEEK)).told.state, 'composed')
  assert.equal((await ask(reader, `${WEEK}/drafts`, {})).status, 403)
  const drafted = await ask(editor, `${WEEK}/drafts`, {})
  assert.deepEqual([drafted.status, drafted.told.number, drafted.told.state, drafted.told.left], [201, 1, 'draft', []])
  assert.deepEqual([await stateFor(editor), await stateFor(reader)], [['draft 1'], ['composed']])
  assert.equal((await ask(reader, `${WEEK}?version=1`)).status, 404)
  const { told: draft } = await ask(editor, `${WEEK}?version=1`)
  const lines = draft.sections.flatMap(({ items }) => items.flatMap((item) => item.lines))
  const [line] = lines
  assert.ok(line)

  const edits = [{ kind: 'own', text: 'Of our own.', to: { section: 'lead' } }]
  assert.equal((await ask(editor, `${WEEK}/edits`, { from: 1, edits })).told.number, 2)
  const late = await ask(editor, `${WEEK}/edits`, { from: 1, edits })
  assert.deepEqual([late.status, late.told.code], [409, 'EDITION_STALE'])
  const nowhere = await ask(editor, `${WEEK}/edits`, { from: 2, edits: [{ kind: 'drop', what: 'line', line: 'none' }] })
  assert.deepEqual([nowhere.status, nowhere.told.code], [409, 'EDIT_REFUSED'])

  const bent = { kind: 'reword', line: line.id, text: `${line.text} “Never said.”` }
  assert.equal((await ask(editor, `${WEEK}/edits`, { from: 2, edits: [bent] })).told.number, 3)
  const stopped = await ask(editor, `${WEEK}/issues`, { from: 3, why: 'read' })
  assert.deepEqual([stopped.status, stopped.told.code], [409, 'EDITION_REFUSED'])
  const back = { kind: 'reword', line: line.id, text: line.text }
  assert.equal((await ask(editor, `${WEEK}/edits`, { from: 3, edits: [back] })).told.number, 4)
  assert.equal((await ask(editor, `${WEEK}/issues`, { from: 4, why: 'read' })).told.state, 'issued')
  assert.deepEqual(await stateFor(reader), ['issued 5'])
  const { told: issued } = await ask(reader, WEEK)
  assert.deepEqual([issued.version?.number, issued.sections[0]?.own?.[0]?.text], [5, 'Of our own.'])

  const gone = [{ kind: 'drop', what: 'line', line: line.id }]
  assert.equal((await ask(editor, `${WEEK}/edits`, { from: 5, edits: gone })).told.number, 6)
  assert.equal((await ask(editor, `${WEEK}/issues`, { from: 6, why: 'another matter' })).told.state, 'corrected')
  const { told: corrected } = await ask(reader, WEEK)
  assert.deepEqual(
    corrected.corrections.map(({ was, now, why }) => [was, now, why]),
    [[line.text, undefined, 'another matter']],
  )
  const { told: versions } = await ask(editor, `${WEEK}/versions`)
  assert.equal(versions.items.length, 7)
  assert.equal((await ask(reader, `${WEEK}/versions`)).status, 403)
  assert.equal((await ask(reader, `${WEEK}?version=5&as=bibtex`)).told.code, 'REQUEST_INVALID')

  const linesOf = (told: Told) => told.sections.flatMap(({ items }) => items.flatMap((item) => item.lines))
  const fileOf = (server: FastifyInstance, version: string) =>
    server.inject({ method: 'GET', url: `/edition/2031-W10/export.json${version}`, headers: { host: 'localhost' } })
  for (const [version, has] of [
    ['?version=5', true],
    ['?version=7', false],
    ['', false],
  ] as const) {
    const file = await fileOf(reader, version)
    assert.equal(file.statusCode, 200, file.body)
    assert.equal(file.body.includes(line.id), has, `lines of the file ${version}`)
  }
  assert.ok(linesOf(issued).some(({ id }) => id === line.id))
  const drafts = [await fileOf(reader, '?version=4'), await fileOf(editor, '?version=4')]
  assert.deepEqual(
    drafts.map(({ statusCode }) => statusCode),
    [404, 200],
  )
  const pages = makeEditionPages(desk)
  const shell: Shell = { viewer: { name: 'Ada Orme', role: 'editor' }, csrf: 'abc', isShared: true }
  for (const [version, words] of [
    [5, 'export.md?version=5"'],
    [4, 'export.md?version=4"'],
    [7, 'export.md"'],
    [undefined, 'export.md"'],
  ] as const) {
    const read = await pages.read('2031-W10', version === undefined ? {} : { version }, shell)
    assert.ok(read?.after.includes(words), `version ${version}`)
  }
})
