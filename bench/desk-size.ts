// A desk of any size with ready-made docs, readings and linked rows, all of it invented, in a long-tailed mix of stories over two
// years. It is written past the code that makes such rows, which takes hours; the catalogue is made by the code that keeps it up.
// It stays in a folder of its own, and a second run finds it there.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { openStore } from '../src/archive/open-store.ts'
import { keepCatalogue } from '../src/desk/catalogue/keep-catalogue.ts'
import { rooms } from '../src/desk/rooms.ts'
import type { Act } from '../src/model/act.ts'
import type { Attribution, Source } from '../src/model/attribution.ts'
import type { Appearance, Bearing, Claim, Entity } from '../src/model/claim.ts'
import { digestOf, digestOfParts } from '../src/model/digest.ts'
import type { Doc } from '../src/model/doc.ts'
import { asId, type Id } from '../src/model/id.ts'
import type { ReadDoc } from '../src/model/ledger.ts'
import type { LinkedNoun } from '../src/model/linked-nouns.ts'
import type { Independence, Origin } from '../src/model/origin.ts'
import type { Chain } from '../src/model/reading.ts'
import type { NonEmpty } from '../src/model/span.ts'
import type { Stance } from '../src/model/timeline.ts'
import { makeLedger } from '../src/track/make-ledger.ts'
import { type Mix, makeMix } from './make-readings.ts'
import { makeRandom } from './make-texts.ts'
import { capital, spell, word } from './spell-words.ts'

const FROM = Date.UTC(2031, 0, 1)
const OUTLETS = 120
const SAID = 5 // in a report
const PEOPLE = 60_000
const KNOWN = 300 // whom every story may name
const TURN = 3 * 1440 // minutes, in which a story's claims move on
const { makers } = rooms

/** How long it took to make, in milliseconds of processor time; absent where the desk was there. */
export interface Made {
  readonly dir: string
  readonly rowsMs?: number
  readonly catalogueMs?: number
}

/** The desk with so many reports, over two years or the days given, made where there is none. */
export async function openSized(count: number, days?: number): Promise<Made> {
  const dir = join(tmpdir(), `readout-bench-desk-${count}${days === undefined ? '' : `-in-${days}-days`}`)
  const begun = `${dir}.begun`
  if (existsSync(dir)) return { dir }
  if (!existsSync(`${begun}-rows`)) {
    rmSync(begun, { recursive: true, force: true })
  }
  const rowsMs = existsSync(`${begun}-rows`) ? undefined : await timed(() => writeRows(begun, makeMix(count, 1, days)))
  if (rowsMs !== undefined) renameSync(begun, `${begun}-rows`)
  const catalogueMs = await timed(async () => {
    const store = await openStore(`${begun}-rows`)
    await keepCatalogue({ store })
    store.close()
  })
  renameSync(`${begun}-rows`, dir)
  return { dir, ...(rowsMs !== undefined && { rowsMs }), catalogueMs }
}

// Of processor time: other programs on the machine do not count.
async function timed(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

async function writeRows(dir: string, mix: Mix): Promise<void> {
  const { mkdirSync } = await import('node:fs')
  mkdirSync(dir, { recursive: true })
  ;(await openStore(dir)).close()
  const put = openPut(dir)
  const reportsOf = new Map<number, number[]>()
  for (let number = 0; number < mix.count; number++) {
    const story = mix.storyOf[number] ?? 0
    const own = reportsOf.get(story)
    if (own) own.push(number)
    else reportsOf.set(story, [number])
  }
  const known = new Set<number>()
  let done = 0
  for (const [story, numbers] of reportsOf) {
    const told = numbers.map((number) => tell(story, number, mix.minutes[number] ?? 0))
    for (const one of told) {
      putTruth(put, one)
      for (const { person } of one.said) {
        if (known.has(person)) continue
        known.add(person)
        putLinked(put, `entity ${entityOf(person)}`, {
          noun: 'entity',
          id: entityOf(person),
          sort: '',
          thing: { id: entityOf(person), kind: kindOf(person), name: nameOf(person) },
        })
      }
    }
    putStory(put, story, told)
    done += told.length
    if (Math.floor(done / 50_000) > Math.floor((done - told.length) / 50_000)) console.log(`${done} reports made`)
  }
  putLog(put, mix.count)
  put.close()
}

type Put = ReturnType<typeof openPut>

function openPut(dir: string) {
  const open = (name: string): DatabaseSync => {
    const db = new DatabaseSync(join(dir, `${name}.db`))
    db.exec(
      'pragma foreign_keys = off; pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -1000000; begin',
    )
    return db
  }
  const [truth, derived] = [open('truth'), open('derived')]
  const insert = (db: DatabaseSync, table: string, columns: number) => {
    const statement = db.prepare(`insert into ${table} values (${Array(columns).fill('?').join(', ')})`)
    return (...values: SQLInputValue[]): void => void statement.run(...values)
  }
  const end = (db: DatabaseSync): void => {
    db.exec('commit')
    db.exec('pragma journal_mode = wal')
    db.close()
  }
  derived.exec('drop index linked_owner; drop index linked_claim; drop index linked_doc; drop index linked_sort')
  return {
    payload: insert(truth, 'payload', 2),
    log: insert(truth, 'log', 4),
    report: insert(truth, 'report', 5),
    capture: insert(truth, 'capture', 4),
    doc: insert(derived, 'doc (id, report, made_by, first, seen, given, name, page, words, digest, record)', 11),
    reading: insert(derived, 'reading (doc, made_by, record, digest)', 4),
    linked: insert(derived, 'linked (noun, id, owner, sort, claim, doc, record)', 7),
    close() {
      const { linker, tracker, extractor, reader } = makers
      const { head } = truth.prepare('select max(number) as head from log').get() as { head: number }
      derived
        .prepare('insert into walk (linked_to, extractor, reader, linker, tracker) values (?, ?, ?, ?, ?)')
        .run(head, extractor, reader, linker, tracker)
      derived.exec(`create index linked_owner on linked (owner); create index linked_claim on linked (claim);
        create index linked_doc on linked (doc, noun); create index linked_sort on linked (noun, sort, id);
        insert into touched select 1, 'doc', id from doc;
        insert into touched select 1, noun, id from linked where noun in ('claim', 'entity', 'story')`)
      end(truth)
      end(derived)
    },
  }
}

interface Told extends ReadDoc {
  readonly number: number // in the order of printing; in the log it is one more
  readonly minutes: number
  readonly said: readonly { readonly claim: number; readonly person: number; readonly act: Act; readonly at: number }[]
}

function tell(story: number, number: number, minutes: number): Told {
  const random = makeRandom(number * 7919 + 13)
  const turn = Math.floor(minutes / TURN)
  const said = Array.from({ length: SAID }, () => {
    const act: Act =
      random() < 0.1 ? 'denies' : random() < 0.05 ? 'confirms' : random() < 0.05 ? 'declines to comment' : 'asserts'
    return {
      claim: 4 * turn + Math.floor(random() ** 2 * 6),
      person: personOf(story, Math.floor(random() * 6), random),
      act,
    }
  })
  return { number, minutes, ...compose(story, number, minutes, said, random) }
}

// Of the six whom a story names, two are known everywhere.
function personOf(story: number, nth: number, random: () => number): number {
  if (nth < 2) return Math.floor(KNOWN * random() ** 3)
  return KNOWN + Math.floor(makeRandom(story * 17 + nth)() * PEOPLE)
}

function kindOf(person: number): 'person' | 'government' | 'group' {
  return person % 11 === 0 ? 'government' : person % 7 === 0 ? 'group' : 'person'
}

function nameOf(person: number): string {
  const [first, last] = [capital(spell(person % 397, 2)), capital(spell(person, 3))]
  return kindOf(person) === 'person'
    ? `${first}n ${last}rk`
    : kindOf(person) === 'group'
      ? `${last}n officials`
      : `${last}sk`
}

function entityOf(person: number): Id<'entity'> {
  return asId<'entity'>(digestOfParts('bench entity', person))
}

function claimOf(story: number, claim: number): Id<'claim'> {
  return asId<'claim'>(digestOfParts('bench claim', story, claim))
}

function wordingOf(story: number, claim: number): string {
  const random = makeRandom(story * 131 + claim)
  const words = Array.from({ length: 7 }, () => word(random))
  return `${placeOf(story, 0)} ${words[0]} had ${words[1]}ed the ${words.slice(2).join(' ')} of ${placeOf(story, claim % 3)}`
}

function placeOf(story: number, nth: number): string {
  return `${capital(spell(Math.floor(makeRandom(story * 19 + nth)() * 3000), 3))}sk`
}

const VERB: Readonly<Partial<Record<Act, string>>> = {
  denies: 'denied that',
  confirms: 'confirmed that',
  'declines to comment': 'declined to say whether',
}

function compose(
  story: number,
  number: number,
  minutes: number,
  said: readonly { claim: number; person: number; act: Act }[],
  random: () => number,
): Pick<Told, 'doc' | 'reading' | 'said'> {
  const name = `report-${number}`
  const id = asId<'doc'>(digestOfParts('bench doc', number))
  const title = `${placeOf(story, 0)} ${word(random)} ${word(random)} ${word(random)} after ${word(random)}`
  const spans = (start: number, end: number) => ({ start, end })
  let text = `${title}\n\n`
  const sentences = [spans(0, title.length)]
  const chains = new Map<number, Chain>()
  const attributions: Attribution[] = []
  const found: Told['said'][number][] = []
  const put = (words: string): { start: number; end: number } => {
    const start = text.length
    text += words
    return spans(start, text.length)
  }
  for (const [at, one] of said.entries()) {
    const start = text.length
    const words = put(nameOf(one.person))
    put(' ')
    const cue = put((VERB[one.act] ?? 'said that').split(' ')[0] ?? 'said')
    put(` ${(VERB[one.act] ?? 'said that').split(' ').slice(1).join(' ')} `)
    const content = put(wordingOf(story, one.claim))
    put('.')
    sentences.push(spans(start, text.length))
    const chain = chains.get(one.person)
    const mention = { span: words, form: 'name' } as const
    const own = chain?.id ?? asId<'chain'>(`c${chains.size + 1}`)
    const mentions = [...(chain?.mentions ?? []), mention] as unknown as NonEmpty<typeof mention>
    chains.set(one.person, { id: own, kind: kindOf(one.person), name: nameOf(one.person), mentions })
    const kind = kindOf(one.person)
    const source: Source =
      kind === 'group'
        ? { kind: 'anonymous', words: [words], who: [own], count: { atLeast: 2 } }
        : {
            kind,
            words: [words],
            who: [own],
            ...(kind === 'person' && one.person % 3 === 0 && { role: 'official' as const }),
          }
    attributions.push({
      id: asId(digestOfParts(id, at)),
      source,
      cue: [cue],
      content: [content],
      form: 'indirect',
      act: one.act,
      via: [],
      confidence: Math.round(40 + random() * 60) / 100,
    })
    found.push({ ...one, at })
    for (let more = 0; more < 2; more++) {
      put(' ')
      const from = text.length
      put(`${capital(word(random))} ${Array.from({ length: 11 }, () => word(random)).join(' ')}.`)
      sentences.push(spans(from, text.length))
    }
    put(at < SAID - 1 ? '\n\n' : '')
  }
  const published = new Date(FROM + minutes * 60_000).toISOString()
  const doc: Doc = {
    id,
    capture: asId(digestOfParts('bench capture', number)),
    madeBy: makers.extractor,
    name,
    text,
    blocks: [
      { kind: 'headline', span: spans(0, title.length) },
      { kind: 'paragraph', span: spans(title.length + 2, text.length) },
    ],
    language: 'en',
    fields: [],
    removed: [],
    title,
    outlet: `Bench Courier ${Math.floor(OUTLETS * random() ** 2)}`,
    url: `https://bench.example/${number}`,
    published,
  }
  const reading = {
    doc: id,
    madeBy: makers.reader,
    sentences,
    quotations: [],
    chains: [...chains.values()],
    names: [],
    attributions,
    notes: [],
  }
  return { doc, reading, said: found }
}

function putTruth(put: Put, { number, minutes, doc, reading }: Told): void {
  const report = digestOfParts('bench report', number)
  const bytes = new TextEncoder().encode(doc.text)
  const payload = digestOf(bytes)
  put.payload(payload, bytes)
  const given = { name: doc.name, mediaType: 'text/plain', outlet: doc.outlet, published: doc.published }
  const record = {
    at: seenAt(minutes),
    asked: `${doc.name}.txt`,
    hops: [],
    outcome: { kind: 'handed in', payload },
    given,
  }
  put.capture(number + 1, doc.capture, report, JSON.stringify(record))
  put.report(report, number + 1, doc.name, doc.name, 1)
  const page = `bench.example/${number}`
  const words = digestOfParts('bench words', number)
  put.doc(doc.id, report, makers.extractor, number + 1, number + 1, '', doc.name, page, words, '', JSON.stringify(doc))
  put.reading(doc.id, makers.reader, JSON.stringify(reading), '')
  logged[number] = { at: seenAt(minutes), what: doc.capture }
}

const logged: { at: string; what: string }[] = []

function seenAt(minutes: number): string {
  return new Date(FROM + (minutes + 30) * 60_000).toISOString()
}

function putLog(put: Put, count: number): void {
  let before = '0'.repeat(64)
  for (let number = 1; number <= count; number++) {
    const { at = '', what = '' } = logged[number - 1] ?? {}
    put.log(number, at, what, before)
    before = digestOf(JSON.stringify([number, at, what, before]))
  }
}

interface Row {
  readonly noun: LinkedNoun
  readonly id: string
  readonly sort: string
  readonly claim?: string
  readonly doc?: string
  readonly thing: object
}

function putLinked(put: Put, owner: string, { noun, id, sort, claim, doc, thing }: Row): void {
  put.linked(noun, id, owner, sort, claim ?? null, doc ?? null, JSON.stringify(thing))
}

function putStory(put: Put, story: number, told: readonly Told[]): void {
  const id = asId<'story'>(digestOfParts('bench story', story))
  const claims = new Map<number, { readonly told: Told; readonly said: Told['said'][number] }[]>()
  for (const one of told) {
    const named = [...chainsIn(one)].map(([chain, person]) => [chain, entityOf(person)] as const)
    const sort = `${one.doc.published} ${one.doc.name} ${one.doc.id}`
    putLinked(put, `chains ${one.doc.id}`, {
      noun: 'chains',
      id: one.doc.id,
      sort,
      doc: one.doc.id,
      thing: { doc: one.doc.id, chains: named },
    })
    for (const said of one.said) {
      const others = claims.get(said.claim)
      if (others) others.push({ told: one, said })
      else claims.set(said.claim, [{ told: one, said }])
    }
  }
  const order: Id<'claim'>[] = []
  for (const [claim, uses] of claims) {
    order.push(claimOf(story, claim))
    putClaim(put, { story, id, claim, uses })
  }
  const [first, ...others] = told
  if (!first) return
  const thing = {
    id,
    aliases: [],
    title: first.doc.title,
    docs: [first.doc.id, ...others.map(({ doc }) => doc.id)],
    claims: order,
  }
  putLinked(put, `story ${id}`, {
    noun: 'story',
    id,
    sort: `${first.doc.published} ${first.doc.name} ${first.doc.id}`,
    thing,
  })
}

function chainsIn({ reading, said }: Told): Map<Id<'chain'>, number> {
  const chains = reading.attributions.flatMap(({ source }, at) => {
    const chain = source.kind === 'unstated' ? undefined : source.who[0]
    const person = said[at]?.person
    return chain === undefined || person === undefined ? [] : [[chain, person] as const]
  })
  return new Map(chains)
}

function entitiesIn(told: readonly Told[]): Entity[] {
  const chainsOf = new Map<number, { doc: Id<'doc'>; chain: Id<'chain'> }[]>()
  for (const one of told) {
    for (const [chain, person] of chainsIn(one)) {
      const refs = chainsOf.get(person)
      if (refs) refs.push({ doc: one.doc.id, chain })
      else chainsOf.set(person, [{ doc: one.doc.id, chain }])
    }
  }
  return [...chainsOf].map(([person, chains]) => ({
    id: entityOf(person),
    kind: kindOf(person),
    name: nameOf(person),
    chains: chains as unknown as Entity['chains'],
  }))
}

function putClaim(
  put: Put,
  {
    story,
    id: storyId,
    claim,
    uses,
  }: {
    readonly story: number
    readonly id: Id<'story'>
    readonly claim: number
    readonly uses: readonly { readonly told: Told; readonly said: Told['said'][number] }[]
  },
): void {
  const id = claimOf(story, claim)
  const bearings: Bearing[] = []
  const appearances: Appearance[] = []
  const stances: Stance[] = []
  const origins = new Map<
    string,
    { name: string; teller: Id<'entity'>; outlet: string; appearances: Id<'appearance'>[] }
  >()
  for (const { told, said } of uses) {
    const { doc, reading } = told
    const attribution = reading.attributions[said.at]
    if (!attribution) continue
    const [span] = attribution.content
    const evidence = { doc: doc.id, span, quote: doc.text.slice(span.start, span.end) }
    const base = { claim: id, doc: doc.id, attribution: attribution.id, evidence }
    bearings.push({ ...base, because: 'the words are the same' })
    stances.push({
      ...base,
      holder: entityOf(said.person),
      act: said.act,
      printed: doc.published ?? '',
      confidence: attribution.confidence,
    })
    if (said.act === 'denies' || said.act === 'declines to comment') continue
    const own = asId<'appearance'>(digestOfParts('bench appearance', id, doc.id, said.at))
    const outlet = doc.outlet ?? ''
    appearances.push({
      ...base,
      id: own,
      at: doc.published ?? '',
      lineage: [{ kind: 'named in text', from: outlet, evidence }],
    })
    const key = `${said.person} ${kindOf(said.person) === 'group' ? outlet : ''}`
    const origin = origins.get(key)
    if (origin) origin.appearances.push(own)
    else origins.set(key, { name: nameOf(said.person), teller: entityOf(said.person), outlet, appearances: [own] })
  }
  const listed = [...origins.values()].map(
    (one, at): Origin => ({
      id: asId<'origin'>(digestOfParts('bench origin', id, at)),
      teller: one.teller,
      name: one.name,
      toldTo: one.outlet,
      heads: { atLeast: 1, atMost: 1 },
      appearances: one.appearances as unknown as Origin['appearances'],
    }),
  )
  const [first] = bearings
  if (!first) return
  const thing: Claim = { id, aliases: [], wording: wordingOf(story, claim), about: [], evidence: [first.evidence] }
  const independence: Independence = {
    claim: id,
    origins: listed,
    reasons: listed.flatMap(({ id: origin, appearances: own }) =>
      own.slice(1).map((appearance) => {
        const because =
          appearances.find(({ id: one }) => one === appearance)?.lineage[0] ?? ({ kind: 'unknown' } as const)
        return { kind: 'same origin', appearance, origin, because } as const
      }),
    ),
    unknown: [],
    atLeast: Math.min(1, listed.length),
    atMost: listed.length,
  }
  const docs = [...new Map(uses.map(({ told }) => [told.doc.id, told])).values()]
  const linked = {
    entities: entitiesIn(docs),
    claims: [thing],
    bearings,
    appearances,
    independences: [independence],
    quoteMatches: [],
    copyGroups: [],
  }
  const [row] = makeLedger({ docs, linked, stances, storyOf: new Map([[id, storyId]]) })
  const at = docs[0]?.doc.published ?? ''
  const owner = `claim ${id}`
  const keys = { sort: at, claim: id }
  putLinked(put, owner, { noun: 'claim', id, ...keys, doc: first.doc, thing })
  putLinked(put, owner, { noun: 'independence', id, ...keys, thing: independence })
  if (row)
    putLinked(put, owner, { noun: 'ledger_row', id, ...keys, sort: `${row.firstPrinted ?? '9999'} ${at}`, thing: row })
  const list = (
    noun: 'bearing' | 'appearance' | 'stance',
    things: readonly (Bearing | Appearance | Stance)[],
  ): void => {
    for (const [place, one] of things.entries()) {
      const sort = `${at} ${String(place).padStart(6, '0')}`
      const own = noun === 'appearance' && 'id' in one ? one.id : `${id} ${String(place).padStart(6, '0')}`
      putLinked(put, owner, { noun, id: own, sort, claim: id, doc: one.doc, thing: one })
    }
  }
  list('bearing', bearings)
  list('appearance', appearances)
  list('stance', stances)
}
