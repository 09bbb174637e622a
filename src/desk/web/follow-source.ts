// A person's word on a source, made durable, and then done: its address enters the diary, or leaves it.
import { addAddresses, askAs, changeAddress, findAddress } from '../../archive/addresses.ts'
import { keepDecision } from '../../archive/keep-decision.ts'
import { setGap } from '../../archive/turns.ts'
import { digestOf } from '../../model/digest.ts'
import type { Followed } from '../../model/followed.ts'
import { asId } from '../../model/id.ts'
import type { Desk } from '../desk.ts'
import { hostKey } from './host-key.ts'
import { allSources } from './list-sources.ts'

/** Who says so, and why. */
export interface Word {
  readonly by: string
  readonly why: string
}

/** A source before it has an id. */
export type NewSource = Omit<Followed, 'id' | 'state'> & { readonly state?: Followed['state'] }

/** Follows an address; one that is followed already is given back as it is, with `isNew: false`. */
export async function followSource(
  desk: Pick<Desk, 'store' | 'now'>,
  source: NewSource,
  word: Word,
  sources: ReadonlyMap<string, Followed> = allSources(desk), // as they are now; given where many are followed at once
): Promise<{ source: Followed; isNew: boolean }> {
  const id = sourceId(source.url)
  const known = sources.get(id)
  if (known && known.state !== 'removed') {
    await enter(desk, known)
    return { source: known, isNew: false }
  }
  const followed: Followed = { ...source, id, state: source.state ?? 'followed' }
  await setSource(desk, followed, word)
  return { source: followed, isNew: true }
}

/** What a source is called that is first followed at this address. */
export function sourceId(url: string): Followed['id'] {
  return asId<'source'>(digestOf(url).slice(0, 12))
}

/** Keeps how a source is followed from now on. It is on the disk when this returns, and the diary goes by it. */
export async function setSource(desk: Pick<Desk, 'store' | 'now'>, source: Followed, { by, why }: Word): Promise<void> {
  await keepDecision(desk.store, {
    by: asId<'editor'>(by),
    at: desk.now(),
    ruling: { kind: 'follow', source },
    why,
  })
  await enter(desk, source)
}

/** Brings the diary to what people decided: for the start of fetching, and where a kill came between the two. */
export async function enterAll(desk: Pick<Desk, 'store' | 'now'>): Promise<Followed[]> {
  const sources = [...allSources(desk).values()]
  for (const source of sources) await enter(desk, source)
  return sources.filter(({ state }) => state === 'followed')
}

async function enter({ store, now }: Pick<Desk, 'store' | 'now'>, source: Followed): Promise<void> {
  const state = await store.diary()
  const known = await findAddress(state, source.url)
  if (source.state !== 'followed') {
    if (known?.due) await changeAddress(state, source.url, { due: undefined })
    return
  }
  const at = now()
  const { gapSeconds } = source
  if (gapSeconds !== undefined) await setGap(state, hostKey(source.url), gapSeconds * 1000, at)
  const wanted = { what: source.kind, source: source.id, due: at }
  if (known && (known.what !== wanted.what || known.source !== wanted.source)) {
    return await askAs(state, known, wanted) // known from elsewhere, as the page of a feed is
  }
  if (known?.due) return
  if (known) await changeAddress(state, source.url, { due: at })
  else {
    const host = hostKey(source.url)
    await addAddresses(state, [{ url: source.url, host, ...wanted }], at)
  }
}
