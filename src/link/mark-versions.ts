// Versions of a page within one claim: what a later version puts is marked as such, and what an earlier one put keeps its
// place as evidence, with a mark where the page as it was seen later has it no more.
import type { Appearance, Bearing, OfVersion } from '../model/claim.ts'
import type { Doc } from '../model/doc.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Id, Instant } from '../model/id.ts'
import { isStub } from '../model/is-stub.ts'
import { dayOfPlace } from './place-in-order.ts'
import type { ToldPart } from './tell-part.ts'

/** The versions of one doc's page, in the order in which they came. */
export type Versions = readonly Version[]

export interface Version {
  readonly id: Id<'doc'>
  readonly at: string // its place
  readonly doc: Doc
}

type MarkedPart = Pick<ToldPart, 'doc' | 'rows' | 'versions'>

/** Gives appearances their marks. `parts`: all that docs have of the claim. */
export function markAppearances(appearances: readonly Appearance[], parts: readonly MarkedPart[]): Appearance[] {
  const putIn = new Set(appearances.map(({ doc }) => doc))
  return mark(appearances, parts, (_, version) => putIn.has(version))
}

/** Gives bearings their marks: an answer is still there where the later version has one that does the same. */
export function markBearings(bearings: readonly Bearing[], parts: readonly MarkedPart[]): Bearing[] {
  const acts = new Map(
    parts.flatMap(({ doc, rows }) => rows.map(({ attribution, act }) => [`${doc} ${attribution}`, act] as const)),
  )
  const actOf = ({ doc, attribution, contrary }: Bearing): string =>
    `${acts.get(`${doc} ${attribution}`)} ${contrary ?? false}`
  const known = new Set(bearings.map((bearing) => `${bearing.doc} ${actOf(bearing)}`))
  return mark(bearings, parts, (bearing, version) => known.has(`${version} ${actOf(bearing)}`))
}

type Marked = OfVersion & { readonly doc: Id<'doc'>; readonly evidence: Evidence }

function mark<T extends Marked>(
  things: readonly T[],
  parts: readonly MarkedPart[],
  isStillIn: (thing: T, version: Id<'doc'>) => boolean,
): T[] {
  const versionsOf = new Map(parts.map(({ doc, versions }) => [doc, versions] as const))
  return things.map((thing) => {
    const versions = versionsOf.get(thing.doc) ?? []
    const [first] = versions
    if (!first || versions.length < 2) return thing
    const gone = findGone(thing, versions, isStillIn)
    return {
      ...thing,
      ...(first.id !== thing.doc && { laterVersionOf: first.id }),
      ...(gone && { gone }),
    }
  })
}

// The earliest of the last versions that have neither the claim nor the words. What only hides the text takes nothing back.
function findGone<T extends Marked>(
  thing: T,
  versions: Versions,
  isStillIn: (thing: T, version: Id<'doc'>) => boolean,
): { version: Id<'doc'>; on?: Instant } | undefined {
  const words = plain(thing.evidence.quote)
  const own = versions.findIndex(({ id }) => id === thing.doc)
  let found: Version | undefined
  for (const version of versions.slice(own + 1).toReversed()) {
    if (isStub(version.doc, versions[own]?.doc ?? version.doc)) continue
    if (isStillIn(thing, version.id) || plain(version.doc.text).includes(words)) break
    found = version
  }
  if (!found) return undefined
  const on = dayOfPlace(found.at)
  return { version: found.id, ...(on && { on }) }
}

function plain(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
}
