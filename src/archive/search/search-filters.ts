// What narrows a search down. Who, which outlet, which kind of source and which act stand in the index itself; days and stories
// bound what is looked at in it, since numbers rise with time.
import type { Act } from '../../model/act.ts'
import type { SourceKind } from '../../model/attribution.ts'
import type { Standing } from '../../model/timeline.ts'
import { EACH_NUMBER } from '../catalogue/bulk.ts'
import { type Facet, facetWord } from '../catalogue/facets.ts'
import { PLACES } from '../catalogue/said-lines.ts'
import { type Condition, equal, unsought, within } from '../catalogue/walk-lines.ts'
import type { Connection } from '../connection.ts'

export type Target = 'reports' | 'said' | 'claims'

/**
 * Of a report: in which somebody speaks so. Of a claim: whom it is about or who answers to it, and what they do; an outlet and a
 * kind of source are those of what bears on it. `from` and `until`: the first and the last day of (first) printing.
 */
export interface SearchFilters {
  readonly who?: string | undefined
  readonly outlet?: string | undefined
  readonly kind?: SourceKind | undefined
  readonly act?: Act | undefined
  readonly story?: string | undefined
  readonly standing?: Standing | undefined // of claims only
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** Where a search looks: an index of words, and the lines that it leads to. */
export interface Place {
  readonly index: 'search_report' | 'search_said' | 'search_claim'
  readonly columns: readonly { readonly name: string; readonly weight: number }[] // of words
  readonly line: string
  readonly key: string
  readonly printed: string
  readonly rows: string // by a JSON list of numbers, with the text that was searched
}

const WORDS = { name: 'words', weight: 1 }

export const TARGETS: Readonly<Record<Target, Place>> = {
  reports: {
    index: 'search_report',
    columns: [WORDS],
    line: 'report_line',
    key: 'first',
    printed: 'printed',
    rows: `select l.*, l.first as n, json_extract(d.record, '$.text') as text from derived.report_line l
      join derived.doc d on d.id = l.doc where l.first in (${EACH_NUMBER})`,
  },
  said: {
    index: 'search_said',
    columns: [WORDS, { name: 'speaker', weight: 0.5 }],
    line: 'said',
    key: 'n',
    printed: 'printed',
    rows: `select s.*, s.words as text, r.doc, r.name from derived.said s join derived.report_line r on r.first = s.n / ${PLACES}
      where s.n in (${EACH_NUMBER})`,
  },
  claims: {
    index: 'search_claim',
    columns: [WORDS],
    line: 'claim_line',
    key: 'n',
    printed: 'first_printed',
    rows: `select *, wording as text from derived.claim_line where n in (${EACH_NUMBER})`,
  },
}

type Wanted = SearchFilters & { readonly in: Target }

/** The words of the index that a hit must have beside those looked for. */
export function facetsOf({ in: target, who, outlet, kind, act, story, standing }: Wanted): string[] {
  const facets: readonly (readonly [Facet, string | undefined])[] = [
    ['who', who],
    ['outlet', outlet],
    ['kind', kind],
    ['act', act],
    ...(target === 'claims'
      ? ([
          ['story', story],
          ['standing', standing],
        ] as const)
      : []), // a report may change its story
  ]
  return facets.flatMap(([facet, value]) => (value === undefined ? [] : facetWord(facet, value)))
}

/** What is tried on the line `l` of each hit. */
export function conditionsOf({ in: target, from, until }: Wanted): Condition[] {
  return within(`l.${TARGETS[target].printed}`, from, until)
}

/**
 * What is tried on the number of each hit, before its line is looked at: the reports of a story are listed once, which takes a third of
 * the time of looking each hit's report up. `number`: the column that it stands in.
 */
export function numbersOf({ in: target, story }: Wanted, number: string): Condition[] {
  if (target === 'claims' || story === undefined) return [] // a claim's story stands in the index
  const report = target === 'reports' ? unsought(number) : `${number} / ${PLACES}`
  return [[`${report} in (select r.first from derived.report_line r where r.story = ?)`, story]]
}

/** Between which numbers all hits of these days and this story lie; undefined: there are none. */
export function boundsOf(db: Connection, wanted: Wanted): { from: number; until: number } | undefined {
  const { in: target, story, from, until } = wanted
  const own = target === 'claims' ? 'claims' : 'reports' // what is said is numbered by its report
  const { line, key, printed } = TARGETS[own]
  const conditions = [...within(printed, from, until), ...(own === 'reports' ? equal('story', story) : [])]
  if (conditions.length === 0) return { from: 0, until: Number.MAX_SAFE_INTEGER }
  const [row] = db.rows(
    `select min(${key}) as least, max(${key}) as most from derived.${line}
      where ${conditions.map(([sql]) => sql).join(' and ')}`,
    ...conditions.flatMap(([, ...values]) => values),
  )
  if (!row || row.least === null) return undefined
  const [least, most] = [Number(row.least), Number(row.most)]
  return target === 'said' ? { from: least * PLACES, until: (most + 1) * PLACES - 1 } : { from: least, until: most }
}
