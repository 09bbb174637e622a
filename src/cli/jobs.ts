// `readout jobs`: what is to be done on a desk, who does it, and what was given up.
import { changeJob, listWork } from '../desk/jobs/list-work.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Lead, ToldJob } from '../model/job.ts'
import { print, printJson } from './output.ts'
import { safeLine } from './show-safely.ts'
import { withDeskAsItIs } from './with-desk.ts'

interface Options {
  readonly desk: string
  readonly json?: true
}

/** Prints them, or has one that was laid aside tried again or dropped. */
export async function jobs(what: 'retry' | 'drop' | undefined, id: string | undefined, options: Options): Promise<0> {
  if (what !== undefined && id === undefined) {
    throw new ReadoutError('USAGE', `name the job to ${what} by its id; "readout jobs" lists them`)
  }
  return await withDeskAsItIs(options.desk, async (desk) => {
    if (what !== undefined && id !== undefined) {
      const job = await changeJob(desk, what, id)
      if (options.json) await printJson(job)
      else await print(safeLine(`${what === 'retry' ? 'put up again' : 'dropped'}: ${nameOf(job)}`))
      return 0
    }
    const work = await listWork(desk)
    if (options.json) await printJson(work)
    else await print([...work.leads.map(tellLead), ...tellJobs(work.jobs)].map(safeLine).join('\n'))
    return 0
  })
}

const DOES = { link: 'plans the reading and links', ask: 'asks the sources', mail: 'goes on with mail' }

function tellLead({ role, holder, at, trouble }: Lead): string {
  const who = holder === undefined ? 'nobody' : `process ${holder.split(' ').slice(0, 2).reverse().join(' on ')}`
  return `${who} ${DOES[role]}, seen ${timeOf(at)}${trouble === undefined ? '' : `: ${trouble}`}`
}

function tellJobs(jobs: readonly ToldJob[]): string[] {
  const of = (state: ToldJob['state']): ToldJob[] => jobs.filter((job) => job.state === state)
  const [waiting, working, aside] = [of('waiting'), of('at work'), of('aside')]
  const late = waiting.filter(({ reason }) => reason !== undefined)
  return [
    `${waiting.length} waiting, ${working.length} at work, ${aside.length} laid aside`,
    ...late.map((job) => `  ${nameOf(job)}, again ${timeOf(job.due ?? job.since)}: ${job.reason}`),
    ...(aside.length > 0 ? ['Laid aside ("readout jobs retry ID" or "drop ID"):'] : []),
    ...aside.map((job) => `  ${job.id.slice(0, 8)}  ${timeOf(job.since)}  ${nameOf(job)}: ${job.reason ?? ''}`),
  ]
}

function nameOf({ name, key }: ToldJob): string {
  return `${name} ${key}`
}

function timeOf(at: string): string {
  return at.slice(0, 16).replace('T', ' ')
}
