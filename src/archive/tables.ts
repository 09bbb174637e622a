// The columns of the two schemas, as the migrations lay them. Text, integers, bytes, and JSON as text.

/** How many migrations each schema has: a file with more was written by a newer Readout. */
export const SCHEMA_VERSIONS = { truth: 2, derived: 3 } as const

/** Tables of the truth: triggers refuse every change of what is in them. */
export const INSERT_ONLY = ['payload', 'log', 'report', 'capture', 'decision'] as const

export interface Tables {
  'truth.payload': { digest: string; bytes: Uint8Array }
  'truth.log': { number: number; at: string; what: string; before: string }
  'truth.capture': { number: number; id: string; report: string | null; record: string }
  'truth.report': { report: string; first: number; name: string; base: string; nth: number }
  'truth.decision': { number: number; id: string; record: string }
  'derived.doc': {
    id: string
    report: string
    made_by: string
    first: number // the log number of the report's first sighting: the order of docs
    seen: number // the log number of the last sighting that went in
    given: string // digest of what all sightings together said of the report
    name: string
    record: string
    digest: string // of the whole row but `seen`
  }
  'derived.reading': { doc: string; made_by: string; record: string; digest: string }
  'derived.fault': { report: string; made_by: string; seen: number; code: string; message: string }
  'derived.vector': { digest: string; made_by: string; bytes: Uint8Array } // of a text, by its digest
  'derived.linked': { noun: string; at: number; id: string; claim: string | null; doc: string | null; record: string }
  'derived.walk': {
    one: number // always 1: there is one walk
    linked_to: number // the last log number it took in
    extractor: string
    reader: string
    linker: string
    tracker: string
    docs: string // digest of the docs that were linked, so that a second sighting alone links nothing anew
    made: string // how many rows of each kind there were at its end, and their digests, as JSON
  }
}
