// Virtual time for tests of what waits: a week in minutes, the same in each process that is told the same start. Time
// runs `factor` times as fast as it does; where nobody in the leaping process works, it leaps to the next moment that
// somebody waits for. What was leapt over lies in a file of its own, so that it outlives a process that is killed.
import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs'

export interface ClockPlan {
  readonly epoch: number // the virtual instant at the start, in milliseconds
  readonly started: number // the start by the machine's steady clock, in milliseconds
  readonly factor: number
  readonly leaps: string // the file
}

export interface StandClock {
  now(): number
  /** Waits so long, or until the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** While the work goes on nothing is leapt over, unless it takes so long that it must be waiting for somebody itself. */
  busy<T>(work: () => Promise<T>): Promise<T>
  close(): void
}

export interface Leaping {
  readonly sleepers: number // so many have to wait
  readonly stride: number // leapt at least: who looks each second is woken less often; a quarter while some work is long
}

const LONG = 250 // real milliseconds
const LONGEST = 2 ** 31 - 1

/** Begins a virtual time. The file is made here. */
export function beginClock(leaps: string, epoch: number, factor: number): ClockPlan {
  writeFileSync(leaps, Buffer.alloc(16))
  return { epoch, started: steady(), factor, leaps }
}

/** One process at a time may leap. */
export function openClock({ epoch, started, factor, leaps }: ClockPlan, leaping?: Leaping): StandClock {
  const file = openSync(leaps, 'r+')
  const bytes = new Float64Array(2)
  const readLeapt = (): number => {
    do readSync(file, bytes, 0, 16, 0)
    while (bytes[0] !== bytes[1]) // caught in the middle of a writing
    return bytes[0] ?? 0
  }
  const now = (): number => epoch + (steady() - started) * factor + readLeapt()
  const sleepers = new Map<() => void, number>()
  let settling: NodeJS.Immediate | undefined
  let works = 0
  let long = 0 // works that take so long that they are leapt over
  const settle = (): void => {
    clearImmediate(settling)
    if (leaping && works === 0 && sleepers.size >= leaping.sleepers) settling = setImmediate(leap)
  }
  const leap = (): void => {
    const ahead = Math.max(Math.min(...sleepers.values()) - now(), (leaping?.stride ?? 0) / (long > 0 ? 4 : 1))
    if (ahead > 0) writeSync(file, new Float64Array(2).fill(readLeapt() + ahead), 0, 16, 0)
    for (const look of [...sleepers.keys()]) look()
  }
  return {
    now,
    async sleep(ms, signal) {
      if (signal?.aborted) return
      const until = now() + ms
      const { promise, resolve } = Promise.withResolvers<void>()
      let timer: NodeJS.Timeout | undefined
      const look = (): void => {
        clearTimeout(timer)
        const left = until - now()
        if (left <= 0 || signal?.aborted) resolve()
        else timer = setTimeout(look, Math.min(LONGEST, left / factor))
      }
      sleepers.set(look, until)
      signal?.addEventListener('abort', look)
      look()
      settle()
      await promise
      signal?.removeEventListener('abort', look)
      sleepers.delete(look)
      settle()
    },
    async busy(work) {
      works += 1
      clearImmediate(settling)
      let isLong = false
      const timer = setTimeout(() => {
        isLong = true
        long += 1
        works -= 1
        settle()
      }, LONG)
      try {
        return await work()
      } finally {
        clearTimeout(timer)
        if (isLong) long -= 1
        else works -= 1
        settle()
      }
    },
    close() {
      clearImmediate(settling)
      closeSync(file)
    },
  }
}

/** The machine's steady clock, which all its processes share. */
function steady(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
