// Rows written straight into the files of a desk, without the keys and indexes that would be kept up meanwhile.
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { rooms } from '../../src/desk/rooms.ts'
import { digestOf, digestOfParts } from '../../src/model/digest.ts'
import type { MadeRow } from '../../src/model/shelf.ts'
import { instantOf, type Told } from './tell-report.ts'

const { makers } = rooms

export type Put = ReturnType<typeof openPut>

export function openPut(dir: string) {
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
      derived.exec(`create index linked_owner on linked (owner); create index linked_claim on linked (claim, noun);
        create index linked_doc on linked (doc, noun, claim); create index linked_sort on linked (noun, sort, id);
        insert into touched select 1, 'doc', id from doc;
        insert into touched select 1, noun, id from linked where noun in ('claim', 'entity', 'story')`)
      end(truth)
      end(derived)
    },
  }
}

export function putTruth(put: Put, { number, minutes, doc, reading }: Told): void {
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
  return instantOf(minutes + 30)
}

export function putLog(put: Put, count: number): void {
  let before = '0'.repeat(64)
  for (let number = 1; number <= count; number++) {
    const { at = '', what = '' } = logged[number - 1] ?? {}
    put.log(number, at, what, before)
    before = digestOf(JSON.stringify([number, at, what, before]))
  }
}

export function putLinked(put: Put, owner: string, { noun, id, sort, claim, doc, thing }: MadeRow): void {
  put.linked(noun, id, owner, sort, claim ?? null, doc ?? null, JSON.stringify(thing))
}
