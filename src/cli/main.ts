// door: process
// The command line: arguments in, text and an exit status out. 0 done, 1 the work found a fault, 2 wrong use.
import module from 'node:module'
import { ReadoutError } from '../model/errors.ts'
import { explain, run } from './run.ts'

const NEEDED: readonly [number, number] = [24, 15] // node:sqlite before 24.15 carries a SQLite that can lose rows

module.enableCompileCache?.() // before the commands are imported: halves the start of every later run; Node 20 has none
process.exitCode = await main(process.argv)

async function main(args: readonly string[]): Promise<number> {
  try {
    checkNode(process.versions.node)
  } catch (error) {
    return explain(error)
  }
  return await run(args)
}

function checkNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return
  const cure = `install Node ${NEEDED.join('.')} or newer, or run it by npm in a checkout, which brings its own`
  throw new ReadoutError('USAGE', `Node ${version} is too old; ${cure}`)
}
