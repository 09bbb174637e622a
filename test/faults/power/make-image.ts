// A folder as a disk may hold it after the current was cut: everything that was synced is there; of what was not, any part. A file's
// bytes are kept or lost by blocks of 4 KiB, a name that was made, moved or removed is kept or lost unless its folder was synced since.
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { DiskEvent } from './read-trace.ts'

const BLOCK = 4096

type Change = { readonly offset: number; readonly bytes: Buffer } | { readonly size: number }

/** A file or folder, whatever it is called: what is on the disk for sure, and what is only on its way there. */
interface Node {
  readonly isFolder: boolean
  kept: Buffer
  waiting: { readonly change: Change; readonly to: number }[]
  readonly now: Map<string, Node> // of a folder: what it holds as the process sees it
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
  const find = (path: string): Node | undefined => {
    if (path === folder) return root
    return path.startsWith(`${folder}/`) ? find(dirname(path))?.now.get(basename(path)) : undefined
  }
  for (const event of events) {
    if (event.from >= cut) break
    if ('path' in event && !event.path.endsWith('-shm')) take(event, find, cut) // an index in shared memory is made anew
  }
  write(root, into, { disk, random })
}

function take(event: DiskEvent & { path: string }, find: (path: string) => Node | undefined, cut: number): void {
  const { path, to } = event
  const node = find(path)
  const change = (folder: string, apply: (names: Map<string, Node>) => void): void => {
    const holder = find(folder)
    if (!holder) return
    apply(holder.now)
    holder.moves.push({ to, apply })
  }
  switch (event.kind) {
    case 'make': {
      if (node) return // it is only opened
      const made = makeNode(event.isFolder)
      change(dirname(path), (names) => names.set(basename(path), made))
      return
    }
    case 'write':
      return void node?.waiting.push({ change: event, to })
    case 'copy': {
      const source = find(event.source)
      if (!source) throw new Error(`${event.source} is copied, but was never seen to be made`)
      const bytes = source.waiting.reduce((held, one) => changed(held, one.change), source.kept)
      return void node?.waiting.push({ change: { offset: 0, bytes }, to })
    }
    case 'cut':
      return void node?.waiting.push({ change: { size: event.size }, to })
    case 'remove':
      change(dirname(path), (names) => names.delete(basename(path)))
      return
    case 'rename': {
      if (!node) return
      const [from, into] = [dirname(path), dirname(event.name)]
      if (from !== into) throw new Error(`${path} becomes ${event.name}: between two folders, which is not modelled`)
      change(from, (names) => {
        names.delete(basename(path))
        names.set(basename(event.name), node)
      })
      return
    }
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
  for (const [name, one] of names) write(one, join(path, name), kept)
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
  return { isFolder, kept: Buffer.alloc(0), waiting: [], now: new Map(), names: new Map(), moves: [] }
}
