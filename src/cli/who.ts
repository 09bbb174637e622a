// `readout who`: what a person or body has said, or everybody with how much.
import { asOne, findSpeaker } from '../desk/find-speaker.ts'
import { listDecided } from '../desk/list-decided.ts'
import { listSayings, listSpeakers } from '../desk/list-who.ts'
import { endWhenUnread, print, printJson } from './output.ts'
import { withDesk } from './with-desk.ts'
import { decidedJson } from './write-decided.ts'
import { writeSayings, writeSpeakers } from './write-who.ts'

interface Options {
  readonly desk: string
  readonly json?: true
}

/** Prints what the one with this name has said; without a name everybody who has said something. */
export async function who(name: string | undefined, { desk: dir, json }: Options): Promise<0> {
  return await withDesk(dir, async (desk) => {
    endWhenUnread()
    const speakers = await listSpeakers(desk)
    if (name === undefined || name.trim() === '') {
      if (json) await printJson(speakers)
      else await print(writeSpeakers(speakers))
      return
    }
    const found = findSpeaker(speakers, name.trim())
    const sayings = await listSayings(
      desk,
      found.map(({ id }) => id),
    )
    const { decided } = await listDecided(desk)
    const own = decided.filter(({ on }) => on.some((one) => found.some(({ id }) => id === one.id)))
    if (json) await printJson({ ...asOne(found), sayings, decisions: own.map(decidedJson) })
    else await print(writeSayings(found, sayings, own))
  })
}
