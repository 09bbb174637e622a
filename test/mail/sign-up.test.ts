// Readers come onto the list by a letter and a button, and everybody who asks is told the same. Who is on it is for admins to see.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, test } from 'node:test'
import PostalMime from 'postal-mime'
import { listAudited } from '../../src/archive/audit.ts'
import { beginMailing as beginRows } from '../../src/archive/mail/mailings.ts'
import { keepSubscriber, listSubscribers } from '../../src/archive/mail/subscribers.ts'
import { addAccount } from '../../src/desk/accounts/keep-accounts.ts'
import { openAccounts } from '../../src/desk/accounts/open-accounts.ts'
import { exportSubscribers, importSubscribers, takeOff } from '../../src/desk/mailing/change-subscribers.ts'
import { askForMail, confirmMail } from '../../src/desk/mailing/sign-up.ts'
import { makePages } from '../../src/desk/pages.ts'
import { refusedPage } from '../../src/desk/views/accounts.ts'
import { nameCookies } from '../../src/server/guard/cookies.ts'
import { makeServer } from '../../src/server/make-server.ts'
import { listRoutes } from '../../src/server/routes.ts'
import { PASSWORD } from '../../src/server/visitor.contract.ts'
import { ODD as STRINGS } from '../e2e/attack-strings.ts'
import { makeSession } from '../e2e/who-asks.ts'
import { makeFolder } from '../readout.ts'
import { addReaders, ORIGIN, openIssuedDesk, writeMailSettings } from './issued-desk.ts'
import { openMailServer } from './mail-server.ts'

const folder = makeFolder()
const mail = await openMailServer(join(folder, 'accepted'))
const dir = join(folder, 'desk')
const desk = await openIssuedDesk(dir, { mailPort: mail.port, mailSignUp: 'on' })
const accounts = await openAccounts(desk, 'somebody')
const admin = await addAccount(desk, { name: 'the admin', password: PASSWORD, role: 'admin' }, {})
const editor = await addAccount(desk, { name: 'the editor', password: PASSWORD, role: 'editor' }, {})
const server = await makeServer(listRoutes(makePages(desk), desk), {
  host: '127.0.0.1',
  publicAddress: ORIGIN,
  accounts,
  refused: refusedPage,
  limits: { asksOfAddress: 30 },
})
const cookies = nameCookies({ key: accounts.key, publicAddress: ORIGIN })
after(async () => {
  await server.close()
  await desk.close()
  await mail.close()
})

/** Loads a page and sends its form, as a browser without scripts does. */
async function send(path: string, fields: Record<string, string>, page = path, session?: string) {
  const cookie = session === undefined ? '' : `${cookies.session}=${session}; `
  const shown = await server.inject({ method: 'GET', url: page, headers: { host: 'desk.example', cookie } })
  const seal = /name="_csrf" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
  const jar = shown.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return server.inject({
    method: 'POST',
    url: path,
    headers: { host: 'desk.example', cookie: cookie + jar, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...fields, _csrf: seal }).toString(),
  })
}

const all = async () => listSubscribers(await desk.store.state())
const stateOf = async (address: string) => (await all()).find((one) => one.address === address)?.state

async function mailTo(address: string, count: number): Promise<string> {
  for (let i = 0; i < 400; i += 1) {
    const found = mail.messages.filter(({ to }) => to === address)
    const raw = found.at(-1)?.raw
    if (found.length >= count && raw !== undefined)
      return (await new PostalMime().parse(Buffer.from(raw, 'latin1'))).text ?? ''
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return assert.fail(`no mail ${count} to ${address}`)
}

test('asked, confirmed by a button and not by a look, and told the same whether known or not', async () => {
  const first = await send('/subscribe', { address: 'Anna@reader.example' })
  assert.equal(first.statusCode, 200)
  assert.equal(await stateOf('Anna@reader.example'), 'asked')
  const text = await mailTo('Anna@reader.example', 1)
  const link = /https:\/\/desk\.example(\/subscribe\/\S+)/.exec(text)?.[1] ?? assert.fail(text)
  const shown = await server.inject({ method: 'GET', url: link, headers: { host: 'desk.example' } })
  assert.match(shown.body, /Anna@reader\.example/)
  assert.equal(await stateOf('Anna@reader.example'), 'asked', 'looking confirms nothing')
  const again = await send('/subscribe', { address: 'anna@READER.example' })
  assert.equal((await send(link, {})).statusCode, 200)
  assert.equal((await stateOf('anna@reader.example')) ?? (await stateOf('Anna@reader.example')), 'confirmed')
  assert.equal((await send(link, {}, '/subscribe')).statusCode, 404, 'it is good once')
  const known = await send('/subscribe', { address: 'anna@reader.example' })
  const strange = await send('/subscribe', { address: 'corvin@reader.example' })
  const plain = (body: string): string => body.replace(/value="[^"]*"/g, '')
  for (const other of [again, known, strange]) {
    assert.equal(other.statusCode, first.statusCode)
    assert.equal(plain(other.body), plain(first.body))
  }
  await mailTo('corvin@reader.example', 1)
  assert.equal(mail.messages.filter(({ to }) => to.toLowerCase() === 'anna@reader.example').length, 1)
  const kinds = (await listAudited(await desk.store.state(), { limit: 20 })).map(({ what }) => what)
  assert.ok(kinds.includes('subscriber asked') && kinds.includes('subscriber confirmed'))
})

test('what is no address is refused with the reason, mails nobody, and is shown as words', async () => {
  const before = mail.messages.length
  const odd = ['anna@reader.example, corvin@evil.example', 'a\r\nBcc: x@evil.example', ...STRINGS.slice(0, 8)]
  for (const address of odd) {
    const reply = await send('/subscribe', { address })
    assert.equal(reply.statusCode, 400, address)
    assert.doesNotMatch(reply.body, /<script>top|<img src=x|<svg\/onload/)
  }
  assert.equal(mail.messages.length, before)
  assert.equal((await send('/subscribe', { address: 'x@reader.example', watch: 'nothing-such' })).statusCode, 400)
})

test('a form that comes back has what was chosen', async () => {
  const settings = { mailPort: mail.port, mailSignUp: 'on' }
  writeMailSettings(dir, { ...settings, watches: [{ id: 'the-ketter-dam', name: 'The Ketter dam', words: ['dam'] }] })
  const back = await send('/subscribe', { address: 'anna@', watch: 'the-ketter-dam' })
  writeMailSettings(dir, settings)
  assert.equal(back.statusCode, 400)
  assert.match(back.body, /value="anna@"/)
  assert.deepEqual(back.body.match(/<option [^>]*selected[^>]*>[^<]*/g), [
    '<option value="the-ketter-dam" selected>The Ketter dam',
  ])
})

test('an address is asked for so often and no more', async () => {
  let refused = 0
  for (let i = 0; i < 35 && refused === 0; i += 1) {
    const { statusCode } = await send('/subscribe', { address: 'anna@reader.example' })
    if (statusCode === 429) refused = i
  }
  assert.ok(refused > 0, 'it went on and on')
})

test('where the settings do not open it there is no form, and nobody can ask', async () => {
  writeMailSettings(dir, { mailPort: mail.port })
  const page = await server.inject({ method: 'GET', url: '/subscribe', headers: { host: 'desk.example' } })
  assert.equal(page.statusCode, 404)
  assert.doesNotMatch(page.body, /<form method="post" action="\/subscribe"/)
  writeMailSettings(dir, { mailPort: mail.port, mailSignUp: 'on' })
})

test('whoever left stays so while somebody else types their address, until they confirm by mail', async () => {
  const doer = { who: 'Ada Orme' }
  const both = 'lena@reader.example\njoren@reader.example'
  await importSubscribers(desk, both, { watch: '', why: 'confirmed at the old list', doer })
  await takeOff(desk, 'lena@reader.example', { watch: '', as: 'left', why: '', doer })
  await takeOff(desk, 'joren@reader.example', { watch: '', as: 'bounced', why: '', doer })
  const asking = { watch: '', source: 'The desk', origin: ORIGIN }
  const asked = await askForMail(desk, { ...asking, address: 'lena@reader.example' }, {})
  await askForMail(desk, { ...asking, address: 'joren@reader.example' }, {})
  const brought = await importSubscribers(desk, both, { watch: '', why: 'again', doer })
  assert.deepEqual([brought.added, brought.left], [0, 2])
  assert.equal(await stateOf('lena@reader.example'), 'left')
  const token = /subscribe\/([\w-]+)/.exec(asked?.letter.text ?? '')?.[1] ?? ''
  assert.equal((await confirmMail(desk, token, {}))?.state, 'confirmed')
})

test('asked for one who is known, as much is written as for a stranger', async () => {
  const asking = { watch: '', source: 'The desk', origin: ORIGIN }
  const written = async () => (await listAudited(await desk.store.state(), { limit: 1000 })).length
  for (const address of ['lena@reader.example', 'stranger@reader.example', 'stranger@reader.example']) {
    const before = await written()
    await askForMail(desk, { ...asking, address }, {})
    assert.equal(await written(), before + 1, address)
  }
})

test('a list from elsewhere brings nobody back who left, and names the lines that hold no address', async () => {
  await takeOff(desk, 'corvin@reader.example', {
    watch: '',
    as: 'left',
    why: 'by telephone',
    doer: { who: 'Ada Orme' },
  })
  const csv = [
    'name,Address,state',
    '"Roke, Anselm",anselm@reader.example,confirmed',
    '"x",corvin@reader.example,confirmed',
    'y,"not ""an"" address",confirmed',
    'z,ilse@reader.example,left',
    'anna,anna@reader.example,confirmed',
    "plus,'+plus@reader.example,confirmed",
  ].join('\r\n')
  const done = await importSubscribers(desk, csv, {
    watch: '',
    why: 'confirmed at the old list',
    doer: { who: 'Ada Orme' },
  })
  assert.deepEqual([done.added, done.known, done.left], [2, 1, 1])
  assert.equal(done.faults.length, 2)
  assert.match(done.faults[0] ?? '', /^line 4: "not "an" address"/)
  assert.equal(await stateOf('corvin@reader.example'), 'left')
  assert.match(
    (await all()).find(({ address }) => address.startsWith('anselm'))?.how ?? '',
    /imported by Ada Orme: confirmed at the old list/,
  )
  const out = await exportSubscribers(desk, { who: 'Ada Orme' })
  assert.match(out, /\r\n'\+plus@reader\.example,,confirmed,/, 'no spreadsheet runs it')
  await assert.rejects(importSubscribers(desk, csv, { watch: '', why: ' ', doer: {} }), /--why/)
  const bare = await importSubscribers(desk, 'a@reader.example\nb@reader.example\n', { watch: '', why: 'x', doer: {} })
  assert.equal(bare.added, 2)
})

test('editors see counts, admins addresses, and an admin settles what is unknown on the page', async () => {
  await addReaders(desk, 2)
  const state = await desk.store.state()
  const rest = { watch: '', since: desk.now(), how: '<b>x</b>' } as const
  await keepSubscriber(state, {
    id: 'ff',
    address: 'secret@reader.example',
    sign: 'secret@reader.example',
    state: 'confirmed',
    ...rest,
  })
  await state.transaction().execute((trx) =>
    beginRows(
      trx,
      {
        id: 'abc',
        kind: 'edition',
        watch: '',
        week: '2031-W10',
        version: 'x',
        number: 1,
        begun: desk.now(),
        by: 'Ada Orme',
      },
      [{ id: 'ff00ff', address: 'secret@reader.example', sign: 'secret@reader.example', subscriber: 'ff' }],
    ),
  )
  await state.updateTable('state.delivery').set({ state: 'unknown', reply: 'no answer' }).execute()
  const [ofEditor, ofAdmin] = [await makeSession(desk, editor), await makeSession(desk, admin)]
  const see = async (url: string, session: string) =>
    server.inject({ method: 'GET', url, headers: { host: 'desk.example', cookie: `${cookies.session}=${session}` } })
  const counts = await see('/mail', ofEditor)
  assert.equal(counts.statusCode, 200)
  assert.match(counts.body, /1 unknown/)
  assert.doesNotMatch(counts.body, /secret@/)
  assert.equal((await see('/mail/subscribers', ofEditor)).statusCode, 403)
  assert.match((await see('/mail/subscribers', ofAdmin)).body, /secret@reader\.example/)
  assert.doesNotMatch((await see('/mail/subscribers', ofAdmin)).body, /<b>x/)
  assert.match((await see('/mail', ofAdmin)).body, /secret@reader\.example/)
  const settled = await send('/mail/settle', { id: 'ff00ff', as: 'sent', why: 'by the log' }, '/mail', ofAdmin)
  assert.equal(settled.statusCode, 200)
  assert.match(settled.body, /secret@reader\.example is settled/)
  assert.match((await see('/mail', ofEditor)).body, /1 sent/)
})
