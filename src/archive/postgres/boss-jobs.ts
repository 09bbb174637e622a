// door: database
// Jobs in pg-boss, in a schema of its own beside the desk's: any number of processes on any machines take them, and time is the
// database's. A job that was done is deleted in the transaction that keeps what came of it, and only by the try that has it.
import type { Transaction } from 'kysely'
import { type Db, type JobWithMetadata, PgBoss } from 'pg-boss'
import { JOB_NAMES, type JobData, type JobName, type NewJob, type ToldJob } from '../../model/job.ts'
import { type Jobs, LEASE_MS, type TakenJob } from '../jobs/jobs.ts'
import type { Tables } from '../tables.ts'

const SCHEMA = 'readout_jobs'
const ASIDE = 'aside'
const SUPERVISE_SECONDS = 5
const LONGEST_SECONDS = 12 * 3600 // that one job may take, signs or not
const NEVER = 2 ** 30 // tries after which pg-boss gives a job up: we do that ourselves
const KEPT_SECONDS = 10 * 365 * 24 * 3600 // that one may wait, for us or for a person

interface Kept {
  readonly about: JobData
  readonly reason?: string
}

interface Aside extends Kept {
  readonly name: JobName
  readonly key: string
  readonly tries: number
}

/** `isBrief`: of a command that only looks; leases that ended are found by the others. */
export interface BossTerms {
  readonly isBrief?: boolean
}

/** Opens the jobs of a desk in a database. */
export async function openBossJobs(url: string, { isBrief = false }: BossTerms = {}): Promise<Jobs & { boss: PgBoss }> {
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    application_name: 'readout jobs',
    max: 2,
    schedule: false,
    supervise: !isBrief,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  })
  boss.on('error', () => {}) // whoever takes a job is told the same
  await boss.start()
  const usual = { expireInSeconds: LONGEST_SECONDS, retryLimit: NEVER, retryDelay: 0, retentionSeconds: KEPT_SECONDS }
  for (const name of JOB_NAMES) {
    await boss.createQueue(name, { ...usual, policy: 'exclusive', heartbeatSeconds: LEASE_MS / 1000 })
  }
  await boss.createQueue(ASIDE, { ...usual, policy: 'exclusive' })
  const listAside = (): Promise<JobWithMetadata<Aside>[]> => boss.findJobs<Aside>(ASIDE, { queued: true })
  /** Takes it out of its queue and does something with it, both or neither; nothing where it is another's by now. */
  const move = (job: TakenJob, then: (db: Db) => Promise<unknown>): Promise<void> =>
    within(boss, async (db) => {
      const { affected } = counted(await boss.deleteJob(job.name, attemptOf(job), { db }))
      if (affected > 0) await then(db)
    })
  const takeAside = async (
    id: string,
    then: (aside: Aside, db: Db) => Promise<unknown>,
  ): Promise<ToldJob | undefined> => {
    const found = (await listAside()).find((one) => one.id === id)
    if (!found) return undefined
    let isTaken = false
    await within(boss, async (db) => {
      isTaken = counted(await boss.deleteJob(ASIDE, id, { db })).affected > 0
      if (isTaken) await then(found.data, db)
    })
    return isTaken ? toldAside(found) : undefined
  }
  return {
    boss,
    async add(name, wanted) {
      const aside = new Set((await listAside()).map(({ data }) => `${data.name} ${data.key}`))
      const news = wanted.filter(({ key }) => !aside.has(`${name} ${key}`))
      let added = 0 // one by one: those of one statement would be taken in any order, and linking waits for the first
      for (const { key, data } of news) {
        if ((await boss.send(name, { about: data } satisfies Kept, { singletonKey: key })) !== null) added += 1
      }
      return added
    },
    async take(name) {
      const [job] = await boss.fetch<Kept>(name, { includeMetadata: true })
      if (!job) return undefined
      const { id, retryCount, singletonKey, data } = job
      return { id, name, key: singletonKey ?? id, data: data.about, tries: retryCount + 1, fence: retryCount }
    },
    hold: async (job) => counted(await boss.touch(job.name, attemptOf(job))).affected > 0,
    async settle(trx, job) {
      return counted(await boss.deleteJob(job.name, attemptOf(job), { db: over(trx) })).affected > 0
    },
    done: async (job) => void (await boss.deleteJob(job.name, attemptOf(job))), // nothing where it was settled
    putOff: (job, reason, afterMs) =>
      move(job, (db) => {
        const again = { about: job.data, reason } satisfies Kept
        return boss.send(job.name, again, { singletonKey: job.key, startAfter: Math.ceil(afterMs / 1000), db })
      }),
    layAside: (job, reason) =>
      move(job, (db) => {
        const { name, key, tries, data: about } = job
        return boss.send(ASIDE, { name, key, tries, about, reason } satisfies Aside, {
          singletonKey: `${name} ${key}`,
          db,
        })
      }),
    async list(name) {
      const told: ToldJob[] = []
      for (const one of name === undefined ? JOB_NAMES : [name]) {
        const jobs = await boss.findJobs<Kept>(one)
        told.push(...jobs.flatMap((job) => toldOf(one, job)))
      }
      const aside = (await listAside()).filter(({ data }) => name === undefined || data.name === name)
      return [...told, ...aside.map(toldAside)].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
    },
    retry: (id) =>
      takeAside(id, ({ name, key, about }, db) => boss.send(name, { about } satisfies Kept, { singletonKey: key, db })),
    drop: (id) => takeAside(id, () => Promise.resolve()),
    close: () => boss.stop({ graceful: false }),
  }
}

function attemptOf({ id, fence }: TakenJob): { id: string; retryCount: number } {
  return { id, retryCount: fence }
}

function counted(response: object): { readonly affected: number } {
  return { affected: Number((response as { affected?: number }).affected ?? 0) }
}

async function within(boss: PgBoss, work: (db: Db) => Promise<void>): Promise<void> {
  const transaction = await boss.getDb().beginTransaction?.()
  if (!transaction) throw new Error('pg-boss has no transactions here')
  try {
    await work(transaction.db)
    await transaction.commit()
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}

// pg-boss within a transaction of the desk's own. Its lists are written as PostgreSQL reads them: ids and counts of tries.
function over(trx: Transaction<Tables>): Db {
  return {
    async executeSql(sql, values = []) {
      const parameters = values.map((value) =>
        Array.isArray(value) ? `{${value.map((one) => JSON.stringify(String(one))).join(',')}}` : value,
      )
      const { rows } = await trx.executeQuery<object>({
        sql,
        parameters,
        query: { kind: 'RawNode', sqlFragments: [sql], parameters: [] },
        queryId: { queryId: 'jobs' },
      })
      return { rows }
    },
  }
}

function toldOf(name: JobName, job: JobWithMetadata<Kept>): ToldJob[] {
  const state =
    job.state === 'active' ? 'at work' : job.state === 'created' || job.state === 'retry' ? 'waiting' : undefined
  if (state === undefined) return []
  const { reason } = job.data
  return [
    {
      id: job.id,
      name,
      key: job.singletonKey ?? job.id,
      data: job.data.about,
      state,
      tries: job.retryCount + (state === 'at work' ? 1 : 0),
      since: job.createdOn.toISOString(),
      ...(state === 'waiting' && { due: job.startAfter.toISOString() }),
      ...(reason !== undefined && { reason }),
    },
  ]
}

function toldAside({ id, data, createdOn }: JobWithMetadata<Aside>): ToldJob {
  const { name, key, tries, about, reason } = data
  const own: NewJob = { key, data: about }
  return {
    ...own,
    id,
    name,
    state: 'aside',
    tries,
    since: createdOn.toISOString(),
    ...(reason !== undefined && { reason }),
  }
}
