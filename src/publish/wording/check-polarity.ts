// What is denied stays denied, and what is not is not: each "not", "no", "without", "refused" of the sentence has its
// counterpart in the ruled one or in the evidence, and the other way round, over the same word where that is kept.
import type { Miss } from '../../model/edition.ts'
import { opposites } from './antonyms.ts'
import { isLeftOut } from './find-clauses.ts'
import { findQuoted } from './find-quoted.ts'
import type { LineGrounds } from './grounds.ts'
import { isPlain } from './plain-words.ts'
import { splitWords, type Word } from './split-words.ts'

interface Negation {
  readonly at: number
  readonly heads: readonly string[] // the stems that it turns, the nearest first
  readonly headAt?: number
}

/** `Lindria would discuss the ceasefire`, of "Lindria would not discuss the ceasefire", lacks its "not". */
export function checkPolarity(text: string, grounds: LineGrounds): Miss[] {
  if (grounds.isRuled) return []
  const words = splitWords(text)
  const stems = new Set(words.map(({ stem }) => stem))
  const ruled = grounds.ruledWords
  const open = findNegations(ruled)
  let evidence = grounds.pieces.flatMap((piece) => findNegations(piece.words))
  const isGround = groundStems(grounds)
  const own = [...findNegations(words), ...turnedWords(words, grounds)]
  const misses: Miss[] = []
  for (const negation of own.toSorted((a, b) => rank(b, open) - rank(a, open))) {
    const same = open.findIndex((other) => isSameHead(other, negation))
    const isFree = ({ heads }: Negation): boolean =>
      !heads.some((head) => stems.has(head)) || !negation.heads.some((head) => isGround.has(head))
    const other = same !== -1 ? same : open.findIndex(isFree)
    if (other !== -1) {
      const [paired] = open.splice(other, 1)
      evidence = evidence.filter((each) => !paired || !isSameHead(each, paired))
    } else if (!evidence.some((each) => isSameHead(each, negation))) misses.push(missAt(text, words, negation))
  }
  const dropped = open.filter(({ at }) => !isLeftOut(ruled, at, stems) && !isUnquoted(grounds, at, stems))
  return [
    ...misses,
    ...dropped.map((negation) => lacking(grounds.ruled, ruled, negation)),
    ...unturned(words, own, grounds).map(
      ({ start, end }): Miss => ({ kind: 'polarity', words: text.slice(start, end), span: { start, end } }),
    ),
    ...checkOpposites(text, words, grounds),
  ]
}

// A quotation that was left out as a whole took its "no" with it.
function isUnquoted({ ruled, ruledWords }: LineGrounds, at: number, left: ReadonlySet<string>): boolean {
  const place = ruledWords[at]?.start ?? 0
  const quoted = findQuoted(ruled).find(({ span }) => span.start <= place && place < span.end)
  return (
    quoted !== undefined &&
    !ruledWords.some(
      (word) =>
        quoted.span.start <= word.start && word.end <= quoted.span.end && hasMatter(word) && left.has(word.stem),
    )
  )
}

// Those with the same head are paired first.
function rank(negation: Negation, open: readonly Negation[]): number {
  return open.some((other) => isSameHead(other, negation)) ? 1 : 0
}

function isSameHead({ heads }: Negation, other: Negation): boolean {
  if (heads.length === 0 || other.heads.length === 0) return heads.length === other.heads.length
  return heads.some((head) => other.heads.includes(head))
}

const PLAIN_NOT =
  /^(?:not|no|never|none|nobody|nothing|nowhere|neither|without|unless|cannot|hardly|barely|scarcely|unanswered)$|n't$/
const LEXICAL: ReadonlySet<string> = new Set(
  'deny reject refuse decline dismiss dispute contradict fail lack silent silence oppose disavow repudiate rebuff spurn halt cancel suspend abandon block ban prevent avoid withhold'
    .split(' ')
    .map((word) => word),
)
const PHRASES: readonly (readonly [RegExp, RegExp])[] = [
  [/^turn/, /^(?:down|aside|away)$/],
  [/^rul/, /^out$/],
  [/^brush/, /^(?:off|aside)$/],
  [/^knock/, /^back$/],
  [/^stop/, /^short$/],
  [/^shoot|^shot/, /^down$/],
]

function findNegations(words: readonly Word[]): Negation[] {
  return words.flatMap((word, at): Negation[] => {
    const { lower, isMark } = word
    const next = words[at + 1]?.lower ?? ''
    if (isMark) return []
    if (PLAIN_NOT.test(lower)) {
      // "no fewer than 140", "not only", "no later than": bounds, see check-numbers and check-dates
      if (/^(?:no|not)$/.test(lower) && /^(?:fewer|less|more|later|only)$/.test(next)) return []
      return [{ at, ...headAfter(words, at) }]
    }
    const isPhrase = PHRASES.some(
      ([verb, after]) =>
        verb.test(lower) &&
        (after.test(next) || after.test(words[at + 2]?.lower ?? '') || after.test(words[at + 3]?.lower ?? '')),
    )
    if (!isPhrase && !isLexical(word)) return []
    const isPassive = /^(?:been|was|were|being|is|are|be)$/.test(words[at - 1]?.lower ?? '')
    return [{ at, ...(isPassive ? headsBefore(words, at) : headAfter(words, at)) }]
  })
}

function isLexical({ stem, lower }: Word): boolean {
  return LEXICAL.has(stem) || LEXICAL_STEMS.has(stem) || /^(?:failure|refusal|rejection|dismissal)s?$/.test(lower)
}

const LEXICAL_STEMS: ReadonlySet<string> = new Set(
  [...LEXICAL].flatMap((word) => splitWords(word).map(({ stem }) => stem)),
)

// The next words with matter of their own that are no names, up to the end of the clause: what is turned.
function headAfter(words: readonly Word[], at: number): Pick<Negation, 'heads' | 'headAt'> {
  const heads: string[] = []
  let headAt: number | undefined
  for (let i = at + 1; i < Math.min(words.length, at + 12) && heads.length < 3; i++) {
    const word = words[i]
    if (!word || /^[,.;:()]$/.test(word.text) || (heads.length > 0 && /^(?:and|or|nor)$/.test(word.lower))) break
    if (/^(?:unless|without|but|because|while|if)$/.test(word.lower)) break
    if (!hasMatter(word)) continue
    headAt ??= i
    heads.push(word.stem)
  }
  return { heads, ...(headAt !== undefined && { headAt }) }
}

// "the offer has been rejected by Karsk"
function headsBefore(words: readonly Word[], at: number): Pick<Negation, 'heads'> {
  const from = words.slice(0, at).findLastIndex(({ text }) => /^[,.;:()]$/.test(text))
  return {
    heads: words
      .slice(from + 1, at)
      .filter(hasMatter)
      .map(({ stem }) => stem),
  }
}

function hasMatter({ isMark, lower, text }: Word): boolean {
  return !isMark && !isPlain(lower) && !/^\p{Lu}/u.test(text) && !/ly$/.test(lower)
}

function groundStems({ pieces, ruledWords }: LineGrounds): Set<string> {
  return new Set([...ruledWords, ...pieces.flatMap(({ words }) => words)].map(({ stem }) => stem))
}

// "false" for "not true", "unlikely" for "not likely": a word that turns another which the grounds have turned.
function turnedWords(words: readonly Word[], grounds: LineGrounds): Negation[] {
  const ground = groundStems(grounds)
  return words.flatMap(({ stem, isMark }, at): Negation[] => {
    if (isMark || ground.has(stem)) return []
    const turned = opposites(stem).find((other) => ground.has(other) && !LEXICAL_STEMS.has(other))
    return turned === undefined ? [] : [{ at, heads: [turned], headAt: at }]
  })
}

// "accepted" of "rejected"
function checkOpposites(text: string, words: readonly Word[], grounds: LineGrounds): Miss[] {
  const ground = groundStems(grounds)
  return words.flatMap(({ stem, start, end, isMark }): Miss[] => {
    const isTurned =
      !isMark && !ground.has(stem) && opposites(stem).some((other) => ground.has(other) && LEXICAL_STEMS.has(other))
    return isTurned ? [{ kind: 'polarity', words: text.slice(start, end), span: { start, end } }] : []
  })
}

// What the evidence has only negated, and the ruled sentence left out, does not come back without its "not".
function unturned(words: readonly Word[], own: readonly Negation[], { pieces, ruledWords }: LineGrounds): Word[] {
  const ruled = new Set(ruledWords.map(({ stem }) => stem))
  const heads = new Set(own.flatMap((negation) => negation.heads))
  const all = pieces.flatMap(({ words: each }) => each.map(({ stem }) => stem))
  const negated = pieces.flatMap((piece) =>
    findNegations(piece.words).flatMap((negation) => negation.heads.slice(0, 1)),
  )
  const count = (list: readonly string[], stem: string): number => list.filter((each) => each === stem).length
  return words.filter(
    ({ stem }) =>
      !ruled.has(stem) && !heads.has(stem) && negated.includes(stem) && count(negated, stem) >= count(all, stem),
  )
}

function missAt(text: string, words: readonly Word[], { at, headAt }: Negation): Miss {
  const [first, last] = [words[at], words[headAt ?? at]]
  const span = { start: first?.start ?? 0, end: Math.max(last?.end ?? 0, first?.end ?? text.length) }
  return { kind: 'polarity', words: text.slice(span.start, span.end), span }
}

function lacking(text: string, words: readonly Word[], negation: Negation): Miss {
  const { kind, words: said } = missAt(text, words, negation)
  return { kind, words: said }
}
