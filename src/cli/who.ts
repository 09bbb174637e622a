// `readout who`: what a person or body has said, or everybody with how much.
import { catchUp } from '../desk/catch-up.ts'
import { findSpeaker } from '../desk/find-speaker.ts'
import { listSayings, listSpeakers } from '../desk/list-who.ts'
import { openDesk } from '../desk/open-desk.ts'
import { endWhenUnread, print, printJson, showProgress, warn } from './output.ts'
import { writeSayings, writeSpeakers } from './write-who.ts'

interface Options {
  readonly desk: string
  readonly json?: true
}

/** Prints what the one with this name has said; without a name everybody who has said something. */
export async function who(name: string | undefined, { desk: dir, json }: Options): Promise<0> {
  const desk = await openDesk(dir, { make: false })
  try {
    const progress = showProgress()
    await catchUp(desk, progress.step, warn)
    progress.end()
    endWhenUnread()
    const speakers = await listSpeakers(desk)
    if (name === undefined || name.trim() === '') {
      if (json) await printJson(speakers)
      else await print(writeSpeakers(speakers))
      return 0
    }
    const found = findSpeaker(speakers, name.trim())
    const sayings = await listSayings(
      desk,
      found.map(({ id }) => id),
    )
    if (json) await printJson({ ...found[0], sayings })
    else await print(writeSayings(found, sayings))
    return 0
  } finally {
    await desk.close()
  }
}
