// Whether a desk may take in more. It stops while there is still room for what it holds to be worked on, and goes on by itself when
// there is room again; what was acknowledged is kept.
import type { StoreFacts } from '../../archive/store-facts.ts'
import { storeFacts } from '../../archive/store-facts.ts'
import { ReadoutError } from '../../model/errors.ts'
import { WORDS } from '../../publish/interface-words.ts'
import type { Desk } from '../desk.ts'
import { loadSettings } from '../load-settings.ts'
import type { Settings } from '../settings.ts'
import { type Room, roomLeft } from './room-left.ts'

const MIB = 2 ** 20

/** The limits that intake goes by. */
export type Limits = Pick<Settings, 'diskFreeMiB' | 'storeMiB' | 'memoryFreeMiB' | 'memoryMiB'>

/** What stands in the way. `process`: this process alone has to make room; another one may go on. */
export interface NoIntake {
  readonly what: 'disk' | 'store' | 'memory' | 'process'
  readonly words: string
}

/** Why nothing may be taken in; undefined: it may. */
export function judgeRoom(limits: Limits, room: Room, { bytes }: Pick<StoreFacts, 'bytes'>): NoIntake | undefined {
  const words = WORDS.status.noIntake
  const { diskFree } = room
  if (diskFree !== undefined && diskFree < limits.diskFreeMiB * MIB) {
    return { what: 'disk', words: words.disk(mib(diskFree), limits.diskFreeMiB) }
  }
  if (limits.storeMiB > 0 && bytes > limits.storeMiB * MIB) {
    return { what: 'store', words: words.store(mib(bytes), limits.storeMiB) }
  }
  if (room.memoryFree < limits.memoryFreeMiB * MIB) {
    return { what: 'memory', words: words.memory(mib(room.memoryFree), limits.memoryFreeMiB) }
  }
  if (limits.memoryMiB > 0 && room.held > limits.memoryMiB * MIB) {
    return { what: 'process', words: words.process(mib(room.held), limits.memoryMiB) }
  }
  return undefined
}

/** The same of a desk as it stands. */
export async function whyNoIntake(
  { dir, store }: Pick<Desk, 'store' | 'dir'>,
  limits?: Limits,
): Promise<NoIntake | undefined> {
  return judgeRoom(limits ?? (await loadSettings(dir)), await roomLeft(dir), await storeFacts(store))
}

/** What whoever brings something is told. */
export function stoppedIntake(place: string, { words }: NoIntake): ReadoutError {
  const cure = 'what was acknowledged is kept; make room, or set another limit, and do it again'
  return new ReadoutError('INTAKE_STOPPED', `${place}: nothing is taken in: ${words}; ${cure}`)
}

function mib(bytes: number): number {
  return Math.floor(bytes / MIB)
}
