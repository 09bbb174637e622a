// A desk whose folder or files may not be written: it is read as it stands.
import { ReadoutError } from '../model/errors.ts'
import { hasJournal, openForReading } from './open-for-reading.ts'
import { onceSearched } from './search/once-searched.ts'
import { openSqliteView } from './sqlite-view.ts'
import type { Databases, Store } from './store.ts'
import type { Tables } from './tables.ts'

/** The store over its two files; what writes throws STORE_FAILED. Throws DESK_BUSY, STORE_DAMAGED. */
export function openReadOnly(
  dir: string,
  { truth, derived }: { readonly truth: string; readonly derived: string },
  patienceMs?: number,
): Store {
  const plain = openForReading(
    [
      { schema: 'derived', path: derived },
      { schema: 'truth', path: truth },
    ],
    patienceMs,
  )
  const load = async (): Promise<Databases> => {
    const { kyselyOver } = await import('./sqlite-dialect.ts')
    const reader = kyselyOver<Tables>(plain)
    return { truth: reader, derived: reader, reader }
  }
  const refuse = () => Promise.reject(new ReadoutError('STORE_FAILED', `${dir}: the desk may not be written`))
  let databases: Promise<Databases> | undefined
  const searching = onceSearched([{ schema: 'derived', path: derived, readOnly: true, isFixed: !hasJournal(derived) }])
  return {
    dir,
    plain,
    isReadOnly: true,
    searcher: searching.open,
    kysely: () => {
      databases ??= load()
      return databases
    },
    state: refuse,
    diary: refuse,
    view: async () => openSqliteView(dir, { isReadOnly: true }),
    scrub: refuse,
    close() {
      searching.close()
      plain.close()
    },
  }
}
