// What the open web may answer, and what people may mistype: a clear line each, nothing lost, no stack.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { MAIN, makeFolder, readout } from '../readout.ts'
import { readoutHere } from '../readout-here.ts'
import { type Answer, makeAllDue, makeDesk, NONE, openNewsroom, pageOf, rssOf, say } from './newsroom.ts'

const OFFER =
  '“Veldania has offered to withdraw its troops from the dam,” Ilse Marrow, a minister of Karsk, said on Tuesday.'
const MEGABYTE = Buffer.alloc(1024 * 1024, '<p>The dam of Karsk stays shut. ')

/** So many megabytes, as fast as they are taken. */
function pour(megabytes: number, type: string): Answer {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': type })
    pourInto(response, megabytes)
  }
}

function pourInto(response: ServerResponse, left: number): void {
  if (response.destroyed) return
  if (left === 0) response.end()
  else if (response.write(MEGABYTE)) setImmediate(pourInto, response, left - 1)
  else response.once('drain', () => pourInto(response, left - 1))
}

test('addresses are added as files are, and what is no report is one line each and status 1', async (t) => {
  const newsroom = await openNewsroom({
    '/robots.txt': say('User-agent: *\nDisallow: /private', 'text/plain'),
    '/dam': say(pageOf('Veldania offers to leave the dam', OFFER)),
    '/picture': say('no picture', 'image/png'),
    '/large': pour(30, 'text/html'),
    '/private/letter': say(pageOf('A letter', OFFER)),
    '/moved': (request, response) =>
      response.writeHead(302, { location: `http://10.0.0.7:${request.socket.localPort}/inner` }).end(),
  })
  if (!newsroom) return t.skip(NONE)
  const { url, port, asked } = newsroom
  const desk = makeDesk(newsroom)
  const folder = makeFolder()
  const file = join(folder, 'levy.txt')
  writeFileSync(file, '“The levy will fall,” Ilse Marrow said on Monday in Karsk.')
  try {
    const one = await readout(['add', `${url}/dam`, '--outlet', 'Karsk Courier', '--id', 'offer', '--desk', desk])
    assert.deepEqual([one.status, one.out, one.err], [0, 'kept offer\n1 new, 0 seen again, 0 refused\n', ''])
    const refused = ['/gone', '/picture', '/large', '/private/letter', '/moved'].map((path) => url + path)
    const inner = [
      `http://127.0.0.1:${port}/`,
      `http://169.254.169.254:${port}/latest`,
      `http://127.0.0.2:${port + 1}/`,
    ]
    const many = await readout(['add', file, `${url}/dam`, ...refused, ...inner, '--json', '--desk', desk])
    assert.equal(many.status, 1)
    const [levy, dam, { summary }] = many.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.deepEqual([levy.kept, dam.kept, dam.from], ['levy', `127.0.0.2-${port}-dam`, `${url}/dam`])
    assert.deepEqual([summary.new, summary.refused], [2, 8])
    const lines = many.err.trim().split('\n')
    const wanted = [
      /gone: it answered with status 404; /,
      /picture: no report but image\/png; /,
      /large: more than 15728640 bytes came/,
      /letter: \S+robots\.txt disallows it, line 2/,
      /moved: .*10\.0\.0\.7 is of a private network/,
      /127\.0\.0\.1 leads to this machine itself/,
      /169\.254\.169\.254 /,
      /port \d+ is not among those asked/,
    ]
    assert.equal(lines.length, wanted.length, many.err)
    for (const [i, pattern] of wanted.entries()) assert.match(lines[i] ?? '', pattern)
    for (const line of lines) assert.match(line, /^readout: http:/)
    assert.ok(!asked.includes('/private/letter'))
    for (const [args, why] of [
      [['--url', 'https://a.example/'], /--url says where a file stood/],
      [['--type', 'jsonl'], /--type jsonl is for files/],
      [['--published', 'soon'], /not a date/],
    ] as const) {
      const wrong = await readoutHere(['add', `${url}/dam`, ...args, '--desk', desk])
      assert.deepEqual([wrong.status, why.test(wrong.err)], [2, true], wrong.err)
    }
    for (const command of ['annotate', 'extract', 'feed']) {
      const { status, err } = await readoutHere([command, `${url}/dam`])
      assert.equal(status, 2)
      assert.match(
        err,
        /^readout: http:\S+: an address, where this command reads files; "readout (?:source )?add http:[^\n]+\n$/,
      )
    }
    assert.match((await readoutHere(['check', '--desk', desk])).out, /\nall of it holds\n$/)
  } finally {
    await newsroom.close()
  }
})

test('whatever header, declaration and meta say of the letters, the right ones come out', async (t) => {
  const labelled = (title: string, charset: string): string =>
    `<?xml version="1.0" encoding="windows-1251"?>\n${pageOf(title, OFFER).replace('<head>', `<head><meta charset="${charset}">`)}`
  const feed = (title: string): string =>
    `<?xml version="1.0" encoding="windows-1252"?><rss version="2.0"><channel><title>${title}</title><item><title>x</title></item></channel></rss>`
  const newsroom = await openNewsroom({
    '/utf8': say(labelled('Zoë Šárka on the dam', 'koi8-r'), 'text/html; charset=iso-8859-1'),
    '/western': say(
      Buffer.from(
        pageOf('Café at the dam', OFFER.replaceAll(/[“”]/g, '"')).replace(
          '<head>',
          '<head><meta charset="iso-8859-1">',
        ),
        'latin1',
      ),
      'text/html; charset=utf-8',
    ),
    '/feed.xml': say(feed('Zoë Šárka'), 'text/xml; charset=iso-8859-1'),
  })
  if (!newsroom) return t.skip(NONE)
  const { url } = newsroom
  const desk = makeDesk(newsroom)
  try {
    const added = await readoutHere(['add', `${url}/utf8`, `${url}/western`, '--desk', desk])
    assert.equal(added.status, 0, added.err)
    const { documents } = JSON.parse((await readoutHere(['ledger', '--json', '--desk', desk])).out)
    const titles = (documents as { title: string }[]).map(({ title }) => title).sort()
    assert.deepEqual(titles, ['Café at the dam', 'Zoë Šárka on the dam'])
    assert.match(
      (await readoutHere(['source', 'add', `${url}/feed.xml`, '--desk', desk])).out,
      /^follows \S+ {2}Zoë Šárka\n/,
    )
  } finally {
    await newsroom.close()
  }
})

test('a feed without ids and dates is read once, one of 50 MB is refused, and one that breaks is told of', async (t) => {
  const newsroom = await openNewsroom({
    '/dam': say(pageOf('Veldania offers to leave the dam', OFFER)),
    '/levy': say(pageOf('Levy talks go on', '“The levy will fall,” Ilse Marrow said on Monday in Karsk.')),
    '/huge.xml': pour(50, 'application/rss+xml'),
    '/text': say('The dam stays shut.', 'text/plain'),
  })
  if (!newsroom) return t.skip(NONE)
  const { url, pages, asked } = newsroom
  pages.set('/bare.xml', say(rssOf('Bare', [`${url}/dam`]), 'application/rss+xml'))
  const desk = makeDesk(newsroom)
  const run = (...args: string[]) => readoutHere([...args, '--desk', desk])
  try {
    assert.equal((await run('source', 'add', `${url}/bare.xml`)).status, 0)
    const huge = await run('source', 'add', `${url}/huge.xml`)
    assert.deepEqual([huge.status, huge.out], [1, ''])
    assert.match(huge.err, /^readout: \S+huge\.xml: more than 15728640 bytes came[^\n]*\n$/)
    const text = await run('source', 'add', `${url}/text`)
    assert.equal(text.status, 1)
    assert.match(text.err, /^readout: \S+\/text: neither it nor [^\n]+ is a feed; [^\n]+\n$/)
    for (const inner of [`http://10.0.0.7:${newsroom.port}/feed`, 'gopher://courier.example/']) {
      const { status, err } = await run('source', 'add', inner)
      assert.ok(status === 1 || status === 2, `${status}`)
      assert.match(err, /^readout: [^\n]*(?:private network|no address of the web)[^\n]*\n$/)
    }
    assert.match((await run('fetch')).out, /, 1 new\n.*dam\n2 had; 1 read\n$/)
    pages.set('/bare.xml', say(rssOf('Bare', [`${url}/levy`, `${url}/dam`, `${url}/dam`]), 'application/rss+xml'))
    await makeAllDue(desk)
    const second = await run('fetch')
    assert.match(second.out, /bare\.xml, 1 new\n/)
    assert.equal(asked.filter((path) => path === '/levy').length, 1)
    pages.set('/bare.xml', say('<html><p>Log in, please.</p></html>'))
    await makeAllDue(desk)
    const third = await run('fetch')
    assert.equal(third.status, 0, third.err)
    assert.match(third.out, /^had {2}\S+bare\.xml \([^\n]*no feed[^\n]*\)$/m)
    assert.match((await run('source', 'list')).out, /in vain: [^\n]*no feed/)
  } finally {
    await newsroom.close()
  }
})

test('settings that are wrong are named with the field, and nothing is asked', async () => {
  const desk = join(makeFolder(), 'desk')
  mkdirSync(desk)
  for (const [settings, why] of [
    ['{"contcat": "ilse@desk.example"}', /settings\.json: .*contcat/],
    ['{"inFlight": "many"}', /settings\.json: inFlight: /],
    ['{"networks": ["10.0.0.0/99"]}', /10\.0\.0\.0\/99/],
    ['{', /settings\.json: no JSON/],
  ] as const) {
    writeFileSync(join(desk, 'settings.json'), settings)
    const { status, err } = await readoutHere(['source', 'add', 'https://courier.example/', '--desk', desk])
    assert.equal(status, 2, err)
    assert.match(err, why)
    assert.match(err, /^readout: [^\n]+\n$/)
  }
})

test('a desk that may not be written says so', async (t) => {
  const folder = makeFolder()
  const desk = join(folder, 'desk')
  await readout(['add', '-', '--desk', desk], { input: 'The envoy Ilse Marrow said that the levy talks would go on.' })
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const run = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8', ...user })
  const canRead = run('-e', `fs.accessSync(${JSON.stringify(MAIN)})`).status === 0
  if (process.platform === 'win32' || !canRead) return t.skip('no user at hand who may read the sources but not write')
  chmodSync(dirname(desk), 0o755)
  for (const path of ['truth.db', 'derived.db']) chmodSync(join(desk, path), 0o444)
  chmodSync(desk, 0o555)
  try {
    for (const args of [['add', 'http://127.0.0.2/'], ['source', 'add', 'http://127.0.0.2/'], ['fetch']]) {
      const { status, stderr } = run(MAIN, ...args, '--desk', desk)
      assert.ok(status === 1 || status === 2, `${args.join(' ')}: ${status}`)
      assert.match(
        stderr.replace(/^readout: no contact[^\n]*\n/, ''),
        /^readout: [^\n]*desk[^\n]*written[^\n]*\n$/,
        args.join(' '),
      )
    }
    assert.match(run(MAIN, 'source', 'list', '--desk', desk).stdout, /^No source is followed/)
    assert.match(
      run(MAIN, 'add', 'http://127.0.0.2/', '--desk', join(folder, 'new')).stderr,
      /^readout: [^\n]+may write to[^\n]+\n$/,
    )
  } finally {
    chmodSync(desk, 0o755)
  }
})
