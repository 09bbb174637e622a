// The columns of the three schemas, as the migrations lay them. Text, integers, bytes, and JSON as text.
import type { Generated } from 'kysely'
import type { Digest } from '../model/id.ts'

/** How many migrations each schema has: a file with more was written by a newer Readout. */
export const SCHEMA_VERSIONS = { truth: 4, derived: 10, state: 7 } as const

export type Schema = keyof typeof SCHEMA_VERSIONS

export interface Tables {
  'truth.payload': { digest: string; bytes: Uint8Array }
  'truth.log': { number: number; at: string; what: string; before: string }
  'truth.capture': { number: number; id: string; report: string | null; record: string }
  'truth.report': { report: string; first: number; name: string; base: string; nth: number }
  'truth.decision': { number: number; id: string; record: string }
  'truth.removal': { noun: string; id: string; number: number; becomes: string | null } // number: of the decision in the log
  'derived.doc': {
    id: string
    report: string
    made_by: string
    first: number // the log number of the report's first sighting: the order of docs
    seen: number // the log number of the last sighting that went in
    given: string // digest of what all sightings together said of the report
    name: string
    page: string | null // its address, as pages are compared
    words: string // digest of what the text says
    record: string
    digest: string // of the whole row but `seen`
  }
  'derived.reading': { doc: string; made_by: string; record: string; digest: string }
  'derived.fault': { report: string; made_by: string; seen: number; code: string; message: string }
  'derived.vector': { digest: string; made_by: string; bytes: Uint8Array } // of a text, by its digest
  'derived.linked': {
    noun: string
    id: string // unique within the noun
    owner: string // what it was kept with: all rows of one owner are replaced together
    sort: string // where it stands among those of its noun, before the id
    claim: string | null
    doc: string | null
    record: string
  }
  'derived.shelf': { key: string; value: string | Uint8Array } // what linking must remember from one report to the next
  'derived.sum': { kind: string; rows: number; digest: Digest } // of all rows of a kind, whatever their order
  'derived.filed': {
    id: string
    published: string // "~" where undated
    name: string
    story: string // by the id of its first report, as `joined` is
    joined: string
    moves: string // JSON
    stems: Uint8Array // whole numbers of 32 bits
    counts: Uint8Array // of 16 bits
    weights: Uint8Array // floats of 32 bits
    vector: Uint8Array | null
  }
  'derived.former': { noun: string; id: string; now: string } // ids that things had before; the rest of the catalogue: catalogue-schema.ts
  'state.host': {
    host: string
    next_at: string // no request before
    holder: string | null // of a turn at it
    held_until: string | null
    gap_ms: number | null // as a person set it
    crawl_ms: number | null // as its robots.txt asks
    robots: string | null // its robots.txt
    robots_status: number | null // of the last answer to it; 0: there was none
    robots_at: string | null
  }
  'state.address': {
    url: string
    host: string
    what: string
    source: string | null // of a feed or watched page: itself; of a page: where it was first found
    due_at: string | null
    step: number // how often a page was had, or asked in vain since its time
    holder: string | null
    held_until: string | null
    etag: string | null
    modified: string | null
    tags_from: string | null // the address that gave etag and modified, behind redirects
    digest: string | null // of the bytes last had
    outcome: string | null // of the last request, in a word
    reason: string | null // why it brought nothing
    first_at: string
    asked_at: string | null
    had_at: string | null
    failures: number // in a row
    moved_to: string | null
    found_in: string | null // the capture of the feed
    told: string | null // JSON
  }
  'state.find': { source: string; url: string; at: string }
  'state.account': {
    id: string
    name: string
    sign: string // the name as it is compared
    password: string // as a PHC string
    role: string
    state: string
    made_at: string
    seen_at: string | null
  }
  'state.session': {
    digest: string // of the token that the browser holds
    id: string
    account: string
    from_at: string
    seen_at: string
    until_at: string
    address: string
  }
  'state.token': {
    digest: string // of the token that the program holds
    id: string
    account: string
    label: string
    scope: string
    from_at: string
    until_at: string
    seen_at: string | null
  }
  'state.audit': {
    number: Generated<number>
    at: string
    what: string
    who: string | null
    whom: string | null
    address: string | null
    detail: string | null
  }
  'state.process': {
    id: string
    kind: string
    machine: string
    pid: number
    version: string
    begun: string
    at: string // when it last said that it is there
    memory: number // bytes that it held then
    stopped: string | null // why it takes in nothing, in words
  }
  'state.secret': { name: string; value: string }
  'state.subscriber': {
    id: string
    address: string
    sign: string // the address as it is compared
    watch: string // '' for all that the desk holds
    state: string
    since: string
    how: string
    asked_at: string | null // when a confirmation was last mailed
    digest: string | null // of the token in that mail
    until_at: string | null // that the token is good
  }
  'state.mailing': {
    id: string
    kind: string
    watch: string
    week: string
    version: string
    number: number
    begun: string
    by: string
    fence: Generated<number> // raised by each process that takes it up: what an earlier one writes is refused
    holder: string | null
    held_until: string | null
  }
  'state.delivery': {
    id: string
    mailing: string
    subscriber: string | null
    address: string
    sign: string
    state: string
    attempts: Generated<number>
    due: string
    at: string
    reply: string | null
    settled: string | null
  }
  'state.job': {
    // of a desk in a folder; where PostgreSQL is the store, pg-boss has them
    id: string
    name: string
    key: string
    data: string // JSON
    state: string
    tries: number
    since: string
    due: string
    fence: number // raised with each try
    holder: string | null
    held_until: string | null
    reason: string | null
  }
  'state.lead': {
    role: string
    holder: string | null
    fence: number // raised with each who takes it
    beat: number
    at: string
    trouble: string | null
  }
  'derived.walk': {
    // one row at most
    version: Generated<number> // raised each time that something is linked
    linked_to: number // the last log number it took in
    extractor: string
    reader: string
    linker: string
    tracker: string
  }
}
