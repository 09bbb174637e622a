// What people keep beside a thing: notes, tags, and who watches it. They change nothing that is linked, and are shown at once.
import type { Store } from '../archive/store.ts'
import { inForce, type Target } from '../model/decision.ts'
import type { Instant } from '../model/id.ts'
import { decisionsOn, listKnown, type Standing, type Thing } from './decisions-on.ts'

/** Who kept it, when, and under which number of the log, by which it is undone. */
export interface Aside {
  readonly number: number
  readonly by: string
  readonly at: Instant
}

export interface NoteAside extends Aside {
  readonly text: string // as it was written
}

export interface TagAside extends Aside {
  readonly tag: string
}

type Quick = Pick<Store, 'plain'>

/** The notes on a thing, the oldest first. */
export function listNotes(store: Quick, thing: Thing): NoteAside[] {
  return asidesOn(store, thing).flatMap(({ number, decision: { by, at, ruling } }) =>
    ruling.kind === 'note' ? [{ number, by, at, text: ruling.text }] : [],
  )
}

/** The tags of a thing, each once, the oldest first. */
export function listTags(store: Quick, thing: Thing): TagAside[] {
  const tags = asidesOn(store, thing).flatMap(({ number, decision: { by, at, ruling } }) =>
    ruling.kind === 'tag' ? [{ number, by, at, tag: ruling.tag }] : [],
  )
  return tags.filter(({ tag }, at) => tags.findIndex((one) => one.tag === tag) === at)
}

/** Who watches a thing. */
export function listWatchers(store: Quick, thing: Thing): Aside[] {
  return asidesOn(store, thing).flatMap(({ number, decision: { by, at, ruling } }) =>
    ruling.kind === 'watch' ? [{ number, by, at }] : [],
  )
}

/** What somebody watches, the oldest first. */
export function listWatched(store: Quick, by: string): (Aside & { readonly what: Target })[] {
  return inForceOf(store).flatMap(({ number, decision }) =>
    decision.ruling.kind === 'watch' && decision.by === by
      ? [{ number, by, at: decision.at, what: decision.ruling.what }]
      : [],
  )
}

/** Every tag in use, with what it is on, in the order of the alphabet. */
export function listTagged(store: Quick): { readonly tag: string; readonly on: readonly Target[] }[] {
  const tagged = inForceOf(store).flatMap(({ decision: { ruling } }) => (ruling.kind === 'tag' ? [ruling] : []))
  return [...Map.groupBy(tagged, ({ tag }) => tag)]
    .map(([tag, own]) => ({ tag, on: own.map(({ what }) => what) }))
    .toSorted((a, b) => (a.tag < b.tag ? -1 : 1))
}

function inForceOf(store: Quick) {
  const known = listKnown(store)
  const counting = new Set(inForce(known.map(({ decision }) => decision)))
  return known.filter(({ decision }) => counting.has(decision))
}

function asidesOn(store: Quick, thing: Thing): Standing[] {
  return decisionsOn(store, [thing]).filter(({ undoneBy }) => !undoneBy)
}
