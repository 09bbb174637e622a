// The page of one report: its text with what was read in it, who is meant, which claims its statements bear on, what brought it,
// and what stands at its address besides. A handful of lookups by the report's own keys.
import { listSightings } from '../../archive/captures.ts'
import { findDoc } from '../../archive/docs.ts'
import { listByIds, listOfTheseDocs } from '../../archive/linked-parts.ts'
import { decode } from '../../extract/decode.ts'
import type { Attribution } from '../../model/attribution.ts'
import { sourceKindOf } from '../../model/attribution.ts'
import type { Bearing } from '../../model/claim.ts'
import type { Doc } from '../../model/doc.ts'
import { charsetOf } from '../../model/header.ts'
import type { Id } from '../../model/id.ts'
import type { ReadDoc } from '../../model/ledger.ts'
import type { LinkedNouns } from '../../model/linked-nouns.ts'
import { makeSpan, type Span, wordsOf } from '../../model/span.ts'
import { findByDigest } from '../../model/words-digest.ts'
import { type PlacedRemoved, placeRemoved } from '../../publish/place-removed.ts'
import type { AskedWords, CopyOf, ReportPerson, SaidNote, StoredReport } from '../../publish/stored-report.ts'
import { listCopies } from '../copies-of.ts'
import type { Desk } from '../desk.ts'
import { findByPage } from '../find-by-page.ts'
import { listVersions } from '../list-versions.ts'
import { listEverIssued } from '../make-change.ts'
import { nameVoice } from '../name-voice.ts'
import { findRawCapture } from '../raw-capture.ts'
import { readsById } from '../reads-by-id.ts'

/** The report that answers to a page's name or its own; `at`: stretches that are asked for. */
export async function makeReportView(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  name: string,
  at: readonly string[] = [],
): Promise<StoredReport | undefined> {
  const found = findByPage(desk, name)
  if (!found) return undefined
  const { id } = found.doc
  const read = readsById(desk, [id]).get(id) // none of a sighting of a version, and of what is linked no more
  const captures = (await listSightings(desk.store, found.report)).map(({ capture }) => capture)
  const history = await listVersions(desk, found.doc.name, listEverIssued)
  const own = history.versions.find(({ doc }) => doc.id === id) // with the date that it bears itself
  const doc = own?.doc ?? found.doc
  const parts = listOfTheseDocs(desk.store, [id], ['chains', 'bearing'])
  const entities = new Map(
    listByIds(
      desk.store,
      'entity',
      parts.chains.flatMap(({ chains }) => chains.map(([, entity]) => entity)),
    ).map((entity) => [entity.id, entity]),
  )
  const isLatest = { doc, captures, copies: await copiesOf(desk, id), history, asked: findAsked(doc, at) }
  if (!read) return isLatest
  return {
    ...isLatest,
    reading: read.reading,
    said: listSaid(read, parts, entities, wordingsOf(desk, parts.bearing)),
    people: listPeople(read, parts.chains, entities),
    quiet: parts.bearing.map(({ evidence }) => evidence),
  }
}

type Entities = ReadonlyMap<Id<'entity'>, LinkedNouns['entity']>

function wordingsOf({ store }: Pick<Desk, 'store'>, bearings: readonly Bearing[]): ReadonlyMap<Id<'claim'>, string> {
  const claims = listByIds(
    store,
    'claim',
    bearings.map(({ claim }) => claim),
  )
  return new Map(claims.map(({ id, wording }) => [id, wording]))
}

async function copiesOf(desk: Pick<Desk, 'store'>, id: Id<'doc'>): Promise<CopyOf[]> {
  const copies = listCopies(desk, id)
  const found: CopyOf[] = []
  for (const { doc, of, share, shared } of copies.toSorted((a, b) => b.share - a.share)) {
    const other = doc === id ? of : doc
    if (found.some((one) => one.doc.id === other)) continue
    const passages = shared.map(([theirs, own]) => (doc === id ? theirs : own))
    const [longest] = passages.toSorted((a, b) => b.quote.length - a.quote.length)
    const report = await findDoc(desk.store, other)
    if (report && longest) found.push({ doc: report, share, shared: longest })
  }
  return found
}

function listSaid(
  read: ReadDoc,
  { chains, bearing }: { readonly chains: readonly LinkedNouns['chains'][]; readonly bearing: readonly Bearing[] },
  entities: Entities,
  wordings: ReadonlyMap<Id<'claim'>, string>,
): SaidNote[] {
  const entityOf = new Map(chains.flatMap((one) => one.chains.map(([chain, entity]) => [chain, entity] as const)))
  return read.reading.attributions.map((attribution): SaidNote => {
    const people = [...new Set(chainsOf(attribution))].flatMap((chain) => {
      const entity = entities.get(entityOf.get(chain) ?? ('' as Id<'entity'>))
      return entity ? [{ id: entity.id, name: entity.name }] : []
    })
    const names = people.map(({ name }) => name)
    const { who, via, said } = nameVoice(read, attribution.id, names)
    const known = people.filter(({ name }) => who.includes(name))
    const own = bearing.filter((one) => one.attribution === attribution.id)
    const claims = [...new Map(own.map((one) => [one.claim, one])).values()].map(({ claim, contrary }) => ({
      claim,
      wording: wordings.get(claim) ?? claim,
      ...(contrary && { contrary }),
    }))
    return {
      attribution,
      who: who.length > 0 ? who : ['source unstated'],
      people: known,
      kind: sourceKindOf(attribution.source),
      words: wordsOf(read.doc.text, attribution.content),
      via,
      ...(said && { said }),
      claims,
    }
  })
}

function chainsOf({ source }: Attribution): readonly Id<'chain'>[] {
  return source.kind === 'unstated' ? [] : source.who
}

// People and bodies as they are called in the text, those with most to say first. A place that is only a place is none.
function listPeople(
  { doc, reading }: ReadDoc,
  chains: readonly LinkedNouns['chains'][],
  entities: Entities,
): ReportPerson[] {
  const entityOf = new Map(chains.flatMap((one) => one.chains.map(([chain, entity]) => [chain, entity] as const)))
  const found = new Map<Id<'entity'>, { said: number; spans: Span[] }>()
  for (const { id, mentions } of reading.chains) {
    const entity = entityOf.get(id)
    if (entity === undefined) continue
    const known = found.get(entity) ?? { said: 0, spans: [] }
    found.set(entity, known)
    known.spans.push(...mentions.filter(({ form }) => form !== 'pronoun').map(({ span }) => span))
    known.said += reading.attributions.filter((one) => chainsOf(one).includes(id)).length
  }
  return [...found]
    .flatMap(([id, { said, spans }]): ReportPerson[] => {
      const entity = entities.get(id)
      if (!entity || entity.kind === 'document' || (entity.kind === 'place' && said === 0)) return []
      return [
        { id, name: entity.name, kind: entity.kind, said, spans: spans.filter(({ end }) => end <= doc.text.length) },
      ]
    })
    .toSorted((a, b) => b.said - a.said || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

const MOST_BYTES = 2 * 1024 * 1024 // of a page in which places are looked for

/** What was left out of the report, where it stood on the page that brought it. */
export async function findPlaces(
  desk: Pick<Desk, 'store'>,
  { doc, captures = [] }: StoredReport,
): Promise<PlacedRemoved[]> {
  const [capture] = captures
  const raw = capture && doc.removed.length > 0 ? await findRawCapture(desk, capture.id) : undefined
  if (!raw || raw.fileName !== undefined || raw.bytes.length > MOST_BYTES) return []
  return placeRemoved(doc, decode(raw.bytes, charsetOf(raw.type), raw.isPage), raw.isPage)
}

/** "120-245", or "120-245-" and the digest of its words, by which they are found where the text was made anew. */
function findAsked(doc: Doc, at: readonly string[]): AskedWords[] {
  return at.flatMap((place): AskedWords[] => {
    const match = /^(\d{1,9})-(\d{1,9})(?:-([0-9a-f]{12}))?$/.exec(place)
    if (!match) return []
    const [start, end] = [Number(match[1]), Number(match[2])]
    const anchor = `c${start}-${end}`
    if (match[3] !== undefined) {
      const span = findByDigest(doc, { start, end }, match[3])
      return [span ? { anchor, span } : { anchor }]
    }
    try {
      return [{ anchor, span: makeSpan(doc.text, start, end) }]
    } catch {
      return [] // an address typed by hand: the page is shown without that mark
    }
  })
}
