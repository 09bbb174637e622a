// Things of a desk in the forms that other programs have agreed on: Web Annotation, PROV, schema.org, BibTeX, CSL-JSON.
import { listSightings } from '../../archive/captures.ts'
import { findReportKey } from '../../archive/find-report.ts'
import { findLinked, findWalk } from '../../archive/linked.ts'
import type { Capture } from '../../model/capture.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Id } from '../../model/id.ts'
import type { ReadDoc } from '../../model/ledger.ts'
import { wordsOf } from '../../model/span.ts'
import { annotationOf } from '../../publish/exchange/annotation.ts'
import { bibtexOf } from '../../publish/exchange/bibtex.ts'
import type { Addresses, Cited } from '../../publish/exchange/cited.ts'
import { cslOf } from '../../publish/exchange/csl.ts'
import { provOfClaim } from '../../publish/exchange/prov.ts'
import { schemaOfClaim, schemaOfQuotation } from '../../publish/exchange/schema.ts'
import { serverLinks } from '../../publish/links.ts'
import { openCapture } from './api-capture.ts'
import { openEditionOf, type WithEditions } from './api-edition.ts'
import { openClaimFile, openReportLine, openSaidLine } from './api-lists.ts'
import { openPlaces } from './api-places.ts'
import { readRuled } from './api-said.ts'

type OfDesk = WithEditions

/** The forms, each with what has it. */
export const FORMS = {
  claim: ['schema', 'annotation', 'prov', 'bibtex', 'csl'],
  report: ['annotation', 'bibtex', 'csl'],
  said: ['schema', 'annotation', 'bibtex', 'csl'],
  edition: ['bibtex', 'csl'],
  capture: ['bibtex', 'csl'],
} as const

export type Exchanged = keyof typeof FORMS
export type Form = (typeof FORMS)[Exchanged][number]

/** The thing in the form; a text, or what is sent as JSON. Throws as opening the thing does. */
export async function exchange(
  desk: OfDesk,
  {
    noun,
    id,
    form,
    origin,
  }: { readonly noun: Exchanged; readonly id: string; readonly form: Form; readonly origin: string },
): Promise<string | object> {
  const addresses: Addresses = { links: serverLinks, origin }
  if (form === 'bibtex') return bibtexOf(await cite(desk, noun, id), addresses)
  if (form === 'csl') return [cslOf(await cite(desk, noun, id), addresses)]
  if (noun === 'claim') return exchangeClaim(desk, id, form, addresses)
  if (noun === 'report') {
    const { doc } = await openReportLine(desk, id)
    const read = readRuled(desk, doc)
    const own = read.reading.attributions.map((one) => one.id)
    return pageOfAnnotations(await annotate(desk, read, own, addresses), serverLinks.report(read.doc.name), addresses)
  }
  const said = await openSaidLine(desk, id)
  const read = readRuled(desk, said.doc)
  const [annotation] = await annotate(desk, read, [said.attribution], addresses)
  if (!annotation) throw new ReadoutError('ATTRIBUTION_UNKNOWN', `no attribution "${id}" on this desk`)
  if (form === 'annotation') return annotation
  const found = read.reading.attributions.find((one) => one.id === said.attribution)
  const words = found ? wordsOf(read.doc.text, found.content) : said.words
  const who = said.who.flatMap((entity) => {
    const known = findLinked(desk.store, 'entity', entity)
    return known ? [{ id: known.id, name: known.name, kind: known.kind }] : []
  })
  return schemaOfQuotation({ id: said.attribution, words, who }, read.doc, addresses)
}

async function exchangeClaim(desk: OfDesk, id: string, form: Form, addresses: Addresses): Promise<object> {
  const { claim, appearances, bearings } = await openClaimFile(desk, id, ['appearances', 'bearings'])
  const places = openPlaces(desk)
  const inOrder = appearances.toSorted((a, b) => ((a.at ?? '~') < (b.at ?? '~') ? -1 : 1)).map(({ doc }) => doc)
  const docs = [...new Set(inOrder)].map((doc) => places.read(doc))
  if (form === 'schema') {
    const reports = docs.map(({ doc }) => doc)
    return schemaOfClaim(claim, reports, addresses)
  }
  const own = Map.groupBy(bearings, ({ doc }) => doc)
  if (form === 'annotation') {
    const all: object[] = []
    for (const [doc, on] of own) {
      const ids = on.map(({ attribution }) => attribution)
      all.push(...(await annotate(desk, readRuled(desk, doc), ids, addresses)))
    }
    return pageOfAnnotations(all, serverLinks.claim?.(claim.id) ?? '', addresses)
  }
  const madeBy = findWalk(desk.store)?.makers.linker ?? 'unknown@0'
  const reports = await Promise.all(
    docs.map(async ({ doc, reading }) => {
      const capture = await findFirstCapture(desk, doc.name)
      const attributions = (own.get(doc.id) ?? []).map(({ attribution }) => attribution)
      return { doc, readBy: reading.madeBy, attributions, ...(capture && { capture }) }
    }),
  )
  return provOfClaim({ id: claim.id, wording: claim.wording, madeBy }, reports, [], addresses)
}

async function annotate(
  desk: OfDesk,
  { doc, reading }: ReadDoc,
  ids: readonly Id<'attribution'>[],
  addresses: Addresses,
): Promise<object[]> {
  const wanted = new Set(ids)
  const capture = await findFirstCapture(desk, doc.name)
  const entityOf = new Map(findLinked(desk.store, 'chains', doc.id)?.chains)
  return reading.attributions
    .filter(({ id }) => wanted.has(id))
    .map((attribution) => {
      const { source } = attribution
      const who = (source.kind === 'unstated' ? [] : source.who).map((chain) => {
        const id = entityOf.get(chain)
        const name =
          (id && findLinked(desk.store, 'entity', id)?.name) ?? reading.chains.find((one) => one.id === chain)?.name
        return { ...(id && { id }), name: name ?? 'unknown' }
      })
      return annotationOf({ attribution, who, madeBy: reading.madeBy, ...(capture && { capture }) }, doc, addresses)
    })
}

// W3C Web Annotation Data Model, 5.2.
function pageOfAnnotations(items: readonly object[], path: string, { origin }: Addresses): object {
  const bare = items.map((item) => Object.fromEntries(Object.entries(item).filter(([name]) => name !== '@context')))
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: new URL(`${path}?as=annotation`, origin).href,
    type: 'AnnotationPage',
    startIndex: 0,
    items: bare,
  }
}

async function cite(desk: OfDesk, noun: Exchanged, id: string): Promise<Cited> {
  switch (noun) {
    case 'claim': {
      const { claim } = await openClaimFile(desk, id, [])
      return { kind: 'claim', claim, seen: desk.now().slice(0, 10) }
    }
    case 'edition':
      return { kind: 'edition', edition: (await openEditionOf(desk, id)).edition }
    case 'capture':
      return citeCapture(desk, id)
    case 'report':
      return citeReport(desk, (await openReportLine(desk, id)).doc)
    case 'said':
      return citeReport(desk, (await openSaidLine(desk, id)).doc)
  }
}

async function citeReport(desk: OfDesk, id: Id<'doc'>): Promise<Cited> {
  const { doc } = openPlaces(desk).read(id)
  const capture = await findFirstCapture(desk, doc.name)
  return { kind: 'report', doc, ...(capture && { capture }) }
}

async function citeCapture(desk: OfDesk, id: string): Promise<Cited> {
  const { name, capture } = openCapture(desk, id)
  if (name === undefined)
    throw new ReadoutError('CAPTURE_UNKNOWN', `capture "${id}" brought no report that could be cited`)
  const { doc } = openPlaces(desk).read((await openReportLine(desk, name)).doc)
  return { kind: 'report', doc, capture }
}

async function findFirstCapture({ store }: OfDesk, name: string): Promise<Capture | undefined> {
  return (await listSightings(store, findReportKey(store, name)))[0]?.capture
}
