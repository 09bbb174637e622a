// One of several who decide at once: says that it is ready, waits for a line, decides as it was told, and prints what came of it.
// Arguments: the desk, and what is asked as JSON.
import { once } from 'node:events'
import { type Asked, decide } from '../../src/desk/decide.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { ReadoutError } from '../../src/model/errors.ts'

const [dir = '', asked = ''] = process.argv.slice(2)
const desk = await openDesk(dir, { make: false })
process.stdout.write('ready\n')
await once(process.stdin, 'data')
process.stdin.destroy()
try {
  const { number } = await decide(desk, JSON.parse(asked) as Asked)
  process.stdout.write(`kept ${number}\n`)
} catch (error) {
  if (!(error instanceof ReadoutError)) throw error
  process.stdout.write(`${error.code} ${error.message}\n`)
} finally {
  await desk.close()
}
