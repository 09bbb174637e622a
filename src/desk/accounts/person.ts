// door: process
// Who sits at this machine: the name that decisions are kept under where nobody signs in.
import { userInfo } from 'node:os'

/** READOUT_BY, else the name of the system's user, else "the desk". */
export function nameOfPerson(): string {
  return process.env.READOUT_BY?.trim() || userName() || 'the desk'
}

function userName(): string {
  try {
    return userInfo().username.trim()
  } catch {
    return '' // a user number without a name, as in some containers
  }
}
