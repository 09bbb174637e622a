// The first run: a desk with the sample on it, its edition, and pages; after a kill, again, and beside another server. What it prints on a
// new desk the README shows, and manual.test.ts holds it to that.
import assert from 'node:assert/strict'
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openDesk } from '../../src/desk/open-desk.ts'
import { MAIN, makeFolder, readout } from '../readout.ts'
import { openSampleDesk } from '../sample-desk.ts'

test('a start on a desk of one’s own says that it left the sample out', async () => {
  const desk = join(makeFolder(), 'desk')
  const story = 'The envoy Ilse Marrow said on Monday that the levy talks in Karsk would go on.'
  await readout(['add', '-', '--id', 'levy', '--desk', desk], { input: story })
  const { status, out, err } = await readout(['start', '--once', '--desk', desk])
  assert.equal(status, 0, err)
  assert.match(out, /^this desk has reports of its own, so the sample was left out\nthe edition of .*\n$/)
})

test('a start that was killed is completed by the next one, and one more changes nothing', async (t) => {
  const desk = join(makeFolder(), 'desk')
  for (let kill = 1; kill <= 2; kill += 1) {
    const child = spawn(process.execPath, [MAIN, 'start', '--once', '--desk', desk], { stdio: 'ignore' })
    const delay = Math.round(200 + Math.random() * 1500)
    const timer = setTimeout(() => child.kill('SIGKILL'), delay)
    await new Promise((resolve) => child.on('close', resolve))
    clearTimeout(timer)
    t.diagnostic(`killed after ${delay} ms: ${existsSync(desk) ? readdirSync(desk).join(' ') : 'no desk'}`)
  }
  const last = await readout(['start', '--once', '--desk', desk])
  assert.equal(last.status, 0, last.err)
  assert.match(last.out, /^(?:took in \d+ reports of the sample\n)?the edition of 2031-W11 lies in .*edition\.html\n$/)
  const folder = join(desk, 'edition-2031-W11')
  const page = readFileSync(join(folder, 'edition.html'), 'utf8')
  for (const [, href = ''] of page.matchAll(/href="(reports\/[^"#]+)/g)) {
    assert.ok(existsSync(join(folder, decodeURIComponent(href))), href)
  }
  const again = await readout(['start', '--once', '--desk', desk])
  assert.equal(again.status, 0, again.err)
  assert.match(again.out, /^the edition of 2031-W11 lies in /)
  assert.equal(readFileSync(join(folder, 'edition.html'), 'utf8'), page)
  const { out } = await readout(['check', '--desk', desk])
  assert.match(out, /^checked 20 captures .*of 20 reports.*20 documents and 20 readings.*\nall of it holds\n$/s)
})

test('start serves until it is told to end, and says so when its port is taken', async () => {
  const desk = join(makeFolder(), 'desk')
  await (await openSampleDesk(desk)).close()
  const child = spawn(process.execPath, [MAIN, 'start', '--port', '0', '--desk', desk])
  try {
    const url = await urlOf(child)
    const page = await fetch(url)
    assert.equal(page.status, 200)
    assert.match(await page.text(), /2031-W11|10 to 16 March 2031/)
    const second = await readout(['serve', '--port', '0', '--desk', desk])
    assert.equal(second.status, 2)
    assert.match(second.err, new RegExp(`is served already, by process ${child.pid} on .*, at ${url}; [^\n]+\n$`))
    const elsewhere = makeFolder()
    await (await openDesk(elsewhere)).close()
    const other = await readout(['serve', '--port', new URL(url).port, '--desk', elsewhere])
    assert.equal(other.status, 1)
    assert.match(other.err, /^readout: port \d+ on 127\.0\.0\.1 is taken; [^\n]+\n$/)
  } finally {
    child.kill('SIGTERM')
  }
  const status = await new Promise((resolve) => child.on('close', resolve))
  assert.equal(status, 0)
})

function urlOf(child: ChildProcessWithoutNullStreams): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      const [, url] = /serving .* on (http:\S+)/.exec(out) ?? []
      if (url) resolve(url)
    })
    child.on('close', (status) => reject(new Error(`ended with ${status}: ${out}`)))
  })
}
