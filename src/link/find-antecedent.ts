// Which claims "the report", "such an offer", "it" or a silence is about: among those that its own report puts forward.
import type { Draft } from './claim-index.ts'
import { foldPerson } from './fold-name.ts'
import { type Content, pointersOf } from './make-contents.ts'
import { stemWord } from './stem-word.ts'
import { headOf } from './synonyms.ts'

/** A claim that a doc put forward, and the words with which it did. */
export interface Put {
  readonly draft: Draft
  readonly content: Content
}

export interface Antecedent {
  readonly drafts: readonly Draft[]
  readonly because: string
}

const stems = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(stemWord))

// These point at a whole report, not at the sentence before.
const WHOLE_REPORT = stems(`report reporting claim allegation accusation account story article news rumour rumor
  speculation matter issue`)
// A request for comment names no claim: "did not respond to three messages".
const REQUEST = stems(`comment request question message letter email e-mail call inquiry enquiry query phone telephone
  respond reply answer seek`)

/** The claims that a content without a matter of its own is about. None where nothing was put forward. */
export function findAntecedent(content: Content, puts: readonly Put[]): Antecedent | undefined {
  const start = content.attribution.cue[0].start
  const before = puts.filter((put) => put.content.attribution.content[0].start < start)
  const pointers = pointersOf(content.statement)
  const spoken = findSpoken(content, before)
  if (spoken.length > 0) return { drafts: spoken, because: 'it is about what the same report has that source say' }
  const isRequest = content.attribution.act === 'declines to comment' && asksOnly(content)
  if (isRequest || pointers.some((stem) => WHOLE_REPORT.has(stem))) {
    return antecedent(
      findMain(before.length > 0 ? before : puts),
      'it speaks of what the report as a whole puts forward',
    )
  }
  const heads = new Set(pointers.map(headOf))
  const nearest = before.findLast(({ draft }) =>
    draft.statements.some(({ terms }) => terms.some(({ stem }) => heads.has(headOf(stem)))),
  )
  if (nearest) return antecedent(nearest.draft, `it points back at the "${pointers[0]}" that the same report tells of`)
  return antecedent(before.at(-1)?.draft, 'it points back at what the same report put forward just before')
}

function antecedent(draft: Draft | undefined, because: string): Antecedent | undefined {
  return draft && { drafts: [draft], because }
}

// declined to comment on Roke's remarks -> what the report has Roke say.
function findSpoken({ statement, attribution }: Content, before: readonly Put[]): Draft[] {
  if (attribution.act !== 'declines to comment') return []
  const named = new Set(statement.terms.flatMap(({ stem }) => (stem.startsWith('@') ? [stem.slice(1)] : [])))
  const printed = new Set(statement.words.flatMap(({ folded }) => foldPerson(folded.replace(/'s$/, ''))))
  const spoken = before.filter(
    ({ content }) =>
      content.speakers.some((speaker) => named.has(speaker)) ||
      content.surnames.some((surname) => printed.has(surname)),
  )
  return [...new Set(spoken.map(({ draft }) => draft))]
}

function asksOnly({ statement }: Content): boolean {
  return statement.terms.every(({ stem, isNumber }) => isNumber || REQUEST.has(stem) || WHOLE_REPORT.has(stem))
}

// The claim that the doc puts forward most often; of two, the one it puts forward first.
function findMain(puts: readonly Put[]): Draft | undefined {
  const counts = new Map<Draft, number>()
  for (const { draft } of puts) counts.set(draft, (counts.get(draft) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}
