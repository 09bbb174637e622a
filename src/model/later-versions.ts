// Which docs are later versions of a page that another doc had before, by the log.
import type { Doc } from './doc.ts'
import type { Id } from './id.ts'
import { pageOf } from './page-address.ts'

/** The later versions among docs given in log order, each with the version of its page that came first. */
export function laterVersions(docs: readonly Pick<Doc, 'id' | 'url'>[]): ReadonlyMap<Id<'doc'>, Id<'doc'>> {
  const firstOf = new Map<string, Id<'doc'>>()
  const later = new Map<Id<'doc'>, Id<'doc'>>()
  for (const { id, url } of docs) {
    const page = pageOf(url)
    if (page === undefined) continue
    const first = firstOf.get(page)
    if (first === undefined) firstOf.set(page, id)
    else later.set(id, first)
  }
  return later
}
