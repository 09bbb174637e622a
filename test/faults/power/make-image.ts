// A folder as a disk may hold it after the current was cut: everything that was synced is there; of what was not, any part. A file's
// bytes are kept or lost by blocks of 4 KiB, a name that was made, moved or removed is kept or lost unless its folder was synced since.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { DiskEvent } from './read-trace.ts'

const BLOCK = 4096

type Change = { readonly offset: number; readonly bytes: Buffer } | { readonly size: number }

/** A file or folder, whatever it is called: what is on the disk for sure, and what is only on its way there. */
interface Node {
  readonly isFolder: boolean
  kept: Buffer
  waiting: { readonly change: Change; readonly to: number }[]
  readonly names: Map<string, Node> // of a folder: those on the disk for sure
  moves: { readonly to: number; apply(names: Map<string, Node>): void }[]
}

/** How the part of what was not synced is drawn. */
export const DISKS = ['loses all', 'keeps all', 'keeps blocks', 'keeps the first', 'keeps names alone'] as const
export type Disk = (typeof DISKS)[number]

/** Writes the image of `folder` at a place of the trace into another folder. `random` draws what is kept. */
export function makeImage(
  events: readonly DiskEvent[],
  {
    folder,
    cut,
    disk,
    into,
    random,
  }: {
    readonly folder: string
    readonly cut: number
    readonly disk: Disk
    readonly into: string
    readonly random: () => number
  },
): void {
  const root = makeNode(true)
  const now = new Map<string, Node>([[folder, root]]) // as the process sees it
  for (const event of events) {
    if (event.from >= cut) break
    if ('path' in event && !event.path.endsWith('-shm')) take(event, now, cut) // an index in shared memory is made anew
  }
  write(root, into, { disk, random })
}

function take(event: DiskEvent & { path: string }, now: Map<string, Node>, cut: number): void {
  const { path, to } = event
  const parent = now.get(dirname(path))
  const node = now.get(path)
  switch (event.kind) {
    case 'make': {
      const made = makeNode(event.isFolder)
      now.set(path, made)
      parent?.moves.push({ to, apply: (names) => names.set(path, made) })
      return
    }
    case 'write':
      return void node?.waiting.push({ change: event, to })
    case 'cut':
      return void node?.waiting.push({ change: { size: event.size }, to })
    case 'remove':
      now.delete(path)
      return void parent?.moves.push({ to, apply: (names) => names.delete(path) })
    case 'rename':
      if (!node) return
      now.delete(path)
      now.set(event.name, node)
      return void parent?.moves.push({
        to,
        apply: (names) => {
          names.delete(path)
          names.set(event.name, node)
        },
      })
    case 'sync':
      if (node && to < cut) sync(node, event.from)
  }
}

// What had returned before the sync was begun is on the disk when it returns.
function sync(node: Node, from: number): void {
  for (const one of node.waiting) if (one.to < from) node.kept = changed(node.kept, one.change)
  node.waiting = node.waiting.filter(({ to }) => to >= from)
  for (const one of node.moves) if (one.to < from) one.apply(node.names)
  node.moves = node.moves.filter(({ to }) => to >= from)
}

interface Kept {
  readonly disk: Disk
  readonly random: () => number
}

function write(node: Node, path: string, kept: Kept): void {
  if (!node.isFolder) {
    writeFileSync(path, bytesOf(node, kept))
    return
  }
  mkdirSync(path, { recursive: true })
  const names = new Map(node.names)
  for (const { apply } of node.moves) if (isNameKept(kept)) apply(names)
  for (const [name, one] of names) write(one, join(path, relative(dirname(name), name)), kept)
}

function isNameKept({ disk, random }: Kept): boolean {
  if (disk === 'loses all') return false
  return disk === 'keeps all' || disk === 'keeps names alone' || random() < 0.5
}

// A block reaches the disk as it was at some moment since the sync; an end that was cut off may be there still.
function bytesOf(node: Node, { disk, random }: Kept): Buffer {
  const all = node.waiting.length
  const share = disk === 'keeps the first' ? Math.floor(random() * (all + 1)) : undefined
  const upTo = new Map<number, number>()
  const isKept = (nth: number, block: number): boolean => {
    if (disk === 'loses all' || disk === 'keeps names alone') return false
    if (disk === 'keeps all') return true
    if (share !== undefined) return nth < share
    const last = upTo.get(block) ?? drawn(all, random)
    upTo.set(block, last)
    return nth < last
  }
  let bytes = node.kept
  for (const [nth, { change }] of node.waiting.entries()) {
    if ('size' in change) {
      if (isKept(nth, -1)) bytes = changed(bytes, change)
      continue
    }
    for (const block of blocksOf(change.offset, change.bytes)) {
      if (isKept(nth, Math.floor(block.offset / BLOCK))) bytes = changed(bytes, block)
    }
  }
  return bytes
}

// All of it or nothing as often as anything between.
function drawn(all: number, random: () => number): number {
  const chance = random()
  if (chance < 0.3) return 0
  return chance < 0.6 ? all : Math.floor(random() * (all + 1))
}

function* blocksOf(offset: number, bytes: Buffer): Generator<{ offset: number; bytes: Buffer }> {
  for (let at = offset; at < offset + bytes.length; ) {
    const end = Math.min(Math.floor(at / BLOCK) * BLOCK + BLOCK, offset + bytes.length)
    yield { offset: at, bytes: bytes.subarray(at - offset, end - offset) }
    at = end
  }
}

function changed(bytes: Buffer, change: Change): Buffer {
  if ('size' in change) {
    return change.size <= bytes.length
      ? bytes.subarray(0, change.size)
      : Buffer.concat([bytes, Buffer.alloc(change.size - bytes.length)])
  }
  const end = change.offset + change.bytes.length
  const whole = Buffer.alloc(Math.max(bytes.length, end))
  bytes.copy(whole)
  change.bytes.copy(whole, change.offset)
  return whole
}

function makeNode(isFolder: boolean): Node {
  return { isFolder, kept: Buffer.alloc(0), waiting: [], names: new Map(), moves: [] }
}
