// For tests: linking that makes everything anew each time, by a function over all reports in the order in which they came.
import { applyToReading } from '../link/apply-to-reading.ts'
import type { Decision } from '../model/decision.ts'
import type { Id } from '../model/id.ts'
import type { Linked, ReadDoc, Tracked } from '../model/ledger.ts'
import { makeFiler } from '../track/make-filer.ts'
import type { OpenLinking } from './linking.ts'
import { wholeChanges } from './whole-changes.contract.ts'

/** All docs as read and the rulings that count, to all that the ledger needs. */
export type LinkAll = (docs: readonly ReadDoc[], rulings: readonly Decision[]) => Linked & Tracked

/** Linking by such a function. */
export function wholeLinking(linkAll: LinkAll): OpenLinking {
  return ({ shelf, readOf: readRaw, rulings }) => {
    const readOf = (id: Id<'doc'>): ReadDoc => applyToReading(readRaw(id), rulings)
    const list = <T extends string>(key: string): T[] => JSON.parse(String(shelf.get(key) ?? '[]')) as T[]
    return {
      filer: makeFiler(),
      isBegun: false,
      touch() {}, // all is made anew in any case
      has: (doc) => list('all').includes(doc),
      *take(added, dropped) {
        const left = list<Id<'doc'>>('all').filter((id) => !dropped.includes(id))
        shelf.set('all', JSON.stringify([...left, ...added.map(({ id }) => id)]))
        yield added.length
      },
      async write({ replace }) {
        const docs = list<Id<'doc'>>('all')
        const { replacements } = wholeChanges(linkAll(docs.map(readOf), rulings), docs)
        const owners = new Set(replacements.map(({ owner }) => owner))
        const gone = list('owners').filter((owner) => !owners.has(owner))
        await replace([...gone.map((owner) => ({ owner, rows: [] })), ...replacements])
        shelf.set('owners', JSON.stringify([...owners]))
      },
    }
  }
}
