// `readout source`: what the desk follows by itself, and how it goes.
import type { Desk } from '../desk/desk.ts'
import { openDesk } from '../desk/open-desk.ts'
import { readVersion } from '../desk/read-version.ts'
import { findFeedSource, nameSourcePage } from '../desk/web/find-source.ts'
import { followSource, setSource, type Word } from '../desk/web/follow-source.ts'
import { listHealth, type SourceState } from '../desk/web/health-of.ts'
import { findSource } from '../desk/web/list-sources.ts'
import { openFollowing } from '../desk/web/open-following.ts'
import type { Followed } from '../model/followed.ts'
import { onInterrupt } from './on-interrupt.ts'
import { endWhenUnread, print, printJson, warn } from './output.ts'
import { writeSource } from './write-source.ts'

interface Common {
  readonly desk: string
  readonly by: string
  readonly json?: true
}

export interface SetOptions extends Common {
  readonly title?: string
  readonly outlet?: string
  readonly folder?: string
  readonly every?: number // minutes
  readonly gap?: number // seconds
}

export interface AddOptions extends SetOptions {
  readonly page?: true
}

/** Follows an address, or the feed behind it. */
export async function addSource(address: string, options: AddOptions): Promise<0> {
  const desk = await openDesk(options.desk)
  const { signal, done } = onInterrupt()
  const following = await openFollowing(desk, readVersion(), { signal })
  try {
    if (following.settings.contact === '') warn(NO_CONTACT)
    const found = options.page ? nameSourcePage(address) : await findFeedSource(following, address)
    const set = setOf(options)
    const title = set.title ?? found.title
    const source = { ...found, ...set, ...(title !== undefined && { title }) }
    const { source: kept, isNew } = await followSource(desk, source, wordOf(options, 'followed'))
    if (options.json) await printJson({ ...kept, isNew })
    else await print(`${isNew ? 'follows' : 'followed already'} ${kept.id}  ${kept.title ?? kept.url}\n  ${kept.url}`)
    return 0
  } finally {
    done()
    await following.close()
    await desk.close()
  }
}

const NO_CONTACT =
  'no contact is set, so publishers cannot reach you; put {"contact": "you@example.org"} into settings.json in the folder of the desk'

/** Lists all sources with how it goes with each. */
export async function listSources({ desk: dir, json }: Common): Promise<0> {
  return withSources(dir, async (desk) => {
    endWhenUnread()
    const sources = await listHealth(desk)
    if (json) await printJson(sources.map(flat))
    else if (sources.length === 0) await print('No source is followed; "readout source add ADDRESS" follows one.')
    else await print(sources.map(writeSource).join('\n'))
  })
}

/** Shows one source. */
export async function showSource(called: string, { desk: dir, json }: Common): Promise<0> {
  return withSources(dir, async (desk) => {
    const { id } = findSource(desk, called)
    const one = (await listHealth(desk)).find(({ source }) => source.id === id)
    if (!one) throw new Error(`the source ${id} is followed but not listed`)
    if (json) await printJson(flat(one))
    else await print(writeSource(one))
  })
}

/** Changes how a source is followed: paused, followed again, removed, or other settings. */
export async function changeSource(
  called: string,
  options: SetOptions & { readonly state?: Followed['state'] },
): Promise<0> {
  return withSources(options.desk, async (desk) => {
    const before = findSource(desk, called)
    const after: Followed = { ...before, ...setOf(options), ...(options.state && { state: options.state }) }
    if (JSON.stringify(before) === JSON.stringify(after)) {
      await print(`${before.id}  ${before.title ?? before.url}: nothing to change`)
      return
    }
    await setSource(desk, after, wordOf(options, options.state ?? 'set'))
    if (options.json) await printJson(after)
    else await print(`${options.state ?? 'set'} ${after.id}  ${after.title ?? after.url}`)
  })
}

function setOf({ title, outlet, folder, every, gap }: SetOptions): Partial<Followed> {
  return {
    ...(title !== undefined && { title }),
    ...(outlet !== undefined && { outlet }),
    ...(folder !== undefined && {
      folder: folder
        .split('/')
        .map((part) => part.trim())
        .filter(Boolean),
    }),
    ...(every !== undefined && { everyMinutes: every }),
    ...(gap !== undefined && { gapSeconds: gap }),
  }
}

function wordOf({ by }: Common, why: string): Word {
  return { by: by || 'the desk', why }
}

function flat({ source, health }: SourceState): object {
  return { ...source, ...health }
}

async function withSources(dir: string, work: (desk: Desk) => Promise<void>): Promise<0> {
  const desk = await openDesk(dir, { make: false })
  try {
    await work(desk)
    return 0
  } finally {
    await desk.close()
  }
}
