// door: process
// One command line, from its arguments to its exit status: 0 done, 1 the work found a fault, 2 wrong use.
import type { CommanderError } from 'commander'
import { readVersion } from '../desk/read-version.ts'
import { ReadoutError } from '../model/errors.ts'
import { Interrupted } from './on-interrupt.ts'
import { warn } from './output.ts'

/** Runs it and gives the status. `args`: as a process has them, with what runs and what is run before the command. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const { makeProgram } = await import('./program.ts')
    let status = 0
    const finish = (result: number): void => {
      status = result
    }
    const program = makeProgram(readVersion(), finish, process.env.READOUT_DESK)
    program.hook('preAction', (root) => {
      const { store } = root.opts<{ store?: string }>()
      if (store) process.env.READOUT_STORE = store // for the threads and processes that a command begins, too
    })
    await program.parseAsync([...args])
    return status
  } catch (error) {
    return explain(error)
  }
}

/** Says the error in one line and gives the exit status. The stack only if READOUT_DEBUG is set. */
export function explain(error: unknown): number {
  if (isCommanderError(error)) {
    // --help and --version end the parse by an error as well; so does `readout` alone, which is wrong use.
    if (error.exitCode === 0) return 0
    if (error.code !== 'commander.help') warn(plainUsage(error.message))
    return 2
  }
  if (error instanceof Interrupted) return error.exitCode
  if (process.env.READOUT_DEBUG) console.error(error)
  if (error instanceof ReadoutError) {
    warn(error.message)
    return error.exitCode
  }
  const what = error instanceof Error ? error.message : String(error)
  warn(`unexpected fault: ${what}; run it again with READOUT_DEBUG=1 and report what that prints`)
  return 1
}

function isCommanderError(error: unknown): error is CommanderError {
  return error instanceof Error && 'exitCode' in error && 'code' in error && String(error.code).startsWith('commander.')
}

// "error: unknown option '--jsno'\n(Did you mean --json?)" -> one line
function plainUsage(message: string): string {
  const plain = message
    .replace(/^error: /, '')
    .replace(/\.?\s*\n\s*/g, ' ')
    .trim()
    .replace(/\.$/, '')
  return `${plain}; see "readout --help"`
}
