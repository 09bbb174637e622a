// Tries the truth of a desk with nothing of ours: SQLite, SHA-256 and what the formats say. Arguments: truth.db. Prints what is wrong,
// a line each, and how much it tried.
import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'

const db = new DatabaseSync(process.argv[2] ?? '', { readOnly: true })
const digestOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
const wrong: string[] = []

let payloads = 0
for (const { digest, bytes } of db.prepare('select digest, bytes from payload').iterate()) {
  payloads += 1
  if (!(bytes instanceof Uint8Array) || digestOf(bytes) !== digest) wrong.push(`payload ${digest} has other bytes`)
}

// Each entry holds the digest of the one before, and numbers leave none out.
let before = '0'.repeat(64)
let last = 0
for (const row of db.prepare('select number, at, what, before from log order by number').iterate()) {
  const { number, at, what } = row
  if (number !== last + 1) wrong.push(`the log goes from ${last} to ${number}`)
  if (row.before !== before) wrong.push(`entry ${number} does not follow on the one before it`)
  last = Number(number)
  before = digestOf(JSON.stringify([number, at, what, row.before]))
}

// What an entry names is there, and is what it names.
for (const table of ['capture', 'decision']) {
  for (const { number, id, record, what } of db
    .prepare(`select t.number, id, record, what from ${table} t left join log l on l.number = t.number`)
    .iterate()) {
    if (what !== id) wrong.push(`${table} ${number} is not what the log names there`)
    if (digestOf(String(record)) !== id) wrong.push(`${table} ${number} has another record`)
  }
}
const [{ entries = 0 } = {}] = db
  .prepare('select (select count(*) from capture) + (select count(*) from decision) as entries')
  .all()
if (entries !== last) wrong.push(`${last} entries in the log, and ${entries} captures and decisions`)
db.close()
for (const line of wrong) process.stdout.write(`${line}\n`)
process.stdout.write(`tried ${payloads} payloads and ${last} entries\n`)
process.exitCode = wrong.length > 0 ? 1 : 0
