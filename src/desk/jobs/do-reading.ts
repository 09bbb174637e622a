// One job of reading: its reports are made out, and what came of them is kept only while the job is still ours. A batch that came to
// nothing twice is taken apart, so that one report holds up no other; one that comes to nothing again and again is given up with a fault.
import type { Jobs, TakenJob } from '../../archive/jobs/jobs.ts'
import { type Fault, keepOutcomes } from '../../archive/keep-read.ts'
import { listUnmadeOf } from '../../archive/unread.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Desk, DocReader } from '../desk.ts'
import { keepEmbedded } from '../embed-texts.ts'
import { makeOutcomes, readDoc } from '../make-outcomes.ts'
import { makeReadJob } from './plan-reading.ts'

const WHOLE_TRIES = 2 // of a batch
const MOST_TRIES = 5 // of one report: processes are also ended for other reasons

/** What a job came to. `lost`: it was another's by then, and nothing was kept. */
export interface DoneReading {
  readonly read: number
  readonly faults: readonly string[]
  readonly isLost?: boolean
}

const NOTHING: DoneReading = { read: 0, faults: [] }

/** Does the job. */
export async function doReading(desk: Desk, reader: DocReader, jobs: Jobs, job: TakenJob): Promise<DoneReading> {
  const { store, makers } = desk
  const reports = job.data.reports ?? []
  if (reports.length > 1 && job.tries > WHOLE_TRIES) {
    await jobs.add(
      'read',
      reports.map((report) => makeReadJob([report])),
    )
    await jobs.done(job)
    return NOTHING
  }
  const { unextracted, unread } = await listUnmadeOf(store, makers, reports)
  if (job.tries > MOST_TRIES) {
    const [one] = [...unextracted, ...unread.map(({ report, doc, seen }) => ({ report, name: doc.name, last: seen }))]
    const madeBy = unextracted.length > 0 ? makers.extractor : makers.reader
    const message = `${one?.name ?? job.key}: each process that was to read it ended over it, ${MOST_TRIES} times; "readout jobs" tries it again`
    const fault: Fault | undefined = one && { report: one.report, madeBy, seen: one.last, code: 'READ_FAILED', message }
    if (!(await jobs.hold(job))) return { ...NOTHING, isLost: true }
    if (fault) await keepOutcomes(store, [{ fault }])
    await jobs.layAside(job, message)
    return { read: 0, faults: [message] }
  }
  const outcomes = [
    ...(await makeOutcomes(desk, reader, unextracted)),
    ...(await Promise.all(unread.map((readable) => readDoc(desk, reader, readable)))),
  ]
  const vectors = outcomes.flatMap((one) => one.vectors ?? [])
  const mine = { jobs, job }
  await patiently(() => keepEmbedded(desk, vectors), mine) // first, or linking that is quicker would load a model to make them once more
  const isKept = await patiently(() => keepOutcomes(store, outcomes, (trx) => jobs.settle(trx, job)), mine)
  if (!isKept) return { ...NOTHING, isLost: true }
  await jobs.done(job)
  return {
    read: outcomes.filter(({ reading }) => reading).length,
    faults: outcomes.flatMap(({ fault }) => fault?.message ?? []),
  }
}

// Linking may hold the lock for longer than a process waits for it: what was read is not thrown away for that.
async function patiently<T>(
  keep: () => Promise<T>,
  { jobs, job }: { readonly jobs: Jobs; readonly job: TakenJob },
): Promise<T> {
  for (;;) {
    try {
      return await keep()
    } catch (error) {
      if (!(error instanceof ReadoutError) || error.code !== 'DESK_BUSY' || !(await jobs.hold(job))) throw error
    }
  }
}
