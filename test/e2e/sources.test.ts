// Going out for news as people do it: an invented newsroom, the command line, and what is on the desk afterwards.
import assert from 'node:assert/strict'
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { MAIN, makeFolder, readout } from '../readout.ts'
import { readoutHere } from '../readout-here.ts'
import { makeAllDue, makeDesk, NONE, openNewsroom, pageOf, rssOf, say } from './newsroom.ts'

const OFFER =
  '“Veldania has offered to withdraw its troops from the dam,” Ilse Marrow, a minister of Karsk, said on Tuesday.'
const DENIAL = 'Corvin Hale, a spokesman for Veldania, denied that any offer had been made.'
const OPML = `<opml version="2.0"><head><title>Feeds</title></head><body>
<outline text="Karsk"><outline text="Karsk Courier" type="rss" xmlUrl="https://courier.example/all.xml"/></outline>
<outline text="Wire" type="rss" xmlUrl="https://meridian.example/wire.atom"/>
</body></opml>
`
const HOME =
  '<!doctype html><title>Karsk Courier</title><link rel="alternate" type="application/rss+xml" href="/news/all.xml">'

test('sources are added, listed, shown, paused, resumed, set and removed', async (t) => {
  const newsroom = await openNewsroom({
    '/': say(HOME),
    '/news/all.xml': say('', 'application/rss+xml'),
    '/wire.atom': say(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><id>urn:wire</id><updated>2031-03-04T10:00:00Z</updated></feed>',
      'application/atom+xml',
    ),
    '/plain': say(pageOf('No feed here', OFFER)),
  })
  if (!newsroom) return t.skip(NONE)
  const { url } = newsroom
  newsroom.pages.set('/news/all.xml', say(rssOf('Karsk Courier', [`${url}/dam`]), 'application/rss+xml'))
  const desk = makeDesk(newsroom)
  const source = (...args: string[]) => readoutHere(['source', ...args, '--desk', desk])
  try {
    const behind = await source('add', `${url}/`, '--folder', 'Karsk/Papers')
    assert.equal(behind.status, 0, behind.err)
    assert.equal(behind.err, '')
    assert.match(behind.out, /^follows [0-9a-f]{12} {2}Karsk Courier\n {2}http:\S+\/news\/all\.xml\n$/)
    assert.match((await source('add', `${url}/wire.atom`)).out, /^follows [0-9a-f]{12} {2}Wire\n/)
    assert.match((await source('add', `${url}/wire.atom`)).out, /^followed already /)
    const none = await source('add', `${url}/plain`)
    assert.deepEqual([none.status, none.out], [1, ''])
    assert.match(none.err, /^readout: \S+\/plain: neither it nor [^\n]+ is a feed; [^\n]+ --page\n$/)
    assert.equal((await source('add', `${url}/plain`, '--page', '--title', 'The plain page')).status, 0)

    const listed = JSON.parse((await source('list', '--json')).out) as { title: string; kind: string; site?: string }[]
    assert.deepEqual(
      listed.map(({ title, kind }) => `${kind} ${title}`),
      ['feed Karsk Courier', 'feed Wire', 'page The plain page'],
    )
    assert.equal(listed[0]?.site, `${url}/`)
    const shown = await source('show', 'wire')
    assert.match(
      shown.out,
      /^[0-9a-f]{12} {2}Wire\n {2}http:\S+\n {2}0 found, 0 a day; not asked yet; next \S+ \S+ UTC\n$/,
    )
    assert.match((await source('show', 'nobody')).err, /^readout: "nobody": no source is called so; [^\n]+\n$/)
    assert.match((await source('pause', 'wire')).out, /^paused /)
    assert.match((await source('list')).out, /Wire \(paused\)/)
    assert.match((await source('resume', 'wire')).out, /^followed /)
    await source('set', 'wire', '--every', '30', '--outlet', 'Meridian News Agency')
    assert.match((await source('show', 'wire')).out, /Wire, printed by Meridian News Agency/)
    assert.match((await source('remove', 'wire')).out, /^removed /)
    assert.doesNotMatch((await source('list')).out, /Wire/)
  } finally {
    await newsroom.close()
  }
})

test('lists are taken over without doubles and handed on as they came; a broken line costs itself', async () => {
  const folder = makeFolder()
  const list = join(folder, 'feeds.opml')
  const source = (...args: string[]) => readoutHere(['source', ...args, '--desk', join(folder, 'desk')])
  writeFileSync(list, OPML)
  const first = await source('import', list)
  assert.equal(first.status, 0, first.err)
  assert.match(first.out, /\n2 new, 0 followed already, 0 refused\n$/)
  assert.match((await source('import', list)).out, /\n0 new, 2 followed already, 0 refused\n$/)
  const opml = await source('export')
  assert.match(opml.out, /<outline text="Karsk"/)
  writeFileSync(list, opml.out)
  assert.match((await source('import', list)).out, /\n0 new, 2 followed already, 0 refused\n$/)
  assert.equal((await source('export')).out, opml.out)
  writeFileSync(list, OPML.replace('<body>\n', '<body>\n<outline text="Broken" type="rss"/>\n'))
  const broken = await source('import', list)
  assert.equal(broken.status, 1, broken.out)
  assert.match(broken.out, /^refused {2}\S+feeds\.opml, line 2: [^\n]*“Broken”[^\n]*\nfollowed already {2}/)
  assert.match(broken.out, /\n0 new, 2 followed already, 1 refused\n$/)
})

test('what is followed is fetched, read, asked for again, and stays what it is in a rebuild', async (t) => {
  const newsroom = await openNewsroom({
    '/robots.txt': say('User-agent: *\nDisallow: /private', 'text/plain'),
    '/dam': say(pageOf('Veldania offers to leave the dam', OFFER, DENIAL), undefined, '"dam-1"'),
    '/levy': say(pageOf('Levy talks go on', '“The levy will fall,” Ilse Marrow said on Monday in Karsk.')),
    '/gone': say(pageOf('A ferry', 'The ferry to Port Sabel was late again on Friday, Ada Orme said.')),
    '/private/letter': say(pageOf('A letter', OFFER)),
  })
  if (!newsroom) return t.skip(NONE)
  const { url, pages, asked } = newsroom
  const links = ['/dam', '/levy', '/gone', '/private/letter'].map((path) => url + path)
  pages.set('/all.xml', say(rssOf('Karsk Courier', links), 'application/rss+xml', '"feed-1"'))
  const desk = makeDesk(newsroom)
  const run = (...args: string[]) => readoutHere([...args, '--desk', desk])
  try {
    await run('source', 'add', `${url}/all.xml`)
    const first = await readout(['fetch', '--desk', desk])
    assert.equal(first.status, 0, first.err)
    const lines = first.out.trim().split('\n')
    assert.equal(lines[0], `had  ${url}/all.xml, 4 new`)
    assert.deepEqual(
      lines.slice(1, -1).map((line) => line.replace(/ \(.*/, '')),
      [
        `had  ${url}/dam -> 127.0.0.2-${newsroom.port}-dam`,
        `had  ${url}/gone -> 127.0.0.2-${newsroom.port}-gone`,
        `had  ${url}/levy -> 127.0.0.2-${newsroom.port}-levy`,
        `refused by robots  ${url}/private/letter`,
      ],
    )
    assert.equal(lines.at(-1), '4 had, 1 refused by robots; 3 read')
    assert.equal((await run('fetch')).out, 'nothing was due; 0 read\n')
    assert.equal(asked.filter((one) => one.startsWith('/private')).length, 0)

    pages.delete('/gone')
    pages.set('/levy', say(pageOf('Levy talks end', '“The levy has fallen,” Ilse Marrow said on Thursday in Karsk.')))
    await makeAllDue(desk)
    asked.length = 0
    const second = await run('fetch')
    assert.equal(second.status, 0, second.err)
    assert.match(second.out, new RegExp(`^unchanged {2}${url}/all\\.xml$`, 'm'))
    assert.match(second.out, new RegExp(`^unchanged {2}${url}/dam$`, 'm'))
    assert.match(second.out, new RegExp(`^status 404 {2}${url}/gone \\(it answered with status 404\\)$`, 'm'))
    assert.match(second.out, new RegExp(`^had {2}${url}/levy -> \\S+-levy-2$`, 'm'))
    assert.ok(asked.includes('/dam "dam-1"') && asked.includes('/all.xml "feed-1"'), asked.join())

    const { documents, ledger } = JSON.parse((await run('ledger', '--json')).out) as {
      documents: { outlet: string; title: string }[]
      ledger: { says: string; assertedIn: string[]; deniedBy: string[] }[]
    }
    assert.deepEqual(documents.map(({ title, outlet }) => `${outlet}: ${title}`).sort(), [
      'Karsk Courier: A ferry',
      'Karsk Courier: Levy talks end',
      'Karsk Courier: Levy talks go on',
      'Karsk Courier: Veldania offers to leave the dam',
    ])
    const offer = ledger.find(({ says }) => says.includes('offered to withdraw its troops'))
    assert.deepEqual(offer?.deniedBy, ['Corvin Hale'])
    assert.match((await run('check')).out, /\nall of it holds\n$/)
    const [one, two] = [await run('rebuild', '--json'), await run('rebuild', '--json')]
    assert.equal(one.out, two.out)
    assert.match(one.out, /"read":4,"unread":0,"digest":"[0-9a-f]{64}"/)
  } finally {
    await newsroom.close()
  }
})

test('a served desk follows by itself, shows what came, and ends cleanly', async (t) => {
  const newsroom = await openNewsroom({ '/dam': say(pageOf('Veldania offers to leave the dam', OFFER, DENIAL)) })
  if (!newsroom) return t.skip(NONE)
  newsroom.pages.set('/all.xml', say(rssOf('Karsk Courier', [`${newsroom.url}/dam`]), 'application/rss+xml'))
  const desk = makeDesk(newsroom)
  await readout(['source', 'add', `${newsroom.url}/all.xml`, '--desk', desk])
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--log', 'text', '--desk', desk])
  try {
    const { url, err } = await urlOf(child)
    const end = Date.now() + 150_000
    for (;;) {
      const shown = await (await fetch(`${url}/reports`)).text()
      if (shown.includes('Veldania offers to leave the dam')) break
      assert.ok(Date.now() < end, `not shown in time: ${err()}`)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    assert.equal(err(), '')
  } finally {
    child.kill('SIGTERM')
  }
  const status = await new Promise((resolve) => child.on('close', resolve))
  assert.equal(status, 0)
  await newsroom.close()
  // it may have been told to end before the ledger was made
  assert.match((await readout(['check', '--desk', desk])).out, /\n(?:all of it|what is made) holds\n$/)
})

test('fetch is stopped by Ctrl-C without a stack, or killed, and begun again it goes on at once', async (t) => {
  const newsroom = await openNewsroom({ '/slow': () => {}, '/quick': say(pageOf('Levy talks go on', OFFER)) })
  if (!newsroom) return t.skip(NONE)
  const { url, pages, asked } = newsroom
  pages.set('/all.xml', say(rssOf('Karsk Courier', [`${url}/slow`, `${url}/quick`]), 'application/rss+xml'))
  const desk = makeDesk(newsroom)
  try {
    await readout(['source', 'add', `${url}/all.xml`, '--desk', desk])
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      asked.length = 0
      const child = spawn(process.execPath, [MAIN, 'fetch', '--desk', desk])
      let err = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text
      })
      const closed = new Promise((resolve) => child.on('close', resolve))
      while (!asked.includes('/slow')) await new Promise((resolve) => setTimeout(resolve, 50))
      child.kill(signal)
      const status = await closed
      assert.equal(status, signal === 'SIGINT' ? 130 : null)
      if (signal === 'SIGINT') assert.match(err, /^readout: stopped[^\n]*; what came is kept, [^\n]+\n$/)
    }
    pages.set('/slow', say(pageOf('Veldania offers to leave the dam', OFFER)))
    const begun = Date.now()
    const last = await readout(['fetch', '--desk', desk])
    assert.equal(last.status, 0, last.err)
    assert.match(last.out, new RegExp(`^had {2}${url}/slow -> `, 'm'))
    assert.ok(Date.now() - begun < 120_000, 'it waited for a lease')
    assert.match((await readout(['check', '--desk', desk])).out, /\nall of it holds\n$/)
  } finally {
    await newsroom.close()
  }
})

function urlOf(child: ChildProcessWithoutNullStreams): Promise<{ url: string; err: () => string }> {
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  return new Promise((resolve, reject) => {
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      const [, url] = /serving .* on (http:\S+)/.exec(out) ?? []
      if (url) resolve({ url, err: () => err })
    })
    child.on('close', (status) => reject(new Error(`ended with ${status}: ${out}${err}`)))
  })
}
