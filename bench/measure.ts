// Medians, and the command line run as a process with its time and its memory.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts')

/** The middle one; of an even number the upper middle. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Milliseconds that the work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e6
}

/** Runs `readout ARGS`; its wall time in milliseconds and, on Linux, the most memory it held, in MiB. */
export function runReadout(args: readonly string[]): Promise<{ ms: number; peakMiB: number; out: string }> {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint()
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    let peakMiB = 0
    const watch = setInterval(() => {
      peakMiB = Math.max(peakMiB, peakOf(child.pid))
    }, 20)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (out.length < 100_000) out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.on('error', reject)
    child.on('close', (status) => {
      clearInterval(watch)
      const ms = Number(process.hrtime.bigint() - start) / 1e6
      if (status === 0) resolve({ ms, peakMiB, out })
      else reject(new Error(`readout ${args.join(' ')} ended with ${status}: ${err}`))
    })
  })
}

function peakOf(pid: number | undefined): number {
  try {
    const [, kibibytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kibibytes ?? 0) / 1024
  } catch {
    return 0 // gone already, or not Linux
  }
}
