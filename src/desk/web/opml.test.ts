// A list comes in once, with its folders; what is broken in it costs nothing but itself; what goes out comes in again.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openStore } from '../../archive/open-store.ts'
import { listSources } from './list-sources.ts'
import { exportOpml, importOpml } from './opml.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-opml-'))
after(() => rmSync(root, { recursive: true, force: true }))

const LIST = `<?xml version="1.0"?>
<opml version="2.0"><head><title>Karsk</title></head><body>
  <outline text="Papers"><outline text="Dailies">
    <outline type="rss" text="Karsk Courier" xmlUrl="https://courier.example/feed" htmlUrl="https://courier.example/"/>
  </outline></outline>
  <outline type="rss" text="no address"/>
  <outline type="rss" text="Halvia Post" xmlUrl="https://post.example/rss.xml"/>
  <outline type="rss" text="Halvia Post again" xmlUrl="http://www.post.example/rss.xml"/>
</body></opml>`
const WORD = { by: 'Ada Orme', why: 'imported' }

async function withDesk(work: (desk: Parameters<typeof importOpml>[0]) => Promise<void>): Promise<void> {
  const store = await openStore(mkdtempSync(join(root, 'desk-')))
  try {
    await work({ store, now: () => '2031-03-03T10:00:00.000Z' })
  } finally {
    store.close()
  }
}

test('followed with their folders, once; a fault is told with its line', () =>
  withDesk(async (desk) => {
    const told = (await importOpml(desk, { text: LIST, path: 'feeds.opml' }, WORD)).map((one) =>
      one.kind === 'refused' ? `line ${one.line}` : `${one.kind} ${one.source.folder.join('/')} ${one.source.title}`,
    )
    assert.ok(told.includes('followed Papers/Dailies Karsk Courier'))
    assert.ok(told.includes('followed  Halvia Post'))
    assert.deepEqual(told.slice(0, 2), ['line 6', 'line 8'], 'one without an address, one named twice')
    assert.equal(listSources(desk).length, 2)
    const again = await importOpml(desk, { text: LIST, path: 'feeds.opml' }, WORD)
    assert.equal(again.filter(({ kind }) => kind === 'followed').length, 0)
    assert.equal(listSources(desk).length, 2)
  }))

test('what goes out comes in again the same', () =>
  withDesk(async (desk) => {
    await importOpml(desk, { text: LIST, path: 'feeds.opml' }, WORD)
    const text = exportOpml(desk)
    await withDesk(async (other) => {
      await importOpml(other, { text, path: 'back.opml' }, WORD)
      assert.deepEqual(
        listSources(other)
          .map(({ url, title, folder, site }) => [url, title, folder, site])
          .toSorted(),
        listSources(desk)
          .map(({ url, title, folder, site }) => [url, title, folder, site])
          .toSorted(),
      )
    })
  }))

test('a file without a feed is refused with what to do', () =>
  withDesk(async (desk) => {
    const refused = { code: 'OPML_BROKEN', message: /^talks\.txt: no feed in it.*OPML/ }
    await assert.rejects(importOpml(desk, { text: 'The dam stays shut.', path: 'talks.txt' }, WORD), refused)
  }))
