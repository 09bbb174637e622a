// `readout story`: the stories of the desk, or one with its reports, its claims and the people and bodies in it.
import { ledgerEntry } from '../desk/ledger-json.ts'
import { listStories, openStory } from '../desk/list-stories.ts'
import { endWhenUnread, print, printJson } from './output.ts'
import { withDesk } from './with-desk.ts'
import { writeStories, writeStory } from './write-story.ts'

interface Options {
  readonly desk: string
  readonly json?: true
}

/** Prints the story of this id, or of the only one that begins so; without an id every story, a few lines each. */
export async function story(id: string | undefined, { desk: dir, json }: Options): Promise<0> {
  return await withDesk(dir, async (desk) => {
    endWhenUnread()
    if (id === undefined || id.trim() === '') {
      const stories = await listStories(desk)
      if (json) await printJson(stories)
      else await print(writeStories(stories))
      return
    }
    const file = await openStory(desk, id.trim())
    if (json) await printJson({ ...file, claims: file.claims.map((row) => ledgerEntry(row, undefined)) })
    else await print(writeStory(file))
  })
}
