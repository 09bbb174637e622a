// `readout decisions`: what people decided, and what became of it.
import { listDecided } from '../desk/list-decided.ts'
import { endWhenUnread, print, printJson, warn } from './output.ts'
import { withDesk } from './with-desk.ts'
import { decidedJson, writeDecided } from './write-decided.ts'

interface Options {
  readonly desk: string
  readonly json?: true
}

/** Prints all decisions in the order in which they were made. */
export async function decisions({ desk: dir, json }: Options): Promise<0> {
  return await withDesk(dir, async (desk) => {
    endWhenUnread()
    const { decided, harmed } = await listDecided(desk)
    for (const number of harmed)
      warn(`decision ${number} was changed since it was kept: it does not count; see "readout check"`)
    if (json) await printJson(decided.map(decidedJson))
    else if (decided.length === 0) await print('Nobody has decided anything on this desk.')
    else await print(decided.map(writeDecided).join('\n\n'))
  })
}
