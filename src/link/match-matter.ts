// Whether a sentence speaks of what a claim tells: how much of the claim's weight it has, with what is said of the
// subject counted apart, and whether its own words or numbers are contrary to the claim's.
import { alignStatements } from './align-statements.ts'
import type { Statement, Term } from './make-statement.ts'
import type { Word } from './split-words.ts'
import { rootOf, tellContrary, tellSame } from './stance-events.ts'
import { areAntonyms } from './synonyms.ts'

export interface Matter {
  readonly share: number // 0 to 1: of the claim's weight, what the sentence has
  readonly toldShare: number // the same of what the claim says of its subject
  readonly hasOtherNames: boolean // it names others, and none that the claim names
  readonly hasOtherSubject: boolean // it begins with somebody else, and the claim's subject is not there
  readonly matched: ReadonlySet<number> // where the sentence's words stand that have their counterpart in the claim
  readonly isVerbMissing: boolean // what the claim tells in its first word of weight after the subject is not there
  readonly contrary?: Contrary
  readonly isUndone: boolean // "unsigned" here, "signed" in the claim, or the other way about
  readonly numbersDiffer: boolean
}

/** "alive" in the claim, "dead" here. */
export interface Contrary {
  readonly words: readonly [string, string]
  readonly start: number // of the sentence's
}

/** What the sentence has of the claim. */
export function matchMatter(claim: Statement, sentence: Statement): Matter {
  const aligned = new Map(alignStatements(claim, sentence).pairs.map(([x, y]) => [x, y]))
  const taken = new Set(aligned.values())
  for (const term of claim.terms) {
    if (aligned.has(term)) continue
    const other = sentence.terms.find((one) => !taken.has(one) && isLike(term, one))
    if (!other) continue
    aligned.set(term, other)
    taken.add(other)
  }
  const told = toldOf(claim)
  const rest = claim.terms.filter((term) => !aligned.has(term))
  const restOfSentence = sentence.terms.filter((term) => !taken.has(term))
  const contrary = findContrary(claim.terms, restOfSentence)
  const isNamed = ({ isName, isNumber }: Term): boolean => isName && !isNumber
  return {
    share: shareOf(claim.terms, aligned),
    toldShare: shareOf(told, aligned),
    hasOtherNames:
      claim.terms.some(isNamed) &&
      rest.filter(isNamed).length === claim.terms.filter(isNamed).length &&
      restOfSentence.some(isNamed),
    hasOtherSubject: hasOtherSubject(claim, sentence, aligned, taken),
    isVerbMissing: told[0] !== undefined && !aligned.has(told[0]),
    matched: new Set([...taken].map(({ start }) => start)),
    ...(contrary && { contrary }),
    isUndone: [...aligned].some(([x, y]) => isUndone(x, y)),
    numbersDiffer: differInNumber(claim.words, sentence.words),
  }
}

// "struck" and "strikes", "mined" and "mines", "sacked" and "dismissed".
function isLike(a: Term, b: Term): boolean {
  const [x, y] = [rootOf(a.stem), rootOf(b.stem)]
  return x === y || `${x}e` === y || `${y}e` === x || tellSame(x, y) || isUndone(a, b)
}

// "did not sign" beside "left unsigned"
function isUndone(a: Term, b: Term): boolean {
  return b.stem === `un${a.stem}` || a.stem === `un${b.stem}`
}

function shareOf(terms: readonly Term[], aligned: ReadonlyMap<Term, Term>): number {
  const sum = (some: readonly Term[]): number => some.reduce((total, { weight }) => total + weight, 0)
  const all = sum(terms)
  return all > 0 ? sum(terms.filter((term) => aligned.has(term))) / all : 0
}

// What is said of the subject: the words from the first verb on; no names, which stand in every sentence of a story.
function toldOf({ words, terms }: Statement): readonly Term[] {
  const verb = words.findIndex((word, at) => at > 0 && isVerb(word))
  const from = words[Math.max(0, verb)]?.start ?? 0
  const told = terms.filter(({ start, isName }) => start >= from && !isName)
  return told.length > 1 ? told : terms.filter(({ isName }) => !isName)
}

/** The words of weight before the first verb of a claim. */
export function subjectOf({ words, terms }: Statement): readonly Term[] {
  const verb = words[words.findIndex((word, at) => at > 0 && isVerb(word))]
  return terms.filter(({ start }) => verb && start < verb.start)
}

// Lindria sells the Orle bridge: another matter than that Karsk sold it.
function hasOtherSubject(
  claim: Statement,
  sentence: Statement,
  aligned: ReadonlyMap<Term, Term>,
  taken: ReadonlySet<Term>,
): boolean {
  const subject = subjectOf(claim)
  const [first, second] = sentence.terms
  const isFirst =
    first !== undefined && !first.isNumber && first.start === sentence.words[0]?.start && !taken.has(first)
  const told = toldOf(claim)[0]
  const doesIt = told !== undefined && aligned.get(told) === second
  return isFirst && doesIt && subject.length > 0 && !subject.some((term) => aligned.has(term))
}

const AUXILIARY: ReadonlySet<string> = new Set(
  'is are was were be been has have had will would can could may might must shall should do does did'.split(' '),
)

function isVerb({ folded, stem, isName }: Word): boolean {
  return AUXILIARY.has(folded) || (!isName && !folded.endsWith('s') && stem !== folded && !folded.endsWith('ing'))
}

function findContrary(claim: readonly Term[], rest: readonly Term[]): Contrary | undefined {
  for (const x of claim)
    for (const y of rest)
      if (tellContrary(x.stem, y.stem) || areAntonyms(x.stem, y.stem))
        return { words: [x.folded, y.folded], start: y.start }
  return undefined
}

// "forty" and "twelve" differ, "two hundred" and "200" agree; a sentence without a number says nothing of it.
function differInNumber(claim: readonly Word[], sentence: readonly Word[]): boolean {
  const [a, b] = [numbersOf(claim), numbersOf(sentence)]
  return a.length > 0 && b.length > 0 && !a.some((value) => b.includes(value))
}

const YEAR = /^(?:1[5-9]|2[01])\d\d$/

function numbersOf(words: readonly Word[]): number[] {
  const values: number[] = []
  let at = -1
  words.forEach(({ isNumber, stem, folded }, place) => {
    const value = Number(stem)
    if (!isNumber || Number.isNaN(value) || YEAR.test(folded)) return
    const last = values.at(-1)
    const isGoingOn = at === place - 1 && last !== undefined
    if (isGoingOn && value === 100) values[values.length - 1] = last * 100
    else if (isGoingOn && last % 10 === 0 && value < 10) values[values.length - 1] = last + value
    else values.push(value)
    at = place
  })
  return values
}
