// The versions of a page in order: when each was seen, what changed from one to the next in words, which claims and
// quotations stand in the changed stretches, and which printed lines lean on them.
import type { Id } from '../model/id.ts'
import { isStub } from '../model/is-stub.ts'
import type { NonEmpty } from '../model/span.ts'
import type { PageHistory, PageVersion, Sighting } from '../model/version.ts'
import type { Desk } from './desk.ts'
import { type FoundPage, findPage, timeOf } from './find-page.ts'
import type { HeldDoc } from './holdings.ts'
import { holdingsOfDocs } from './holdings-of-docs.ts'
import { listPrinted, makeChange } from './make-change.ts'
import { readsById } from './reads-by-id.ts'

/** Which lines of editions may lean on the page: those that were printed, and perhaps those that would be printed now. */
type ListLines = typeof listPrinted

/** The page of a report's name or of an address. Throws REPORT_UNKNOWN. */
export async function listVersions(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  nameOrAddress: string,
  listLines: ListLines = listPrinted,
): Promise<PageHistory> {
  const page = await findPage(desk, nameOrAddress)
  const docs = page.docs.filter(({ isRepeat }) => !isRepeat)
  const reads = readsById(
    desk,
    docs.map(({ doc }) => doc.id),
  )
  const holdings = holdingsOfDocs(desk, [...reads.keys()])
  const held = new Map(
    docs.flatMap(({ doc, first, firstAt }): [Id<'doc'>, HeldDoc][] => {
      const read = reads.get(doc.id)
      return read ? [[doc.id, { ...read, first, firstAt }]] : []
    }),
  )
  const printed = docs.length > 1 ? await listLines(desk) : []
  const read = docs.flatMap(({ doc }) => held.get(doc.id) ?? [])
  const sightingsOf = shareSightings(page)
  const versions = docs.map(({ doc }, i): PageVersion => {
    const before = docs[i - 1]?.doc
    const after = held.get(doc.id)
    const earlier = before && held.get(before.id)
    const change =
      before &&
      makeChange(earlier ?? bare(before), after ?? bare(doc), { holdings, printed, versions: read.slice(0, i) })
    return {
      doc,
      sightings: sightingsOf.get(doc.id) ?? [{ at: docs[i]?.firstAt ?? '', name: doc.name }],
      ...(before && isStub(doc, before) && { isStub: true }),
      ...(change && { change }),
    }
  })
  const [first, ...others] = versions
  if (!first) throw new Error(`a page without a version: ${nameOrAddress}`)
  const { url } = first.doc
  return { ...(url && { address: url }), versions: [first, ...others], absences: page.absences }
}

// Every capture goes to the version whose words it brought; one that says "unchanged", to the version that was seen last.
function shareSightings({ docs, unchanged }: FoundPage): Map<Id<'doc'>, NonEmpty<Sighting>> {
  const brought = docs.flatMap(({ doc, words, captures }) => {
    const version = docs.find((one) => !one.isRepeat && one.words === words)?.doc.id ?? doc.id
    return captures.map((capture) => {
      const bytes = 'payload' in capture.outcome && { bytes: capture.outcome.payload }
      return { version, sighting: { at: timeOf(capture), name: doc.name, ...bytes } }
    })
  })
  const still = unchanged.map(timeOf).flatMap((at) => {
    const last = brought
      .filter(({ sighting }) => sighting.at <= at)
      .toSorted(byTime)
      .at(-1)
    return last ? [{ version: last.version, sighting: { at, name: last.sighting.name } }] : []
  })
  const shared = new Map<Id<'doc'>, NonEmpty<Sighting>>()
  for (const { version, sighting } of [...brought, ...still].toSorted(byTime)) {
    const known = shared.get(version)
    shared.set(version, known ? [...known, sighting] : [sighting])
  }
  return shared
}

function byTime(a: { readonly sighting: Sighting }, b: { readonly sighting: Sighting }): number {
  return a.sighting.at < b.sighting.at ? -1 : a.sighting.at > b.sighting.at ? 1 : 0
}

// A version that could not be read has a text all the same.
function bare(doc: HeldDoc['doc']): HeldDoc {
  const empty = { sentences: [], quotations: [], chains: [], names: [], attributions: [], notes: [] }
  return { doc, reading: { doc: doc.id, madeBy: 'unread@0', ...empty }, first: 0, firstAt: '' }
}
