// Cases of robots.txt: the text, what is asked for, and whether it may be. Rules by RFC 9309, with its own examples of paths.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeRobots } from './judge-robots.ts'
import { parseRobots } from './robots.ts'

// processor time: the clock tells of other work on the machine
const spentMs = (): number => process.threadCpuUsage().user / 1000

const SITE = 'https://marrow.example'
const URL = `${SITE}/robots.txt`

const read = (text: string) => parseRobots(URL, Buffer.from(text))
const all = (rules: string): string => `User-agent: *\n${rules}`

/** robots.txt, path, and whether it may be asked for. */
const CASES: readonly (readonly [string, string, boolean])[] = [
  ['', '/', true],
  ['Disallow: /', '/', true], // a rule of no group
  [all('Disallow:'), '/a', true],
  [all('Disallow: /'), '/a', false],
  [all('Disallow: /'), '/robots.txt', true],
  [all('Allow: /'), '/a', true],
  // case: names of fields do not count, paths do
  ['USER-AGENT: *\nDISALLOW: /a', '/a', false],
  [all('Disallow: /A'), '/a', true],
  // who is meant
  ['User-agent: readout\nDisallow: /', '/a', false],
  ['User-agent: READOUT\nDisallow: /', '/a', false],
  ['User-agent: Readout/0.1\nDisallow: /', '/a', false],
  ['User-agent: Readout bot\nDisallow: /', '/a', false],
  ['User-agent: ReadoutBot\nDisallow: /', '/a', true],
  ['User-agent: Readout2\nDisallow: /', '/a', true],
  ['User-agent: Read\nDisallow: /', '/a', true],
  ['User-agent: Otherbot\nDisallow: /', '/a', true],
  ['User-agent:\nDisallow: /', '/a', true],
  ['User-agent: * \nDisallow: /', '/a', false],
  // our own group alone counts, wherever it stands, in as many pieces as it comes
  ['User-agent: *\nDisallow: /\n\nUser-agent: Readout\nDisallow: /b', '/a', true],
  ['User-agent: Readout\nDisallow: /b\n\nUser-agent: *\nDisallow: /', '/a', true],
  ['User-agent: Readout\nDisallow: /b\nUser-agent: x\nDisallow: /c\nUser-agent: readout\nDisallow: /a', '/a', false],
  ['User-agent: Readout\nDisallow: /b\nUser-agent: x\nDisallow: /c\nUser-agent: readout\nDisallow: /a', '/c', true],
  ['User-agent: *\nDisallow: /a\nUser-agent: *\nDisallow: /b', '/b', false],
  ['User-agent: x\nUser-agent: Readout\nDisallow: /a', '/a', false],
  ['User-agent: x\n\n# said twice\n\nUser-agent: Readout\nDisallow: /a', '/a', false],
  ['User-agent: Readout\nSitemap: https://marrow.example/s\nUser-agent: x\nDisallow: /a', '/a', false],
  ['User-agent: Readout\nHost: marrow.example\nDisallow: /a', '/a', false],
  ['User-agent: *\nDisallow: /a\nNoindex: /b\nDisallow: /c', '/c', false],
  // beginnings
  [all('Disallow: /fish'), '/fish.html', false],
  [all('Disallow: /fish'), '/fishheads/yummy', false],
  [all('Disallow: /fish/'), '/fish', true],
  [all('Disallow: /fish/'), '/fish/x', false],
  [all('Disallow: fish'), '/fish', true],
  [all('Disallow: /a?b'), '/a?bc=1', false],
  [all('Disallow: /a?b'), '/a', true],
  // the longest decides; of two alike the allow
  [all('Allow: /p\nDisallow: /'), '/page', true],
  [all('Disallow: /\nAllow: /p'), '/page', true],
  [all('Allow: /folder\nDisallow: /folder'), '/folder/page', true],
  [all('Disallow: /folder\nAllow: /folder'), '/folder/page', true],
  [all('Allow: /page\nDisallow: /*.htm'), '/page.htm', false],
  [all('Allow: /page\nDisallow: /*.ph'), '/page.php5', true],
  [all('Allow: /$\nDisallow: /'), '/', true],
  [all('Allow: /$\nDisallow: /'), '/page.htm', false],
  [all('Allow: /example/page/\nDisallow: /example/page/disallowed.gif'), '/example/page/disallowed.gif', false],
  // wildcards and ends
  [all('Disallow: /*.php'), '/folder/x.php?y', false],
  [all('Disallow: /*.php$'), '/x.php?y', true],
  [all('Disallow: /*.php$'), '/x.php', false],
  [all('Disallow: /fish*.php'), '/fishheads/catfish.php?p', false],
  [all('Disallow: /fish*.php'), '/Fish.PHP', true],
  [all('Disallow: *'), '/a', false],
  [all('Disallow: */private/'), '/a/private/b', false],
  [all('Disallow: /a**b'), '/axb', false],
  [all('Disallow: /a*'), '/a', false],
  [all('Disallow: /a$b'), '/a$b', false],
  [all('Disallow: /a$b'), '/a', true],
  [all('Disallow: /a.b'), '/axb', true],
  [all('Disallow: /a(b'), '/a(b', false],
  // RFC 9309, 2.2.2 and 2.2.3
  [all('Disallow: /foo/bar?baz=quz'), '/foo/bar?baz=quz', false],
  [all('Disallow: /foo/bar?baz=https://foo.bar'), '/foo/bar?baz=https://foo.bar', false],
  [all('Disallow: /foo/bar/ツ'), '/foo/bar/%E3%83%84', false],
  [all('Disallow: /foo/bar/%E3%83%84'), '/foo/bar/ツ', false],
  [all('Disallow: /foo/bar/%e3%83%84'), '/foo/bar/%E3%83%84', false],
  [all('Disallow: /foo/bar/%62%61%7A'), '/foo/bar/baz', false],
  [all('Disallow: /foo/bar/baz'), '/foo/bar/%62%61%7A', false],
  [all('Disallow: /path/file-with-a-%2A.html'), '/path/file-with-a-*.html', false],
  [all('Disallow: /path/file-with-a-%2A.html'), '/path/file-with-a-b.html', true],
  [all('Disallow: /path/foo-%24'), '/path/foo-$', false],
  [all('Disallow: /path/foo-%24'), '/path/foo-', true],
  [all('Disallow: /a%2Fb'), '/a/b', true], // an encoded slash is another character
  [all('Disallow: /a%2fb'), '/a%2Fb', false],
  [all('Disallow: /100%'), '/100%', false],
  [all('Disallow: /a[b]'), '/a[b]', false],
  [all('Disallow: /a|b^c'), '/a|b^c', false],
  [all('Disallow: /a b'), '/a%20b', false],
  [all('Disallow: /a\u{1f600}'), '/a\u{1f600}', false],
  // lines
  [`\ufeff${all('Disallow: /a')}`, '/a', false],
  ['User-agent: *\r\nDisallow: /a\r\n', '/a', false],
  ['User-agent: *\rDisallow: /a\rAllow: /b', '/a', false],
  ['User-agent: *\n\r\n\r\nDisallow: /a', '/a', false],
  ['  User-agent : * \n\t Disallow : /a ', '/a', false],
  [all('Disallow: /a # and /b'), '/a', false],
  [all('Disallow: /a # and /b'), '/b', true],
  [all('#Disallow: /a'), '/a', true],
  [all('Disallow /a'), '/a', true],
  [all(': /a'), '/a', true],
  [all('Disallow: /a\0\nDisallow: /b'), '/b', false],
  ['<!doctype html><title>Not found</title><p>User-agent: *<p>Disallow: /', '/a', true],
  [all('Disallow: /constructor\nDisallow: /__proto__'), '/__proto__', false],
  ['User-agent: __proto__\nDisallow: /', '/a', true],
]

test('what a robots.txt allows', async (t) => {
  for (const [text, path, may] of CASES) {
    await t.test(`${JSON.stringify(text)} ${path}`, () => {
      assert.equal(read(text).whyNot(SITE + path) === undefined, may)
    })
  }
})

test('the reason names the file and the line', () => {
  assert.equal(read('# us\nUser-agent: *\n\nDisallow: /a').whyNot(`${SITE}/a`), `${URL} disallows it, line 4`)
})

test('it speaks for its own site alone', () => {
  const { whyNot } = read(all('Allow: /'))
  for (const other of ['http://marrow.example/', 'https://www.marrow.example/', `${SITE}:8443/`, 'nothing', 'data:x']) {
    assert.notEqual(whyNot(other), undefined, other)
  }
  assert.equal(whyNot('https://marrow.example:443/'), undefined)
})

test('the delay is read, ours before everybody’s', () => {
  assert.equal(read(all('Crawl-delay: 10')).crawlDelayMs, 10_000)
  assert.equal(read(all('Crawl-delay: 0.5')).crawlDelayMs, 500)
  assert.equal(read('User-agent: *\nCrawl-delay: 10\nUser-agent: Readout\nCrawl-delay: 2').crawlDelayMs, 2000)
  assert.equal(read('User-agent: *\nCrawl-delay: 10\nUser-agent: Readout\nDisallow: /a').crawlDelayMs, undefined)
  assert.equal(read(all('Crawl-delay: 1e99')).crawlDelayMs, 86_400_000)
  for (const none of ['soon', '-1', '', 'NaN'])
    assert.notEqual(read(all(`Crawl-delay: ${none}`)).crawlDelayMs, -1000, none)
  assert.equal(read(all('Crawl-delay: soon')).crawlDelayMs, undefined)
  assert.equal(read(all('Crawl-delay: -1')).crawlDelayMs, undefined)
})

test('sitemaps are listed, of whatever group', () => {
  const text =
    'Sitemap: https://marrow.example/a.xml\nUser-agent: x\nsitemap:https://marrow.example/b.xml#1\nSitemap:\n'
  assert.deepEqual(read(text).sitemaps, ['https://marrow.example/a.xml', 'https://marrow.example/b.xml#1'])
})

test('500 KiB are read, and no half line', () => {
  const filler = `# ${'x'.repeat(97)}\n`
  const head = all('Disallow: /early\n')
  const before = head + filler.repeat(Math.floor((500 * 1024 - head.length) / filler.length))
  const room = 500 * 1024 - before.length
  assert.ok(room < filler.length)
  const padded = `${before}${'#'.repeat(Math.max(0, room - 12))}\nAllow: /${'z'.repeat(50)}\nDisallow: /late\n`
  const robots = read(padded)
  assert.notEqual(robots.whyNot(`${SITE}/early`), undefined)
  assert.equal(robots.whyNot(`${SITE}/late`), undefined)
  assert.equal(
    read(`${'#'.repeat(500 * 1024 - 20 - 14)}\nUser-agent: *\nDisallow: /abcdefgh\n`).whyNot(`${SITE}/abc`),
    undefined,
  )
})

test('a file made to cost much costs little, and then allows less, not more', () => {
  const path = `${SITE}/${'a'.repeat(7000)}`
  for (const line of [
    'Disallow: /*a*a*a*a*a*a*a*a*b\n',
    `Disallow: /${'*a'.repeat(3000)}b\n`,
    `Allow: /*${'a'.repeat(1900)}b\n`,
  ]) {
    const robots = read(all(line.repeat(Math.ceil((500 * 1024) / line.length))))
    const begun = spentMs()
    robots.whyNot(path)
    assert.ok(spentMs() - begun < 2000, line.slice(0, 20)) // some thousand times less than without a bound
  }
  assert.notEqual(read(all(`Disallow: /a/${'b'.repeat(9000)}`)).whyNot(`${SITE}/a/${'b'.repeat(7000)}`), undefined)
  assert.notEqual(
    read(all(`Disallow: /\nAllow: /a/${'b'.repeat(9000)}`)).whyNot(`${SITE}/a/${'b'.repeat(7000)}`),
    undefined,
  )
})

test('no bytes make it throw', () => {
  for (let seed = 1; seed < 200; seed++) {
    const bytes = Buffer.alloc(300)
    for (let i = 0, value = seed; i < bytes.length; i++) {
      value = (Math.imul(value, 1664525) + 1013904223) >>> 0
      bytes[i] = value >>> 24
    }
    parseRobots(URL, bytes).whyNot(`${SITE}/a`)
  }
})

test('what a try for the file comes to', () => {
  const answered = (status: number, text = all('Disallow: /a')) => ({
    outcome: { kind: 'answered', payload: '' } as const,
    hops: [{ url: URL, status, headers: [] }],
    body: Buffer.from(text),
  })
  const may = (tried: Parameters<typeof judgeRobots>[1]) =>
    ['/a', '/b'].map((path) => !judgeRobots(URL, tried)?.whyNot(SITE + path))
  for (const status of [200, 203]) assert.deepEqual(may(answered(status)), [false, true], `${status}`)
  for (const status of [400, 401, 403, 404, 410, 451])
    assert.deepEqual(may(answered(status)), [true, true], `${status}`)
  for (const status of [429, 500, 502, 503, 504, 599, 300])
    assert.deepEqual(may(answered(status)), [false, false], `${status}`)
  const ended = (outcome: Parameters<typeof judgeRobots>[1]['outcome']) => ({ outcome, hops: [] })
  for (const code of ['FETCH_DNS', 'FETCH_TIMEOUT', 'FETCH_TLS', 'FETCH_BROKEN_OFF'] as const) {
    assert.deepEqual(may(ended({ kind: 'failed', code, reason: 'x' })), [false, false], code)
  }
  assert.deepEqual(may(ended({ kind: 'failed', code: 'FETCH_REDIRECTS', reason: 'x' })), [true, true])
  assert.deepEqual(may(ended({ kind: 'refused', by: 'guard', reason: 'x' })), [false, false])
  assert.equal(judgeRobots(URL, ended({ kind: 'unchanged' })), undefined)
})
