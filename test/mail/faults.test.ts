// What a mail server may do to a message, and what is written of it then: nobody gets two, and what is not known is said to be so.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { listDeliveries } from '../../src/archive/mail/deliveries.ts'
import { listMailings } from '../../src/archive/mail/mailings.ts'
import { countSubscribers, findSubscriber } from '../../src/archive/mail/subscribers.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { loadSettings } from '../../src/desk/load-settings.ts'
import { beginMailing, planMailing } from '../../src/desk/mailing/begin-mailing.ts'
import { openLeaveLinks } from '../../src/desk/mailing/leave-links.ts'
import { mailServerOf, senderOf } from '../../src/desk/mailing/mail-setup.ts'
import { openLetters, versionOf } from '../../src/desk/mailing/mailed-edition.ts'
import { type SendTerms, type SentRun, sendMailing } from '../../src/desk/mailing/send-mailing.ts'
import { settle } from '../../src/desk/mailing/settle.ts'
import { leaveMail } from '../../src/desk/mailing/sign-up.ts'
import { openPost, type PostOptions } from '../../src/desk/mailing/smtp.ts'
import { ReadoutError } from '../../src/model/errors.ts'
import { makeFolder } from '../readout.ts'
import { addReaders, ORIGIN, openIssuedDesk, WEEK } from './issued-desk.ts'
import { type Fault, type MailServer, openMailServer } from './mail-server.ts'

const EDITION = { week: WEEK, kind: 'edition' } as const

interface Stage {
  readonly desk: Desk
  readonly readers: string[]
  readonly server: MailServer
  readonly accepted: () => string[]
  run(options?: PostOptions & Partial<SendTerms>): Promise<SentRun>
  stateOf(address: string): Promise<string | undefined>
}

/** A desk with so many readers and a server that does this to them. */
async function withStage(
  count: number,
  fault: (address: string, attempt: number) => Fault | undefined,
  body: (stage: Stage) => Promise<void>,
  options: Parameters<typeof openMailServer>[2] = {},
  settings: object = {},
): Promise<void> {
  const folder = makeFolder()
  const server = await openMailServer(join(folder, 'accepted'), fault, options)
  const desk = await openIssuedDesk(join(folder, 'desk'), { mailPort: server.port, ...settings })
  const readers = await addReaders(desk, count)
  const planned = await planMailing(desk, EDITION, 'Ada Orme')
  await beginMailing(desk, planned)
  const { mailing } = planned
  try {
    await body({
      desk,
      readers,
      server,
      accepted: server.accepted,
      async run({ silenceMs = 2000, latestMs = 4000, ...terms } = {}) {
        const own = await loadSettings(desk.dir)
        const write = await openLetters(desk, versionOf(desk, mailing.version), { kind: 'edition', origin: ORIGIN })
        return sendMailing(desk, mailing.id, {
          sender: senderOf(own, desk),
          post: openPost(mailServerOf(own), { silenceMs, latestMs }),
          write,
          leave: await openLeaveLinks(desk),
          list: 'Readout',
          perMinute: 100_000,
          gapsMs: [1, 1, 1],
          isWaiting: true,
          ...terms,
        })
      },
      async stateOf(address) {
        const all = await listDeliveries(await desk.store.state(), { mailing: mailing.id })
        const found = all.find((one) => one.address === address)
        return found && `${found.state}${found.attempts > 1 ? ` at try ${found.attempts}` : ''}: ${found.reply ?? ''}`
      },
    })
  } finally {
    await desk.close()
    await server.close()
  }
}

const has = (code: string, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof ReadoutError, String(error))
  assert.equal(error.code, code)
  assert.match(error.message, words)
  return true
}

test('a connection is not cut under a message since an earlier one had its time', async () => {
  await withStage(
    6,
    () => ({ at: 'data', slowMs: 800 }),
    async ({ run, stateOf, readers }) => {
      const { tally } = await run({ latestMs: 2000 })
      for (const address of readers) assert.match((await stateOf(address)) ?? '', /^sent: 250/, address)
      assert.equal(tally.sent, readers.length)
    },
  )
})

test('each fault leaves what is known, and the rest goes on', async () => {
  const faults: Record<string, (attempt: number) => Fault | undefined> = {
    'reader0@reader.example': (n) => (n === 1 ? { at: 'rcpt', code: 451, words: '4.7.1 greylisted' } : undefined),
    'reader1@reader.example': () => ({ at: 'rcpt', code: 550, words: '5.1.1 no such mailbox' }),
    'reader2@reader.example': () => ({ at: 'rcpt', code: 550, words: '5.7.1 not wanted' }),
    'reader3@reader.example': () => ({ at: 'data', code: 554, words: '5.6.0 not this' }),
    'reader4@reader.example': () => ({ at: 'rcpt', code: 452, words: '4.2.2 full' }),
    'reader5@reader.example': (n) => (n === 1 ? { at: 'rcpt', cut: true } : undefined),
    'reader6@reader.example': () => ({ at: 'after', cut: true }),
    'reader7@reader.example': () => ({ at: 'after', silent: true }),
    'reader8@reader.example': () => ({ at: 'data', slowMs: 700 }),
    'reader9@reader.example': (n) => (n === 1 ? { at: 'rcpt', code: 421, words: '4.3.2 closing' } : undefined),
  }
  await withStage(
    14,
    (address, attempt) => faults[address]?.(attempt),
    async ({ desk, run, stateOf, accepted, readers }) => {
      const { tally } = await run()
      assert.match((await stateOf('reader0@reader.example')) ?? '', /^sent at try 2: 250/)
      assert.match((await stateOf('reader1@reader.example')) ?? '', /^refused: 550 5\.1\.1 no such mailbox/)
      assert.match((await stateOf('reader2@reader.example')) ?? '', /^refused: 550 5\.7\.1/)
      assert.match((await stateOf('reader3@reader.example')) ?? '', /^refused: 554 5\.6\.0/)
      assert.match((await stateOf('reader4@reader.example')) ?? '', /^failed at try 4: 452/)
      assert.match((await stateOf('reader5@reader.example')) ?? '', /^sent at try 2/)
      assert.match((await stateOf('reader6@reader.example')) ?? '', /^unknown: /)
      assert.match((await stateOf('reader7@reader.example')) ?? '', /^unknown: /)
      assert.match((await stateOf('reader8@reader.example')) ?? '', /^sent: 250/)
      assert.match((await stateOf('reader9@reader.example')) ?? '', /^sent at try 2/)
      assert.equal(tally.sent, 14 - 6)
      assert.equal(tally.unknown, 2)
      assert.equal(tally.due + tally.sending, 0)
      assert.equal(new Set(accepted()).size, accepted().length, 'nobody was sent two')
      assert.deepEqual(accepted().toSorted(), readers.filter((address) => !/reader[1-4]@/.test(address)).toSorted())
      const state = await desk.store.state()
      const bounced = await countSubscribers(state)
      assert.deepEqual(
        bounced.map(({ state: own, count }) => `${own} ${count}`),
        ['bounced 1', 'confirmed 13'],
      )
      assert.equal((await findSubscriber(state, { watch: '', sign: 'reader1@reader.example' }))?.state, 'bounced')

      await run() // once more sends nothing
      assert.equal(new Set(accepted()).size, accepted().length)
      const unknown = await listDeliveries(state, { states: ['unknown'] })
      const [first, second] = unknown
      assert.ok(first && second)
      const doer = { who: 'Ada Orme' }
      await settle(desk, first.id, { as: 'sent', why: 'the log of the server has it', doer })
      await assert.rejects(settle(desk, first.id, { as: 'sent', why: 'again', doer }), has('MAIL_REFUSED', /"sent"/))
      await assert.rejects(settle(desk, second.id, { as: 'sent', why: ' ', doer }), has('MAIL_REFUSED', /say why/))
      await assert.rejects(settle(desk, 'ffff', { as: 'sent', why: 'x', doer }), has('DELIVERY_UNKNOWN', /mail status/))
      assert.equal((await listDeliveries(state, { states: ['unknown'] })).length, 1)
    },
  )
})

test('a connection cut in the middle of the message leaves it unknown: nobody sends it again but a person', () =>
  withStage(
    3,
    (address, attempt) =>
      address === 'reader1@reader.example' && attempt === 1 ? { at: 'body', cut: true } : undefined,
    async ({ desk, run, stateOf, accepted, server }) => {
      assert.equal((await run()).tally.unknown, 1)
      const [had = 0] = server.cutAfter
      assert.ok(had > 0 && had < (server.messages[0]?.raw.length ?? 0), `it was cut after ${had} bytes`)
      assert.match((await stateOf('reader1@reader.example')) ?? '', /^unknown: /)
      assert.deepEqual(accepted().toSorted(), ['reader0@reader.example', 'reader2@reader.example'])
      await run()
      assert.equal(accepted().length, 2, 'it is not sent again by itself')
      const [unknown] = await listDeliveries(await desk.store.state(), { states: ['unknown'] })
      await settle(desk, unknown?.id ?? '', {
        as: 'resend',
        why: 'the server has no such message',
        doer: { who: 'Ada Orme' },
      })
      await run()
      assert.match((await stateOf('reader1@reader.example')) ?? '', /^sent: 250/)
      assert.equal(accepted().length, 3)
    },
  ))

test('who leaves between the beginning and their turn is sent nothing', () =>
  withStage(
    3,
    () => undefined,
    async ({ desk, run, stateOf, accepted }) => {
      const state = await desk.store.state()
      const gone = await findSubscriber(state, { watch: '', sign: 'reader1@reader.example' })
      assert.ok(gone)
      await leaveMail(desk, (await openLeaveLinks(desk)).of(gone.id), {})
      const { tally } = await run()
      assert.deepEqual(accepted().toSorted(), ['reader0@reader.example', 'reader2@reader.example'])
      assert.equal(tally.withheld, 1)
      assert.match((await stateOf('reader1@reader.example')) ?? '', /^withheld: the subscriber had left/)
    },
  ))

test('a server that answers nobody ends the run, and all is still due', async () => {
  await withStage(
    5,
    () => undefined,
    async ({ desk, run, accepted }) => {
      await assert.rejects(run(), has('MAIL_FAILED', /still due/))
      assert.deepEqual(accepted(), [])
      const [mailing] = await listMailings(await desk.store.state())
      assert.equal(mailing?.tally.due, 5)
    },
    { onConnect: (_session, done) => done(Object.assign(new Error('4.3.2 not now'), { responseCode: 421 })) },
  )
})

test('a sender that the server refuses ends the run at the first', () =>
  withStage(
    3,
    (address) => (address.startsWith('from ') ? { at: 'mail', code: 550, words: '5.7.1 not from you' } : undefined),
    async ({ desk, run }) => {
      await assert.rejects(run(), has('MAIL_FAILED', /5\.7\.1 not from you/))
      const [mailing] = await listMailings(await desk.store.state())
      assert.equal(mailing?.tally.due, 3)
    },
  ))

test('without a certificate that holds nothing is sent, nor where TLS is not offered', async () => {
  const broken = async (options: Parameters<typeof openMailServer>[2], security: string): Promise<void> =>
    withStage(
      2,
      () => undefined,
      async ({ run, accepted, desk }) => {
        await assert.rejects(run(), has('MAIL_FAILED', /certificate|TLS|STARTTLS/i))
        assert.deepEqual(accepted(), [])
        const [mailing] = await listMailings(await desk.store.state())
        assert.equal(mailing?.tally.due, 2)
      },
      options,
      { mailSecurity: security },
    )
  await broken({ disabledCommands: ['AUTH'] }, 'starttls') // it bears a certificate that nobody vouches for
  await broken({ secure: true, disabledCommands: ['AUTH'] }, 'tls')
  await broken({}, 'starttls')
})

test('two processes at one mailing: the second is told, and a late word of one that was overtaken counts for nothing', () =>
  withStage(
    4,
    () => ({ at: 'data', slowMs: 600 }), // longer than the second needs to come, and shorter than anybody's patience
    async ({ run, accepted, stateOf, desk }) => {
      const first = assert.rejects(run(), has('MAIL_REFUSED', /took this mailing up/))
      const isHeld = async (): Promise<boolean> => {
        const state = await desk.store.state()
        const row = await state.selectFrom('state.mailing').select('held_until').executeTakeFirst()
        return typeof row?.held_until === 'string'
      }
      while (!(await isHeld())) await new Promise((resolve) => setTimeout(resolve, 10))
      await assert.rejects(run(), has('MAIL_REFUSED', /another process/))
      // as if the first had been stopped past its lease, and another had taken over; unless it renews it just between the two
      const overtake = async (tries = 20): ReturnType<typeof run> => {
        await (await desk.store.state()).updateTable('state.mailing').set({ held_until: '2001-01-01' }).execute()
        return await run().catch((error: Error) => {
          if (tries > 0 && /another process/.test(error.message)) return overtake(tries - 1)
          throw error
        })
      }
      const second = await overtake()
      await first
      assert.equal(second.found, 1)
      assert.equal(second.tally.unknown, 1)
      assert.equal(second.tally.sent, 3)
      assert.equal(new Set(accepted()).size, accepted().length, 'nobody was sent two')
      // whose letter was on its way when the first was overtaken depends on the machine: it is one, and it is told
      const states = await Promise.all([0, 1, 2, 3].map((n) => stateOf(`reader${n}@reader.example`)))
      assert.equal(states.filter((state) => state?.startsWith('unknown: the process that sent it ended')).length, 1)
    },
  ))

test('a clock that is set back holds up nobody', async () => {
  await withStage(
    3,
    () => undefined,
    async ({ desk, run, accepted }) => {
      const HOUR = 3_600_000
      const pauses: number[] = []
      const post = openPost(mailServerOf(await loadSettings(desk.dir)))
      const now = (): string => new Date(Date.now() + (accepted().length === 0 ? 2 : 1) * HOUR).toISOString()
      Object.assign(desk, { now })
      await run({ post: { ...post, pause: async (ms) => void pauses.push(ms) } })
      assert.equal(accepted().length, 3)
      assert.ok(Math.max(...pauses) < 1000, String(pauses))
    },
  )
})
