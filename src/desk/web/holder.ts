// door: process, random numbers
// Who holds a turn: a name that tells the machine and the process, so that what a killed one held need not wait for its end.
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

/** A name for a turn of this process, unlike any other. */
export function nameHolder(): string {
  return `${hostname()} ${process.pid} ${randomUUID()}`
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
