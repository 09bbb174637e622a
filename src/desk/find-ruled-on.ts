// What has to be written anew where other rulings are in force than when the ledger was last made: reports that are read otherwise
// now, reports that name somebody who is somebody else now, and claims of which these are among the origins. What claims are ruled
// to be, linking finds by itself.
import { findLinked } from '../archive/linked.ts'
import { listClaimsWith, listDocsWith, openReports, type Reports } from '../archive/look-up.ts'
import type { Store } from '../archive/store.ts'
import { applyToReading, isOnReading } from '../link/apply-to-reading.ts'
import { findChain } from '../link/find-ruled.ts'
import type { Decision, Target } from '../model/decision.ts'
import type { Id } from '../model/id.ts'
import type { RuledOn } from './linking.ts'

/** What the rulings bear on that are in force now and were not, or the other way round. Both in log order. */
export function findRuledOn(store: Store, was: readonly Decision[], is: readonly Decision[]): RuledOn {
  const reports = openReports(store)
  const [before, now] = [was, is].map((some) => new Set(some.map(({ id }) => id)))
  const other = [...was.filter(({ id }) => !now?.has(id)), ...is.filter(({ id }) => !before?.has(id))]
  const read = listReadOtherwise(other, { was, is, reports })
  const called = read.flatMap((doc) => groupsOf(store, doc))
  const people = listPeople(other, [...was, ...is], (target) => idsNow(target, store, reports))
  const ids = [...new Set([...called, ...people])]
  return {
    read,
    docs: ids.length > 0 ? listDocsWith(store, ids) : [],
    claims: people.length > 0 ? listClaimsWith(store, people) : [],
  }
}

function listReadOtherwise(
  other: readonly Decision[],
  { was, is, reports }: { was: readonly Decision[]; is: readonly Decision[]; reports: Reports },
): Id<'doc'>[] {
  const names = other.flatMap(({ ruling }) => (isOnReading(ruling) ? [ruling.what.words[0].name] : []))
  return [...new Set(names)].flatMap((name) => {
    const read = reports.named(name)
    if (!read) return []
    const [before, now] = [was, is].map((some) => JSON.stringify(applyToReading(read, some).reading))
    return before === now ? [] : [read.doc.id]
  })
}

// Unnamed groups are called as the report calls them that was printed first.
function groupsOf(store: Store, doc: Id<'doc'>): Id<'entity'>[] {
  const named = new Set((findLinked(store, 'chains', doc)?.chains ?? []).map(([, entity]) => entity))
  return [...named].filter(
    (id) =>
      findLinked(store, 'entity', id)?.kind === 'group' &&
      store.plain
        .rows('select value from derived.shelf where key = ?', `unnamed ${id}`)
        .some(({ value }) => String(value).includes(`"doc":"${doc}"`)),
  )
}

// Those whom a ruling is about, as they are shown now, and whoever another ruling has to do with one of them.
function listPeople(
  other: readonly Decision[],
  all: readonly Decision[],
  idsOf: (target: Target) => readonly Id<'entity'>[],
): Id<'entity'>[] {
  const onPeople = (some: readonly Decision[]): readonly Id<'entity'>[][] =>
    [...new Set(some)].flatMap(({ ruling }) =>
      (ruling.kind === 'same' || ruling.kind === 'different') && ruling.what[0].noun === 'entity'
        ? [ruling.what.flatMap((target) => idsOf(target))]
        : [],
    )
  const found = new Set(onPeople(other).flat())
  if (found.size === 0) return []
  const left = [...onPeople(all)]
  for (let isMore = true; isMore; ) {
    const at = left.findIndex((ids) => ids.some((id) => found.has(id)))
    isMore = at >= 0
    for (const id of isMore ? (left.splice(at, 1)[0] ?? []) : []) found.add(id)
  }
  return [...found]
}

function idsNow(target: Target, store: Store, reports: Reports): Id<'entity'>[] {
  const ids = target.words.flatMap((words) => {
    const read = reports.named(words.name)
    const chain = read && findChain(words, read)
    const named = chain && findLinked(store, 'chains', read.doc.id)?.chains.find(([id]) => id === chain.id)
    return named ? [named[1]] : []
  })
  return [...new Set([target.id as Id<'entity'>, ...ids])]
}
