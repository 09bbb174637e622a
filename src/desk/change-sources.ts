// What editors do to sources on their page: follow an address, bring a list, pause, go on, remove. Each gives back what became
// of it, in the words of the interface.
import type { Viewer } from '../model/account.ts'
import type { Followed } from '../model/followed.ts'
import { WORDS } from '../publish/interface-words.ts'
import type { Desk } from './desk.ts'
import { readVersion } from './read-version.ts'
import { findFeedSource, nameSourcePage } from './web/find-source.ts'
import { followSource, setSource } from './web/follow-source.ts'
import { findSource } from './web/list-sources.ts'
import { openFollowing, type Parts } from './web/open-following.ts'
import { exportOpml, importOpml } from './web/opml.ts'

/** An address to be followed. */
export interface Wish {
  readonly address: string
  readonly what: Followed['kind']
  readonly outlet?: string | undefined
}

type Own = Pick<Desk, 'store' | 'now' | 'dir'>

/** Asks for the address and follows what is found there. Throws what says why it cannot be followed. `parts`: what stands in. */
export async function followAddress(desk: Own, wish: Wish, { name: by }: Viewer, parts: Parts = {}): Promise<string[]> {
  const { address, what, outlet } = wish
  const following = await openFollowing(desk, readVersion(), parts)
  try {
    const found = what === 'page' ? nameSourcePage(address.trim()) : await findFeedSource(following, address.trim())
    const wanted = { ...found, ...(outlet && { outlet }) }
    const { source, isNew } = await followSource(desk, wanted, { by, why: 'followed' })
    const title = source.title ?? source.url
    return [isNew ? WORDS.sources.followed(title) : WORDS.sources.followedAlready(title)]
  } finally {
    await following.close()
  }
}

/** Follows every feed of a list. Throws OPML_BROKEN where there is none in it. */
export async function bringList(desk: Own, text: string, { name: by }: Viewer): Promise<string[]> {
  const imported = await importOpml(desk, { text, path: WORDS.sources.theList }, { by, why: 'imported' })
  const count = (kind: (typeof imported)[number]['kind']): number => imported.filter((one) => one.kind === kind).length
  const refused = imported.flatMap((one) =>
    one.kind === 'refused'
      ? [`${one.line === undefined ? (one.url ?? '') : WORDS.sources.line(one.line)}: ${one.why}`]
      : [],
  )
  return [WORDS.sources.imported(count('followed'), count('followed already'), refused.length), ...refused]
}

/** Pauses, goes on with or removes a source. Throws SOURCE_UNKNOWN. */
export async function changeState(
  desk: Own,
  id: string,
  state: Followed['state'],
  { name: by }: Viewer,
): Promise<string[]> {
  const source = findSource(desk, id)
  const title = source.title ?? source.url
  if (source.state !== state) await setSource(desk, { ...source, state }, { by, why: state })
  return [WORDS.sources.changed(title, WORDS.sources.states[state])]
}

/** The feeds as a list for other readers. */
export function giveList(desk: Own): string {
  return exportOpml(desk)
}
