// Makes later printings of quotations, the same for one seed: some changed inside the marks, some only as a house style
// has it. Written apart from the code that judges them; its tables are its own.
import { randomFrom } from '../gold/draw-acts.ts'

export interface Printing {
  readonly kind: string // what was done
  readonly isChanged: boolean
  readonly earlier: string
  readonly later: string
}

interface Draw {
  readonly random: () => number
  readonly pick: <T>(items: readonly T[]) => T | undefined
  readonly pool: Pool
}

interface Pool {
  readonly names: readonly string[]
  readonly words: readonly string[]
  readonly quotations: readonly string[]
}

/** Undefined where the quotation has nothing that could be done so. */
type Maker = (quotation: string, draw: Draw) => string | undefined

const NOT = /\b(?:not|never)\s|(?<=\b(?:do|does|did|is|are|was|were|would|could|should|has|have|had))n[’']t\b/g
const NUMBER = /\b(?:\d[\d,.]*\d|\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|hundred)\b/gi
const VERBS: readonly (readonly [string, string])[] = [
  ['is', 'was'],
  ['are', 'were'],
  ['was', 'is'],
  ['were', 'are'],
  ['will', 'might'],
  ['would', 'will'],
  ['can', 'must'],
  ['should', 'could'],
  ['want', 'need'],
  ['wants', 'needs'],
  ['think', 'hope'],
  ['know', 'believe'],
  ['said', 'claimed'],
  ['make', 'break'],
  ['get', 'lose'],
  ['go', 'stay'],
  ['have', 'had'],
  ['has', 'had'],
  ['do', 'did'],
  ['win', 'lose'],
  ['support', 'accept'],
  ['take', 'give'],
  ['believe', 'doubt'],
]

const CHANGED: Readonly<Record<string, Maker>> = {
  'dropped not': (quotation, draw) => {
    const found = draw.pick([...quotation.matchAll(NOT)])
    return found && replaceAt(quotation, found.index, found[0].length, '')
  },
  'added not': (quotation, draw) => {
    const found = draw.pick([
      ...quotation.matchAll(/\b(?:is|are|was|were|will|would|should|can|could)\s(?!not\b|never\b)/g),
    ])
    return found && replaceAt(quotation, found.index + found[0].length, 0, 'not ')
  },
  'swapped number': (quotation, draw) => {
    const found = draw.pick([...quotation.matchAll(NUMBER)])
    const other = draw.pick(['3', '14', '26', '48', '350', 'seven', 'fifteen', 'sixty'].filter((n) => n !== found?.[0]))
    return found && other && replaceAt(quotation, found.index, found[0].length, other)
  },
  'swapped name': (quotation, draw) => {
    const found = draw.pick([...quotation.matchAll(/(?<=\p{Ll},? )\p{Lu}\p{Ll}{3,}\b/gu)])
    const other = draw.pick(draw.pool.names.filter((name) => !quotation.includes(name)))
    return found && other && replaceAt(quotation, found.index, found[0].length, other)
  },
  'changed verb': (quotation, draw) => {
    const all = VERBS.flatMap(([verb, other]) =>
      [...quotation.matchAll(new RegExp(`\\b${verb}\\b(?!['’])`, 'g'))].map(({ index }) => ({ index, verb, other })),
    )
    const found = draw.pick(all)
    return found && replaceAt(quotation, found.index, found.verb.length, found.other)
  },
  'changed word': (quotation, draw) => {
    const found = draw.pick([...quotation.matchAll(/\b\p{Ll}{5,}\b/gu)])
    const other = draw.pick(draw.pool.words.filter((word) => found && word.slice(0, 4) !== found[0].slice(0, 4)))
    return found && other && replaceAt(quotation, found.index, found[0].length, other)
  },
  'silent cut': (quotation, draw) => {
    const words = [...quotation.matchAll(/\S+/g)]
    if (words.length < 10) return undefined
    const count = 1 + Math.floor(draw.random() * 5)
    const from = 2 + Math.floor(draw.random() * (words.length - count - 4))
    const [first, next] = [words[from], words[from + count]]
    const isWord = first && next && /\p{L}/u.test(quotation.slice(first.index, next.index))
    return isWord ? replaceAt(quotation, first.index, next.index - first.index, '') : undefined
  },
  'not lost in an ellipsis': (quotation, draw) => {
    const found = draw.pick([...quotation.matchAll(/(?<=\p{L} )(?:not|never)\s(?=\p{L})/gu)])
    return found && replaceAt(quotation, found.index, found[0].length, '… ')
  },
  'swapped pronoun': (quotation, draw) => {
    const found = draw.pick([...quotation.matchAll(/\b(?:we|they|you|he|she)\b(?!['’])/g)])
    const other = draw.pick(['we', 'they', 'he'].filter((one) => one !== found?.[0]))
    return found && other && replaceAt(quotation, found.index, found[0].length, other)
  },
  splice: (quotation, draw) => {
    const other = draw.pick(draw.pool.quotations.filter((one) => one !== quotation))
    const [head, tail] = [quotation.split(' '), other?.split(' ') ?? []]
    if (head.length < 10 || tail.length < 10) return undefined
    return [...head.slice(0, Math.ceil(head.length / 2)), ...tail.slice(Math.floor(tail.length / 2))].join(' ')
  },
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b([Ff]av|[Ll]ab|[Hh]on|[Cc]ol|[Rr]um|[Bb]ehavi|[Nn]eighb|[Ee]ndeav|[Hh]um)or/g, '$1our'],
  [/\b(\p{L}{4,})iz(e|ed|es|ing|ation)\b/gu, '$1is$2'],
  [/\b([Dd]efen|[Oo]ffen)se\b/g, '$1ce'],
  [/\b([Cc]ent|[Tt]heat)er(s?)\b/g, '$1re$2'],
  [/\b([Tt]ravel|[Cc]ancel|[Ll]abel)(ed|ing)\b/g, '$1l$2'],
  [/\b([Tt]oward|[Aa]fterward)\b(?!s)/g, '$1s'],
  [/\bprogram(s?)\b/g, 'programme$1'],
  [/\bgray\b/g, 'grey'],
  [/\bcheck(s?)\b/g, 'cheque$1'],
  [/\bskeptic(al|s)?\b/g, 'sceptic$1'],
  [/\bpercent\b/g, 'per cent'],
]
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [
    /\b([Ii]t|[Tt]hat|[Hh]e|[Ss]he|[Tt]here|[Ww]hat)[’']s (?=(?:a|an|the|not|very|going|just|about|like|my|our|so)\b)/g,
    '$1 is ',
  ],
  [/\b([Ww]e|[Tt]hey|[Yy]ou)[’']re\b/g, '$1 are'],
  [/\bI[’']m\b/g, 'I am'],
  [/\b(I|[Ww]e|[Tt]hey|[Yy]ou)[’']ve\b/g, '$1 have'],
  [/\b(I|[Ww]e|[Tt]hey|[Yy]ou|[Hh]e|[Ss]he)[’']ll\b/g, '$1 will'],
  [/\b(do|does|did|is|are|was|were|has|have|would|could|should)n[’']t\b/g, '$1 not'],
  [/\b([Ww])on[’']t\b/g, '$1ill not'],
  [/\bcan[’']t\b/g, 'cannot'],
  [/\b(do|does|did|is|are|was|were|would|could|should) not\b/g, '$1n’t'],
  [/\b(I) am\b/g, '$1’m'],
  [/\b(it|that) is\b/g, '$1’s'],
]
const FIGURES: readonly (readonly [RegExp, string])[] = [
  ...'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, n): [RegExp, string] => [new RegExp(`\\b${word}\\b`, 'g'), String(n + 2)]),
  [/(?<=\b\d+) ?percent\b/g, '%'],
  [/\bten percent\b/g, '10 percent'],
]

function byTable(table: readonly (readonly [RegExp, string])[]): Maker {
  return (quotation) => {
    const made = table.reduce((text, [from, to]) => text.replace(from, to), quotation)
    return made === quotation ? undefined : made
  }
}

const HARMLESS: Readonly<Record<string, Maker>> = {
  case: (quotation, { random }) => {
    const first = quotation.charAt(0)
    if (random() < 0.2) return quotation.toUpperCase()
    return (first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase()) + quotation.slice(1)
  },
  dashes: (quotation, { pick }) => {
    const made = quotation
      .replace(/\s*(?:—|–|--)\s*/g, pick([' – ', '—', ' - ', ', ']) ?? '')
      .replace(/(\p{L})-(\p{L})/gu, '$1 $2')
    return made === quotation ? undefined : made
  },
  'name for pronoun': (quotation, { pick, pool }) => {
    const found = pick([...quotation.matchAll(/\b(?:he|she|they|him|them|it)\b(?!['’])/g)])
    return found && replaceAt(quotation, found.index, found[0].length, `[${pick(pool.names)}]`)
  },
  'name beside pronoun': (quotation, { pick, pool }) => {
    const found = pick([...quotation.matchAll(/\b(?:he|she|they|him|them|his|their|it)\b(?!['’])/g)])
    return found && replaceAt(quotation, found.index + found[0].length, 0, ` [${pick(pool.names)}]`)
  },
  'letter in brackets': (quotation) =>
    quotation.replace(
      /^\p{L}/u,
      (letter) => `[${letter.toUpperCase() === letter ? letter.toLowerCase() : letter.toUpperCase()}]`,
    ),
  'honest ellipsis': (quotation, { random, pick }) => {
    const words = [...quotation.matchAll(/\S+/g)]
    if (words.length < 10) return undefined
    const count = 2 + Math.floor(random() * 6)
    const from = 2 + Math.floor(random() * Math.max(1, words.length - count - 4))
    const [first, next] = [words[from], words[from + count]]
    if (!first || !next) return undefined
    const cut = quotation.slice(first.index, next.index)
    if (
      /\b(?:not|no|never|none|nothing|nor|neither|cannot|hardly|den(?:y|ies|ied)|fail\w*|refus\w+|unwilling|reluctant)\b|n[’']t\b/i.test(
        cut,
      )
    )
      return undefined
    return replaceAt(quotation, first.index, cut.length, pick(['… ', '... ', '. . . ', '[…] ', '[...] ']) ?? '')
  },
  'quote style': (quotation) => {
    const made = quotation.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
    return made === quotation ? undefined : made
  },
  'stop at the edge': (quotation, { pick }) => quotation.replace(/[.,;:!?]?$/, pick(['', ',', '.', '…']) ?? ''),
  spelling: byTable(SPELLINGS),
  'short forms': byTable(SHORT_FORMS),
  figures: byTable(FIGURES),
  'a sentence left off': (quotation, { random }) => {
    const sentences = quotation.match(/.*?(?:[\p{Ll}\d)][.!?]["”’)]*\s+|$)/gsu)?.filter(Boolean) ?? []
    if (sentences.length < 2) return undefined
    const left = random() < 0.5 ? sentences.slice(1) : sentences.slice(0, -1)
    return left.join('').trim()
  },
}

const NOISE = ['case', 'dashes', 'quote style', 'stop at the edge', 'spelling', 'short forms'] as const
const NOISY = 0.5 // share of printings with house style on top

/** For each quotation one changed printing and one harmless one, of kinds that it allows. */
export function changeQuotes(quotations: readonly string[], seed: number): Printing[] {
  const random = randomFrom(seed)
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  const all = quotations.join(' ')
  const pool: Pool = {
    names: [...new Set([...all.matchAll(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}\b/gu)].map(([name]) => name))],
    words: [...new Set([...all.matchAll(/\b\p{Ll}{5,}\b/gu)].map(([word]) => word))],
    quotations,
  }
  const draw: Draw = { random, pick, pool }
  return quotations.flatMap((earlier) =>
    [CHANGED, HARMLESS].flatMap((makers): Printing[] => {
      const made = Object.entries(makers).flatMap(([kind, make]) => {
        const later = make(earlier, draw)
        return later === undefined || later.trim() === earlier.trim() ? [] : [{ kind, later }]
      })
      const one = pick(made)
      if (!one) return []
      const noise = random() < NOISY ? pick(NOISE) : undefined
      const later = (noise && HARMLESS[noise]?.(one.later, draw)) ?? one.later
      return [{ kind: one.kind, isChanged: makers === CHANGED, earlier, later }]
    }),
  )
}

const WORDS_FEWEST = 6

/** What stands between quotation marks in the ranges of a text, of six words or more, without a reporter's brackets. */
export function listQuotations(text: string, ranges: readonly (readonly [number, number])[]): string[] {
  return ranges.flatMap(([start, end]) =>
    [...text.slice(start, end).matchAll(/“([^“”\n]+)”|"([^"\n]+)"/g)]
      .map((match) => (match[1] ?? match[2] ?? '').trim())
      .filter((words) => words.split(/\s+/).length >= WORDS_FEWEST && !/[[\]]/.test(words)),
  )
}

function replaceAt(text: string, at: number, length: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + length)
}
