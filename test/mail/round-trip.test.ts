// A letter goes through a real server, is parsed by a program that is not ours, and opened in Chromium: footnotes lead there and back,
// pictures are shown, nothing runs, and the way out of the list works as mail programs use it.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, test } from 'node:test'
import PostalMime, { type Email } from 'postal-mime'
import { findSubscriber } from '../../src/archive/mail/subscribers.ts'
import { addAccount } from '../../src/desk/accounts/keep-accounts.ts'
import { openAccounts } from '../../src/desk/accounts/open-accounts.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { composeEdition } from '../../src/desk/edition.ts'
import { mailEdition, mailTest } from '../../src/desk/mailing/mail-edition.ts'
import { makePages } from '../../src/desk/pages.ts'
import { refusedPage } from '../../src/desk/views/accounts.ts'
import type { Edition, Line } from '../../src/model/edition.ts'
import { makeServer } from '../../src/server/make-server.ts'
import { listRoutes } from '../../src/server/routes.ts'
import { PASSWORD } from '../../src/server/visitor.contract.ts'
import { ATTACKS, HEADER } from '../e2e/attack-strings.ts'
import { noBrowser, openBrowser, openPage } from '../e2e/browser.ts'
import { takePicture } from '../e2e/take-picture.ts'
import { makeFolder } from '../readout.ts'
import { openSampleDesk } from '../sample-desk.ts'
import { addReaders, keepVersion, ORIGIN, openIssuedDesk, WEEK, writeMailSettings } from './issued-desk.ts'
import { openMailServer } from './mail-server.ts'

const folder = makeFolder()
const mailServer = await openMailServer(join(folder, 'accepted'))
after(() => mailServer.close())

async function lastMail(): Promise<Email> {
  const raw = mailServer.messages.at(-1)?.raw ?? assert.fail('nothing was mailed')
  return new PostalMime().parse(Buffer.from(raw, 'latin1'))
}

/** The HTML of a mail as a mail program shows it: pictures by their ids. */
function shown({ html = '', attachments }: Email): string {
  let page = html
  for (const { contentId = '', content, mimeType } of attachments) {
    const data = `data:${mimeType};base64,${Buffer.from(content as ArrayBuffer).toString('base64')}`
    page = page.replaceAll(`cid:${contentId.slice(1, -1)}`, data)
  }
  return page
}

const headerOf = ({ headers }: Email, name: string): string[] =>
  headers.filter(({ key }) => key === name).map(({ value }) => value)

async function openServed(desk: Desk) {
  const accounts = await openAccounts(desk, 'somebody')
  await addAccount(desk, { name: 'the admin', password: PASSWORD, role: 'admin' }, {})
  return makeServer(listRoutes(makePages(desk), desk), {
    host: '127.0.0.1',
    publicAddress: ORIGIN,
    accounts,
    refused: refusedPage,
  })
}

test('the sample’s edition by mail: parsed, opened, clicked, looked at', { skip: noBrowser }, async () => {
  const dir = join(folder, 'sample')
  const desk = await openSampleDesk(dir)
  try {
    writeMailSettings(dir, { mailPort: mailServer.port })
    const { edition } = await composeEdition(desk)
    await keepVersion(desk, edition, { number: 1, state: 'issued' })
    await mailTest(desk, { week: edition.week }, 'ada@desk.example', { by: 'Ada Orme' })
    const mail = await lastMail()
    assert.match(mail.subject ?? '', /^\[Test\] Readout, 10 to 16 March 2031: Lindria confirms/)
    const browser = await openBrowser()
    try {
      for (const [name, width, colorScheme] of [
        ['mail-1280', 1280, 'light'],
        ['mail-390', 390, 'light'],
        ['mail-1280-dark', 1280, 'dark'],
        ['mail-390-dark', 390, 'dark'],
      ] as const) {
        const { page, faults, close } = await openPage(browser, { viewport: { width, height: 900 }, colorScheme })
        await page.setContent(shown(mail))
        await takePicture(page, name)
        const wide = await page.evaluate('document.documentElement.scrollWidth')
        assert.ok(Number(wide) <= width, `${name}: ${wide} wide`)
        const marks = await page.locator('a[href^="#note-"]').count()
        assert.ok(marks > 10)
        for (const at of [0, Math.floor(marks / 2), marks - 1]) {
          const mark = page.locator('a[href^="#note-"]').nth(at)
          const number = await mark.textContent()
          await mark.click()
          assert.equal(new URL(page.url()).hash, `#note-${number}`)
          assert.ok(await inView(page, `#note-${number}`))
          await page.locator(`#note-${number}`).click()
          assert.equal(new URL(page.url()).hash, `#mark-${number}`)
          assert.ok(await inView(page, `#mark-${number}`))
        }
        const images = page.locator('img')
        for (let i = 0; i < (await images.count()); i += 1) {
          const image = images.nth(i)
          assert.ok(((await image.getAttribute('alt')) ?? '').length > 20)
          assert.ok(await page.evaluate(`document.images[${i}].complete && document.images[${i}].naturalWidth > 100`))
        }
        assert.deepEqual(faults, [])
        await close()
      }
    } finally {
      await browser.close()
    }
  } finally {
    await desk.close()
  }
})

function inView(page: Awaited<ReturnType<typeof openPage>>['page'], id: string): Promise<boolean> {
  return page.evaluate(
    `(() => { const { top } = document.querySelector('${id}').getBoundingClientRect(); return top >= -2 && top < innerHeight })()`,
  )
}

test('headers are ours alone, links of the mail answer, and a reader leaves by one POST', async () => {
  const dir = join(folder, 'desk')
  const desk = await openIssuedDesk(dir, { mailPort: mailServer.port, mailReplyTo: 'ada@desk.example' })
  const server = await openServed(desk)
  try {
    await addReaders(desk, 1)
    await mailEdition(desk, { week: WEEK, kind: 'edition' }, { by: 'Ada Orme' })
    const mail = await lastMail()
    assert.deepEqual(mail.from, { name: 'The desk', address: 'news@desk.example' })
    assert.deepEqual(
      mail.to?.map(({ address }) => address),
      ['reader0@reader.example'],
    )
    assert.equal(mail.replyTo?.[0]?.address, 'ada@desk.example')
    assert.match(mail.messageId ?? '', /^<[0-9a-f]{20}\.[0-9a-f]{12}\.readout@desk\.example>$/)
    assert.ok(Math.abs(Date.parse(mail.date ?? '') - Date.now()) < 60_000)
    assert.deepEqual(headerOf(mail, 'list-id'), ['"Readout" <all.readout.desk.example>'])
    assert.deepEqual(headerOf(mail, 'list-unsubscribe-post'), ['List-Unsubscribe=One-Click'])
    const [leave = ''] = headerOf(mail, 'list-unsubscribe')
    const url = new URL(/^<(https:[^>]+)>$/.exec(leave)?.[1] ?? assert.fail(leave))
    assert.equal(url.origin, ORIGIN)
    assert.ok(mail.html?.includes(url.href) && mail.text?.includes(url.href))

    // every address of the mail leads to something that the desk has: what wants a reader leads to the way in
    const links = new Set(
      [...(mail.html ?? '').matchAll(/href="(https:[^"]+)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&') ?? ''),
    )
    assert.ok(links.size > 8)
    const headers = { host: 'desk.example' }
    for (const href of links) {
      const { pathname, search } = new URL(href)
      const reply = await server.inject({ method: 'GET', url: pathname + search, headers })
      assert.ok(reply.statusCode === 200 || reply.statusCode === 303, `${href}: ${reply.statusCode}`)
    }

    const stateOf = async () =>
      (await findSubscriber(await desk.store.state(), { watch: '', sign: 'reader0@reader.example' }))?.state
    const shownPage = await server.inject({ method: 'GET', url: url.pathname, headers })
    assert.match(shownPage.body, /<form method="post"/)
    assert.doesNotMatch(shownPage.body, /reader0/)
    for (const method of ['GET', 'HEAD'] as const) await server.inject({ method, url: url.pathname, headers })
    assert.equal(await stateOf(), 'confirmed', 'looking at the page does nothing')
    const wrong = `${url.pathname.slice(0, -3)}AAA`
    const oneClick = { method: 'POST', payload: 'List-Unsubscribe=One-Click' } as const
    const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' }
    assert.equal((await server.inject({ ...oneClick, url: wrong, headers: form })).statusCode, 404)
    assert.equal(await stateOf(), 'confirmed')
    const boundary = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
    const parts = { ...headers, 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'cross-site' }
    const left = await server.inject({ method: 'POST', url: url.pathname, payload: boundary, headers: parts })
    assert.equal(left.statusCode, 200)
    assert.equal(await stateOf(), 'left')
    assert.equal((await server.inject({ ...oneClick, url: url.pathname, headers: form })).statusCode, 200, 'once more')
    assert.equal(await stateOf(), 'left')
  } finally {
    await server.close()
    await desk.close()
  }
})

test('attack strings in every field make no header, no recipient, and run nowhere', { skip: noBrowser }, async () => {
  const dir = join(folder, 'attacked')
  const desk = await openIssuedDesk(dir, { mailPort: mailServer.port })
  const browser = await openBrowser()
  const { page } = await openPage(browser)
  try {
    const { edition } = await composeEdition(desk, { week: WEEK })
    const attacks = [...ATTACKS, HEADER, 'x\nBcc: evil@evil.example', '=?utf-8?q?x=0d=0aBcc:_evil@evil.example?=']
    for (const [at, attack] of attacks.entries()) {
      await keepVersion(desk, attacked(edition, attack), {
        number: at + 1,
        state: 'corrected',
        title: attack,
        corrections: [{ at: desk.now(), was: attack, now: attack, why: attack }],
      })
      await mailTest(desk, { week: WEEK, watch: 'attacked' }, `ada+${at}@desk.example`, { by: attack })
      const mail = await lastMail()
      const raw = mailServer.messages.at(-1)?.raw ?? ''
      const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
      const names = head.split('\r\n').map((line) => /^[A-Za-z-]+(?=:)/.exec(line)?.[0] ?? `no header: ${line}`)
      assert.deepEqual(names.toSorted(), NAMES, attack)
      assert.equal(mailServer.messages.at(-1)?.to, `ada+${at}@desk.example`)
      assert.equal(mail.to?.length, 1)
      await page.setContent(shown(mail))
      assert.equal(await page.evaluate('top.pwned'), undefined, attack)
      assert.equal(await page.locator('script, iframe, svg, math, base, form, [onerror], [onload]').count(), 0, attack)
      assert.ok(
        (mail.text ?? '').replace(/\s+/g, '').includes(attack.replace(/\s+/g, '').slice(0, 20)),
        `the words stand: ${attack}`,
      )
    }
  } finally {
    await browser.close()
    await desk.close()
  }
})

const NAMES = [
  'Content-Type',
  'Date',
  'From',
  'List-ID',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'MIME-Version',
  'Message-ID',
  'Precedence',
  'Subject',
  'To',
  'X-Auto-Response-Suppress',
]

function attacked(edition: Edition, attack: string): Edition {
  const line = (own: Line): Line => ({ ...own, text: attack, refs: [] })
  return {
    ...edition,
    watch: { id: 'attacked', name: attack, question: attack },
    sections: edition.sections.map((section) => ({
      ...section,
      own: [{ id: 'own' as Line['id'], text: attack, by: attack }],
      items: section.items.map((item) => ({
        ...item,
        ...(item.heading && { heading: line(item.heading) }),
        lines: [line(item.lines[0]), ...item.lines.slice(1).map(line)] as const,
      })),
    })),
  }
}
