import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { feedFile } from './feed-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-feed-'))
after(() => rmSync(folder, { recursive: true }))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const FEED = '<rss version="2.0"><channel><title>Talks</title><item><link>/1</link></item></channel></rss>'

test('a feed is read from a file, plain or zipped', async () => {
  for (const path of [put('a.rss', FEED), put('a.rss.gz', gzipSync(FEED))]) {
    const feed = await feedFile(path, { url: 'https://meridian.example/rss' })
    assert.equal(feed.title?.value, 'Talks')
    assert.equal(feed.items[0]?.link, 'https://meridian.example/1')
  }
})

test('what is no feed is refused in one line with its cure', async () => {
  const page = '<!doctype html><link rel="alternate" type="application/rss+xml" href="/talks.rss">'
  const refuses = (content: string, code: string, message: RegExp): Promise<void> =>
    assert.rejects(
      feedFile(put('b', content), { url: 'https://meridian.example/' }),
      (error: Error & { code?: string }) => {
        assert.equal(error.code, code)
        assert.match(error.message, message)
        assert.ok(!error.message.includes('\n'))
        return true
      },
    )
  await refuses(page, 'FEED_UNKNOWN', /names one at https:\/\/meridian\.example\/talks\.rss/)
  await refuses('<html><body>No</body></html>', 'FEED_UNKNOWN', /names none/)
  await refuses('words', 'FEED_UNKNOWN', /neither RSS/)
  await refuses('', 'FILE_EMPTY', /empty/)
})
