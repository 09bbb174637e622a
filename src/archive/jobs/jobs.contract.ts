// What every queue of jobs has to keep, whatever lies beneath it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Transaction } from 'kysely'
import type { Tables } from '../tables.ts'
import type { Jobs, TakenJob } from './jobs.ts'

/** Two processes at the jobs of one desk. */
export interface Two {
  readonly one: Jobs
  readonly other: Jobs
  /** Waits until the leases taken so far are over. */
  lapse(): Promise<void>
  /** Runs it in a transaction that is kept where it gives true. */
  within(work: (trx: Transaction<Tables>) => Promise<boolean>): Promise<boolean>
  close(): Promise<void>
}

/** Runs the contract; `open` gives an empty queue to each test. */
export function jobsContract(kind: string, open: () => Promise<Two>): void {
  const run = (name: string, body: (two: Two) => Promise<void>): void => {
    test(`${kind}: ${name}`, async () => {
      const two = await open()
      try {
        await body(two)
      } finally {
        await two.close()
      }
    })
  }
  const batch = (...reports: string[]) => ({ key: reports.join(' '), data: { reports } })
  const taken = async (jobs: Jobs): Promise<TakenJob> => {
    const job = await jobs.take('read')
    assert.ok(job, 'there is one to take')
    return job
  }

  run('a job is put up once, taken once, and gone when it is done', async ({ one, other, within }) => {
    assert.equal(await one.add('read', [batch('a', 'b'), batch('c')]), 2)
    assert.equal(await other.add('read', [batch('a', 'b')]), 0)
    const [first, second] = [await taken(one), await taken(other)]
    assert.deepEqual([first.data, second.data], [{ reports: ['a', 'b'] }, { reports: ['c'] }])
    assert.equal(await one.take('read'), undefined)
    assert.equal(await one.take('mail'), undefined)
    assert.equal(await one.add('read', [batch('a', 'b')]), 0)
    assert.equal(await within((trx) => one.settle(trx, first)), true)
    await one.done(first)
    await other.done(second)
    assert.deepEqual(await one.list(), [])
    assert.equal(await one.add('read', [batch('a', 'b')]), 1)
  })

  run('whoever held a job past its lease may write nothing, even when it is done by another', async (two) => {
    const { one, other, lapse, within } = two
    await one.add('read', [batch('a')])
    const late = await taken(one)
    assert.equal(late.tries, 1)
    await lapse()
    const again = await taken(other)
    assert.equal(again.tries, 2)
    assert.equal(await one.hold(late), false)
    assert.equal(await within((trx) => one.settle(trx, late)), false)
    await one.putOff(late, 'too late', 0)
    await one.layAside(late, 'too late')
    await one.done(late)
    assert.equal(await within((trx) => other.settle(trx, again)), true)
    await other.done(again)
    await one.add('read', [batch('a')])
    const anew = await taken(other)
    assert.equal(await within((trx) => one.settle(trx, late)), false)
    assert.equal(await within((trx) => other.settle(trx, anew)), true)
  })

  run('a job that is held on to stays its holder’s', async ({ one, other, lapse }) => {
    await one.add('read', [batch('a')])
    const job = await taken(one)
    const beat = setInterval(() => void one.hold(job), 100)
    await lapse()
    assert.equal(await other.take('read'), undefined)
    clearInterval(beat)
    assert.equal(await one.hold(job), true)
  })

  run('what is rolled back with its transaction is not done', async ({ one, other, lapse, within }) => {
    await one.add('read', [batch('a')])
    const job = await taken(one)
    await within(async (trx) => {
      assert.equal(await one.settle(trx, job), true)
      return false
    })
    await lapse()
    assert.equal((await taken(other)).key, 'a')
  })

  run('a job that is put off waits for its time, with its reason', async ({ one, other }) => {
    await one.add('read', [batch('a')])
    await one.putOff(await taken(one), 'the disk was full', 3_600_000)
    assert.equal(await other.take('read'), undefined)
    const [told] = await other.list('read')
    assert.deepEqual([told?.state, told?.reason], ['waiting', 'the disk was full'])
    assert.ok((told?.due ?? '') > (told?.since ?? ''))
    await one.add('read', [batch('b')])
    await one.putOff(await taken(one), 'again at once', 0)
    assert.equal((await taken(other)).tries, 1, 'what was told of itself is no death')
  })

  run('what was laid aside stays so until a person says what is to be done', async ({ one, other }) => {
    await one.add('read', [batch('a'), batch('b')])
    await one.layAside(await taken(one), 'its worker died five times')
    await one.layAside(await taken(one), 'its worker died five times')
    assert.equal(await other.take('read'), undefined)
    assert.equal(await other.add('read', [batch('a')]), 0)
    const [first, second] = await other.list()
    assert.deepEqual(
      [first?.state, first?.key, first?.reason, first?.name, first?.data],
      ['aside', 'a', 'its worker died five times', 'read', { reports: ['a'] }],
    )
    assert.equal((await other.retry(first?.id ?? ''))?.key, 'a')
    assert.equal((await other.drop(second?.id ?? ''))?.key, 'b')
    assert.equal(await other.drop(second?.id ?? ''), undefined)
    assert.equal(await other.retry('nothing of that id'), undefined)
    const again = await taken(one)
    assert.deepEqual([again.key, again.tries], ['a', 1])
    assert.equal((await one.list()).length, 1)
  })
}
