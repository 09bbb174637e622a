// Which claims "the report", "such an offer", "it" or a silence is about: among those that its own report puts forward.
import { wordsOf } from '../model/span.ts'
import { alignStatements } from './align-statements.ts'
import type { Draft } from './claim-index.ts'
import { mattersOf, pointersOf } from './find-pointers.ts'
import { foldPerson } from './fold-name.ts'
import type { Content } from './make-contents.ts'
import { makeStatement } from './make-statement.ts'
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
  const matters = mattersOf(content.statement).filter((stem) => !REQUEST.has(stem))
  const main = findMain(content, puts)
  if (content.attribution.act === 'declines to comment' && matters.length > 0) {
    // "did not reply to questions about the pact": the main claim if it is of the pact, else the nearest that is
    const fitting =
      main && tellsOf(main, matters) ? main : before.findLast(({ draft }) => tellsOf(draft, matters))?.draft
    if (fitting) return antecedent(fitting, `it speaks of the "${matters[0]}" that the same report tells of`)
  }
  const isRequest = content.attribution.act === 'declines to comment' && asksOnly(content)
  if (isRequest || pointers.some(pointsAtReport)) {
    return antecedent(main, 'it speaks of what the report as a whole puts forward')
  }
  const heads = new Set(pointers.map(headOf))
  const nearest = before.findLast(({ draft }) =>
    draft.statements.some(({ terms }) => terms.some(({ stem }) => heads.has(headOf(stem)))),
  )
  if (nearest) return antecedent(nearest.draft, `it points back at the "${pointers[0]}" that the same report tells of`)
  return antecedent(before.at(-1)?.draft, 'it points back at what the same report put forward just before')
}

/** True for words that point at a whole report: "the claims", "the story". */
export function pointsAtReport(stem: string): boolean {
  return WHOLE_REPORT.has(stem)
}

/** True where a claim has one of the words in its own. */
export function tellsOf({ statements }: Draft, matters: readonly string[]): boolean {
  return statements.some(({ terms }) =>
    terms.some(({ stem }) => matters.some((matter) => headOf(matter) === headOf(stem))),
  )
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

const AGAIN = 0.04 // what one more putting forward weighs against words in the head

// The claim that the head of the report tells most of: the headline, the standfirst and the first sentence of the body.
// Of two, the one put forward more often, then the one put forward first.
function findMain({ read }: Content, puts: readonly Put[]): Draft | undefined {
  const head = makeStatement(textOfHead(read))
  const merits = new Map<Draft, number>()
  for (const { draft, content } of puts) {
    const told = merits.get(draft) ?? alignStatements(content.statement, head).coveredB
    merits.set(draft, told + AGAIN)
  }
  return [...merits].sort(([, a], [, b]) => b - a)[0]?.[0]
}

function textOfHead({ doc, reading }: Content['read']): string {
  const spans = doc.blocks.filter(({ kind }) => kind === 'headline' || kind === 'standfirst').map(({ span }) => span)
  const body = doc.blocks.find(({ kind }) => kind === 'paragraph')?.span.start ?? 0
  const first = reading.sentences.find(({ start }) => start >= body)
  return wordsOf(doc.text, first ? [...spans, first] : spans)
}
