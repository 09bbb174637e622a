// What is denied stays denied, and what is not is not: each "not", "no", "without", "refused" of the sentence has its
// counterpart in the ruled one or in the evidence, and the other way round, over the same word where that is kept.
import type { Miss } from '../../model/edition.ts'
import { opposites } from './antonyms.ts'
import { isLeftOut } from './find-clauses.ts'
import type { Grounds } from './grounds.ts'
import { isPlain } from './plain-words.ts'
import { splitWords, type Word } from './split-words.ts'

interface Negation {
  readonly at: number
  readonly head?: string // the stem that it turns
  readonly headAt?: number
}

/** `Lindria would discuss the ceasefire`, of "Lindria would not discuss the ceasefire", lacks its "not". */
export function checkPolarity(text: string, grounds: Grounds): Miss[] {
  if (grounds.isRuled) return []
  const words = splitWords(text)
  const stems = new Set(words.map(({ stem }) => stem))
  const ruled = grounds.ruledWords
  const open = findNegations(ruled)
  const evidence = grounds.pieces.flatMap((piece) => findNegations(piece.words))
  const isGround = groundStems(grounds)
  const own = [...findNegations(words), ...turnedWords(words, grounds)]
  const misses: Miss[] = []
  for (const negation of own.toSorted((a, b) => rank(b, open) - rank(a, open))) {
    const same = open.findIndex(({ head }) => head === negation.head)
    const other =
      same !== -1
        ? same
        : open.findIndex(({ head }) => !head || !stems.has(head) || !negation.head || !isGround.has(negation.head))
    if (other !== -1) open.splice(other, 1)
    else if (!evidence.some(({ head }) => head === negation.head)) misses.push(missAt(text, words, negation))
  }
  const dropped = open.filter(({ at }) => !isLeftOut(ruled, at, stems))
  return [
    ...misses,
    ...dropped.map((negation) => lacking(grounds.ruled, ruled, negation)),
    ...unturned(words, own, grounds).map(
      ({ start, end }): Miss => ({ kind: 'polarity', words: text.slice(start, end), span: { start, end } }),
    ),
    ...checkOpposites(text, words, grounds),
  ]
}

// Those with the same head are paired first.
function rank({ head }: Negation, open: readonly Negation[]): number {
  return open.some((other) => other.head === head) ? 1 : 0
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
      if (lower === 'unless' || lower === 'without') return [{ at, ...headAfter(words, at) }]
      return [{ at, ...headAfter(words, at) }]
    }
    const isPhrase = PHRASES.some(
      ([verb, after]) =>
        verb.test(lower) &&
        (after.test(next) || after.test(words[at + 2]?.lower ?? '') || after.test(words[at + 3]?.lower ?? '')),
    )
    return isPhrase || isLexical(word) ? [{ at, ...headAfter(words, at) }] : []
  })
}

function isLexical({ stem, lower }: Word): boolean {
  return LEXICAL.has(stem) || LEXICAL_STEMS.has(stem) || /^(?:failure|refusal|rejection|dismissal)s?$/.test(lower)
}

const LEXICAL_STEMS: ReadonlySet<string> = new Set(
  [...LEXICAL].flatMap((word) => splitWords(word).map(({ stem }) => stem)),
)

// The next word with matter of its own that is no name: what is turned.
function headAfter(words: readonly Word[], at: number): Pick<Negation, 'head' | 'headAt'> {
  for (let i = at + 1; i < Math.min(words.length, at + 9); i++) {
    const word = words[i]
    if (!word || /^[.;:()]$/.test(word.text)) return {}
    if (word.isMark || isPlain(word.lower) || /^\p{Lu}/u.test(word.text) || /ly$/.test(word.lower)) continue
    return { head: word.stem, headAt: i }
  }
  return {}
}

function groundStems({ pieces, ruledWords }: Grounds): Set<string> {
  return new Set([...ruledWords, ...pieces.flatMap(({ words }) => words)].map(({ stem }) => stem))
}

// "false" for "not true", "unlikely" for "not likely": a word that turns another which the grounds have turned.
function turnedWords(words: readonly Word[], grounds: Grounds): Negation[] {
  const ground = groundStems(grounds)
  return words.flatMap(({ stem, isMark }, at): Negation[] => {
    if (isMark || ground.has(stem)) return []
    const turned = opposites(stem).find((other) => ground.has(other) && !LEXICAL_STEMS.has(other))
    return turned === undefined ? [] : [{ at, head: turned, headAt: at }]
  })
}

// "accepted" of "rejected"
function checkOpposites(text: string, words: readonly Word[], grounds: Grounds): Miss[] {
  const ground = groundStems(grounds)
  return words.flatMap(({ stem, start, end, isMark }): Miss[] => {
    const isTurned =
      !isMark && !ground.has(stem) && opposites(stem).some((other) => ground.has(other) && LEXICAL_STEMS.has(other))
    return isTurned ? [{ kind: 'polarity', words: text.slice(start, end), span: { start, end } }] : []
  })
}

// What the evidence has only negated, and the ruled sentence left out, does not come back without its "not".
function unturned(words: readonly Word[], own: readonly Negation[], { pieces, ruledWords }: Grounds): Word[] {
  const ruled = new Set(ruledWords.map(({ stem }) => stem))
  const heads = new Set(own.flatMap(({ head }) => head ?? []))
  const all = pieces.flatMap(({ words: each }) => each.map(({ stem }) => stem))
  const negated = pieces.flatMap((piece) => findNegations(piece.words).flatMap(({ head }) => head ?? []))
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
