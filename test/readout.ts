// Runs the command line as people do: a process, its two outputs and its exit status.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'

export const MAIN = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts')

export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly input?: string | Uint8Array
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs `readout ARGS` from the sources and waits for its end. */
export function readout(args: readonly string[], { input, cwd, env }: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const plain = {
      ...process.env,
      READOUT_DEBUG: '',
      READOUT_DESK: '',
      READOUT_STORE: '',
      NODE_TEST_CONTEXT: '',
      ...env,
    }
    const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: plain })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.stdin.on('error', () => {}) // a process that refuses its arguments does not read its input
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out, err }))
    child.stdin.end(input ?? '')
  })
}

/** Runs `readout ARGS | head -1`: its output is closed after the first line. */
export function readoutHead(args: readonly string[], input: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args])
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      child.stdout.destroy()
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.stdin.on('error', () => {})
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out, err }))
    child.stdin.end(input)
  })
}

/** An empty folder that is gone when the test file is done. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'readout-test-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
