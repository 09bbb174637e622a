// Opens a desk, all its files, and is killed before the nth statement that SQLite is given, or tells how many there were.
// Arguments: the desk, and n; 0: it is not killed.
import { DatabaseSync, StatementSync } from 'node:sqlite'

const [dir = '', nth = '0'] = process.argv.slice(2)
let count = 0
type Calls = Record<string, (this: object, ...args: unknown[]) => unknown>
const watched: readonly (readonly [object, readonly string[]])[] = [
  [DatabaseSync.prototype, ['exec']],
  [StatementSync.prototype, ['all', 'run', 'get', 'iterate']],
]
for (const [prototype, names] of watched) {
  const calls = prototype as Calls
  for (const name of names) {
    const real = calls[name]
    calls[name] = function (...args) {
      count += 1
      if (count === Number(nth)) process.kill(process.pid, 'SIGKILL')
      return real?.apply(this, args)
    }
  }
}

const { openDesk } = await import('../../src/desk/open-desk.ts')
const desk = await openDesk(dir, { make: false })
await desk.store.state()
await desk.close()
process.stdout.write(`${count}\n`)
