// Runs the command line in the process of the test itself, which costs a tenth of a new process. Where the process is what is tried
// (its start, its input, signals, a closed pipe), `readout` of readout.ts starts one.
import { AsyncLocalStorage } from 'node:async_hooks'
import { run } from '../src/cli/run.ts'
import { MAIN, type Ran, type RunOptions } from './readout.ts'

interface Caught {
  out: string
  err: string
}

const caught = new AsyncLocalStorage<Caught>()
let last: Promise<unknown> = Promise.resolve()

/** Runs `readout ARGS` here, after those that were asked for before. It has no standard input. */
export function readoutHere(args: readonly string[], options: Omit<RunOptions, 'input'> = {}): Promise<Ran> {
  const ran = last.then(() => runOne(args, options))
  last = ran.catch(() => {})
  return ran
}

async function runOne(args: readonly string[], { cwd, env }: Omit<RunOptions, 'input'>): Promise<Ran> {
  const own: Record<string, string> = { READOUT_DEBUG: '', READOUT_DESK: '', READOUT_STORE: '', ...env }
  const was = Object.keys(own).map((name) => [name, process.env[name]] as const)
  const home = process.cwd()
  const said: Caught = { out: '', err: '' }
  Object.assign(process.env, own)
  if (cwd !== undefined) process.chdir(cwd)
  try {
    const status = await caught.run(said, () => run([process.execPath, MAIN, ...args]))
    return { status, ...said }
  } finally {
    process.chdir(home)
    for (const [name, value] of was) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

// What a command writes is caught where it was run from, so that what the runner of the tests writes meanwhile goes its own way.
for (const [stream, part] of [
  [process.stdout, 'out'],
  [process.stderr, 'err'],
] as const) {
  const write = stream.write.bind(stream) as (...given: readonly unknown[]) => boolean
  stream.write = (...given: readonly unknown[]): boolean => {
    const said = caught.getStore()
    if (!said) return write(...given)
    const [text] = given
    said[part] += typeof text === 'string' ? text : new TextDecoder().decode(text as Uint8Array)
    const done = given.at(-1)
    if (typeof done === 'function') queueMicrotask(() => done())
    return true
  }
}
