// Reviewing over the desk's own pages and forms, on reports of the sample: each ruling shows at once, is kept under who asks,
// outlives a rebuild, and is undone; of two who rule at once the second is told, and loses nothing of what was filled in.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { listClaimLines } from '../../src/archive/catalogue/claim-lines.ts'
import { listPersonLines } from '../../src/archive/catalogue/person-lines.ts'
import { findSaid, listSaid } from '../../src/archive/catalogue/said-lines.ts'
import { lastDecision } from '../../src/archive/keep-decision.ts'
import { addAccount } from '../../src/desk/accounts/keep-accounts.ts'
import { openAccounts } from '../../src/desk/accounts/open-accounts.ts'
import { derive } from '../../src/desk/derive.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { makePages } from '../../src/desk/pages.ts'
import { readFiles } from '../../src/desk/read-files.ts'
import { rebuild } from '../../src/desk/rebuild.ts'
import { findKept } from '../../src/desk/review/find-kept.ts'
import { type HandedIn, takeIn } from '../../src/desk/take-in.ts'
import { refusedPage } from '../../src/desk/views/accounts.ts'
import { makeServer } from '../../src/server/make-server.ts'
import { listRoutes } from '../../src/server/routes.ts'
import { makeFolder } from '../readout.ts'

const SAMPLE = join(import.meta.dirname, '..', '..', 'sample', 'reports')
const REPORTS = [
  '01-meridian-dam-offer',
  '05-herald-dam-rumour',
  '06-times-two-diplomats',
  '14-times-november',
  '16-meridian-roke-confirms',
]
const PASSWORD = 'a long stone wall'

const folder = makeFolder()
let desk: Desk
let server: FastifyInstance
let ada: Browser
let ben: Browser

/** A browser that is signed in: it keeps its cookies, and sends forms with the token of the page. */
class Browser {
  readonly cookies = new Map<string, string>()

  async signIn(name: string): Promise<this> {
    await this.send('/sign-in', '/sign-in', { name, password: PASSWORD, to: '/review' })
    return this
  }

  async get(url: string): Promise<LightMyRequestResponse> {
    return this.#keep(await server.inject({ method: 'GET', url, headers: this.#headers() }))
  }

  async send(page: string, url: string, fields: Record<string, string | string[]>): Promise<LightMyRequestResponse> {
    const token = /name="_csrf" value="([^"]*)"/.exec((await this.get(page)).body)?.[1] ?? ''
    const pairs = Object.entries({ _csrf: token, ...fields }).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, each]),
    )
    const headers = { ...this.#headers(), 'content-type': 'application/x-www-form-urlencoded' }
    const payload = new URLSearchParams(pairs).toString()
    return this.#keep(await server.inject({ method: 'POST', url, headers, payload }))
  }

  #headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return { host: 'localhost', 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) }
  }

  #keep(reply: LightMyRequestResponse): LightMyRequestResponse {
    for (const { name, value } of reply.cookies) this.cookies.set(name, value)
    return reply
  }
}

before(async () => {
  desk = await openDesk(join(folder, 'desk'))
  await takeIn(desk, handIn(), () => {})
  await derive(desk)
  await addAccount(desk, { name: 'Dora Keep', password: PASSWORD, role: 'admin' }, {}) // the first must keep the accounts
  await addAccount(desk, { name: 'Ada Orme', password: PASSWORD, role: 'reviewer' }, {})
  await addAccount(desk, { name: 'Ben Sorrel', password: PASSWORD, role: 'reviewer' }, {})
  await addAccount(desk, { name: 'Cleo Reader', password: PASSWORD, role: 'reader' }, {})
  server = await makeServer(listRoutes(makePages(desk), desk), {
    host: '127.0.0.1',
    accounts: await openAccounts(desk, 'somebody'),
    refused: refusedPage,
    notice: (address, shell) => findKept(desk, shell, address),
  })
  ada = await new Browser().signIn('Ada Orme')
  ben = await new Browser().signIn('Ben Sorrel')
})

after(async () => {
  await server.close()
  await desk.close()
})

async function* handIn(): AsyncGenerator<HandedIn> {
  for await (const incoming of readFiles(REPORTS.map((name) => join(SAMPLE, `${name}.html`)))) {
    if (incoming.kind === 'report') yield incoming
  }
}

/** The hidden fields of the form of a page, and what its text fields hold. */
function fieldsOf(html: string): Record<string, string> {
  const form = /<form class="ruling-form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? html
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)]
  const areas = [...form.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>\n?([^<]*)<\/textarea>/g)]
  return Object.fromEntries([...hidden, ...areas].map(([, name = '', value = '']) => [name, plain(value)]))
}

function plain(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}

function formOf(noun: string, id: string, action: string): string {
  return `/review/${noun}/${id}?do=${encodeURIComponent(action)}&at=${encodeURIComponent('/review#i-next')}`
}

/** Fills in the form of a page and sends it; gives the number of the decision that was kept. */
async function decide(by: Browser, page: string, filled: Record<string, string | string[]> = {}): Promise<number> {
  const fields = fieldsOf((await by.get(page)).body)
  const reply = await by.send(page, '/decide', { ...fields, ...filled })
  assert.equal(reply.statusCode, 303, reply.body)
  const kept = /[?&]decided=(\d+)/.exec(String(reply.headers.location))?.[1]
  assert.ok(kept, String(reply.headers.location))
  assert.match(String(reply.headers.location), /^\/review\?decided=\d+#i-next$/)
  return Number(kept)
}

async function undo(by: Browser, number: number): Promise<void> {
  const reply = await by.send('/decisions', '/decide', { kind: 'undo', decision: String(number), at: '/decisions' })
  assert.equal(reply.statusCode, 303, reply.body)
}

async function saidBy(words: string, claim?: string) {
  const { items } = await listSaid(desk.store, { order: 'printed', limit: 1000, claim })
  return items.find((line) => line.source.includes(words)) ?? assert.fail(`nobody called ${words} says anything`)
}

async function claimOf(words: string) {
  const { items } = await listClaimLines(desk.store, { order: 'reach', limit: 1000 })
  return items.find(({ wording }) => wording.includes(words)) ?? assert.fail(`no claim of ${words}`)
}

const lasting: { readonly number: number; readonly what: string; readonly holds: () => Promise<unknown> }[] = []

/** What holds now; the last of these tests tries that it still does after a rebuild, and is gone once it is undone. */
async function lasts(number: number, what: string, holds: () => Promise<unknown>): Promise<void> {
  await derive(desk)
  assert.ok(await holds(), what)
  lasting.push({ number, what, holds })
}

test('a confirmation by one press is told at once, with a way back, and leaves the queue', async () => {
  const { attribution } = await saidBy('Corvin Hale')
  const queue = await ada.get('/review?kind=said')
  assert.equal(queue.statusCode, 200)
  const row = queue.body.split('<li class="queued"').find((one) => one.startsWith(` id="i-${attribution}"`)) ?? ''
  assert.match(row, /<button name="kind" value="confirm" data-key="c"/)
  const reply = await ada.send('/review', '/decide', { ...fieldsOf(row), kind: 'confirm' })
  assert.equal(reply.statusCode, 303, reply.body)
  const next = await ada.get(String(reply.headers.location))
  assert.match(
    next.body,
    /<div class="status" role="status"><div class="notice" id="notice" tabindex="-1"><span>Kept as decision \d+ by Ada Orme: confirmed\./,
  )
  assert.ok(!next.body.includes(`id="i-${attribution}"`))
  const decisions = await ben.get('/decisions')
  assert.match(decisions.body, /<b>confirmed<\/b>[\s\S]*?<bdi>Ada Orme<\/bdi>/)
  await undo(ben, lastDecision(desk.store))
  assert.ok((await ada.get('/review?kind=said')).body.includes(`id="i-${attribution}"`))
})

test('a merge chosen among near claims lasts', async () => {
  const [keep, absorb] = [await claimOf('approved the paper himself'), await claimOf('two-page paper')]
  const page = formOf('claim', keep.claim, 'merge')
  const form = (await ada.get(page)).body
  assert.match(form, new RegExp(`name="with" value="${absorb.claim}"|Search claims`))
  const found = await ada.get(`${page}&q=two-page`)
  assert.ok(found.body.includes(`name="with" value="${absorb.claim}"`), found.body)
  const number = await decide(ada, page, { with: absorb.claim, why: 'one paper' })
  const line = (id: string) =>
    listClaimLines(desk.store, { order: 'reach', limit: 1000 }).then(({ items }) =>
      items.find(({ claim }) => claim === id),
    )
  await lasts(
    number,
    'merge',
    async () => (await line(absorb.claim)) === undefined && (await line(keep.claim)) !== undefined,
  )
})

test('what is ticked is split off, and lasts', async () => {
  const claim = await claimOf('approved the paper himself')
  const denial = await saidBy('Hale', claim.claim)
  const page = formOf('claim', claim.claim, 'split')
  assert.ok((await ada.get(page)).body.includes(`name="move" value="${denial.attribution}"`))
  const number = await decide(ada, page, { move: denial.attribution, why: 'another matter' })
  await lasts(
    number,
    'split',
    async () => !(await findSaid(desk.store, denial.attribution))?.claims.includes(claim.claim),
  )
})

test('somebody of the report, or found by name, said it instead, and it lasts', async () => {
  const { attribution } = await saidBy('Corvin Hale')
  const { items } = await listPersonLines(desk.store, { order: 'said', limit: 100, begins: 'Sole' })
  const other = items[0]?.entity ?? assert.fail('nobody called Sole')
  const page = formOf('attribution', attribution, 're-attribute')
  assert.ok((await ada.get(`${page}&q=sol`)).body.includes(`name="to" value="${other}"`))
  const number = await decide(ada, page, { to: other, why: 'as read in print' })
  await lasts(number, 're-attribute', async () => (await findSaid(desk.store, attribution))?.who.includes(other))
})

test('words are put right, and it lasts; words that the report has not are refused with all that was filled in', async () => {
  const { attribution, words } = await saidBy('two Lindrian diplomats')
  const page = formOf('attribution', attribution, 'correct')
  const fields = fieldsOf((await ada.get(page)).body)
  const content = fields.content ?? ''
  assert.equal(content.replace(/\s+/g, ' '), words.replace(/\s+/g, ' '))
  const refused = await ada.send(page, '/decide', { ...fields, content: 'no such words <b>here</b>', why: 'so & so' })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /role="alert"/)
  assert.deepEqual(
    { ...fieldsOf(refused.body), _csrf: '' },
    { ...fields, content: 'no such words <b>here</b>', why: 'so & so', _csrf: '' },
  )
  const shorter = content.split(' ').slice(0, -1).join(' ')
  assert.notEqual(shorter, '')
  const number = await decide(ada, page, { content: shorter, why: 'the last word is not his' })
  await lasts(number, 'correct', async () => (await findSaid(desk.store, attribution))?.words === shorter)
})

test('a kind of source is set, and lasts', async () => {
  const { attribution, kind } = await saidBy('Sole')
  const to = kind === 'expert' ? 'person' : 'expert'
  const number = await decide(ada, formOf('attribution', attribution, 'set kind'), { to })
  await lasts(number, 'set kind', async () => (await findSaid(desk.store, attribution))?.kind === to)
})

test('of two who rule on one thing at once the second is told by whom, what and when, and may decide all the same', async () => {
  const { attribution } = await saidBy('Roke')
  const page = formOf('attribution', attribution, 're-attribute')
  const seen = fieldsOf((await ben.get(page)).body)
  const number = await decide(ada, formOf('attribution', attribution, 'set kind'), {
    to: 'expert',
    why: 'as he is called',
  })
  const late = await ben.send(page, '/decide', { ...seen, to: 'unstated', why: 'nobody is named' })
  assert.equal(late.statusCode, 409)
  assert.match(late.body, /Somebody was quicker/)
  assert.match(
    late.body,
    new RegExp(
      `<bdi>Ada Orme</bdi>[\\s\\S]*?<a href="/decisions#d${number}">decision ${number}</a>: <span dir="auto">as he is called`,
    ),
  )
  assert.match(late.body, /name="to" value="unstated" checked/)
  const again = fieldsOf(late.body)
  assert.equal(again.why, 'nobody is named')
  const all = await ben.send(page, '/decide', { ...again, to: 'unstated' })
  assert.equal(all.statusCode, 303, all.body)
  await undo(ben, lastDecision(desk.store))
  await undo(ada, number)
  await derive(desk)
})

test('a claim that is confirmed as it stands leaves the queue, and says so on its page', async () => {
  const { claim } = await claimOf('has offered to withdraw')
  assert.ok(
    (await ada.get('/review?kind=claims')).body.includes(`id="i-${claim}"`) ||
      (await ada.get('/review?kind=contested')).body.includes(`id="i-${claim}"`),
  )
  const number = await decide(ada, formOf('claim', claim, 'confirm'))
  for (const kind of ['claims', 'contested']) {
    assert.ok(!(await ada.get(`/review?kind=${kind}`)).body.includes(`id="i-${claim}"`), kind)
  }
  const page = (await ben.get(`/claim/${claim}`)).body
  assert.match(page, /<span class="ruling confirm">confirmed<\/span> by <bdi>Ada Orme/)
  assert.match(page, new RegExp(`What was decided[\\s\\S]*id="d${number}"`))
  await undo(ada, number)
})

test('undone twice is refused with the reason', async () => {
  const { attribution } = await saidBy('Roke')
  const number = await decide(ada, formOf('attribution', attribution, 'confirm'))
  await undo(ada, number)
  const twice = await ben.send('/decisions', '/decide', { kind: 'undo', decision: String(number), at: '/decisions' })
  assert.equal(twice.statusCode, 422)
  assert.match(twice.body, /is undone already/)
})

const ODD = [
  'a tag',
  '<script>alert(1)</script>',
  '"quoted" & \'so\'',
  '../../etc/passwd',
  '%00%2F%3f',
  'ﷺ 𝒯𝑒𝓍𝓉 עברית العربية',
  '👩‍👩‍👧‍👦 e\u0301',
  '\u202eright to left',
  '{{7*7}} #{7*7}',
  "'; drop table decision; --",
  '\ufeffmark',
]

test('whatever stands in a note or a tag comes back as it was, or is refused and kept in the form', async () => {
  const { claim } = await claimOf('approved the paper himself')
  for (const words of ODD) {
    const note = await decide(ada, formOf('claim', claim, 'note'), { text: `${words}\n  and more` })
    const tag = await decide(ada, formOf('claim', claim, 'tag'), { tag: words })
    const tagged = await ada.get(`/tag/${encodeURIComponent(words)}`)
    assert.equal(tagged.statusCode, 200, words)
    assert.ok(plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(tagged.body)?.[1] ?? '').endsWith(words), words)
    assert.match(tagged.body, new RegExp(`href="/claim/${claim}"`))
    const listed = await ada.get('/decisions?kind=note')
    assert.ok(plain(listed.body).includes(`${words}\n  and more</span>`), words)
    await undo(ada, note)
    await undo(ada, tag)
  }
  for (const words of ['a\u0000b', '\u001b[31m', ' ']) {
    const page = formOf('claim', claim, 'tag')
    const reply = await ada.send(page, '/decide', { ...fieldsOf((await ada.get(page)).body), tag: words })
    assert.equal(reply.statusCode, 400, JSON.stringify(words))
    assert.match(reply.body, /role="alert"/)
  }
})

test('what is followed tells what is new, and stops being followed', async () => {
  const { claim } = await claimOf('approved the paper himself')
  const number = await decide(ada, formOf('claim', claim, 'watch'))
  assert.match((await ada.get('/watching')).body, new RegExp(`href="/claim/${claim}"`))
  assert.doesNotMatch((await ben.get('/watching')).body, new RegExp(`href="/claim/${claim}"`))
  await decide(ben, formOf('claim', claim, 'note'), { text: 'seen' })
  assert.match((await ada.get('/watching')).body, /one decision by others|1 decision by others/)
  await undo(ada, number)
  assert.doesNotMatch((await ada.get('/watching')).body, new RegExp(`href="/claim/${claim}"`))
})

test('a draw is the same all day, counted apart, and says how far it is', async () => {
  const first = await ada.get('/review?draw=5&day=2031-03-08')
  assert.equal(
    first.body.replace(/value="[^"]*"/g, ''),
    (await ada.get('/review?draw=5&day=2031-03-08')).body.replace(/value="[^"]*"/g, ''),
  )
  const row = first.body.split('<li class="queued"')[1] ?? assert.fail('nothing drawn')
  const reply = await ada.send('/review', '/decide', { ...fieldsOf(row), kind: 'reject' })
  assert.equal(reply.statusCode, 303, reply.body)
  const number = lastDecision(desk.store)
  await derive(desk)
  const then = await ada.get('/review?draw=5&day=2031-03-08')
  assert.match(then.body, /1 of \d reviewed\./)
  assert.match(then.body, /In random draws<\/h3>[\s\S]*?<th scope="row">something was said<\/th><td>0 \/ 1<\/td>/)
  await undo(ada, number)
  await derive(desk)
})

test('a form leads back to this desk only; a reader rules on nothing; an address of nothing is none', async () => {
  const { attribution } = await saidBy('Roke')
  for (const at of [
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    '/..//elsewhere.example',
    'javascript:alert(1)',
  ]) {
    const fields = fieldsOf((await ada.get(formOf('attribution', attribution, 'confirm'))).body)
    const reply = await ada.send('/review', '/decide', { ...fields, at })
    assert.equal(reply.statusCode, 303, at)
    assert.match(String(reply.headers.location), /^\/review\?decided=\d+#notice$/, at)
    await undo(ada, lastDecision(desk.store))
  }
  const cleo = await new Browser().signIn('Cleo Reader')
  assert.equal((await cleo.get('/review')).statusCode, 403)
  assert.equal(
    (await cleo.send('/decisions', '/decide', { kind: 'confirm', noun: 'attribution', id: attribution })).statusCode,
    403,
  )
  assert.doesNotMatch((await cleo.get('/decisions')).body, /action="\/decide"/)
  for (const url of [
    formOf('attribution', 'ffffffff', 'correct'),
    formOf('claim', 'none', 'merge'),
    formOf('claim', attribution, 'correct'),
  ]) {
    assert.equal((await ada.get(url)).statusCode, 404, url)
  }
  assert.equal((await ada.get('/review?after=nonsense')).statusCode, 400)
})

test('all of it outlives a rebuild, and is gone once it is undone', async () => {
  assert.equal(lasting.length, 5)
  await rebuild(desk)
  for (const { what, holds } of lasting) assert.ok(await holds(), `${what} after a rebuild`)
  for (const { number } of lasting) await undo(ada, number)
  await derive(desk)
  for (const { what, holds } of lasting) assert.ok(!(await holds()), `${what} once undone`)
})
