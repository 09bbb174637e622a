// A small desk with something of everything that a backup holds: reports, what is made of them, a decision, somebody's account, a
// subscriber, settings.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addAddresses, changeAddress } from '../../src/archive/addresses.ts'
import { differencesOf, hashState, type StateHash } from '../../src/archive/state-hash.ts'
import type { View } from '../../src/archive/view.ts'
import { derive } from '../../src/desk/derive.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { handIn, standIn } from '../../src/desk/stand-in.contract.ts'
import { takeIn } from '../../src/desk/take-in.ts'

/** Makes it; whoever asked for it closes it. */
export async function makeSmallDesk(dir: string, reports: number): Promise<Desk> {
  const desk = await openDesk(dir, { rooms: standIn(), url: null })
  const texts = Array.from({ length: reports }, (_, i) => ({
    name: `talks-${i}`,
    text: `Report ${i}: the levy talks in Zoë’s Karsk go on.`,
    outlet: 'Meridian News Agency',
  }))
  await takeIn(desk, handIn(texts), () => {})
  await derive(desk)
  const state = await desk.store.state()
  const at = '2031-05-06T10:00:00.000Z'
  const account = { id: 'a1', name: 'Ada Orme', sign: 'ada orme', password: '$argon2id$x', role: 'admin' }
  await state
    .insertInto('state.account')
    .values({ ...account, state: 'active', made_at: at })
    .execute()
  await state.insertInto('state.audit').values({ at, what: 'account-made', who: 'Ada Orme' }).execute()
  const subscriber = { id: 's1', address: 'corvin@courier.example', sign: 'corvin@courier.example', watch: '' }
  await state
    .insertInto('state.subscriber')
    .values({ ...subscriber, state: 'confirmed', since: at, how: 'added' })
    .execute()
  writeFileSync(join(dir, 'settings.json'), '{"contact": "desk@meridian.example"}\n')
  return desk
}

/**
 * Writes down more addresses than a page of rows holds: every third was asked, the last of them first; the others never. Each was found
 * by a source. Gives back how many.
 */
export async function keepAddresses({ store }: Pick<Desk, 'store'>): Promise<number> {
  const diary = await store.diary()
  const host = 'meridian.example'
  const urls = Array.from({ length: 250 }, (_, i) => `https://${host}/${['a', 'B', 'é', '_'][i % 4]}${i}`)
  urls.push(`https://${host}/${'long/'.repeat(700)}`)
  const page = { host, what: 'page', foundIn: `https://${host}/feed`, due: clockAt(0) } as const
  await addAddresses(
    diary,
    urls.map((url, i) => ({ ...page, url, source: ['karsk', 'Karsk'][i % 2] ?? '' })),
    clockAt(0),
  )
  for (const [i, url] of urls.entries()) {
    if (i % 3 === 0) await changeAddress(diary, url, { asked: clockAt(urls.length - i), outcome: 'had' })
  }
  return urls.length
}

function clockAt(minute: number): string {
  return new Date(Date.UTC(2031, 4, 6, 10, minute)).toISOString()
}

/** Opens one that is there. */
export async function openSmallDesk(dir: string): Promise<Desk> {
  return await openDesk(dir, { rooms: standIn(), make: false, url: null })
}

/** The tables in which a desk that was restored differs from the one that was backed up: what it begins anew. */
export const BEGUN_ANEW = ['claim_epoch']

/** Which tables of two desks are not the same. */
export function tablesOtherwise(one: StateHash, other: StateHash): string[] {
  return (['truth', 'derived', 'state'] as const).flatMap((schema) =>
    differencesOf(one[schema], other[schema]).map(({ name }) => name),
  )
}

/** The digests of all that it holds. */
export async function hashOf({ store }: { readonly store: { view(): Promise<View> } }): Promise<StateHash> {
  const view = await store.view()
  try {
    return await hashState(view)
  } finally {
    await view.close()
  }
}
