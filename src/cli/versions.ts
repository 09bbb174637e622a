// `readout versions`: the pages of the desk that changed, or one with its versions and what each did to the one before.
import { listChanged } from '../desk/list-changed.ts'
import { listVersions } from '../desk/list-versions.ts'
import { ReadoutError } from '../model/errors.ts'
import { endWhenUnread, print, printJson } from './output.ts'
import { withDesk } from './with-desk.ts'
import { writeChangedPages, writeHistory } from './write-versions.ts'

interface Options {
  readonly desk: string
  readonly since?: string // a day
  readonly json?: true
}

/** Prints the page of a report's name or an address; without one every change of a page, the newest first. */
export async function versions(page: string | undefined, { desk: dir, since, json }: Options): Promise<0> {
  const asked = page?.trim() ?? ''
  if (asked !== '' && since !== undefined) {
    throw new ReadoutError('USAGE', '--since goes with the list of all pages; of one page all versions are shown')
  }
  return await withDesk(dir, async (desk) => {
    endWhenUnread()
    if (asked === '') {
      const changed = await listChanged(desk, since)
      if (json) await printJson(changed)
      else await print(writeChangedPages(changed, since))
      return
    }
    const history = await listVersions(desk, asked)
    if (!json) return await print(writeHistory(history))
    const { versions: all, ...rest } = history
    await printJson({ ...rest, versions: all.map(({ doc, ...version }) => ({ ...factsOf(doc), ...version })) })
  })
}

function factsOf({
  id,
  name,
  title,
  outlet,
  published,
}: Awaited<ReturnType<typeof listVersions>>['versions'][0]['doc']) {
  return { doc: id, name, title, outlet, published }
}
