// `readout mail subscribers`: who gets mail.
import { nameOfPerson } from '../desk/accounts/person.ts'
import type { Desk } from '../desk/desk.ts'
import { exportSubscribers, importSubscribers, takeOff } from '../desk/mailing/change-subscribers.ts'
import { eraseSubscriber } from '../desk/mailing/erase-subscriber.ts'
import { listEverybody } from '../desk/mailing/status.ts'
import { openBytes, readUpTo } from '../desk/open-bytes.ts'
import { findWatch, isAll } from '../desk/watches.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Subscriber } from '../model/mailing.ts'
import { print, printFile, printJson, warn } from './output.ts'
import { withDeskAsItIs } from './with-desk.ts'

interface Common {
  readonly desk: string
  readonly json?: true
  readonly watch?: string
}

interface Doing extends Common {
  readonly by: string
}

/** Lists the subscribers. */
export function listAll({ desk: dir, json, watch }: Common): Promise<0 | 1> {
  return withDeskAsItIs(dir, async (desk) => {
    const all = await listEverybody(desk, watch === undefined ? undefined : await keyOf(desk, watch))
    if (json) await printJson(all)
    else if (all.length === 0) await print('There are no subscribers; "readout mail subscribers import" brings a list.')
    else await print(all.map(write).join('\n'))
    return 0
  })
}

/** Takes in a list. Exit status 1 where a line of it holds no address. */
export function importFrom(file: string, options: Doing & { readonly why: string }): Promise<0 | 1> {
  return withDeskAsItIs(options.desk, async (desk) => {
    const text = await readList(file)
    const watch = await keyOf(desk, options.watch)
    const done = await importSubscribers(desk, text, { watch, why: options.why, doer: doerOf(options) })
    for (const fault of done.faults) warn(fault)
    const left = done.left > 0 ? `; ${done.left} had left or bounced and stay so` : ''
    await (options.json ? printJson(done) : print(`added ${done.added}, knew ${done.known}${left}`))
    return done.faults.length > 0 ? 1 : 0
  })
}

/** Prints all as CSV. */
export function exportAll(options: Doing): Promise<0 | 1> {
  return withDeskAsItIs(options.desk, async (desk) => {
    const watch = options.watch === undefined ? undefined : await keyOf(desk, options.watch)
    const csv = await exportSubscribers(desk, doerOf(options), watch)
    await printFile(csv)
    return 0
  })
}

/** Takes one off the list. */
export function removeOne(
  address: string,
  options: Doing & { readonly bounced?: true; readonly why: string },
): Promise<0 | 1> {
  return withDeskAsItIs(options.desk, async (desk) => {
    const watch = await keyOf(desk, options.watch)
    const as = options.bounced ? 'bounced' : 'left'
    const gone = await takeOff(desk, address, { watch, as, why: options.why, doer: doerOf(options) })
    await (options.json ? printJson(gone) : print(write(gone)))
    return 0
  })
}

/** Erases an address from everything. */
export function eraseOne(address: string, options: Doing): Promise<0 | 1> {
  return withDeskAsItIs(options.desk, async (desk) => {
    const erased = await eraseSubscriber(desk, address, doerOf(options))
    const { subscriptions, deliveries, audited } = erased
    const told = `erased: ${subscriptions} subscriptions, ${deliveries} deliveries, ${audited} lines of the audit log`
    await (options.json ? printJson(erased) : print(`${told}; backups made before still hold it`))
    return 0
  })
}

const CAP = 64 * 1024 * 1024 // bytes of a list; some million addresses

async function readList(path: string): Promise<string> {
  const bytes = await readUpTo(openBytes(path), CAP)
  if (bytes) return new TextDecoder().decode(bytes)
  throw new ReadoutError('FILE_TOO_LARGE', `${path}: larger than ${CAP} bytes; cut it into several lists`)
}

function write({ address, watch, state, since, how }: Subscriber): string {
  return `${address}  ${watch === '' ? 'all' : watch}  ${state} since ${since.slice(0, 10)}, ${how}`
}

function doerOf({ by }: Doing): { who: string } {
  return { who: by.trim() || nameOfPerson() }
}

async function keyOf(desk: Desk, id: string | undefined): Promise<string> {
  const watch = await findWatch(desk, id)
  return isAll(watch) ? '' : watch.id
}
