// What leaves the desk for other programs, held against what each form's own text asks for, with odd words in every field.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPosition } from '../../model/anchor.ts'
import { asId } from '../../model/id.ts'
import { makeSpan } from '../../model/span.ts'
import { makeReport } from '../example-week.test.ts'
import { serverLinks } from '../links.ts'
import { annotationOf } from './annotation.ts'
import { bibtexOf } from './bibtex.ts'
import { citeQuotation, citeText } from './cite-text.ts'
import type { Addresses, CitedReport } from './cited.ts'
import { cslOf } from './csl.ts'
import { type ProvDocument, provOfClaim } from './prov.ts'
import { schemaOfClaim, schemaOfQuotation } from './schema.ts'

const addresses: Addresses = { links: serverLinks, origin: 'https://desk.example' }
const SAID = 'The 🕊 of\u00adfer stands'
const { doc, reading } = makeReport({
  name: 'offer',
  outlet: 'Harbour Post',
  published: '2031-03-05T08:00:00.000Z',
  title: '🕊 Karsk & {Veldania}: 100% "sure"? $5_000 ~ #1 \\ ^',
  paragraphs: [`Hale said: ${SAID}.`],
  told: [{ who: 'Hale', source: 'Hale', cue: 'said', content: SAID }],
})
const url = 'https://harbourpost.example/2031/03/karsk_offer?id=1&x={y}#a'
const cited: CitedReport = {
  kind: 'report',
  doc: {
    ...doc,
    url,
    fields: [
      { name: 'byline', value: 'Ilse Marrow, and Sons', path: 'meta' },
      { name: 'byline', value: 'Corvin Hale', path: 'meta' },
    ],
  },
  capture: {
    id: asId('cap1'),
    at: '2031-03-05T09:00:00.000Z',
    outcome: { kind: 'answered', payload: 'ab'.repeat(32) },
  },
}

/** As BibTeX itself reads an entry: fields between braces that pair, whatever backslashes stand before them. */
function readBibtex(text: string): { key: string; fields: Map<string, string> } {
  const head = /^@online\{([^,\s]+),\n/.exec(text)
  assert.ok(head, text)
  const fields = new Map<string, string>()
  let at = head[0].length
  while (text[at] !== '}') {
    const field = /^ {2}([a-z]+) = \{/.exec(text.slice(at))
    assert.ok(field, text.slice(at, at + 40))
    let depth = 1
    let end = at + field[0].length
    for (; depth > 0; end += 1) {
      assert.ok(end < text.length, `a field never ends: ${text.slice(at, at + 60)}`)
      if (text[end] === '{') depth += 1
      if (text[end] === '}') depth -= 1
    }
    fields.set(field[1] ?? '', text.slice(at + field[0].length, end - 1))
    assert.equal(text.slice(end, end + 2), ',\n')
    at = end + 2
  }
  assert.equal(text.slice(at), '}\n')
  return { key: head[1] ?? '', fields }
}

test('BibTeX: every field ends where it should, and TeX reads each odd letter as itself', () => {
  const { key, fields } = readBibtex(bibtexOf(cited, addresses))
  assert.match(key, /^[a-z0-9-]+$/)
  assert.equal(
    fields.get('title'),
    '{🕊 Karsk \\& \\{Veldania\\}: 100\\% "sure"? \\$5\\_000 \\textasciitilde{} \\#1 \\textbackslash{} \\textasciicircum{}}',
  )
  assert.equal(fields.get('author'), '{Ilse Marrow, and Sons} and {Corvin Hale}')
  assert.equal(fields.get('date'), '2031-03-05')
  assert.equal(fields.get('url'), 'https://harbourpost.example/2031/03/karsk_offer?id=1&x=%7By%7D#a')
  assert.match(
    fields.get('note') ?? '',
    /^Stored at https:\/\/desk\.example\/report\/offer\. SHA-256 of the bytes: (?:ab){32}$/,
  )
})

test('BibTeX: titles whose braces do not pair, or that hold controls, end no field', () => {
  for (const title of ['} @online{x, title = {', '{{{', '}{', 'a\u0000b\nc', '\ud800 half', '\\}', '']) {
    const { fields } = readBibtex(bibtexOf({ ...cited, doc: { ...cited.doc, title, outlet: title } }, addresses))
    assert.ok(fields.has('title'), title)
    assert.ok(!bibtexOf({ ...cited, doc: { ...cited.doc, title } }, addresses).includes('\u0000'))
  }
})

test('an edition is cited with its week and the log entry that it knew', () => {
  const edition = {
    kind: 'edition',
    edition: { id: asId<'edition'>('e1'), week: '2031-W10', asOf: { number: 7, before: 'cd'.repeat(32) } },
  } as const
  const { fields } = readBibtex(bibtexOf(edition, addresses))
  assert.equal(fields.get('title'), '{Readout: the week of 3 to 9 March 2031}')
  assert.equal(fields.get('date'), '2031-03-09')
  assert.match(fields.get('note') ?? '', /^Log entry: (?:cd){32}$/)
  assert.deepEqual(cslOf(edition, addresses).issued, { 'date-parts': [[2031, 3, 9]] })
  assert.equal(cslOf(edition, addresses).URL, 'https://desk.example/edition/2031-W10')
})

// of the CSL 1.0.2 schema for input data: the variables that are used here, and what each may hold
const CSL_VARIABLES: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string' && value !== '',
  type: (value) => ['article-newspaper', 'webpage', 'report'].includes(String(value)),
  title: isText,
  author: (value) =>
    Array.isArray(value) && value.every((name) => isText(name.literal) && Object.keys(name).length === 1),
  'container-title': isText,
  publisher: isText,
  issued: isDate,
  accessed: isDate,
  URL: isText,
  archive: isText,
  archive_location: isText,
  language: isText,
  note: isText,
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isDate(value: unknown): boolean {
  const parts = (value as { 'date-parts'?: unknown[][] })['date-parts']
  return parts?.length === 1 && (parts[0] ?? []).length <= 3 && (parts[0] ?? []).every((part) => Number.isInteger(part))
}

test('CSL-JSON: known variables only, each of its kind, words unescaped', () => {
  for (const report of [cited, { ...cited, doc: { ...doc, fields: [], language: 'und' } } as const]) {
    const item = cslOf(report, addresses)
    for (const [name, value] of Object.entries(item))
      assert.ok(CSL_VARIABLES[name]?.(value), `${name}: ${JSON.stringify(value)}`)
    assert.equal(item.title, doc.title)
  }
  assert.deepEqual(cslOf(cited, addresses).author, [{ literal: 'Ilse Marrow, and Sons' }, { literal: 'Corvin Hale' }])
  const undated = cslOf({ kind: 'report', doc: { id: doc.id, name: 'x', fields: [], language: 'en' } }, addresses)
  assert.deepEqual([undated.type, undated.issued, undated.URL], ['webpage', undefined, 'https://desk.example/report/x'])
})

test('a claim is cited as a page of the desk on the day on which it was seen', () => {
  const claim = {
    kind: 'claim',
    claim: { id: asId<'claim'>('c1'), wording: 'the offer {stands}' },
    seen: '2031-03-08',
  } as const
  assert.equal(
    citeText(claim, addresses),
    '“Claim: the offer {stands}.” Readout. https://desk.example/claim/c1, seen 8 March 2031.',
  )
  assert.equal(readBibtex(bibtexOf(claim, addresses)).fields.get('urldate'), '2031-03-08')
  for (const [name, value] of Object.entries(cslOf(claim, addresses))) assert.ok(CSL_VARIABLES[name]?.(value), name)
})

test('a text citation has who, what, where and when, and where it is stored', () => {
  assert.equal(
    citeText({ ...cited, doc: { ...cited.doc, title: 'Karsk offers a truce' } }, addresses),
    `Ilse Marrow, and Sons, Corvin Hale: “Karsk offers a truce.” Harbour Post, 5 March 2031. ${url} (stored 5 March 2031: https://desk.example/report/offer).`,
  )
  assert.match(citeQuotation('“I gave\n nothing.”', cited, addresses), /^“I gave nothing\.” In: Ilse/)
})

test('a Web Annotation has all that the model asks for, and its selectors find the words again', () => {
  const [attribution] = reading.attributions
  assert.ok(attribution)
  const note = annotationOf(
    {
      attribution,
      who: [{ name: 'Hale' }],
      madeBy: reading.madeBy,
      capture: { id: asId('cap1'), at: '2031-03-05T09:00:00.000Z' },
    },
    { ...doc, url },
    addresses,
  )
  assert.equal(note['@context'], 'http://www.w3.org/ns/anno.jsonld')
  assert.equal(note.type, 'Annotation')
  assert.equal(new URL(note.id).origin, 'https://desk.example')
  assert.equal(note.target.length, attribution.content.length)
  const [{ source, selector, scope, state }] = note.target as [(typeof note.target)[0]]
  const [quote, position] = selector
  assert.equal(source.id, 'https://desk.example/report/offer/text')
  assert.equal(scope, url)
  assert.match(state?.cached ?? '', /\/capture\/cap1\/raw$/)
  assert.equal(quote.exact, SAID)
  assert.equal([...doc.text].slice(position.start, position.end).join(''), SAID) // code points, not units
  assert.deepEqual(findPosition(doc.text, position), attribution.content[0])
  const at = doc.text.indexOf(quote.prefix + quote.exact + quote.suffix)
  assert.equal(at + quote.prefix.length, attribution.content[0].start)
  assert.deepEqual(JSON.parse(JSON.stringify(note)), note)
})

test('schema.org: a Claim and a Quotation, and no rating of either', () => {
  const claim = schemaOfClaim({ id: asId('c1'), wording: 'the offer stands' }, [{ ...doc, url }], addresses)
  assert.deepEqual([claim['@type'], claim.text, claim.appearance.length], ['Claim', 'the offer stands', 1])
  assert.deepEqual(claim.firstAppearance, claim.appearance[0])
  assert.equal(claim.appearance[0]?.url, url)
  const quotation = schemaOfQuotation(
    { id: asId('a1'), words: SAID, who: [{ id: asId('e1'), name: 'Corvin Hale', kind: 'person' }] },
    doc,
    addresses,
  )
  assert.deepEqual(quotation.creator, [
    { '@type': 'Person', '@id': 'https://desk.example/person/e1', name: 'Corvin Hale' },
  ])
  assert.equal(quotation.isPartOf['@id'], 'https://desk.example/report/offer')
  assert.doesNotMatch(JSON.stringify([claim, quotation]), /Review|rating/i)
})

function checkProv(prov: ProvDocument): void {
  const names = { entity: prov.entity, activity: prov.activity, agent: prov.agent }
  for (const records of Object.values(names)) {
    for (const id of Object.keys(records)) assert.ok(Object.keys(prov.prefix).includes(id.split(':')[0] ?? ''), id)
  }
  const kinds = {
    'prov:entity': 'entity',
    'prov:generatedEntity': 'entity',
    'prov:usedEntity': 'entity',
    'prov:activity': 'activity',
    'prov:agent': 'agent',
  } as const
  const relations = [prov.wasGeneratedBy, prov.used, prov.wasDerivedFrom, prov.wasAssociatedWith, prov.wasAttributedTo]
  for (const relation of relations) {
    for (const attributes of Object.values(relation)) {
      for (const [role, id] of Object.entries(attributes)) {
        const kind = kinds[role as keyof typeof kinds]
        if (kind) assert.ok(names[kind][String(id)], `${role} ${id} is not described`)
        else assert.ok(role === 'prov:time' && !Number.isNaN(Date.parse(String(id))), role)
      }
    }
  }
}

test('PROV: from the line back to the bytes, everything named is described, and what made it is told', () => {
  const [attribution] = reading.attributions
  const prov = provOfClaim(
    { id: asId('c1'), wording: 'the offer stands', madeBy: 'link@1' },
    [
      {
        doc: { ...doc, url },
        capture: cited.capture as NonNullable<typeof cited.capture>,
        readBy: 'read@1.0.0',
        attributions: attribution ? [attribution.id] : [],
      },
    ],
    [
      {
        line: { id: asId('l1'), text: 'Karsk says the offer stands.' },
        week: '2031-W10',
        issued: '2031-03-10T08:00:00.000Z',
      },
    ],
    addresses,
  )
  checkProv(prov)
  const earlier = new Map(
    Object.values(prov.wasDerivedFrom).map((one) => [
      String(one['prov:generatedEntity']),
      String(one['prov:usedEntity']),
    ]),
  )
  const chain = ['readout:line/l1']
  for (let next = earlier.get(chain[0] ?? ''); next !== undefined; next = earlier.get(next)) chain.push(next)
  assert.deepEqual(
    chain.map((id) => id.replace(/^readout:|\/.*/g, '')),
    ['line', 'claim', 'said', 'reading', 'text', 'capture'],
  )
  const makers = Object.values(prov.agent).map((agent) => agent['prov:label'])
  assert.deepEqual(makers.toSorted(), ['Harbour Post', 'extract@1.0.0', 'link@1', 'read@1.0.0'])
})

test('a span of the last word of a text has a selector too', () => {
  const text = 'One 🕊 word'
  const span = makeSpan(text, text.length - 4, text.length)
  const attribution = {
    ...(reading.attributions[0] as (typeof reading.attributions)[0]),
    source: { kind: 'unstated' as const },
    cue: [span] as const,
    content: [span] as const,
  }
  const note = annotationOf({ attribution, who: [], madeBy: 'read@1' }, { name: 'x', text, language: 'und' }, addresses)
  assert.deepEqual(note.target[0]?.selector[1], { type: 'TextPositionSelector', start: 6, end: 10 })
  assert.equal(note.target[0]?.state, undefined)
})
