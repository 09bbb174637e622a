// Who a sentence says spoke, at each verb of saying: the names and the nouns for people right before it, or behind it
// where the words come first ("… ,” said Senator Marrow").
import { type Force, forceOf } from './cue-words.ts'
import { findQuoted } from './find-quoted.ts'
import { foldName } from './fold-names.ts'
import { isPlain } from './plain-words.ts'
import { splitWords, type Word } from './split-words.ts'
import { roleOf } from './title-words.ts'

export interface Sayer {
  readonly cue: Word
  readonly force: Force
  readonly names: readonly string[] // folded, those after "of", "in", "for" left out
  readonly owners: readonly string[] // of those nouns: "Lindrian" of "the Lindrian Foreign Ministry"
  readonly nouns: readonly string[] // people who are not named, and roles: official, source, envoy
  readonly all: ReadonlySet<string> // every word of the stretch, folded
  readonly isAsked?: true // "asked about it": the question, not a demand
  readonly hearer?: readonly Word[] // "told reporters in Orlenne that" -> reporters in Orlenne
}

/** The verbs of saying outside quotation marks, each with who speaks. */
export function findSayers(text: string): Sayer[] {
  const quoted = findQuoted(text)
  const words = splitWords(text)
  const isQuoted = words.map(({ start, end }) => quoted.some(({ span }) => span.start <= start && end <= span.end))
  return words.flatMap((cue, at): Sayer[] => {
    const force = isQuoted[at] || cue.isMark ? undefined : forceOf(cue.lower)
    if (force === undefined || isNoun(words, at)) return []
    const stretch = stretchOf(words, at, isQuoted)
    const hearer = /^(?:told|tells?|telling|informed|assured|reminded)$/.test(cue.lower)
      ? hearerAfter(words, at, isQuoted)
      : undefined
    return [
      {
        cue,
        force,
        ...read(stretch),
        ...(hearer && hearer.length > 0 && { hearer }),
        ...(cue.lower === 'asked' &&
          /^(?:about|whether|if)$/.test(words[at + 1]?.lower ?? '') && { isAsked: true as const }),
      },
    ]
  })
}

// "the report", "a statement", "its claims": no verb.
function isNoun(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.lower ?? ''
  const isArticled =
    /^(?:the|a|an|this|that|these|those|its|his|her|their|our|no|any|of|for|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|’s|without)$/.test(
      before,
    )
  // "the Karskan demand"
  const isAfterAdjective =
    /^(?:the|a|an|its|his|her|their)$/.test(words[at - 2]?.lower ?? '') &&
    nounOf(words[at - 1] ?? ({ lower: '' } as Word)) === undefined
  return (
    (isArticled || isAfterAdjective || /['’]s?$/.test(words[at - 1]?.text ?? '')) &&
    /^(?:reports?|comments?|claims?|answers?|notes?|demands?|orders?|requests?|warning|remarks?|signals?|hints?|states?|promises?|pledges?|vows?|saying|shows?|telling|threatening|speaking|agreed|reply|replies|lie|joke|blast|threat)$/.test(
      words[at]?.lower ?? '',
    )
  )
}

const STOP =
  /^(?:that|but|while|because|whether|although|though|as|when|since|after|before|if|unless|and then|who|which|whom|whose)$/
const BETWEEN =
  /^(?:had|has|have|also|later|again|then|once|twice|earlier|not|never|did|does|do|would|will|could|might|may|was|were|is|are|been|being|all|both|neither|nor|himself|herself|itself|themselves|further|reportedly|repeatedly)$/

function stretchOf(words: readonly Word[], at: number, isQuoted: readonly boolean[]): Word[] {
  const cue = words[at]
  if (cue?.lower === 'according') return forward(words, at + 2)
  const isPassive =
    /^(?:was|were|been|being|is|are|be)$/.test(words[at - 1]?.lower ?? '') && /(?:ed|d|n|t)$/.test(cue?.lower ?? '')
  const by = words.findIndex(({ lower }, i) => i > at && i < at + 8 && lower === 'by')
  if (isPassive) return by === -1 ? [] : forward(words, by + 1)
  // "… said on Tuesday, adding that": whoever said it
  if (/ing$/.test(cue?.lower ?? '') && /^(?:,|and)$/.test(words[at - 1]?.text ?? '')) return []
  const found: Word[] = []
  // "Corvin Hale, the spokesman, told": what stands between commas belongs to the words before it
  let commas =
    words.slice(0, at).findLast(({ lower }) => !BETWEEN.test(lower) && !/ly$/.test(lower))?.text === ',' ? 1 : 0
  for (let i = at - 1; i >= 0; i--) {
    const word = words[i]
    if (!word || isQuoted[i] || /^[.;:?!(]$/.test(word.text) || (forceOf(word.lower) === 'say' && !isNoun(words, i)))
      break
    if (word.text === ',' && found.some(isNaming) && commas-- === 0) break
    // "who arrived on Monday, said": the clause is passed over, "that the envoy said" begins there
    if (STOP.test(word.lower)) {
      const isInserted = /^(?:who|which|whose|whom)$/.test(word.lower) && words[i - 1]?.text === ','
      if (!isInserted) break
      found.length = 0
      continue
    }
    found.unshift(word)
  }
  const own = found.filter(({ isMark, lower, text }) => (!isMark || text === ',') && !BETWEEN.test(lower))
  const before = words[at - 1]
  const isBehind = before === undefined || before.isMark || isQuoted[at - 1] === true
  // "… until April, said its chairman, Leopold Sturrock"
  const behind = isBehind && cue?.lower !== 'told' ? forward(words, at + 1) : []
  if (
    behind.slice(0, 4).some(isNaming) &&
    !/^(?:that|in|on|at|to|with|of|by)$/.test(words[at + 1]?.lower ?? '') &&
    !opensClause(words, at + 1)
  )
    return behind
  return own
}

function forward(words: readonly Word[], from: number): Word[] {
  const found: Word[] = []
  let commas = 0
  for (let i = from; i < words.length; i++) {
    const word = words[i]
    if (!word || /^[.;:?!(“"]$/.test(word.text) || STOP.test(word.lower) || (forceOf(word.lower) && i > from)) break
    // "according to its chief envoy, Ilse Marrow, Karsk has": a name between commas, and no more
    if (word.text === ',' && found.length > 0 && (commas++ > 0 || !isClosed(words, i))) break
    if (!word.isMark || word.text === ',') found.push(word)
  }
  return found
}

// "said Halvia may join": who is named there does not speak, but joins
function opensClause(words: readonly Word[], from: number): boolean {
  const first = words.findIndex((word, i) => i >= from && isNaming(word))
  const last = words.findIndex((word, i) => i > first && !isNaming(word))
  const next = last === -1 ? undefined : words[last]
  return (
    next !== undefined &&
    !next.isMark &&
    !/^(?:on|in|at|who|whose|after|during|and|from|of|for|to|with)$/.test(next.lower)
  )
}

function isClosed(words: readonly Word[], comma: number): boolean {
  const rest = words.slice(comma + 1, comma + 9)
  const end = rest.findIndex(({ isMark, text }) => isMark && !/['’-]/.test(text))
  const piece = end === -1 ? (rest.length < 8 ? rest : []) : rest.slice(0, end)
  return piece.some(isNaming) && !piece.some(({ lower }) => forceOf(lower) !== undefined || STOP.test(lower))
}

/** A word that can say who spoke. */
function isNaming(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    !word.isMark &&
    (nounOf(word) !== undefined || (/^\p{Lu}/u.test(word.text) && !isPlain(word.lower) && !DATED.test(word.lower)))
  )
}

const PEOPLE =
  /^(?:sources?|officials?|diplomats?|aides?|people|persons?|insiders?|negotiators?|officers?|delegations?|ministry|ministries|embassy|office|government|presidency|palace|commission|committee|parliament|army|military|police|court|council|party|agency|newspaper|company|group|union|union|others?|analysts?|experts?|witness(?:es)?|residents?|reporters?|journalists?|copy|paper|document|letter|text|statement|side|family|families|copy|report|account|authorit(?:y|ies)|soldiers?|guards?|engineers?|historians?|lawyers?|relatives?|bureau|department|foreigner|man|woman|men|women|bloc|alliance|opposition)$/

/** The noun for people or a body that the word is, in its own number. */
export function nounOf({ lower }: Word): string | undefined {
  return PEOPLE.test(lower) || roleOf(lower) !== undefined ? lower : undefined
}

function read(stretch: readonly Word[]): Pick<Sayer, 'names' | 'owners' | 'nouns' | 'all'> {
  // "according to a letter by Vera Solm"
  const isWritten = stretch.some(({ lower }) => /^(?:paper|document|letter|text|statement|report|account)$/.test(lower))
  const isLed = (i: number): boolean => {
    for (let at = i - 1; at >= 0 && at >= i - 4; at--) {
      const { lower = '', text = '' } = stretch[at] ?? {}
      if (lower === 'by') return !isWritten
      if (/^(?:of|in|at|from|for|on|to|with|near|after|before|during|into|under|against|about|among)$/.test(lower))
        return true
      if (!/^\p{Lu}/u.test(text) && !isPlain(lower)) return false
    }
    return false
  }
  const isName = (word: Word, i: number): boolean =>
    /^\p{Lu}/u.test(word.text) &&
    !isPlain(word.lower) &&
    !isLed(i) &&
    nounOf(word) === undefined &&
    !DATED.test(word.lower)
  // "the Lindrian Foreign Ministry": what stands before the noun, up to a comma, says whose it is
  const isOwner = (i: number): boolean => {
    const rest = stretch.slice(i + 1)
    const end = rest.findIndex(({ text }) => text === ',')
    const piece = end === -1 ? rest : rest.slice(0, end)
    const noun = piece.findIndex((word) => nounOf(word) !== undefined)
    return (
      /['’]s?$/.test(stretch[i]?.text ?? '') ||
      (noun !== -1 && !piece.slice(0, noun).some(({ lower }) => /^(?:and|or)$/.test(lower)))
    )
  }
  const folded = (isWanted: (i: number) => boolean): string[] =>
    stretch.filter((word, i) => isName(word, i) && isWanted(i)).map(({ lower }) => foldName(lower))
  return {
    names: folded((i) => !isOwner(i)),
    owners: folded(isOwner),
    nouns: stretch.flatMap((word, i) => (isLed(i) ? [] : (nounOf(word) ?? []))),
    all: new Set(stretch.map(({ lower }) => foldName(lower))),
  }
}

const DATED =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/

function hearerAfter(words: readonly Word[], at: number, isQuoted: readonly boolean[]): Word[] {
  const found: Word[] = []
  for (let i = at + 1; i < words.length; i++) {
    const word = words[i]
    if (
      !word ||
      word.isMark ||
      isQuoted[i] ||
      /^(?:that|on|in|at|about|of|to|by|how|why|what|where|whether|there|during|after|before|last|yesterday|today|it)$/.test(
        word.lower,
      )
    )
      break
    if (i > at + 1 && forceOf(word.lower)) break
    found.push(word)
  }
  return found
}
