// The report that a page's name, or its own, leads to.
import { findWalk } from '../archive/linked.ts'
import { findPageDoc } from '../archive/repeats.ts'
import { listNamesBeginning } from '../archive/report-names.ts'
import { pageName, readPageName } from '../publish/links.ts'
import type { Desk } from './desk.ts'

const ALIKE = 1000 // names that begin alike; of longer ones only their digests differ in a page's name

/** The latest doc of the report, with where it stands in the log. */
export function findByPage({ store }: Pick<Desk, 'store'>, page: string): ReturnType<typeof findPageDoc> {
  const extractor = findWalk(store)?.makers.extractor ?? ''
  const own = findPageDoc(store, page, extractor)
  if (own) return own
  const spelt = readPageName(page)
  if ('name' in spelt) return spelt.name === page ? undefined : findPageDoc(store, spelt.name, extractor)
  const name = listNamesBeginning(store, spelt.begins, ALIKE).find((one) => pageName(one) === page)
  return name === undefined ? undefined : findPageDoc(store, name, extractor)
}
