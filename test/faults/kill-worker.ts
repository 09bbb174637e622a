// What the kill test kills: reports from memory into a desk, each acknowledged on a line, then all that follows.
// Arguments: the desk, the first report's number, how many, and "rebuild" to drop and remake before the end.
import { derive } from '../../src/desk/derive.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { rebuild } from '../../src/desk/rebuild.ts'
import { handIn, standIn } from '../../src/desk/stand-in.contract.ts'
import { takeIn } from '../../src/desk/take-in.ts'

const [dir = '', from = '0', count = '0', then = ''] = process.argv.slice(2)
const reports = Array.from({ length: Number(count) }, (_, i) => {
  const number = Number(from) + i
  return {
    name: `report-${number}`,
    text: `Report ${number}: the levy talks in Karsk go on. ${'So it goes. '.repeat(40)}`,
  }
})
const desk = await openDesk(dir, { rooms: standIn() })
await takeIn(desk, handIn(reports), ({ name }) => process.stdout.write(`kept ${name}\n`))
await derive(desk)
if (then === 'rebuild') await rebuild(desk)
await desk.close()
