// door: files, process
// How much room there is: on the disk where the desk lies, in the memory of the machine or of the container, in this process.
import { readFile, statfs } from 'node:fs/promises'
import { freemem } from 'node:os'

/** All in bytes. */
export interface Room {
  readonly diskFree?: number // absent: the system does not tell
  readonly memoryFree: number
  readonly held: number // by this process
}

/** One look, which costs well under a millisecond. */
export async function roomLeft(dir: string): Promise<Room> {
  const [disk, machine, container] = await Promise.all([diskFree(dir), memoryOfMachine(), memoryOfContainer()])
  return {
    ...(disk !== undefined && { diskFree: disk }),
    memoryFree: Math.min(machine, container),
    held: process.memoryUsage.rss(),
  }
}

async function diskFree(dir: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(dir)
    return bavail * bsize // what is kept back for root is not ours
  } catch {
    return undefined // no such folder yet, or a system that does not tell
  }
}

// What the kernel could hand out without swapping; files that it keeps in memory are given up when wanted.
async function memoryOfMachine(): Promise<number> {
  const kib = /^MemAvailable:\s+(\d+) kB$/m.exec(await textOf('/proc/meminfo'))?.[1]
  return kib === undefined ? freemem() : Number(kib) * 1024
}

const CGROUP = '/sys/fs/cgroup'

// The limit of a container (cgroup v2) less what it holds, of which files in memory are given up when wanted.
async function memoryOfContainer(): Promise<number> {
  const [most, current, stat] = await Promise.all(
    ['memory.max', 'memory.current', 'memory.stat'].map((name) => textOf(`${CGROUP}/${name}`)),
  )
  if (!/^\d+\s*$/.test(most ?? '') || !/^\d+\s*$/.test(current ?? '')) return Number.POSITIVE_INFINITY
  const files = Number(/^file (\d+)$/m.exec(stat ?? '')?.[1] ?? 0)
  return Math.max(0, Number(most) - Number(current) + files)
}

async function textOf(path: string): Promise<string> {
  return await readFile(path, 'utf8').catch(() => '') // no such system
}
