// Which claim "the report", "such an offer", "it" or a silence is about: one that its own report has put forward.
import type { Draft } from './claim-index.ts'
import { type Content, pointersOf } from './make-contents.ts'
import { headOf } from './synonyms.ts'

/** A claim that a doc put forward, and the words with which it did. */
export interface Put {
  readonly draft: Draft
  readonly content: Content
}

export interface Antecedent {
  readonly draft: Draft
  readonly because: string
}

// These point at a whole report, not at the sentence before.
const WHOLE_REPORT: ReadonlySet<string> = new Set(
  'report reporting claim allegation accusation account story article news rumour rumor speculation matter issue'
    .split(' ')
    .concat('report', 'allegat', 'accusat', 'speculat'),
)

/** The claim that a content without a matter of its own is about, among those its doc has put forward. */
export function findAntecedent(content: Content, puts: readonly Put[]): Antecedent | undefined {
  const start = content.attribution.cue[0].start
  const before = puts.filter((put) => put.content.attribution.content[0].start < start)
  const pointers = pointersOf(content.statement)
  if (content.attribution.act === 'declines to comment' || pointers.some((stem) => WHOLE_REPORT.has(stem))) {
    const main = findMain(before.length > 0 ? before : puts)
    return main && { draft: main, because: 'it speaks of what the report as a whole puts forward' }
  }
  const heads = new Set(pointers.map(headOf))
  const nearest = before.findLast(({ draft }) =>
    draft.statements[0]?.terms.some(({ stem }) => heads.has(headOf(stem)) && !WHOLE_REPORT.has(stem)),
  )
  if (nearest)
    return { draft: nearest.draft, because: `it points back at the ${pointers[0]} that the same report tells of` }
  const last = before.at(-1)
  return last && { draft: last.draft, because: 'it points back at what the same report put forward just before' }
}

// The claim that the doc puts forward most often; of two, the one it puts forward first.
function findMain(puts: readonly Put[]): Draft | undefined {
  const counts = new Map<Draft, number>()
  for (const { draft } of puts) counts.set(draft, (counts.get(draft) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}
