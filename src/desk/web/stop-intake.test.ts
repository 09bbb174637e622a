// Following stops where there is no room, asks for nothing meanwhile, and goes on by itself.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openStore } from '../../archive/open-store.ts'
import type { NoIntake } from '../ops/why-no-intake.ts'
import { askOnce } from './ask-once.ts'
import { followSource } from './follow-source.ts'
import { followSources } from './follow-sources.ts'
import { type StandInWeb, standInWeb } from './stand-in-web.contract.ts'

const dir = mkdtempSync(join(tmpdir(), 'readout-stop-'))
after(() => rmSync(dir, { recursive: true, force: true }))

const FEED = 'https://courier.example/feed'
const PAGE = 'https://courier.example/a'
const FULL: NoIntake = { what: 'disk', words: 'the disk is full' }

async function withWeb(work: (web: StandInWeb) => Promise<void>): Promise<void> {
  const store = await openStore(mkdtempSync(join(dir, 'desk-')))
  try {
    const web = standInWeb({ store }, { [FEED]: { body: `feed: ${PAGE}` }, [PAGE]: { body: 'A' } })
    const now = (): string => new Date(web.clock.now()).toISOString()
    await followSource({ store, now }, { url: FEED, kind: 'feed', folder: [] }, { by: 'Ada Orme', why: 'followed' })
    await work(web)
  } finally {
    store.close()
  }
}

test('with no room nothing is asked for; it is told once that it stops and once that it goes on', () =>
  withWeb(async (web) => {
    let looks = 0
    const told: (string | undefined)[] = []
    const ending = new AbortController()
    await followSources(
      {
        ...web.following,
        signal: ending.signal,
        async whyNot() {
          looks += 1
          if (looks <= 20) assert.deepEqual(web.log, [], 'something was asked for')
          if (web.log.some(({ url }) => url === PAGE)) ending.abort()
          return looks <= 20 ? FULL : undefined
        },
        onIntake: (no) => told.push(no?.words),
      },
      { isEndless: true },
    )
    assert.deepEqual(told, ['the disk is full', undefined])
    assert.ok(web.log.some(({ url }) => url === PAGE))
  }))

test('whoever waits for an answer is told that nothing is taken in, and nothing is asked for', () =>
  withWeb(async (web) => {
    const following = { ...web.following, whyNot: async () => FULL }
    await assert.rejects(followSources(following), { code: 'INTAKE_STOPPED' })
    await assert.rejects(askOnce(following, { url: PAGE, what: 'page' }), /nothing is taken in: the disk is full/)
    assert.deepEqual(web.log, [])
  }))

test('a process that itself holds too much ends in peace, so that another takes its place', () =>
  withWeb(async (web) => {
    const large: NoIntake = { what: 'process', words: 'the process is large' }
    await followSources({ ...web.following, whyNot: async () => large }, { isEndless: true })
    assert.deepEqual(web.log, [])
  }))
