// `readout serve` as a process of its own, from its first line to its end.
import { type ChildProcess, spawn } from 'node:child_process'
import { MAIN } from './readout.ts'

export interface ServingProcess {
  readonly url: string
  readonly child: ChildProcess
  /** What it said on standard error up to now. */
  said(): string
  /** Its exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
  kill(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>
}

export interface ServingOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** Begins it on a free port, and waits for the line that says where. Rejects with what it said where it ends before. */
export async function beginServing(
  desk: string,
  { args = ['--no-fetch'], env = {} }: ServingOptions = {},
): Promise<ServingProcess> {
  const all = [MAIN, 'serve', '--desk', desk, '--port', '0', ...args]
  const child = spawn(process.execPath, all, { env: { ...process.env, NODE_TEST_CONTEXT: '', ...env } })
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (status, signal) => resolve(status ?? signal))
  })
  const url = await new Promise<string>((resolve, reject) => {
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      const found = /on (http:\S+) \(/.exec(out)?.[1]
      if (found) resolve(found)
    })
    void ended.then((status) => reject(new Error(`ended with ${status}: ${err}`)))
  })
  return {
    url,
    child,
    said: () => err,
    ended,
    kill(signal) {
      child.kill(signal)
      return ended
    },
  }
}
