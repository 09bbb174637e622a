// The stories of a desk, and one of them with all that is in it: its reports in the order in which they were printed, its
// claims as the ledger has them, and the people and bodies who speak in it or are spoken of.
import type { Entity } from '../model/claim.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Day, Id } from '../model/id.ts'
import { laterVersions } from '../model/later-versions.ts'
import type { LedgerRow } from '../model/ledger.ts'
import type { Kind } from '../model/reading.ts'
import type { Story } from '../model/story.ts'
import type { Desk } from './desk.ts'
import { type Holdings, loadHoldings } from './holdings.ts'
import { byDay } from './name-voice.ts'

/** A story in figures. */
export interface StoryLine {
  readonly id: Id<'story'>
  readonly title: string
  readonly from?: Day // of its first dated report
  readonly until?: Day // of its last one
  readonly reports: number // later versions of a page are not counted
  readonly claims: number
  readonly people: number // and bodies, who say something in its reports
}

/** A story with all that is in it. */
export interface StoryFile extends Omit<StoryLine, 'reports' | 'claims' | 'people'> {
  readonly aliases: readonly Id<'story'>[]
  readonly reports: readonly StoryReport[] // in the order in which they were printed, the undated last
  readonly claims: readonly LedgerRow[] // by first printing
  readonly people: readonly StoryPerson[] // those with most to say first
}

export interface StoryReport {
  readonly doc: string // the report's name
  readonly title?: string
  readonly outlet?: string
  readonly published?: string
  readonly isLater?: true // a later version of a page
}

/** A person or body in a story. */
export interface StoryPerson {
  readonly id: Id<'entity'>
  readonly kind: Kind
  readonly name: string
  readonly said: number // attributions; 0: only spoken of
  readonly reports: number // that speak of it
}

/** All stories by their first day, the undated last. */
export async function listStories(desk: Pick<Desk, 'store'>): Promise<StoryLine[]> {
  const holdings = await loadHoldings(desk)
  const present = findPresences(holdings)
  const lines = holdings.tracked.stories.map((story): StoryLine => {
    const { reports, claims, people, aliases: _, ...line } = makeFile(story, holdings, present)
    const speaking = people.filter(({ said }) => said > 0)
    const own = reports.filter(({ isLater }) => !isLater)
    return { ...line, reports: own.length, claims: claims.length, people: speaking.length }
  })
  return byDay(lines, ({ from }) => from)
}

/** The story of an id, an alias, or the beginning of an id that only one has. Throws STORY_UNKNOWN with what is near. */
export async function openStory(desk: Pick<Desk, 'store'>, id: string): Promise<StoryFile> {
  const holdings = await loadHoldings(desk)
  return makeFile(findStory(holdings.tracked.stories, id), holdings, findPresences(holdings))
}

function findStory(stories: readonly Story[], id: string): Story {
  const exact = stories.find((story) => story.id === id || story.aliases.some((alias) => alias === id))
  if (exact) return exact
  const beginning = stories.filter((story) => story.id.startsWith(id))
  const [only] = beginning
  if (only && beginning.length === 1) return only
  if (beginning.length > 1) {
    const ids = beginning.slice(0, 4).map((story) => story.id.slice(0, id.length + 6))
    throw unknown(`"${id}" begins ${beginning.length} stories (${ids.join(', ')}); write more of it`)
  }
  const near = stories.find(({ title }) => title.toLowerCase().includes(id.toLowerCase()))
  const hint = near ? `nearest is ${near.id} ("${near.title.slice(0, 60)}")` : '"readout story" lists them'
  throw unknown(`no story "${id}" on this desk; ${hint}`)
}

function unknown(message: string): ReadoutError {
  return new ReadoutError('STORY_UNKNOWN', message)
}

type Present = ReturnType<typeof findPresences>

function makeFile({ id, aliases, title, docs, claims }: Story, holdings: Holdings, present: Present): StoryFile {
  const held = byDay(
    docs.flatMap((doc) => holdings.findDoc(doc) ?? []),
    ({ published }) => published,
  )
  const days = held.flatMap(({ published }) => published?.slice(0, 10) ?? [])
  const [from, until] = [days[0], days.at(-1)]
  const later = laterOf(holdings)
  return {
    id,
    aliases,
    title,
    ...(from && { from }),
    ...(until && { until }),
    reports: held.map(({ id, name, title: headline, outlet, published }) => ({
      doc: name,
      ...(headline && { title: headline }),
      ...(outlet && { outlet }),
      ...(published && { published }),
      ...(later.has(id) && { isLater: true }),
    })),
    claims: rowsOf(claims, holdings),
    people: listPeople(docs, present),
  }
}

function laterOf(holdings: Holdings): ReturnType<typeof laterVersions> {
  const known = laterIn.get(holdings) ?? laterVersions(holdings.docs.map(({ doc }) => doc))
  laterIn.set(holdings, known)
  return known
}

const laterIn = new WeakMap<Holdings, ReturnType<typeof laterVersions>>()

// In the order of the ledger.
function rowsOf(claims: readonly Id<'claim'>[], { tracked }: Holdings): LedgerRow[] {
  const places = placesOf.get(tracked) ?? new Map(tracked.rows.map(({ claim }, place) => [claim, place]))
  placesOf.set(tracked, places)
  return claims
    .flatMap((claim) => places.get(claim) ?? [])
    .sort((a, b) => a - b)
    .flatMap((place) => tracked.rows[place] ?? [])
}

const placesOf = new WeakMap<Holdings['tracked'], ReadonlyMap<Id<'claim'>, number>>()

interface Presence {
  readonly entity: Entity
  readonly said: number
}

/** Who is in each report, with how much they say in it. */
function findPresences({ docs, linked }: Holdings): ReadonlyMap<Id<'doc'>, readonly Presence[]> {
  const said = new Map<string, number>()
  for (const { doc, reading } of docs) {
    for (const { source } of reading.attributions) {
      if (source.kind === 'unstated') continue
      for (const chain of new Set(source.who)) {
        const key = `${doc.id} ${chain}`
        said.set(key, (said.get(key) ?? 0) + 1)
      }
    }
  }
  const present = new Map<Id<'doc'>, Presence[]>()
  for (const entity of linked.entities) {
    for (const { doc, chain } of entity.chains) {
      const own = { entity, said: said.get(`${doc} ${chain}`) ?? 0 }
      const others = present.get(doc)
      if (others) others.push(own)
      else present.set(doc, [own])
    }
  }
  return present
}

// Whoever speaks, but no document; of those who are only spoken of, people and bodies.
function listPeople(docs: readonly Id<'doc'>[], present: ReadonlyMap<Id<'doc'>, readonly Presence[]>): StoryPerson[] {
  const counts = new Map<Entity, { said: number; docs: Set<string> }>()
  for (const doc of new Set(docs)) {
    for (const { entity, said } of present.get(doc) ?? []) {
      const count = counts.get(entity) ?? { said: 0, docs: new Set() }
      counts.set(entity, count)
      count.said += said
      count.docs.add(doc)
    }
  }
  return [...counts]
    .filter(([{ kind }, { said }]) => (said > 0 ? kind !== 'document' : BODIES.has(kind)))
    .map(([{ id, kind, name }, { said, docs: own }]) => ({ id, kind, name, said, reports: own.size }))
    .toSorted((a, b) => b.said - a.said || b.reports - a.reports || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

const BODIES: ReadonlySet<Kind> = new Set(['person', 'organisation', 'government'])
