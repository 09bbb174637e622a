// What a desk follows, a page of it at a time, and how it goes with each.
import { ReadoutError } from '../../model/errors.ts'
import type { SourcesView } from '../../publish/pages/sources.ts'
import type { Desk } from '../desk.ts'
import { loadSettings } from '../load-settings.ts'
import { whyNoIntake } from '../ops/why-no-intake.ts'
import { healthOf, type SourceState } from '../web/health-of.ts'
import { listSources } from '../web/list-sources.ts'
import { PAGE_LINES, queryOf } from './page-lines.ts'

export interface SourcesQuery {
  readonly state?: 'followed' | 'paused' | 'silent' | 'failing' | undefined
  readonly after?: string | undefined // id of the last source of the page before
}

/** The page that was asked for, in the order in which they were first followed. Throws CURSOR_UNKNOWN, SETTINGS_BROKEN. */
export async function makeSources(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  query: SourcesQuery,
  told?: readonly string[],
): Promise<SourcesView> {
  const sources = listSources(desk)
  const { state, after } = query
  const start = after === undefined ? 0 : 1 + sources.findIndex(({ id }) => id === after)
  if (after !== undefined && start === 0) {
    throw new ReadoutError('CURSOR_UNKNOWN', `"${after}" is no source of this list; begin it again`)
  }
  const rest = sources.slice(start).filter((source) => isWanted(source.state, state))
  // how it goes must be known of all only where that is what is asked for
  const isByHealth = state === 'silent' || state === 'failing'
  const known = isByHealth ? (await healthOf(desk, rest)).filter((one) => goesSo(one, state)) : undefined
  const page = known ? known.slice(0, PAGE_LINES) : await healthOf(desk, rest.slice(0, PAGE_LINES))
  const last = page.at(-1)
  const hasMore = (known ?? rest).length > page.length
  const no = await whyNoIntake(desk)
  return {
    asked: { path: '/sources', query: queryOf(query) },
    items: page,
    ...(hasMore && last && { next: last.source.id }),
    total: sources.length,
    hasContact: (await loadSettings(desk.dir)).contact !== '',
    ...(told && { told }),
    ...(no && no.what !== 'process' && { stopped: no.words }),
  }
}

function isWanted(own: SourceState['source']['state'], state: SourcesQuery['state']): boolean {
  return state === undefined || own === (state === 'paused' ? 'paused' : 'followed')
}

function goesSo({ health }: SourceState, state: 'silent' | 'failing'): boolean {
  return state === 'silent' ? health.isSilent : health.fault !== undefined
}
