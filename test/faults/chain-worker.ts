// What the test of the whole chain kills: issues the newest draft and tells so, then mails it where it is told to go on.
// Arguments: the desk, the week, and "mail" to go on.
import { openVersion } from '../../src/desk/editions/find-edition.ts'
import { issueEdition } from '../../src/desk/editions/issue-edition.ts'
import { mailEdition } from '../../src/desk/mailing/mail-edition.ts'
import { openDesk } from '../../src/desk/open-desk.ts'

const [dir = '', week = '', then = ''] = process.argv.slice(2)
const desk = await openDesk(dir, { make: false })
const { ref } = openVersion(desk, { week })
const issued = await issueEdition(desk, { week, from: ref.number, by: 'Ada Orme', why: 'it is done' })
process.stdout.write(`issued ${issued.ref.digest}\n`)
if (then === 'mail') await mailEdition(desk, { week, kind: 'edition' }, { by: 'Ada Orme' })
else setInterval(() => {}, 1000) // until it is killed
