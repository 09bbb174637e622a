// Holds the desk in the folder that it is told, says whether it does, and stays.
import { openDesk } from '../../src/desk/open-desk.ts'
import { holdDesk } from '../../src/desk/ops/hold-desk.ts'
import { ReadoutError } from '../../src/model/errors.ts'

const desk = await openDesk(process.argv[2] ?? '', { make: false })
const word = await holdDesk(desk).then(
  () => 'held',
  (error: unknown) => {
    if (error instanceof ReadoutError && error.code === 'DESK_HELD') return 'refused'
    throw error
  },
)
process.stdout.write(`${word}\n`)
setInterval(() => {}, 1000)
