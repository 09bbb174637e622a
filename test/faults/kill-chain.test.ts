// An edition is issued and mailed by one process, which is killed between the two, or while it mails. Whoever sends it then sends the
// issued edition, and each reader is sent it once, or is listed as unknown.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { listDeliveries } from '../../src/archive/mail/deliveries.ts'
import { listMailings } from '../../src/archive/mail/mailings.ts'
import { draftEdition } from '../../src/desk/editions/draft-edition.ts'
import { findIssued } from '../../src/desk/editions/find-edition.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { openExampleDesk } from '../e2e/example-desk.ts'
import { addReaders, WEEK, writeMailSettings } from '../mail/issued-desk.ts'
import { openMailServer } from '../mail/mail-server.ts'
import { makeFolder, readout } from '../readout.ts'

const READERS = 12

for (const then of ['', 'mail'] as const) {
  test(`killed ${then === '' ? 'between issue and mail' : 'while it mails'}, the edition is sent once`, async (t) => {
    const folder = makeFolder()
    const dir = join(folder, 'desk')
    const server = await openMailServer(join(folder, 'accepted'), () => ({ at: 'data', slowMs: 20 }))
    try {
      const made = await openExampleDesk(dir)
      writeMailSettings(dir, { mailPort: server.port })
      const readers = await addReaders(made, READERS)
      await draftEdition(made, { week: WEEK, by: 'Ada Orme', why: '' })
      await made.close()

      const worker = join(import.meta.dirname, 'chain-worker.ts')
      const child = spawn(process.execPath, [worker, dir, WEEK, then], { stdio: ['ignore', 'pipe', 'inherit'] })
      const [told] = await once(child.stdout.setEncoding('utf8'), 'data')
      const half = then === '' ? 0 : READERS / 2
      while (server.messages.length < half) await new Promise((resolve) => setTimeout(resolve, 2))
      child.kill('SIGKILL')
      assert.equal((await once(child, 'exit'))[1], 'SIGKILL')
      assert.ok(server.accepted().length < READERS, 'all was sent before it was killed')

      const { out, err } = await readout(['mail', 'send', '--desk', dir])
      t.diagnostic(out.trim())
      const desk = await openDesk(dir, { make: false })
      const issued = findIssued(desk, { week: WEEK })
      assert.equal(told, `issued ${issued?.ref.digest}\n`)
      const state = await desk.store.state()
      const [mailing, ...others] = await listMailings(state)
      assert.deepEqual([mailing?.version, others.length], [issued?.ref.digest, 0], err)
      const all = await listDeliveries(state, { ...(mailing && { mailing: mailing.id }) })
      const unknown = all.filter((one) => one.state === 'unknown')
      await desk.close()
      assert.deepEqual(all.map(({ address }) => address).toSorted(), readers.toSorted())
      assert.equal(all.filter((one) => one.state === 'sent').length, READERS - unknown.length)
      assert.ok(unknown.length <= (then === '' ? 0 : 1), 'at most the one that was on its way')
      const accepted = server.accepted()
      assert.equal(new Set(accepted).size, accepted.length, 'nobody was sent two')
      assert.ok(accepted.length >= READERS - unknown.length)
    } finally {
      await server.close()
    }
  })
}
