// What was removed from a desk, as lists and pages tell of it.
import { findRemoval, findRemoved, findRemovedReport, listRemovals } from '../../archive/removals.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { RemovedReport, ToldRemoval } from '../../model/removal.ts'
import { readPageName } from '../../publish/links.ts'
import type { Desk } from '../desk.ts'

type OfDesk = Pick<Desk, 'store'>

/** A removal with what it took. */
export interface ListedRemoval extends ToldRemoval {
  readonly reports: readonly RemovedReport[]
  readonly captures: number
}

/** Every removal, in log order. */
export function listRemoved({ store }: OfDesk): ListedRemoval[] {
  return listRemovals(store).map(({ told, removal }) => ({
    ...told,
    reports: removal.reports,
    captures: removal.captures.length,
  }))
}

/** A report that was removed, by a name that it answers to or had before, that of its page, or the id of its doc; undefined where none was. */
export function findRemovedByName(
  { store }: OfDesk,
  name: string,
): (ToldRemoval & { readonly name: string }) | undefined {
  const spelt = readPageName(name)
  const found = findRemovedReport(store, name) ?? ('name' in spelt ? findRemovedReport(store, spelt.name) : undefined)
  const number = (found ?? findRemoved(store, 'doc', name))?.number
  const told = number === undefined ? undefined : findRemoval(store, number)?.told
  return told && { ...told, name: found?.name ?? name }
}

/** Throws REPORT_REMOVED where a report of that name was removed. */
export function refuseRemoved(desk: OfDesk, name: string): void {
  const removed = findRemovedByName(desk, name)
  if (removed) throw wasRemoved(`report "${name}" was`, removed)
}

/** "report “x” was removed on 2031-05-06 (decision 12): …" */
export function wasRemoved(what: string, { at, number, why }: ToldRemoval): ReadoutError {
  return new ReadoutError('REPORT_REMOVED', `${what} removed on ${at.slice(0, 10)} (decision ${number}): ${why}`)
}

/** The removal of the bytes that a capture brought, or undefined. */
export function findRemovedBytes({ store }: OfDesk, payload: string): ToldRemoval | undefined {
  const found = findRemoved(store, 'payload', payload)
  return found && findRemoval(store, found.number)?.told
}
