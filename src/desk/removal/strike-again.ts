// An edition that lay in a folder of our own while reports were removed: struck as what the desk holds is.
import { findRemoval, findRemoved } from '../../archive/removals.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import type { Id } from '../../model/id.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import { strikeVersion } from '../../publish/editing/strike-edition.ts'
import type { Desk } from '../desk.ts'

/** The version without what was removed since. Own lines and titles, which rest on no report, stay as they are. */
export function strikeAgain({ store }: Pick<Desk, 'store'>, version: EditionVersion): EditionVersion {
  const docsByRemoval = new Map<number, Set<Id<'doc'>>>()
  for (const { evidence, removed } of linesOf(version.edition)) {
    for (const { doc } of removed === undefined ? evidence : []) {
      const found = findRemoved(store, 'doc', doc)
      if (found) docsByRemoval.set(found.number, (docsByRemoval.get(found.number) ?? new Set()).add(doc))
    }
  }
  let struck = version
  for (const [number, docs] of docsByRemoval) {
    const told = findRemoval(store, number)?.told
    if (!told) continue
    const nothing = () => false
    const of = { at: told.at, why: told.why, docs, nameByDoc: new Map(), quotes: nothing, holds: nothing }
    struck = strikeVersion(struck, of) ?? struck
  }
  return struck
}
