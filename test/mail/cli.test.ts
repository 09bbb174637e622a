// Mail from the command line: what would go, a test, a sending that is not repeated, and the message as a file.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { composeEdition } from '../../src/desk/edition.ts'
import { beginMailing, planMailing } from '../../src/desk/mailing/begin-mailing.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { makeFolder, readout } from '../readout.ts'
import { readoutHere } from '../readout-here.ts'
import { addReaders, keepVersion, openIssuedDesk, WEEK } from './issued-desk.ts'
import { openMailServer } from './mail-server.ts'

test('an edition is looked at, tried, sent once, and its correction sent on', async () => {
  const folder = makeFolder()
  const dir = join(folder, 'desk')
  const server = await openMailServer(join(folder, 'accepted'))
  try {
    const desk = await openIssuedDesk(dir, { mailPort: server.port })
    await addReaders(desk, 3)
    const { edition } = await composeEdition(desk, { week: WEEK })
    const mail = (...args: string[]) => readout(['mail', ...args, '--desk', dir])

    const dry = await mail('send', '--dry-run')
    assert.match(
      dry.out,
      /edition of 2031-W10, version 1\nSubject: Readout, 3 to 9 March 2031: .*\nIt would go to 3 subscribers\. Nothing was sent\.\n/,
    )
    assert.equal(server.accepted().length, 0)
    const file = join(folder, 'edition.eml')
    assert.equal((await mail('eml', file, '--to', 'ada@desk.example')).status, 0)
    assert.match(readFileSync(file, 'latin1'), /^(?:.*\r\n)*To: ada@desk\.example\r\n/)
    assert.equal((await mail('test', 'ada@desk.example')).out, '1 sent\n')
    assert.deepEqual(server.accepted(), ['ada@desk.example'])
    assert.equal((await mail('send')).out, '3 sent\n')
    assert.equal((await mail('send')).out, '3 sent\n', 'once more sends nothing')
    assert.equal(server.accepted().length, 4)
    const again = await mail('send', '--dry-run')
    assert.match(
      again.out,
      /It was begun at \S+Z\. None is still due; whoever subscribed since .*\. Nothing was sent\.\n/,
    )

    const none = await mail('send', '--correction')
    assert.equal(none.status, 2)
    assert.match(none.err, /was not corrected since/)
    const corrections = [{ at: desk.now(), was: 'Karsk offered peace.', why: 'nobody said so' }]
    await keepVersion(desk, edition, { number: 2, state: 'corrected', corrections })
    await desk.close()
    assert.equal((await mail('send', '--correction')).out, '3 sent\n')
    const last = server.messages.at(-1)?.raw ?? ''
    assert.match(last, /\r\nSubject: Correction: Readout, 3 to 9 March 2031\r\n/)
    const first = server.messages.find(({ to, raw }) => to === server.messages.at(-1)?.to && raw !== last)?.raw ?? ''
    const id = /\r\nMessage-ID: (<[^>]+>)/.exec(first)?.[1] ?? assert.fail(first)
    assert.ok(last.includes(`\r\nIn-Reply-To: ${id}`), 'it follows up the edition')
    const status = await mail('status')
    assert.match(status.out, /correction of 2031-W10, version 2, by .*: 3 sent\n/)
    assert.equal(status.status, 0)
  } finally {
    await server.close()
  }
})

test('whoever has the edition yet to come is sent its correction as well', async () => {
  const desk = await openIssuedDesk(join(makeFolder(), 'desk'), { mailPort: 1 })
  try {
    await addReaders(desk, 3)
    await beginMailing(desk, await planMailing(desk, { week: WEEK, kind: 'edition' }, 'Ada Orme')) // nothing is sent yet
    const { edition } = await composeEdition(desk, { week: WEEK })
    const corrections = [{ at: desk.now(), was: 'Karsk offered peace.', why: 'nobody said so' }]
    await keepVersion(desk, edition, { number: 2, state: 'corrected', corrections })
    const { recipients } = await planMailing(desk, { week: WEEK, kind: 'correction' }, 'Ada Orme')
    assert.equal(recipients.length, 3)
  } finally {
    await desk.close()
  }
})

test('what is not set, or was not issued, is said with the way to mend it', async () => {
  const dir = join(makeFolder(), 'desk')
  await (await openDesk(dir)).close()
  const mail = (...args: string[]) => readoutHere(['mail', ...args, '--desk', dir])
  const none = await mail('send')
  assert.equal(none.status, 2)
  assert.match(none.err, /no edition was issued yet; issue one first/)
  assert.match((await mail('subscribers', 'import', '-')).err, /--why/)
  assert.match((await mail('settle', 'abc', 'sent', '--why', 'x')).err, /no one delivery "abc"/)
  assert.match((await mail('subscribers', 'list', '--watch', 'nothing')).err, /no such watch/)
})
