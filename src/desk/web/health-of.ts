// How it goes with the sources: when last asked, why in vain, when next, how much they bring, and whether they fell silent.
import type { Address } from '../../archive/address.ts'
import { findAddress } from '../../archive/addresses.ts'
import { findsOf } from '../../archive/finds.ts'
import type { Followed, Health } from '../../model/followed.ts'
import { later } from '../../model/instant.ts'
import type { Desk } from '../desk.ts'
import { listSources } from './list-sources.ts'
import { isSilent, perDay, usualGap } from './schedule.ts'

/** A source as it is followed, with how it goes. */
export interface SourceState {
  readonly source: Followed
  readonly health: Health
}

const WEEK = 7 * 24 * 3600 * 1000

/** All sources with their health, in the order in which they were first followed. */
export async function listHealth(desk: Pick<Desk, 'store' | 'now'>): Promise<SourceState[]> {
  return healthOf(desk, listSources(desk))
}

/** These sources with their health, in their order. */
export async function healthOf(
  desk: Pick<Desk, 'store' | 'now'>,
  sources: readonly Followed[],
): Promise<SourceState[]> {
  if (sources.length === 0) return []
  if (desk.store.isReadOnly) return sources.map((source) => ({ source, health: UNKNOWN }))
  const state = await desk.store.diary()
  const now = desk.now()
  return Promise.all(
    sources.map(async (source) => {
      const finds = await findsOf(state, source.id, later(now, -WEEK))
      return { source, health: makeHealth(await findAddress(state, source.url), finds, now) }
    }),
  )
}

const UNKNOWN: Health = { items: 0, perDay: 0, isSilent: false }

function makeHealth(address: Address | undefined, finds: Awaited<ReturnType<typeof findsOf>>, now: string): Health {
  const gap = usualGap(finds)
  const latest = finds.times[0]
  const known = {
    asked: address?.asked,
    succeeded: address?.had,
    fault: address?.reason,
    due: address?.due,
    moved: address?.movedTo,
    usualGapMs: gap,
    latest,
  }
  return {
    ...(Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as Partial<Health>),
    items: finds.items,
    perDay: perDay(finds, Date.parse(now)),
    isSilent: isSilent(finds, Date.parse(now)),
  }
}
