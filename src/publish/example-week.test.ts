// A small week of an invented negotiation, made by hand as read, link and track would make it: the room's own example.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Attribution, KnownSource, StatedSource } from '../model/attribution.ts'
import type { Appearance, Bearing, Claim, Entity } from '../model/claim.ts'
import type { Block, Doc } from '../model/doc.ts'
import { cite } from '../model/evidence.ts'
import { asId, type Id } from '../model/id.ts'
import type { Holder, LedgerRow, Linked, ReadDoc, Tracked } from '../model/ledger.ts'
import type { Independence, Origin } from '../model/origin.ts'
import type { Chain } from '../model/reading.ts'
import { makeSpan, type NonEmpty, type Span } from '../model/span.ts'
import type { Stance } from '../model/timeline.ts'
import type { ComposeInput } from './compose.ts'

/** How a test tells of an attribution: by words that occur once in the doc, or first after `near`. */
export interface Told {
  readonly who: string // the chain's name
  readonly source: string
  readonly cue: string
  readonly content: string | readonly string[]
  readonly kind?: StatedSource['kind']
  readonly role?: KnownSource['role']
  readonly form?: Attribution['form']
  readonly act?: Attribution['act']
  readonly silence?: Attribution['silence']
  readonly near?: string
  readonly hearer?: string
  readonly setting?: NonNullable<Attribution['setting']>['kind']
  readonly settingWords?: string
  readonly via?: string
  readonly among?: string
}

export interface ReportGiven {
  readonly name: string
  readonly outlet?: string
  readonly published?: string
  readonly title?: string
  readonly paragraphs: readonly string[]
  readonly chains?: Readonly<Record<string, readonly (readonly [string, 'name' | 'nominal' | 'pronoun'])[]>>
  readonly told: readonly Told[]
}

/** A report with its reading. */
export function makeReport(given: ReportGiven): ReadDoc {
  const { name, title, paragraphs, outlet, published, chains = {} } = given
  const parts = [...(title ? [title] : []), ...paragraphs]
  const text = parts.join('\n\n')
  let at = 0
  const blocks = parts.map((part, i): Block => {
    const span = makeSpan(text, at, at + part.length)
    at += part.length + 2
    return { kind: title && i === 0 ? 'headline' : 'paragraph', span }
  })
  const doc: Doc = {
    id: asId(`doc-${name}`),
    capture: asId(`capture-${name}`),
    madeBy: 'extract@1.0.0',
    name,
    text,
    blocks,
    language: 'en',
    fields: [],
    removed: [],
    ...(title && { title }),
    ...(outlet && { outlet }),
    ...(published && { published }),
  }
  const body = title ? title.length : 0
  const find = (words: string, after = body): Span => {
    const start = text.indexOf(words, after)
    assert.notEqual(start, -1, `${name} does not hold "${words}"`)
    return makeSpan(text, start, start + words.length)
  }
  const madeChains = Object.entries(chains).map(([chain, mentions]): Chain => {
    let after = body
    const found = mentions.map(([words, form]) => {
      const span = find(words, after)
      after = span.end
      return { span, form }
    })
    return { id: asId(chain), kind: 'person', name: chain, mentions: found as unknown as Chain['mentions'] }
  })
  const sentences = blocks.flatMap(({ span }) =>
    [...text.slice(span.start, span.end).matchAll(/[^.?!]+(?:[.?!]+[”"]?|$)\s*/g)].map((m) =>
      makeSpan(text, span.start + m.index, span.start + m.index + m[0].trimEnd().length),
    ),
  )
  const attributions = given.told.map((told, i) => makeAttribution(told, i, find))
  const reading = {
    doc: doc.id,
    madeBy: 'read@1.0.0' as const,
    sentences,
    quotations: [],
    chains: madeChains,
    names: [],
    attributions,
    notes: [],
  }
  return { doc, reading }
}

function makeAttribution(told: Told, i: number, find: (words: string, after?: number) => Span): Attribution {
  const from = told.near === undefined ? undefined : find(told.near).start
  const content = [told.content].flat().map((words) => find(words, from)) as unknown as NonEmpty<Span>
  const words = [find(told.source, from)] as const
  const who = [asId<'chain'>(told.who)] as const
  const kind = told.kind ?? 'person'
  const among = told.among === undefined ? {} : { among: asId<'chain'>(told.among) }
  const source: StatedSource =
    kind === 'anonymous'
      ? { kind, words, who, count: { atLeast: 1 }, ...among }
      : { kind, words, who, ...(told.role && { role: told.role }) }
  const outlet = (name: string): StatedSource => ({ kind: 'outlet', words: [find(name)], who: [asId<'chain'>(name)] })
  return {
    id: asId(`a${i}`),
    source,
    cue: [find(told.cue, from)],
    content,
    form: told.form ?? 'indirect',
    act: told.act ?? 'asserts',
    via: told.via === undefined ? [] : [outlet(told.via)],
    confidence: 0.9,
    ...(told.silence && { silence: told.silence }),
    ...(told.hearer && { hearer: { kind: 'outlet', words: find(told.hearer, from) } }),
    ...(told.setting && { setting: { kind: told.setting, words: find(told.settingWords ?? '', from) } }),
  }
}

/** A claim as a test tells of it: which attributions (report, place) put it forward, deny it, would not speak of it. */
export interface ClaimGiven {
  readonly id: string
  readonly wording: string
  readonly asserted: readonly (readonly [report: string, at: number])[]
  readonly answered?: readonly (readonly [report: string, at: number])[]
  readonly origins?: readonly [atLeast: number, atMost: number] // the last one has the assertions that are left
  readonly tellers?: readonly string[]
  readonly story?: string
}

const SOURCE = 'a Karskian source'

/** What link and track would make of the reports, given which attribution bears on which claim. */
export function makeInput(
  week: string,
  docs: readonly ReadDoc[],
  claims: readonly ClaimGiven[],
  stories: Readonly<Record<string, readonly string[]>> = {},
): ComposeInput {
  const byName = new Map(docs.map((read) => [read.doc.name, read]))
  const stated = (report: string, at: number) => {
    const read = byName.get(report)
    const attribution = read?.reading.attributions[at]
    assert.ok(read && attribution, `${report} has no attribution ${at}`)
    return { doc: read.doc, attribution, evidence: cite(read.doc, attribution.content[0]) }
  }
  const made = claims.map((given) => {
    const id = asId<'claim'>(given.id)
    const asserted = given.asserted.map(([report, at]) => stated(report, at))
    const answered = (given.answered ?? []).map(([report, at]) => stated(report, at))
    return { given, id, asserted, answered }
  })
  const linked: Linked = {
    entities: entitiesOf(docs),
    claims: made.map(
      ({ given, id, asserted }): Claim => ({
        id,
        aliases: [],
        wording: given.wording,
        about: [],
        evidence: asserted.map(({ evidence }) => evidence) as unknown as Claim['evidence'],
      }),
    ),
    bearings: made.flatMap(({ id, asserted, answered }) =>
      [...asserted, ...answered].map(
        ({ doc, attribution, evidence }): Bearing => ({
          claim: id,
          doc: doc.id,
          attribution: attribution.id,
          evidence,
          because: 'the same words',
        }),
      ),
    ),
    appearances: made.flatMap(({ given, id, asserted }) =>
      asserted.map(({ doc, attribution, evidence }, i): Appearance => {
        const name = given.tellers?.[Math.min(i, (given.origins?.[1] ?? 1) - 1)] ?? SOURCE
        const told = { name, key: name, toldTo: 'Meridian News Agency', heads: { atLeast: 1 }, evidence }
        return {
          id: asId(`${id}-${i}`),
          claim: id,
          doc: doc.id,
          attribution: attribution.id,
          evidence,
          lineage: [{ kind: 'unknown' }],
          tellers: [{ kind: 'named', entity: { id: asId(name), name }, ...told }],
        }
      }),
    ),
    independences: made.map(({ given, id, asserted }): Independence => {
      const [atLeast, atMost] = given.origins ?? [1, 1]
      const all = asserted.map((_, i) => asId<'appearance'>(`${id}-${i}`))
      const origins = Array.from({ length: atMost }, (_, i): Origin => {
        const own = all.filter((_, at) => Math.min(at, atMost - 1) === i) as unknown as Origin['appearances']
        const name = given.tellers?.[i] ?? SOURCE
        return {
          id: asId(`${id} o${i}`),
          teller: asId(name),
          name,
          toldTo: 'Meridian News Agency',
          heads: { atLeast: 1 },
          appearances: own,
        }
      })
      return { claim: id, origins, reasons: [], unknown: [], atLeast, atMost }
    }),
    quoteMatches: [],
    copyGroups: [],
  }
  const storyIds = Object.entries(stories).map(([story, names]) => ({
    id: asId<'story'>(story),
    aliases: [],
    title: byName.get(names[0] ?? '')?.doc.title ?? story,
    docs: names.map((name) => asId<'doc'>(`doc-${name}`)) as unknown as NonEmpty<Id<'doc'>>,
    claims: made.filter(({ given }) => given.story === story).map(({ id }) => id),
  }))
  const rows = made.map(({ given, id, asserted, answered }): LedgerRow => {
    const answersOf = (act: Attribution['act']) =>
      answered
        .filter(({ attribution }) => attribution.act === act)
        .map(
          ({ doc, attribution, evidence }): Holder => ({
            name: attribution.source.kind === 'unstated' ? '' : (attribution.source.who[0] ?? ''),
            via: [],
            doc: doc.name,
            evidence,
          }),
        )
    const [atLeast, atMost] = given.origins ?? [1, 1]
    const denied = answersOf('denies')
    return {
      claim: id,
      wording: given.wording,
      standing: denied.length > 0 ? 'contested' : 'reported',
      independentOrigins: ['Meridian News Agency: a Karskian source'],
      atLeast,
      atMost,
      unknownLineage: 0,
      reasons: [],
      assertedIn: asserted.map(({ doc }) => doc.name),
      confirmedBy: answersOf('confirms'),
      deniedBy: denied,
      declinedToComment: answersOf('declines to comment'),
      correctedBy: answersOf('corrects'),
      ...(given.story && { story: asId<'story'>(given.story) }),
    }
  })
  const stances = made.flatMap(({ id, asserted, answered }) =>
    [...asserted, ...answered].flatMap(({ doc, attribution, evidence }): Stance[] => {
      const { source, act, confidence, id: at } = attribution
      if (source.kind === 'unstated') return []
      const printed = doc.published === undefined ? {} : { printed: doc.published }
      const holder = asId<'entity'>(source.who[0])
      return [{ claim: id, holder, act, ...printed, doc: doc.id, attribution: at, evidence, confidence }]
    }),
  )
  const tracked: Tracked = { stances, stories: storyIds, rows }
  return { week, docs, linked, tracked, asOf: { number: docs.length, before: 'f'.repeat(64) } }
}

function entitiesOf(docs: readonly ReadDoc[]): Entity[] {
  const chains = docs.flatMap(({ doc, reading }) => reading.chains.map(({ id }) => ({ doc: doc.id, chain: id })))
  return [...Map.groupBy(chains, ({ chain }) => chain)].map(([chain, own]) => ({
    id: asId<'entity'>(chain),
    kind: 'person',
    name: chain,
    chains: own as unknown as Entity['chains'],
  }))
}

/** Three reports of one week: an agency's, a reprint and a denial; and a fourth on another matter. */
export function makeExampleWeek(): ComposeInput {
  const docs = [
    makeReport({
      name: 'offer',
      outlet: 'Meridian News Agency',
      published: '2031-03-04T09:00:00.000Z',
      title: 'Karsk weighs a freeze of the Tessel line',
      paragraphs: [
        'Envoy Ilse Marrow came out after midnight. “The offer is dead,” she told Meridian, putting on her coat.',
        'Three Karskian sources described the talks. Karsk offered to freeze the line, one of the sources told Meridian.',
      ],
      chains: {
        marrow: [
          ['Envoy Ilse Marrow', 'name'],
          ['she', 'pronoun'],
        ],
        sources: [['Three Karskian sources', 'nominal']],
        source: [['one of the sources', 'nominal']],
      },
      told: [
        {
          who: 'marrow',
          role: 'official',
          source: 'she',
          near: '“The offer',
          cue: 'told',
          content: '“The offer is dead,”',
          form: 'direct',
          hearer: 'Meridian',
        },
        {
          who: 'source',
          kind: 'anonymous',
          among: 'sources',
          source: 'one of the sources',
          cue: 'told',
          near: 'Karsk offered',
          content: 'Karsk offered to freeze the line',
          hearer: 'Meridian',
        },
      ],
    }),
    makeReport({
      name: 'reprint & co',
      outlet: 'Northern Courier',
      published: '2031-03-05T07:00:00.000Z',
      title: 'A freeze <on> the table',
      paragraphs: ['Karsk offered to freeze the line, a Karskian source told Meridian.'],
      chains: { source: [['a Karskian source', 'nominal']] },
      told: [
        {
          who: 'source',
          kind: 'anonymous',
          source: 'a Karskian source',
          cue: 'told',
          content: 'Karsk offered to freeze the line',
          hearer: 'Meridian',
        },
      ],
    }),
    makeReport({
      name: 'denial',
      published: '2031-03-06T12:00:00.000Z',
      paragraphs: [
        'Spokesman Oren Tal told reporters in a briefing that the report was “not true.” The Veldanian presidency declined to comment.',
        'Tal announced in a statement that the delegation would stay in Tessel until Sunday.',
      ],
      chains: {
        tal: [
          ['Spokesman Oren Tal', 'name'],
          ['Tal', 'name'],
        ],
        presidency: [['The Veldanian presidency', 'name']],
      },
      told: [
        {
          who: 'tal',
          role: 'official',
          source: 'Spokesman Oren Tal',
          cue: 'told',
          content: 'that the report was “not true.”',
          form: 'mixed',
          act: 'denies',
          hearer: 'reporters',
          setting: 'briefing',
          settingWords: 'in a briefing',
        },
        {
          who: 'presidency',
          kind: 'government',
          source: 'The Veldanian presidency',
          cue: 'declined to comment',
          content: 'declined to comment',
          act: 'declines to comment',
        },
        {
          who: 'tal',
          role: 'official',
          source: 'Tal',
          near: 'Tal announced',
          cue: 'announced',
          content: 'that the delegation would stay in Tessel until Sunday',
          act: 'announces',
          setting: 'statement',
          settingWords: 'in a statement',
        },
      ],
    }),
    makeReport({
      name: 'aid',
      outlet: 'Harbour Post',
      published: '2031-03-07T00:00:00.000Z',
      title: 'Assembly puts off its vote',
      paragraphs: ['The assembly will vote on the aid bill next week, according to Speaker Dana Orsk.'],
      chains: { orsk: [['Speaker Dana Orsk', 'name']] },
      told: [
        {
          who: 'orsk',
          role: 'official',
          source: 'Speaker Dana Orsk',
          cue: 'according to',
          content: 'The assembly will vote on the aid bill next week',
        },
      ],
    }),
  ]
  const freeze: ClaimGiven = {
    id: 'claim-freeze',
    wording: 'Karsk offered to freeze the line',
    asserted: [
      ['offer', 1],
      ['reprint & co', 0],
    ],
    answered: [
      ['denial', 0],
      ['denial', 1],
    ],
    story: 'story-freeze',
  }
  const dead: ClaimGiven = {
    id: 'claim-dead',
    wording: '“The offer is dead,”',
    asserted: [['offer', 0]],
    story: 'story-freeze',
  }
  return makeInput('2031-W10', docs, [freeze, dead], {
    'story-freeze': ['offer', 'reprint & co', 'denial'],
    'story-aid': ['aid'],
  })
}

test('the example week holds its own words', () => {
  const { docs, linked } = makeExampleWeek()
  const textOf = new Map(docs.map(({ doc }) => [doc.id, doc.text]))
  const evidence = linked.bearings.map((bearing) => bearing.evidence)
  assert.equal(evidence.length, 5)
  for (const { doc, span, quote } of evidence) assert.equal(textOf.get(doc)?.slice(span.start, span.end), quote)
})
