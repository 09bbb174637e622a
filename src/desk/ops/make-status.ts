// door: process
// How a desk does, looked at now: counts, what waits, room, sources, processes, and what of it is amiss.
import { howFar } from '../../archive/how-far.ts'
import { countUnknown } from '../../archive/mail/count-unknown.ts'
import { listProcesses } from '../../archive/processes.ts'
import { storeFacts } from '../../archive/store-facts.ts'
import type { DeskStatus } from '../../model/desk-status.ts'
import type { Desk } from '../desk.ts'
import { listWork } from '../jobs/list-work.ts'
import { loadSettings } from '../load-settings.ts'
import { readVersion } from '../read-version.ts'
import { listHealth } from '../web/health-of.ts'
import { judgeAlarms } from './judge-alarms.ts'
import { roomLeft } from './room-left.ts'
import { judgeRoom } from './why-no-intake.ts'

/** One look at all of it. Throws SETTINGS_BROKEN, DESK_BUSY. */
export async function makeStatus(desk: Pick<Desk, 'store' | 'now' | 'dir'>): Promise<DeskStatus> {
  const { store, dir } = desk
  const settings = await loadSettings(dir)
  const [room, facts, sources] = await Promise.all([roomLeft(dir), storeFacts(store), listHealth(desk)])
  const state = store.isReadOnly ? undefined : await store.state()
  const jobs = store.isReadOnly ? [] : (await listWork(desk)).jobs
  const no = judgeRoom(settings, room, facts)
  const followed = sources.filter(({ source }) => source.state === 'followed')
  const status: Omit<DeskStatus, 'alarms'> = {
    at: desk.now(),
    version: readVersion(),
    node: process.versions.node,
    ...facts,
    ...howFar(store),
    sources: {
      followed: followed.length,
      silent: followed.filter(({ health }) => health.isSilent).length,
      failing: followed.filter(({ health }) => health.fault !== undefined).length,
      paused: sources.length - followed.length,
    },
    jobsAside: jobs.filter((job) => job.state === 'aside').length,
    mailUnknown: state ? await countUnknown(state) : 0,
    ...(room.diskFree !== undefined && { diskFree: room.diskFree }),
    memoryFree: room.memoryFree,
    ...(no && no.what !== 'process' && { stopped: no.words }),
    processes: state ? await listProcesses(state) : [],
  }
  return { ...status, alarms: judgeAlarms(status, sources, settings.silentHours) }
}
