// What each clause of a statement comes down to: who acts, what is done about it (offered, refused, done …), what it is about,
// on what terms, and whether it is about the whole or a part. Two claims that differ in any of these are not one.
import { isGrammar } from './common-words.ts'
import { isNegator } from './find-negations.ts'
import { FRAMING, type Frame, frameOf } from './frame-words.ts'
import type { Statement, Term } from './make-statement.ts'
import { type Clause, isVerb, splitClauses } from './split-clauses.ts'
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
  readonly kind: 'except' | 'if'
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

interface ConditionSpan {
  readonly kind: 'except' | 'if'
  readonly from: number
  readonly to: number
}

const EXCLUDING = /^(?:exclud(?:e|es|ed|ing)|bypass(?:es|ed|ing)?|sidestep(?:s|ped|ping)?|omit(?:s|ted|ting)?)$/

// would not speak about a truce [without Karsk]; no talks [that exclude Ostmere]; not willing to talk [if Ostmere was not there];
// no talks [behind Ostmere's back]
function findCondition(words: readonly Word[]): ConditionSpan | undefined {
  const isRefused = words.some(isNegative)
  for (const [from, { folded, stem }] of words.entries()) {
    if (folded === 'without' || folded === 'unless' || folded === 'until') {
      if (folded === 'until' && !isRefused) continue
      return { kind: 'except', from, to: endOf(words, from) }
    }
    if (folded === 'if' && from > 0) {
      const to = endOf(words, from)
      const isNot = words.slice(from, to).some((word) => isNegator(word) || /^(?:absent|excluded)$/.test(word.folded))
      const isOnly = words.slice(0, from).some((word) => word.folded === 'only')
      return { kind: isNot || isOnly ? 'except' : 'if', from, to }
    }
    if (isRefused && (EXCLUDING.test(folded) || stem === 'exclud'))
      return { kind: 'except', from, to: endOf(words, from) }
    if (isRefused && folded === 'behind' && words.slice(from, from + 4).some((word) => word.folded === 'back'))
      return { kind: 'except', from, to: from + 4 }
  }
  return undefined
}

const LONGEST_CONDITION = 12

function endOf(words: readonly Word[], from: number): number {
  return Math.min(words.length, from + LONGEST_CONDITION)
}

const MODAL = /^(?:will|would|shall|could|can|may|might|must|should)$/

function isNegative(word: Word): boolean {
  return (
    isNegator(word) || frameOf(word.folded, undefined) === 'refuse' || word.stem === 'reject' || word.folded === 'only'
  )
}

// "the offer", "his suggestions": a noun, so that the clause is about what becomes of it
const BEFORE_NOUN =
  /^(?:a|an|the|his|her|its|their|our|any|no|such|this|that|of|kind|formal|new|every|peace|truce|ceasefire)$|'s$|s'$/

function findFrame(
  words: readonly (Word | undefined)[],
  terms: Condition['kind'] | undefined,
): { frame: Frame; at: number } {
  let modal: number | undefined
  let noun: number | undefined
  for (const [at, word] of words.entries()) {
    if (!word) continue
    const { folded, stem } = word
    if (folded === 'only' && terms === 'except') return { frame: 'refuse', at } // would only sign if: would not sign unless
    const before = words.slice(Math.max(0, at - 3), at).flatMap((one) => one ?? [])
    if (MODAL.test(folded)) {
      modal ??= at
      // will not sign; no pact could be signed
      const isNot = [...words.slice(0, at), ...words.slice(at + 1, at + 3)].some((next) => next && isNegator(next))
      if (isNot) return { frame: 'refuse', at: at + 1 }
      continue
    }
    if (folded.endsWith("n't") && /^(?:wo|would|could|ca|shan)n't$/.test(folded)) return { frame: 'refuse', at }
    if (/^withdr[ae]w/.test(folded) && words.slice(at + 1, at + 4).some((next) => next && TAKEN_BACK.test(next.folded)))
      return { frame: 'undo', at }
    if (stem === 'dismiss' && words.slice(at + 1, at + 5).some((next) => next && SAID_NOUN.test(next.folded)))
      return { frame: 'refuse', at }
    if (stem === 'reject' || stem === 'refus') return { frame: 'refuse', at }
    const frame = stem === 'propos' ? 'offer' : frameOf(folded, words[at + 1]?.folded)
    if (!frame) continue
    const last = before.at(-1)
    if (frame === 'offer' && last && BEFORE_NOUN.test(last.folded)) {
      noun ??= at
      continue
    }
    if (frame === 'purpose' && !before.some(({ folded: one }) => /^(?:is|are|was|were|been|be)$/.test(one))) continue
    const isNegated = before.some(isNegator)
    if (isNegated && (frame === 'want' || READY_TO.test(folded))) return { frame: 'refuse', at }
    if (frame === 'plan' && words.slice(at + 1, at + 4).some((next) => next && isNegator(next)))
      return { frame: 'refuse', at: at + 1 }
    if (frame === 'plan') {
      modal ??= at
      continue
    }
    return { frame, at }
  }
  if (noun !== undefined) return { frame: 'offer', at: noun }
  if (modal !== undefined) return { frame: terms === 'if' ? 'offer' : 'plan', at: modal }
  return { frame: 'done', at: -1 }
}

// withdrew its offer; but withdrew its troops
const TAKEN_BACK =
  /^(?:recognition|offers?|proposals?|support|backing|consent|candidacy|requests?|complaints?|bids?|demands?|objections?|threats?|promises?)$/
// dismissed the offer; but dismissed the secretary
const SAID_NOUN = /^(?:offers?|proposals?|calls?|demands?|suggestions?|ideas?|plans?|requests?|appeals?|notions?)$/
const READY_TO = /^(?:open|ready|prepared|willing)$/

const PREPOSITIONS: ReadonlySet<string> = new Set(
  `in on at from to with between against about over off near via through toward towards under for into onto across along
  after before during since until by without behind among beside around`.split(/\s+/),
)

// Karsk attacked; the parliament of Ostmere passed; was attacked by Karsk; Karsk and Ostmere met
function findAgent(words: readonly (Word | undefined)[], terms: readonly Term[]): Term[] {
  const termAt = new Map(terms.map((term) => [term.start, term]))
  const nameAt = (at: number): Term | undefined => {
    const term = termAt.get(words[at]?.start ?? -1)
    return term?.isName && !term.isNumber ? term : undefined
  }
  const runFrom = (from: number): Term[] => {
    const run: Term[] = []
    for (let at = from; at < words.length; at++) {
      const term = nameAt(at)
      if (term) run.push(term)
      else if (words[at]?.folded !== 'and' || !nameAt(at + 1)) break
    }
    return run
  }
  const by = words.findIndex((word, at) => word?.folded === 'by' && isPassive(words, at))
  if (by >= 0) {
    for (let at = by + 1; at <= by + 2; at++) if (nameAt(at)) return runFrom(at)
    return []
  }
  if (words[0]?.folded.endsWith('ing')) return [] // Karsk opened fire, killing Hale: whoever acts stands before
  const agent: Term[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!nameAt(at)) {
      // whoever is named behind the verb does not do it: Karsk [owes] Halvia
      if (word && (isVerb(word) || (nameAt(at - 1) && /[^s]s$/.test(word.folded)))) break
      continue
    }
    const lead = leadOf(words, at)
    const run = runFrom(at)
    if (lead === undefined || lead === 'between' || !PREPOSITIONS.has(lead)) agent.push(...run)
    while (nameAt(at + 1)) at++
  }
  return [...new Set(agent)]
}

// The word that a name hangs on, articles and small adjectives passed over: "at [the port of] Brissen".
function leadOf(words: readonly (Word | undefined)[], at: number): string | undefined {
  for (let place = at - 1; place >= Math.max(0, at - 3); place--) {
    const folded = words[place]?.folded
    if (folded === undefined) return undefined
    if (/^(?:the|a|an|its|his|her|their)$/.test(folded)) continue
    return folded
  }
  return undefined
}

function isPassive(words: readonly (Word | undefined)[], by: number): boolean {
  return words
    .slice(Math.max(0, by - 8), by)
    .some(
      (word) =>
        word && (/^(?:is|are|was|were|be|been|being|had)$/.test(word.folded) || /^(?:reject|captur)$/.test(word.stem)),
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
