// Does acts on a desk, one after the other, and says each once it is done: what the tests of faults run, stop and cut.
// Arguments: the desk, the number of the first act, how many, the names to draw from, a seed, and the mail server's port.
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { headOf } from '../../src/archive/log.ts'
import { makeFolders } from '../../src/desk/keep-file.ts'
import { readSettings, writeSettings } from '../../src/desk/keep-settings.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { rebuild } from '../../src/desk/rebuild.ts'
import type { Settings } from '../../src/desk/settings.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { ReadoutError } from '../../src/model/errors.ts'
import { randomFrom } from '../gold/draw-acts.ts'
import { ORIGIN } from '../mail/issued-desk.ts'
import { actRooms, exampleReports } from './act-rooms.ts'
import { ACTS, type Act, type ActName } from './acts.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: { desk: text, from: text, count: text, acts: text, seed: text, mail: text },
})
const { desk: dir = '', from = '1', count = '1', seed = '1', mail = '' } = values
const names = (values.acts ?? Object.keys(ACTS).join(',')).split(',') as ActName[]
const random = randomFrom(Number(seed))
// each line begins and ends one, so that half a line of a process that was killed spoils no other's
const say = (line: string): void => void process.stdout.write(`\n${line}\n`)

process.on('uncaughtException', (error) => {
  const isKnown = error instanceof ReadoutError
  process.stderr.write(isKnown ? '' : `${error.stack}\n`)
  say(isKnown ? `failed ${error.code} ${error.message}` : `crashed ${error.message}`)
  process.exit(isKnown ? 1 : 70)
})

const desk = await openDesk(dir, { rooms: actRooms() })
const known = await readSettings(dir)
if (mail !== '' && known.mailPort !== Number(mail))
  await writeSettings(dir, { ...known, ...mailSettings(Number(mail)) })
await makeFolders(join(dirname(dir), 'out'))
if (headOf(desk.store).number === 0) await takeIn(desk, exampleReports(), ({ digest }) => say(`capture ${digest}`))
for (let nth = Number(from); nth < Number(from) + Number(count); nth += 1) {
  const name = names[Math.floor(random() * names.length)] ?? 'capture'
  const act: Act = ACTS[name]
  try {
    await act.run(desk, String(nth), (words) => say(`${name} ${words}`))
    if (random() < 0.05) await rebuild(desk)
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error
    say(`refused ${name} ${error.code} ${error.message}`)
  }
}
await desk.close()
say('done')

function mailSettings(mailPort: number): Partial<Settings> {
  const own = { mailHost: '127.0.0.1', mailSecurity: 'none', mailFrom: 'The desk <news@desk.example>' } as const
  return { ...own, mailPort, mailPerMinute: 100_000, publicAddress: ORIGIN }
}
