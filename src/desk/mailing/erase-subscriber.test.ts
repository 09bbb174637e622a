// An address that is erased stands in no byte of the desk's folder; all else that was noted stays, and is still only added to.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { listAudited } from '../../archive/audit.ts'
import { listSubscribers } from '../../archive/mail/subscribers.ts'
import { openDesk } from '../open-desk.ts'
import { standIn } from '../stand-in.contract.ts'
import { importSubscribers, takeOff } from './change-subscribers.ts'
import { eraseSubscriber } from './erase-subscriber.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-erase-'))
after(() => rmSync(root, { recursive: true, force: true }))

const doer = { who: 'Ada Orme' }

test('an address is erased from the list, from what was sent and from the audit log', async () => {
  const dir = join(root, 'desk')
  const desk = await openDesk(dir, { rooms: standIn(), now: () => '2031-05-06T10:00:00.000Z' })
  try {
    const list = 'Mira.Ovrellith@reader.example\nanna@reader.example'
    for (const watch of ['', 'dam']) await importSubscribers(desk, list, { watch, why: 'confirmed in May', doer })
    await takeOff(desk, 'mira.ovrellith@reader.example', {
      watch: 'dam',
      as: 'left',
      why: 'Mira.Ovrellith@reader.example wrote',
      doer,
    })
    const state = await desk.store.state()
    const mailing = {
      id: 'm',
      kind: 'edition',
      watch: '',
      week: '2031-W10',
      version: 'v',
      number: 1,
      begun: 'now',
      by: 'Ada Orme',
    }
    await state
      .insertInto('state.mailing')
      .values({ ...mailing, holder: null, held_until: null })
      .execute()
    for (const [id, of] of [
      ['d1', 'Mira.Ovrellith@reader.example'],
      ['d2', 'anna@reader.example'],
    ] as const) {
      const delivery = {
        id,
        mailing: 'm',
        subscriber: null,
        address: of,
        sign: of.toLowerCase(),
        state: 'due',
        due: 'now',
        at: 'now',
      }
      await state
        .insertInto('state.delivery')
        .values({ ...delivery, reply: `no such user ${of}`, settled: null })
        .execute()
    }
    const erased = await eraseSubscriber(desk, 'mira.ovrellith@reader.example', doer)
    assert.deepEqual(erased, { subscriptions: 2, deliveries: 1, audited: 1 })
    for (const name of readdirSync(dir))
      assert.doesNotMatch(readFileSync(join(dir, name), 'latin1'), /ovrellith/i, name)
    assert.deepEqual(
      (await listSubscribers(state)).map(({ address }) => address),
      ['anna@reader.example', 'anna@reader.example'],
    )
    const [gone, other] = await state.selectFrom('state.delivery').select(['state', 'sign']).orderBy('id').execute()
    assert.deepEqual([gone?.state, other?.state, other?.sign], ['withheld', 'due', 'anna@reader.example'])
    const kinds = (await listAudited(state, { limit: 10 })).map(({ what, whom }) => `${what} ${whom ?? ''}`)
    assert.deepEqual(kinds, [
      'subscriber erased ',
      'subscriber left erased',
      'subscribers imported ',
      'subscribers imported ',
    ])
    const change = state.updateTable('state.audit').set({ whom: 'erased', who: 'nobody', detail: null })
    await assert.rejects(change.execute(), /only added to/)
    await assert.rejects(eraseSubscriber(desk, 'mira.ovrellith@reader.example', doer), { code: 'SUBSCRIBER_UNKNOWN' })
  } finally {
    await desk.close()
  }
})
