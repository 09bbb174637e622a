// Which reports put a claim forward, one a page, and when it was first printed.
import { isSilent } from '../model/act.ts'
import type { Appearance } from '../model/claim.ts'
import type { Id } from '../model/id.ts'
import type { Independence } from '../model/origin.ts'
import type { Stance } from '../model/timeline.ts'
import type { Names } from './ledger-names.ts'

/** The names of its reports, one a page: the first of its versions that has the claim. The others stand beside. */
export function listReports(
  appearances: readonly Appearance[],
  { docs }: Names,
): { firsts: string[]; later: string[] } {
  const ordered = [...new Map(inOrder(appearances, ({ at }) => at).map((one) => [one.doc, one])).values()]
  const firstOf = new Map<Id<'doc'>, Id<'doc'>>()
  for (const one of ordered) if (!one.laterVersionOf) firstOf.set(one.doc, one.doc)
  for (const one of ordered) if (!firstOf.has(pageOf(one))) firstOf.set(pageOf(one), one.doc)
  const isFirst = (one: Appearance): boolean => firstOf.get(pageOf(one)) === one.doc
  const named = (some: readonly Appearance[]): string[] => [...new Set(some.map(({ doc }) => docs.get(doc) ?? doc))]
  return { firsts: named(ordered.filter(isFirst)), later: named(ordered.filter((one) => !isFirst(one))) }
}

function pageOf({ laterVersionOf, doc }: Appearance): Id<'doc'> {
  return laterVersionOf ?? doc
}

/**
 * When a claim was first printed by its own words: what says it in other terms came before it, perhaps, and is not it. One that is only
 * denied was first printed with its first denial. Undefined where nothing of it bears a date.
 */
export function findFirst(appearances: readonly Appearance[], stances: readonly Stance[]): string | undefined {
  const worded = appearances.filter(({ inOtherTerms }) => !inOtherTerms)
  const others = new Set(appearances.flatMap(({ inOtherTerms, attribution }) => (inOtherTerms && attribution) || []))
  const speaking = stances.filter(({ act, attribution }) => !isSilent(act) && !others.has(attribution))
  const own = [...worded.flatMap(({ at }) => at ?? []), ...speaking.flatMap(({ printed }) => printed ?? [])]
  const all = () => [...appearances.flatMap(({ at }) => at ?? []), ...stances.flatMap(({ printed }) => printed ?? [])]
  return earliest(own) ?? earliest(all())
}

function earliest(printed: readonly string[]): string | undefined {
  return printed.length === 0 ? undefined : printed.reduce((first, one) => (one < first ? one : first))
}

/** How many of its reports are of unknown lineage, one a page. */
export function countUnknown(appearances: readonly Appearance[], independence: Independence | undefined): number {
  if (!independence || independence.unknown.length === 0) return 0
  const unknown = new Set(independence.unknown)
  return new Set(appearances.filter(({ id }) => unknown.has(id)).map(pageOf)).size
}

const UNDATED = '9999'

/** By printing; the undated last, and those of one moment in the order in which they came. */
export function inOrder<T>(items: readonly T[], printedOf: (item: T) => string | undefined): T[] {
  const keyed = items.map((item) => ({ item, key: printedOf(item) ?? UNDATED }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item)
}
