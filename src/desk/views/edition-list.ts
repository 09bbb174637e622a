// All editions of a desk as their list shows them, watch by watch: every week that has reports, and every edition that is kept.
import { type LoggedVersion, listEditionVersions } from '../../archive/edition-versions.ts'
import { editionKey } from '../../model/edition-key.ts'
import type { WatchHead } from '../../model/watch.ts'
import type { ListedEdition, WatchEditions } from '../../publish/pages/edition-list.ts'
import type { Desk } from '../desk.ts'
import { listEditions } from '../edition.ts'
import { asKept } from './edition-versions.ts'

/** The list. An edition of a watch that the settings have no more stands under its id. */
export async function makeEditionList(desk: Pick<Desk, 'store' | 'dir'>): Promise<WatchEditions[]> {
  const kept = Map.groupBy(listEditionVersions(desk.store), ({ ref }) => editionKey(ref))
  const told = (await listEditions(desk)).map(({ watch, weeks }): WatchEditions => {
    const items = weeks.map(({ week, key, days, reports }): ListedEdition => {
      const versions = kept.get(key)
      kept.delete(key)
      return { week, ...(watch && { watch }), days, reports, ...versionsOf(versions) }
    })
    return { ...(watch && { watch }), items }
  })
  const rest = [...kept.values()].flatMap(([first, ...others]): ListedEdition[] => {
    if (!first) return []
    const { week, watch } = first.ref
    return [
      { week, ...(watch !== undefined && { watch: { id: watch, name: watch } }), ...versionsOf([first, ...others]) },
    ]
  })
  return addRest(told, rest)
}

// Editions of weeks without reports, and of watches that are gone.
function addRest(told: readonly WatchEditions[], rest: readonly ListedEdition[]): WatchEditions[] {
  const known = new Set(told.map(({ watch }) => watch?.id))
  const joined = told.map(({ watch, items }): WatchEditions => {
    const own = rest.filter((item) => item.watch?.id === watch?.id).map((item) => ({ ...item, ...named(watch) }))
    return { ...named(watch), items: [...items, ...own].toSorted((a, b) => (a.week < b.week ? 1 : -1)) }
  })
  const gone = Map.groupBy(
    rest.filter(({ watch }) => !known.has(watch?.id)),
    ({ watch }) => watch?.id,
  )
  return [...joined, ...[...gone.values()].map((items): WatchEditions => ({ ...named(items[0]?.watch), items }))]
}

function named(watch: WatchHead | undefined): { readonly watch?: WatchHead } {
  return watch ? { watch } : {}
}

function versionsOf(versions: readonly LoggedVersion[] = []): Pick<ListedEdition, 'latest' | 'printed'> {
  const latest = versions.at(-1)
  const printed = versions.findLast(({ ref }) => ref.state !== 'draft')
  return { ...(latest && { latest: asKept(latest) }), ...(printed && { printed: asKept(printed) }) }
}
