// door: random numbers
// What a desk follows its sources with: its settings, a fetcher that goes by them, a reader of feeds.
import { openFetcher } from '../../ingest/fetch.ts'
import type { Desk } from '../desk.ts'
import { loadSettings } from '../load-settings.ts'
import { openFeeds } from '../open-feeds.ts'
import { whyNoIntake } from '../ops/why-no-intake.ts'
import { clock as ownClock } from './clock.ts'
import type { Following } from './following.ts'
import { isBefore, isGone, nameHolder } from './holder.ts'

/** What stands in for a part of it, as tests do. */
export type Parts = Partial<
  Pick<
    Following,
    'clock' | 'fetcher' | 'feeds' | 'leaseMs' | 'settings' | 'signal' | 'onAsked' | 'onIntake' | 'mayKeep'
  > & {
    readonly fence: number // of the lead in asking, where this is the process that has it
  }
>

/** Opens it; `close` ends every connection and worker. Throws SETTINGS_BROKEN. */
export async function openFollowing(
  desk: Pick<Desk, 'store' | 'dir'>,
  version: string,
  parts: Parts = {},
): Promise<Following & { close(): Promise<void> }> {
  const settings = parts.settings ?? (await loadSettings(desk.dir))
  const clock = parts.clock ?? ownClock
  const { networks, ports } = settings
  const { fence } = parts
  const userAgent = userAgentOf(version, settings.contact)
  const fetcher = parts.fetcher ?? openFetcher({ userAgent, networks, ports, now: () => clock.now() })
  const feeds = parts.feeds ?? openFeeds()
  return {
    ...parts,
    desk,
    settings,
    clock,
    fetcher,
    feeds,
    nextHolder: () => nameHolder(fence),
    isGone: (holder) => isGone(holder) || (fence !== undefined && isBefore(holder, fence)),
    random: Math.random,
    whyNot: () => whyNoIntake(desk, settings),
    async close() {
      await Promise.all([parts.fetcher ? undefined : fetcher.close(), parts.feeds ? undefined : feeds.close()])
    },
  }
}

/** "Readout/0.1.0 (+ilse@desk.example)": who asks, and where a publisher can write to. */
export function userAgentOf(version: string, contact: string): string {
  return contact === '' ? `Readout/${version}` : `Readout/${version} (+${contact.replace(/[()\\]/g, '')})`
}
