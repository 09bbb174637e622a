// What a process asked of the disk, in order, from what strace wrote of it: the only witness that also sees SQLite's own writes. Names
// and offsets are resolved here; what a disk may have kept of it all is decided in make-image.ts.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** `from`, `to`: when it was begun and when it had returned, as places in the trace. A yes is a line on standard output. */
export type DiskEvent = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'write'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly path: string; readonly size: number }
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'copy'; readonly path: string; readonly source: string } // all of it, from one end to the other
  | { readonly kind: 'make'; readonly path: string; readonly isFolder: boolean } // where it is not there yet
  | { readonly kind: 'rename'; readonly path: string; readonly name: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'yes'; readonly line: string }
  | { readonly kind: 'sent'; readonly text: string }
)

/** How strace is asked for such a trace. */
export const STRACE = [
  ...['-f', '-y', '-xx', '-s', '20000000', '--seccomp-bpf', '-e', 'signal=none', '-e'],
  `trace=${['openat', 'close', 'write', 'pwrite64', 'writev', 'pwritev', 'fsync', 'fdatasync', 'ftruncate', 'rename'].join(',')},${['renameat', 'renameat2', 'copy_file_range', 'sendfile', 'unlink', 'unlinkat', 'mkdir', 'mkdirat', 'rmdir', 'sendmsg', 'sendto'].join(',')}`,
]

interface Call {
  readonly name: string
  readonly args: string
  readonly result: number
  readonly given: string // the name of the file that it gave back
  readonly from: number
  readonly to: number
}

/** The events below a folder, with what was said to standard output and to sockets. */
export function readTrace(file: string, folder: string): DiskEvent[] {
  const positions = new Map<string, number>() // by descriptor, of files that are written on from where they stand
  const events: DiskEvent[] = []
  for (const call of callsOf(readFileSync(file, 'latin1'))) {
    if (call.result < 0) continue
    const { from, to } = call
    for (const event of eventsOf(call, positions)) {
      if ('path' in event && !event.path.startsWith(folder)) continue
      events.push({ ...event, from, to } as DiskEvent)
    }
  }
  return events
}

type Bare<T> = T extends unknown ? Omit<T, 'from' | 'to'> : never

function* eventsOf(call: Call, positions: Map<string, number>): Generator<Bare<DiskEvent>> {
  const { name, args, result, given } = call
  const [, descriptor = '', place = ''] = /^(\d+)<([^>]*)>/.exec(args) ?? []
  const path = textOf(place)
  const strings = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, text = '']) => text)
  if (name === 'openat') {
    const opened = textOf(given)
    positions.set(String(result), 0)
    if (args.includes('O_CREAT')) yield { kind: 'make', path: opened, isFolder: false }
    if (args.includes('O_TRUNC')) yield { kind: 'cut', path: opened, size: 0 }
  } else if (/write/.test(name) || name.startsWith('send')) {
    const bytes = Buffer.concat(strings.map(bytesOf)).subarray(0, result)
    if (descriptor === '1') {
      for (const line of bytes.toString().split('\n')) if (line !== '') yield { kind: 'yes', line }
    } else if (/^(?:socket|TCP)/.test(path)) yield { kind: 'sent', text: bytes.toString('latin1') }
    else if (path.startsWith('/')) {
      const at = /^pwrite/.test(name) ? Number(/, (\d+)$/.exec(args)?.[1]) : (positions.get(descriptor) ?? 0)
      if (!/^pwrite/.test(name)) positions.set(descriptor, at + bytes.length)
      yield { kind: 'write', path, offset: at, bytes }
    }
  } else if (/^fd?a?t?a?sync$/.test(name)) yield { kind: 'sync', path }
  else if (name === 'ftruncate') yield { kind: 'cut', path, size: Number(/, (\d+)$/.exec(args)?.[1]) }
  else if (name === 'copy_file_range' || name === 'sendfile') {
    const places = [...args.matchAll(/\d+<([^>]*)>/g)].map(([, one = '']) => textOf(one))
    const [source = '', into = ''] = name === 'sendfile' ? places.toReversed() : places
    if (result > 0) yield { kind: 'copy', path: into, source }
  } else if (name.startsWith('rename')) {
    const [old = '', now = ''] = strings.map(textOf)
    yield { kind: 'rename', path: old, name: now }
  } else if (name.startsWith('unlink') || name === 'rmdir') {
    yield { kind: 'remove', path: resolve(path, strings.map(textOf)[0] ?? '') } // below a folder that is open
  } else if (name.startsWith('mkdir')) yield { kind: 'make', path: strings.map(textOf)[0] ?? '', isFolder: true }
}

// A call that another thread's came between is told in two lines.
function* callsOf(trace: string): Generator<Call> {
  const begun = new Map<string, { from: number; text: string }>()
  for (const [at, line] of trace.split('\n').entries()) {
    const [, pid = '', said = ''] = /^(\d+) +(.*)$/s.exec(line) ?? []
    const cut = / <unfinished \.\.\.>$/.exec(said)
    if (cut) {
      begun.set(pid, { from: at, text: said.slice(0, cut.index) })
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>/.exec(said)
    const whole = resumed ? (begun.get(pid)?.text ?? '') + said.slice(resumed[0].length) : said
    const [, name, args = '', result, given = ''] = /^(\w+)\((.*)\) += (-?\d+)(?:<([^>]*)>)?/s.exec(whole) ?? []
    if (name !== undefined)
      yield { name, args, result: Number(result), given, from: begun.get(resumed ? pid : '')?.from ?? at, to: at }
  }
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex')
}

function textOf(text: string): string {
  return text.includes('\\x') ? bytesOf(text).toString() : text
}
