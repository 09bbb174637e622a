// The marks of one sentence and what they come to: how often it turns the claim round, and whether it leaves it open,
// lays it to somebody or bears it out. A mark that the claim itself has ("announced", "said") is part of the matter.
import { isGrammar } from './common-words.ts'
import { type MarkKind, PATTERNS, REPORT_NOUN } from './mark-patterns.ts'
import { splitWords, type Word } from './split-words.ts'

export interface Marks {
  readonly turns: number // by "not" and by "cancelled"; two cancel each other
  readonly denials: number // by what calls it false or denies it: 1, or 2 for a denial that is false
  readonly verdict?: string // the words that call it so or not so
  readonly open?: string
  readonly said?: string
}

/** What the marks are held against; without it all of them count. */
export interface Against {
  readonly claim: string
  readonly isDenial: boolean // the claim itself says of something that it is not so: then "invented" is its matter
  readonly matched: ReadonlySet<number> // where the words stand that the claim has as well
  readonly isVerbMissing: boolean // what the claim tells is told in other words, or not at all
}

interface Mark {
  readonly kind: MarkKind
  readonly words: string
  readonly start: number
  readonly end: number
}

/** True where one place lies under the first denial of the sentence: after it, in the same clause. */
export function isUnderDenial(text: string, place: number): boolean {
  const denial = listMarks(text).find(({ kind }) => kind === 'false' || kind === 'deny')
  return denial !== undefined && liesUnder(text, denial, place)
}

function liesUnder(text: string, denial: Mark, place: number): boolean {
  return place > denial.end && clauseAt(text, denial.start).end > place
}

/** The marks of a sentence, or those of a claim where there is nothing to hold them against. */
export function findMarks(text: string, against?: Against): Marks {
  const words = splitWords(text)
  const all = listMarks(text)
  const marks = all.filter((mark) => !isPartOfMatter(text, words, mark, against))
  const first = (...kinds: MarkKind[]): string | undefined => marks.find(({ kind }) => kinds.includes(kind))?.words
  const verdict = against?.isDenial ? first('true') : first('false', 'deny', 'take back', 'true')
  const said = first('said')
  const open = marks.find((mark) => mark.kind === 'open' && isNear(text, mark, against))?.words
  return {
    turns: countTurns(text, words, marks, against),
    denials: countDenials(text, words, marks),
    ...(verdict && { verdict }),
    ...(open && { open }),
    ...(said && { said }),
  }
}

function listMarks(text: string): Mark[] {
  const marks: Mark[] = []
  for (const [kind, pattern] of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (!marks.some((one) => one.start < end && start < one.end)) marks.push({ kind, words: match[0], start, end })
    }
  return marks.sort((a, b) => a.start - b.start)
}

// "forged" of "was dismissed for a forged letter" is no verdict, in the claim or where the claim is told.
function isPartOfMatter(text: string, words: readonly Word[], mark: Mark, against: Against | undefined): boolean {
  if (mark.kind === 'false' && describesNoun(words, mark)) {
    const noun = words.find(({ start }) => start >= mark.end)
    const isVerdict = noun && REPORT_NOUN.test(text.slice(noun.start, noun.end)) && against && !has(against.claim, mark)
    return !isVerdict
  }
  return against !== undefined && /said|open|true/.test(mark.kind) && has(against.claim, mark)
}

function has(claim: string, { words }: Mark): boolean {
  const stems = new Set(splitWords(claim).map(({ stem }) => stem))
  return splitWords(words).every(({ stem }) => stems.has(stem))
}

const BEFORE_NOUN =
  /^(?:fake|bogus|fabricated|fictitious|invented|forged|doctored|manipulated|satirical|false|wrong|incorrect|inaccurate|baseless|unfounded|groundless|unsubstantiated|misleading|hoax|spoof|prank)$/iu

function describesNoun(words: readonly Word[], mark: Mark): boolean {
  const next = words.find(({ start }) => start === mark.end + 1)
  return BEFORE_NOUN.test(mark.words) && next !== undefined && !isGrammar(next.folded)
}

const TIED = /^(?:may|might|could|should|if|unless|whether|considers?|considering)$/u // to the clause that they stand in

// "Marrow and Tovan met, and they may meet again": the second clause's "may" leaves the first as it is.
function isNear(text: string, { words, start }: Mark, against: Against | undefined): boolean {
  if (!against || !TIED.test(words)) return true
  const clause = clauseAt(text, start)
  return [...against.matched].some((at) => clause.start <= at && at < clause.end)
}

function clauseAt(text: string, place: number): { start: number; end: number } {
  const edges = [...text.matchAll(/[,;:]\s|\s[–—-]\s|\b(?:but|while|after|before|amid|which)\b/giu)].map(
    ({ index }) => index,
  )
  return { start: edges.findLast((edge) => edge < place) ?? 0, end: edges.find((edge) => edge > place) ?? text.length }
}

function countDenials(text: string, words: readonly Word[], marks: readonly Mark[]): number {
  const of = (kind: MarkKind): readonly Mark[] => marks.filter((mark) => mark.kind === kind)
  const isDenied = of('deny').length > 0
  if (of('take back').length > 0) return isDenied || /\bdenial/iu.test(text) ? 2 : 1
  // Marrow's denial was a lie. But: Marrow denies the false claim.
  const isFalse = of('false').some((mark) => !describesNoun(words, mark))
  if (isFalse && of('deny').some((mark) => /^denial/iu.test(mark.words))) return 2
  return isDenied || of('false').length > 0 ? 1 : 0
}

// Both sides deny that no offer was made: the "no" lies under the denial. Fake: Hale was not arrested: it says so again.
function countTurns(
  text: string,
  words: readonly Word[],
  marks: readonly Mark[],
  against: Against | undefined,
): number {
  const denial = marks.find(({ kind }) => kind === 'false' || kind === 'deny')
  const isUnder = ({ start }: Mark): boolean => !denial || liesUnder(text, denial, start)
  const nots = marks.filter(
    (mark) => mark.kind === 'not' && isUnder(mark) && (!against || reaches(text, words, mark, against)),
  )
  const stops = marks.filter((mark) => mark.kind === 'stop' && (!against || sharesClause(text, mark, against)))
  return nots.length + Math.min(1, stops.length)
}

const BOUNDARY = /^(?:but|that|which|who|if|unless|because|since|although|though|while|until|when|where)$/u
const REACH = 5 // words of meaning under one "not"

// "Women will not be drafted" turns round that they will be conscripted, though "drafted" may be no known word for it.
function reaches(text: string, words: readonly Word[], mark: Mark, against: Against): boolean {
  const { matched, isVerbMissing } = against
  if (isVerbMissing && sharesClause(text, mark, against)) return true
  let left = REACH
  let last = mark.end
  for (const word of words) {
    if (word.start < mark.end) continue
    if (left === 0 || BOUNDARY.test(word.folded) || /[,;:.!?"“”—–]/u.test(text.slice(last, word.start))) return false
    if (matched.has(word.start)) return true
    if (!isGrammar(word.folded)) left--
    last = word.end
  }
  return false
}

function sharesClause(text: string, { start }: Mark, { matched }: Against): boolean {
  const clause = clauseAt(text, start)
  return [...matched].some((at) => clause.start <= at && at < clause.end)
}
