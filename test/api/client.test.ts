// A client made from the committed document calls every operation of it on a desk that wants a token.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { OpenAPIClientAxios, type OpenAPIV3_1, type Operation } from 'openapi-client-axios'
import { addAccount, findAccountCalled } from '../../src/desk/accounts/keep-accounts.ts'
import { addToken } from '../../src/desk/accounts/keep-tokens.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { openDeskJobs } from '../../src/desk/jobs/open-desk-jobs.ts'
import { serve } from '../../src/server/serve.ts'
import { openExampleDesk } from '../e2e/example-desk.ts'
import { makeFolder } from '../readout.ts'

const DOCUMENT = join(import.meta.dirname, '..', '..', 'docs', 'openapi.json')
const definition = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as OpenAPIV3_1.Document

test('a client that is made from the document makes the round of every operation', async () => {
  const desk = await openExampleDesk(join(makeFolder(), 'desk'))
  await addAccount(desk, { name: 'Ada Orme', password: 'a long stone wall', role: 'admin' }, {})
  const account = await findAccountCalled(desk, 'Ada Orme')
  const { secret } = await addToken(desk, account, { label: 'a test', scope: 'admin', days: 1 }, {})
  const { url, close } = await serve(desk, { port: 0 })
  try {
    const api = new OpenAPIClientAxios({
      definition: { ...definition, servers: [{ url }] } as never,
      axiosConfigDefaults: { headers: { authorization: `Bearer ${secret}` }, validateStatus: () => true },
    })
    const client = await api.init()
    const operations = api.getOperations().map(({ operationId = '' }: Operation) => operationId)
    const call = async (name: string, parameters: object | null = null, body?: unknown, config = {}) => {
      called.add(name)
      const operation = (client as unknown as Client)[name]
      assert.ok(operation, name)
      const { status, data } = await operation(parameters, body, config)
      assert.ok(status < 300, `${name}: ${status} ${status < 300 ? '' : JSON.stringify(data)}`)
      return data as Answer
    }
    const called = new Set<string>()
    const first = async (name: string, parameters: object = {}): Promise<Thing> => {
      const [item] = (await call(name, { limit: 1, ...parameters })).items ?? []
      assert.ok(item, name)
      return item
    }

    const claim = await first('listClaims', { order: 'reach' })
    for (const name of ['getClaim', 'getOrigins', 'listReasons', 'listSteps', 'listAppearances', 'listStances']) {
      await call(name, { id: claim.id })
    }
    const report = await first('listReports')
    const { captures = [] } = await call('getReport', { name: report.name })
    await call('getText', { name: report.name })
    await call('getSaid', { id: (await first('listSaid', { act: 'denies' })).id })
    await call('getStory', { id: (await first('listStories')).id })
    await call('getPerson', { id: (await first('listPeople', { kind: 'person' })).id })
    const { week } = await first('listEditions')
    await call('getEdition', { week })
    await call('draftEdition', { week }, {})
    const edits = [{ kind: 'own', text: 'Of our own.', to: { section: 'lead' } }]
    await call('editEdition', { week }, { from: 1, edits })
    await call('issueEdition', { week }, { from: 2, why: 'read' })
    await call('listEditionVersions', { week })
    await call('getCapture', { id: captures[0] })
    await call('getBytes', { id: captures[0] }, undefined, { responseType: 'arraybuffer' })
    assert.ok((await first('search', { words: 'freeze', in: 'claims' })).excerpt)
    await call('listSources')
    await call('listChanges', { limit: 5 })
    const body = { kind: 'note', id: claim.id, noun: 'claim', text: 'seen by a client' }
    const { number } = await call('decide', null, body)
    await call('getDecision', { number })
    assert.equal((await first('listDecisions')).number, number)
    await call('getDocument')
    await call('listProblems')
    await layOneAside(desk)
    const { jobs } = await call('listJobs')
    await call('changeJob', null, { id: jobs?.[0]?.id, what: 'drop' })
    const stop = new AbortController()
    await call('listen', null, undefined, { responseType: 'stream', signal: stop.signal })
    stop.abort()

    assert.deepEqual([...called].sort(), operations.sort())
  } finally {
    await close()
    await desk.close()
  }
})

async function layOneAside(desk: Desk): Promise<void> {
  const jobs = await openDeskJobs(desk, { isBrief: true })
  await jobs.add('read', [{ key: 'a test', data: { reports: [] } }])
  const job = await jobs.take('read')
  assert.ok(job)
  await jobs.layAside(job, 'five processes ended over it')
  await jobs.close()
}

type Call = (parameters: object | null, body?: unknown, config?: object) => Promise<{ status: number; data: unknown }>
type Client = Readonly<Record<string, Call>>

interface Thing {
  readonly id?: string
  readonly name?: string
  readonly week?: string
  readonly number?: number
  readonly excerpt?: object
}

interface Answer extends Thing {
  readonly items?: readonly Thing[]
  readonly jobs?: readonly Thing[]
  readonly captures?: readonly string[]
}
