// Where a claim comes from, as W3C PROV in PROV-JSON (Member Submission of 24 April 2013): bytes as they came, the text made of them,
// what was read in the text, the claim that it was linked to, and the line that printed it; each with what made it.
import type { Capture } from '../../model/capture.ts'
import type { Claim } from '../../model/claim.ts'
import type { Doc } from '../../model/doc.ts'
import type { Line } from '../../model/edition.ts'
import type { Id, Instant, Maker } from '../../model/id.ts'
import type { Addresses } from './cited.ts'

/** One report that a claim rests on, with what was made of it. */
export interface ProvReport {
  readonly doc: Pick<Doc, 'id' | 'name' | 'madeBy' | 'title' | 'outlet' | 'url' | 'published'>
  readonly capture?: Pick<Capture, 'id' | 'at' | 'archived' | 'outcome'>
  readonly readBy: Maker
  readonly attributions: readonly Id<'attribution'>[] // that bear on the claim
}

export interface ProvLine {
  readonly line: Pick<Line, 'id' | 'text'>
  readonly week: string
  readonly issued?: Instant
}

type Attributes = Readonly<Record<string, string | { readonly $: string; readonly type: string }>>
type Records = Record<string, Attributes>

/** A PROV-JSON document: every identifier that a relation names is described in it. */
export interface ProvDocument {
  readonly prefix: Readonly<Record<string, string>>
  readonly entity: Readonly<Records>
  readonly activity: Readonly<Records>
  readonly agent: Readonly<Records>
  readonly wasGeneratedBy: Readonly<Records>
  readonly used: Readonly<Records>
  readonly wasDerivedFrom: Readonly<Records>
  readonly wasAssociatedWith: Readonly<Records>
  readonly wasAttributedTo: Readonly<Records>
}

/** The provenance of a claim; `madeBy`: what linked it. */
export function provOfClaim(
  { id, wording, madeBy }: Pick<Claim, 'id' | 'wording'> & { readonly madeBy: Maker },
  reports: readonly ProvReport[],
  lines: readonly ProvLine[],
  { links, origin }: Addresses,
): ProvDocument {
  const book = makeBook()
  const place = (path: string) => ({ $: new URL(path, origin).href, type: 'xsd:anyURI' })
  const claim = book.entity(`claim/${id}`, {
    'prov:type': named('readout:Claim'),
    'prov:label': wording,
    'prov:location': place(links.claim?.(id) ?? `/claim/${id}`),
  })
  const linking = book.made(claim, `linking/${id}`, madeBy)
  for (const { doc, capture, readBy, attributions } of reports) {
    const text = book.entity(`text/${doc.id}`, {
      'prov:type': named('readout:Text'),
      'prov:location': place(`${links.report(doc.name)}/text`),
      ...(doc.title !== undefined && { 'prov:label': doc.title }),
      ...(doc.published !== undefined && { 'readout:published': instant(doc.published) }),
    })
    const extraction = book.made(text, `extraction/${doc.id}`, doc.madeBy)
    if (capture) {
      const bytes = book.entity(`capture/${capture.id}`, {
        'prov:type': named('readout:Capture'),
        'prov:location': place(links.capture?.(capture.id) ?? links.report(doc.name)),
        ...('payload' in capture.outcome && { 'readout:sha256': capture.outcome.payload }),
        ...(doc.url !== undefined && { 'readout:address': { $: doc.url, type: 'xsd:anyURI' } }),
      })
      book.came(bytes, capture.archived ?? capture.at)
      if (doc.outlet !== undefined) book.attribute(bytes, doc.outlet)
      book.use(extraction, bytes)
      book.derive(text, bytes)
    }
    const reading = book.entity(`reading/${doc.id}`, { 'prov:type': named('readout:Reading') })
    book.use(book.made(reading, `reading-of/${doc.id}`, readBy), text)
    book.derive(reading, text)
    for (const attribution of attributions) {
      const said = book.entity(`said/${attribution}`, {
        'prov:type': named('readout:Statement'),
        ...(links.said && { 'prov:location': place(links.said(attribution)) }),
      })
      book.derive(said, reading)
      book.use(linking, said)
      book.derive(claim, said)
    }
  }
  for (const { line, week, issued } of lines) {
    const printed = book.entity(`line/${line.id}`, {
      'prov:type': named('readout:Line'),
      'prov:label': line.text,
      'prov:location': place(links.edition(week)),
    })
    book.derive(printed, claim)
    if (issued !== undefined) book.came(printed, issued)
  }
  return book.close()
}

const PREFIX = {
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  readout: 'urn:readout:',
} as const

function instant(at: Instant): { readonly $: string; readonly type: 'xsd:dateTime' } {
  return { $: at, type: 'xsd:dateTime' }
}

function named(name: string): { readonly $: string; readonly type: 'prov:QUALIFIED_NAME' } {
  return { $: name, type: 'prov:QUALIFIED_NAME' }
}

/** Gathers records; a relation is named by its number, since PROV-JSON wants a name for each. */
function makeBook() {
  const entities: Records = {}
  const activities: Records = {}
  const agents: Records = {}
  const [generated, used, derived, associated, attributed] = [{}, {}, {}, {}, {}] as [
    Records,
    Records,
    Records,
    Records,
    Records,
  ]
  let count = 0
  const relate = (records: Records, attributes: Attributes): void => {
    count += 1
    records[`_:r${count}`] = attributes
  }
  const agent = (name: string, attributes: Attributes): string => {
    const id = `readout:${name}`
    agents[id] = attributes
    return id
  }
  return {
    entity(name: string, attributes: Attributes): string {
      const id = `readout:${name}`
      entities[id] = attributes
      return id
    },
    /** What made it, as the activity that did, and the software that carried it out. */
    made(entity: string, activity: string, maker: Maker): string {
      const id = `readout:${activity}`
      activities[id] = {}
      const software = agent(`software/${encodeURIComponent(maker)}`, {
        'prov:type': named('prov:SoftwareAgent'),
        'prov:label': maker,
      })
      relate(generated, { 'prov:entity': entity, 'prov:activity': id })
      relate(associated, { 'prov:activity': id, 'prov:agent': software })
      return id
    },
    /** When it came to be, where nothing of ours made it. */
    came: (entity: string, at: Instant) => relate(generated, { 'prov:entity': entity, 'prov:time': at }),
    use: (activity: string, entity: string) => relate(used, { 'prov:activity': activity, 'prov:entity': entity }),
    derive: (later: string, earlier: string) =>
      relate(derived, { 'prov:generatedEntity': later, 'prov:usedEntity': earlier }),
    attribute(entity: string, outlet: string): void {
      const body = agent(`outlet/${encodeURIComponent(outlet)}`, {
        'prov:type': named('prov:Organization'),
        'prov:label': outlet,
      })
      relate(attributed, { 'prov:entity': entity, 'prov:agent': body })
    },
    close: (): ProvDocument => ({
      prefix: PREFIX,
      entity: entities,
      activity: activities,
      agent: agents,
      wasGeneratedBy: generated,
      used,
      wasDerivedFrom: derived,
      wasAssociatedWith: associated,
      wasAttributedTo: attributed,
    }),
  }
}
