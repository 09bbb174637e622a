// door: process, random numbers
// Who holds a turn: a name that tells the machine and the process, so that what a killed one held need not wait for its end.
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

/** A name for a turn of this process, unlike any other; of one that leads the asking, with its fence. */
export function nameHolder(fence?: number): string {
  return `${hostname()} ${process.pid} ${randomUUID()}${fence === undefined ? '' : ` ask ${fence}`}`
}

/** True where a process took the turn that led the asking before the one of this fence, wherever it ran. */
export function isBefore(holder: string, fence: number): boolean {
  const own = / ask (\d+)$/.exec(holder)?.[1]
  return own !== undefined && Number(own) < fence
}

/** True where the process that took the turn ran on this machine and runs no more. In doubt it may be there still. */
export function isGone(holder: string): boolean {
  const [machine, pid = ''] = holder.split(' ')
  if (machine !== hostname() || !/^[1-9]\d*$/.test(pid)) return false
  try {
    process.kill(Number(pid), 0) // asks only whether it is there
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
