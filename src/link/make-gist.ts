// What each clause of a statement comes down to: who acts, what is done about it (offered, refused, done …), what it is about,
// on what terms, and whether it is about the whole or a part. Two claims that differ in any of these are not one.
import { isGrammar } from './common-words.ts'
import { findAgent } from './find-agent.ts'
import { type ConditionSpan, findCondition } from './find-condition.ts'
import { findFrame } from './find-frame.ts'
import { isNegator } from './find-negations.ts'
import { FRAMING, type Frame } from './frame-words.ts'
import type { Statement, Term } from './make-statement.ts'
import { type Clause, splitClauses } from './split-clauses.ts'
import type { Word } from './split-words.ts'

export interface Gist {
  readonly agent: readonly Term[] // names of who acts; empty where no name is the subject
  readonly frame: Frame
  readonly matter: readonly Term[] // telling words that are no names: first those after the word that frames them
  readonly framed: readonly Term[] // those of the matter that stand after that word
  readonly saysNo: boolean
  readonly terms: readonly Term[] // all terms of the clause, conditions left out
  readonly condition?: Condition
  readonly extent?: 'whole' | 'part'
}

/** On what terms: without whom, unless or if what. */
export interface Condition {
  readonly kind: ConditionSpan['kind']
  readonly terms: readonly Term[]
}

const TELLING = 0.55
const gists = new WeakMap<Statement, readonly Gist[]>()

/** The gist of each clause, in order. */
export function listGists(statement: Statement): readonly Gist[] {
  const known = gists.get(statement)
  if (known) return known
  const made: Gist[] = []
  for (const clause of splitClauses(statement)) made.push(makeGist(clause, statement, made.at(-1)?.agent ?? []))
  gists.set(statement, made)
  return made
}

function makeGist({ words, lead }: Clause, { terms: all }: Statement, before: readonly Term[]): Gist {
  const terms = all.filter(({ start }) => words.some((word) => word.start === start))
  const within = (from: number, to: number): Term[] =>
    terms.filter(({ start }) => start >= (words[from]?.start ?? Infinity) && start <= (words[to - 1]?.start ?? -1))
  const span = findCondition(words)
  const outside = span ? terms.filter((term) => !within(span.from, span.to).includes(term)) : terms
  const main = words.map((word, at) => (span && at >= span.from && at < span.to ? undefined : word))
  const { frame, at } = findFrame(main, span?.kind)
  const own = findAgent(main, outside)
  const teller = own.length > 0 ? own : findAgent(lead, all) // Karsk signalled that it was ready: Karsk is
  const from = words[at]?.start ?? -1
  const matter = outside.filter(isMatter)
  return {
    agent: teller.length > 0 ? teller : before,
    frame,
    matter: [...matter.filter(({ start }) => start > from), ...matter.filter(({ start }) => start <= from)],
    framed: matter.filter(({ start }) => start > from),
    saysNo: main.some((word) => word && (isNegator(word) || /^(?:little|few|scarcely|barely)$/.test(word.folded))),
    terms: outside,
    ...(span && { condition: { kind: span.kind, terms: within(span.from, span.to) } }),
    ...extentOf(main),
  }
}

/** A telling word that is no name and frames nothing. */
export function isMatter({ weight, isName, isNumber, stem, folded }: Term): boolean {
  return weight >= TELLING && !isName && !isNumber && !FRAMING.has(stem) && !FRAMING.has(folded) && !isManner(folded)
}

function isManner(folded: string): boolean {
  return (
    folded.length > 5 && folded.endsWith('ly') && !/^(?:assembly|monopoly|supply|family|anomaly|reply)$/.test(folded)
  )
}

const PARTITIVE = /^(?:some|half|part|most|one|third|quarter)$/
const WHOLE = /^(?:all|whole|every|entire|full)$/

// some of the prisoners, half of its troops; all the prisoners
function extentOf(words: readonly (Word | undefined)[]): { extent?: 'whole' | 'part' } {
  const isPart = words.some(
    (word, at) =>
      word !== undefined &&
      PARTITIVE.test(word.folded) &&
      words[at + 1]?.folded === 'of' &&
      isGrammar(words[at + 2]?.folded ?? ''),
  )
  if (isPart) return { extent: 'part' }
  return words.some((word) => word && WHOLE.test(word.folded)) ? { extent: 'whole' } : {}
}
