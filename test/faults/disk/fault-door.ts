// A door to the disk that can be told to fail: every call of ours by which a file is opened for writing, written, forced, renamed, made
// or taken away passes here once this is imported, whichever part of the product makes it. SQLite's own calls do not: see syscalls.ts.

import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { dirname } from 'node:path'

/** `short`: half of it is written, and then the disk is full. */
export const FAULTS = ['ENOSPC', 'EIO', 'EACCES', 'short'] as const
export type Fault = (typeof FAULTS)[number]

/** Which call below a folder fails, and how; the rest go through. Calls are noted: which, and from which file of the product. */
export interface Armed {
  readonly under: string
  readonly nth: number // 0: none
  readonly fault: Fault
  readonly calls: string[]
}

let armed: Armed | undefined

/** Has the nth call fail while `work` is done; gives back the calls that were made. */
export async function withFault(plan: Omit<Armed, 'calls'>, work: () => Promise<void>): Promise<readonly string[]> {
  if (armed) throw new Error('one fault at a time')
  const own: Armed = { ...plan, calls: [] }
  armed = own
  try {
    await work()
  } finally {
    armed = undefined
  }
  return own.calls
}

// Undefined: the call goes through. Its name is kept with the file that made it.
function faultAt(name: string, path: unknown): Fault | undefined {
  if (!armed || typeof path !== 'string' || !path.startsWith(armed.under)) return undefined
  const stack = new Error().stack ?? ''
  const from = /\/(src\/[\w/.-]+\.ts):/.exec(stack)?.[1]
  if (from === undefined) return undefined
  armed.calls.push(`${from} ${name}`)
  return armed.calls.length === armed.nth ? armed.fault : undefined
}

function failed(code: Fault, name: string, path: string): Error {
  const own = code === 'short' ? 'ENOSPC' : code
  return Object.assign(new Error(`${own}: as the test wants it, ${name} '${path}'`), { code: own, path })
}

const CALLS = [
  'rename',
  'rm',
  'rmdir',
  'mkdir',
  'unlink',
  'chmod',
  'writeFile',
  'appendFile',
  'copyFile',
  'truncate',
] as const
type AnyCall = (...args: unknown[]) => Promise<unknown>
const own = fs as unknown as Record<string, AnyCall>
for (const name of CALLS) {
  const real = own[name]
  if (!real) throw new Error(`node:fs/promises has no ${name}`)
  own[name] = async (...args) => {
    const fault = faultAt(name, args[0])
    if (fault) throw failed(fault, name, String(args[0]))
    return real(...args)
  }
}

// Handles know no path: it is kept beside them from when they are opened.
const pathOf = new WeakMap<object, string>()
const open = fs.open
const opened = async (path: string, flags?: string | number, mode?: number): Promise<fs.FileHandle> => {
  const fault = flags === undefined || flags === 'r' ? undefined : faultAt('open', path)
  if (fault) throw failed(fault, 'open', path)
  const handle = await open(path, flags, mode)
  pathOf.set(handle, path)
  return handle
}
own.open = opened as unknown as AnyCall

const sample = await open(import.meta.dirname, 'r')
const methods = Object.getPrototypeOf(sample) as Record<string, (this: object, ...args: unknown[]) => Promise<unknown>>
await sample.close()
for (const name of ['write', 'writeFile', 'appendFile', 'sync', 'datasync', 'truncate']) {
  const real = methods[name]
  if (!real) throw new Error(`a file handle has no ${name}`)
  methods[name] = async function (...args) {
    const path = pathOf.get(this)
    const fault = faultAt(name, path)
    if (!fault) return real.apply(this, args)
    const half = halfOf(args[0])
    if (fault === 'short' && half) {
      const written = await real.apply(this, [half])
      if (name === 'write') return written // the system may write less than it was given, and says how much
    }
    throw failed(fault, name, path ?? dirname('.'))
  }
}
syncBuiltinESMExports()

function halfOf(content: unknown): Uint8Array | undefined {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content instanceof Uint8Array ? content : undefined
  return bytes && bytes.length > 1 ? bytes.subarray(0, Math.floor(bytes.length / 2)) : undefined
}
