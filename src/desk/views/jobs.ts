// The page of what is to be done.
import type { JobName } from '../../model/job.ts'
import { WORDS } from '../../publish/interface-words.ts'
import { serverLinks } from '../../publish/links.ts'
import type { Shell } from '../../publish/page.ts'
import { renderJobs } from '../../publish/pages/jobs.ts'
import type { Desk } from '../desk.ts'
import { listWork } from '../jobs/list-work.ts'

/** What waits, who leads, what was laid aside. */
export async function jobsPage(
  desk: Pick<Desk, 'store' | 'now'>,
  shell: Shell,
  told: { readonly changed?: JobName; readonly fault?: string } = {},
): Promise<string> {
  const { changed, fault } = told
  const work = await listWork(desk)
  const done = changed === undefined ? undefined : WORDS.jobs.done(WORDS.jobs.names[changed])
  return renderJobs(
    { ...work, ...(done !== undefined && { done }), ...(fault !== undefined && { fault }) },
    serverLinks,
    shell,
  )
}
