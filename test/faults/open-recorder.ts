// The recorder (recorder.ts), begun, and what it has kept: what a fault must not have undone is read from its file, not from memory.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ACTS } from './acts.ts'
import type { RunningActs } from './run-acts.ts'

/** A recorder that is running. */
export interface Recorder {
  readonly input: NonNullable<ReturnType<typeof spawn>['stdin']>
  /** What was acknowledged. */
  lines(): string[]
  /** What was said beside: that an act was refused, or a process ended. */
  told(): string[]
  /** So many more are acknowledged than at its call, or all who could acknowledge have ended. */
  grown(by: number, runs: readonly RunningActs[]): Promise<void>
  /** Nothing more is on its way. */
  quiet(): Promise<void>
  close(): Promise<void>
}

/** Begins it; it writes to that file. */
export async function openRecorder(file: string): Promise<Recorder> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'recorder.ts'), file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let count = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    count = Number(text.trimEnd().split('\n').at(-1))
  })
  const ended = once(child, 'exit')
  const read = (): string[] => (count === 0 ? [] : readFileSync(file, 'utf8').split('\n').slice(0, -1))
  const isAct = (line: string): boolean => Object.hasOwn(ACTS, line.split(' ')[0] ?? '')
  return {
    input: child.stdin,
    lines: () => read().filter(isAct),
    told: () => read().filter((line) => /^(?:failed|crashed)/.test(line)),
    async grown(by, runs) {
      const goal = count + by
      let isOver = false
      void Promise.all(runs.map(({ ended: end }) => end)).then(() => (isOver = true))
      while (count < goal && !isOver) await pause(2)
    },
    async quiet() {
      for (let before = -1; before !== count; await pause(30)) before = count
    },
    async close() {
      child.stdin.end()
      await ended
    },
  }
}
