// The sources as people follow them: the last decision on each that counts.
import { lastDecision, listSound } from '../../archive/keep-decision.ts'
import { inForce } from '../../model/decision.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Followed } from '../../model/followed.ts'
import type { Desk } from '../desk.ts'

/** All sources that were not removed, in the order in which they were first followed. */
export function listSources(desk: Pick<Desk, 'store'>): Followed[] {
  return [...allSources(desk).values()].filter(({ state }) => state !== 'removed')
}

/** The same with those removed, by id. */
export function allSources({ store }: Pick<Desk, 'store'>): ReadonlyMap<string, Followed> {
  const sources = new Map<string, Followed>()
  for (const { ruling } of inForce(listSound(store).sound.map(({ decision }) => decision))) {
    if (ruling.kind === 'follow') sources.set(ruling.source.id, ruling.source)
  }
  return sources
}

/** All sources for whoever looks again and again: read anew only where somebody decided something since. */
export function watchSources(desk: Pick<Desk, 'store'>): () => ReadonlyMap<string, Followed> {
  let known: { readonly number: number; readonly sources: ReadonlyMap<string, Followed> } | undefined
  return () => {
    const number = lastDecision(desk.store)
    if (known?.number !== number) known = { number, sources: allSources(desk) }
    return known.sources
  }
}

/** The one source that is called so: by its id or the beginning of it, its address, or its title. Throws SOURCE_UNKNOWN. */
export function findSource(desk: Pick<Desk, 'store'>, called: string): Followed {
  const sources = listSources(desk)
  const wanted = called.trim().toLowerCase()
  const ways: ((source: Followed) => boolean)[] = [
    ({ id }) => id === wanted,
    ({ url, site }) => url.toLowerCase() === wanted || site?.toLowerCase() === wanted,
    ({ title }) => title?.toLowerCase() === wanted,
    ({ id }) => /^[0-9a-f]{4,}$/.test(wanted) && id.startsWith(wanted),
    ({ title, url }) => wanted !== '' && (title?.toLowerCase().includes(wanted) || hostOf(url) === wanted),
  ]
  for (const way of ways) {
    const [found, ...others] = sources.filter(way)
    if (found && others.length === 0) return found
    if (found) {
      const names = [found, ...others].map(({ id, title, url }) => `${id} ${title ?? url}`)
      throw new ReadoutError('SOURCE_UNKNOWN', `"${called}" may be ${names.join(', ')}; name one by its id`)
    }
  }
  const cure = sources.length > 0 ? '"readout source list" lists them' : 'follow one with "readout source add ADDRESS"'
  throw new ReadoutError('SOURCE_UNKNOWN', `"${called}": no source is called so; ${cure}`)
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}
