// Tries what was linked and tracked: each piece of evidence by its words, each noun by its sum.
import type { Doc } from '../model/doc.ts'
import { type Evidence, holds } from '../model/evidence.ts'
import type { Breach } from './breach.ts'
import { compare } from './check-made.ts'
import { pageThrough } from './check-truth.ts'
import { LINKED_NOUNS } from './linked.ts'
import type { Store } from './store.ts'
import { findSums, makeTally, NO_ROWS, SUMMED } from './sums.ts'

/** Every breach of what was linked. Holds a bounded number of texts at once. */
export function* checkLinked(store: Pick<Store, 'plain'>): Generator<Breach> {
  const findText = makeTexts(store)
  const sums = findSums(store)
  for (const noun of LINKED_NOUNS) {
    const tally = makeTally()
    const sql = `select id, ${SUMMED.linked.filter((column) => column !== 'id').join(', ')} from derived.linked
      where noun = '${noun}' and id > ? order by id limit ?`
    for (const row of pageThrough<{ id: string; record: string }>(store, sql, { start: [''], size: 200 })) {
      tally.put(noun, row)
      const what = `${noun.replace('_', ' ')} ${row.id}`
      const thing = parse(row.record)
      if (typeof thing !== 'object' || thing === null) yield { what, reason: 'its record cannot be read' }
      yield* checkEvidence(what, thing, findText)
    }
    if (sums.size > 0) yield* compare(noun, tally.addTo(new Map()).get(noun) ?? NO_ROWS, sums.get(noun) ?? NO_ROWS)
  }
}

type FindText = (id: string) => Doc | undefined

function* checkEvidence(what: string, thing: unknown, findText: FindText): Generator<Breach> {
  for (const evidence of evidenceIn(thing)) {
    const doc = findText(evidence.doc)
    if (!doc) yield { what, reason: `its evidence is of a doc that is not there, ${evidence.doc}` }
    else if (!holds(evidence, doc)) {
      const { start, end } = evidence.span
      yield { what, reason: `its evidence does not hold: ${doc.name} has other words at ${start}-${end}` }
    }
  }
}

const TEXTS = 4000 // docs held at once, some 20 MB: a claim's evidence comes from all over the desk

function makeTexts({ plain }: Pick<Store, 'plain'>): FindText {
  const docs = new Map<string, Doc | undefined>()
  return (id) => {
    if (docs.has(id)) return docs.get(id)
    const [row] = plain.rows('select record from derived.doc where id = ?', id)
    const doc = row && parseDoc(String(row.record))
    const oldest = docs.size >= TEXTS ? docs.keys().next().value : undefined
    if (oldest !== undefined) docs.delete(oldest)
    docs.set(id, doc)
    return doc
  }
}

/** The doc of a record, or undefined where it was harmed so that it is none any more. */
export function parseDoc(record: string): Doc | undefined {
  const doc = parse(record) as Partial<Doc> | null | undefined
  return typeof doc?.text === 'string' ? (doc as Doc) : undefined
}

function parse(record: string): unknown {
  try {
    return JSON.parse(record)
  } catch {
    return undefined
  }
}

/** Every piece of evidence anywhere inside a value. */
export function* evidenceIn(value: unknown): Generator<Evidence> {
  if (typeof value !== 'object' || value === null) return
  if ('quote' in value && 'span' in value && 'doc' in value) {
    yield value as Evidence
    return
  }
  for (const part of Object.values(value)) yield* evidenceIn(part)
}
