// What the kill test kills: sends what is due of the edition's mailing, beginning it where it is not begun. Argument: the desk.

import { mailEdition } from '../../src/desk/mailing/mail-edition.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { WEEK } from '../mail/issued-desk.ts'

const [dir = ''] = process.argv.slice(2)
const desk = await openDesk(dir, { make: false })
process.stdout.write('begins\n')
await mailEdition(desk, { week: WEEK, kind: 'edition' }, { by: 'Ada Orme' })
process.stdout.write('done\n')
await desk.close()
