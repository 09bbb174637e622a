// Numbers in a sentence, in digits or words, with their unit and with what makes them vague: "at least 140 prisoners",
// "nearly $60 million", "a third", "dozens". Two numbers are the same where value, unit and vagueness are.
import { isPlain } from './plain-words.ts'
import type { Word } from './split-words.ts'

export interface NumberWords {
  readonly first: number
  readonly last: number
  readonly value: string // "140"; "1/3"; "dozens"
  readonly unit?: string // %, $, "day" …
  readonly about?: string // "at least", "nearly" …
  readonly noun?: string // the stem of the next word that is no adverb: what is counted
  readonly isOrdinal?: true
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  bn: 1e9,
  k: 1e3,
}
const VAGUE =
  /^(?:dozens|scores|hundreds|thousands|millions|billions|tens|several|many|most|few|all|both|half|double|twice|triple|thrice|couple|pair|dozen|quarter|majority|minority|none|numerous|multiple)$/
const UNITS: Readonly<Record<string, string>> = {
  '%': '%',
  percent: '%',
  'per cent': '%',
  'percentage points': 'points',
  'percentage point': 'points',
  dollars: '$',
  dollar: '$',
  euros: '€',
  euro: '€',
  pounds: '£',
  pound: '£',
  yen: '¥',
  roubles: 'rouble',
  rubles: 'rouble',
  hryvnia: 'hryvnia',
  crowns: 'crown',
  francs: 'franc',
  ...Object.fromEntries(
    'second minute hour day night week month year decade kilometre metre mile tonne ton litre barrel degree'
      .split(' ')
      .flatMap((unit) => [
        [unit, unit],
        [`${unit}s`, unit],
      ]),
  ),
  kilometer: 'kilometre',
  kilometers: 'kilometre',
  km: 'kilometre',
  meter: 'metre',
  meters: 'metre',
}
const ABOUT: readonly (readonly [RegExp, string])[] = [
  [/(?:^| )(?:at least|no fewer than|no less than|not less than|a minimum of|minimum)$/, 'at least'],
  [/(?:^| )(?:at most|up to|as much as|as many as|no more than|not more than|a maximum of|maximum)$/, 'at most'],
  [/(?:^| )(?:more than|over|above|in excess of|upwards of|exceeding)$/, 'more than'],
  [/(?:^| )(?:fewer than|less than|under|below)$/, 'less than'],
  [/(?:^| )(?:nearly|almost|close to|just under)$/, 'nearly'],
  [/(?:^| )(?:about|around|roughly|approximately|some|circa|an estimated)$/, 'about'],
  [/(?:^| )(?:only|just|merely|barely|a mere)$/, 'only'],
]

/** The numbers of a text, in order. "one" counts only before "of" or a noun that it counts. */
export function readNumbers(words: readonly Word[]): NumberWords[] {
  const found: NumberWords[] = []
  for (let i = 0; i < words.length; i++) {
    const number = readDigits(words, i) ?? readOrdinal(words, i) ?? readWords(words, i) ?? readVague(words, i)
    if (!number) continue
    found.push(withSurroundings(number, words))
    i = number.last
  }
  return found
}

type Bare = Pick<NumberWords, 'first' | 'last' | 'value' | 'unit' | 'isOrdinal'>

function readDigits(words: readonly Word[], i: number): Bare | undefined {
  const match = /^([$€£¥]?)(\d[\d.,]*)(%|st|nd|rd|th)?$/.exec(words[i]?.lower ?? '')
  if (!match?.[2]) return undefined
  const [, currency, digits, after] = match
  const plain = Number(digits.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(/[.,]$/, ''))
  const { scale, last } = scaleAt(words, i + 1)
  return {
    first: i,
    last,
    value: Number.isNaN(plain) ? digits : String(plain * scale),
    ...(currency ? { unit: currency } : after === '%' ? { unit: '%' } : {}),
    ...(after && after !== '%' && { isOrdinal: true }),
  }
}

function scaleAt(words: readonly Word[], from: number): { scale: number; last: number } {
  let [scale, at] = [1, from]
  for (; ; at++) {
    const step = SCALES[words[at]?.lower ?? '']
    if (step === undefined) return { scale, last: at - 1 }
    scale *= step
  }
}

// "third" is an ordinal in "a third source", a part in "a third of the fleet".
function readOrdinal(words: readonly Word[], i: number): Bare | undefined {
  const at = ORDINALS.indexOf(words[i]?.lower ?? '')
  if (at < 1) return undefined
  const isTime = words[i]?.lower === 'second' && /^(?:at|from|every|this|that)$/.test(words[i - 1]?.lower ?? '')
  if (isTime) return undefined
  if (at === 3 && words[i - 1]?.lower === 'a' && words[i + 1]?.lower === 'of')
    return { first: i, last: i, value: '1/3' }
  return { first: i, last: i, value: String(at), isOrdinal: true }
}

function readWords(words: readonly Word[], i: number): Bare | undefined {
  let [total, part, at] = [0, 0, i]
  let isAny = false
  for (; at < words.length; at++) {
    const lower = words[at]?.lower ?? ''
    const value = smallNumber(lower)
    const scale = lower.length > 2 ? SCALES[lower] : undefined
    const isLink =
      lower === 'and' && isAny && part % 100 === 0 && part > 0 && smallNumber(words[at + 1]?.lower ?? '') !== undefined
    if (isLink) continue
    if (value !== undefined && (!isAny || part % 100 === 0 || (value < 10 && part % 10 === 0 && part % 100 >= 20))) {
      part += value
      isAny = true
    } else if (scale !== undefined && (isAny || /^(?:a|an|one)$/.test(words[at - 1]?.lower ?? ''))) {
      if (scale === 100) part = Math.max(part, 1) * 100
      else {
        total += Math.max(part, 1) * scale
        part = 0
      }
      isAny = true
    } else break
  }
  if (!isAny) return undefined
  const value = total + part
  if (value === 1 && at === i + 1 && !isCountingOne(words, i)) return undefined
  return { first: i, last: at - 1, value: String(value) }
}

function smallNumber(lower: string): number | undefined {
  const one = ONES.indexOf(lower)
  if (one > 0) return one
  const [tens = '', ones] = lower.split('-')
  const ten = TENS.indexOf(tens)
  if (ten < 2) return undefined
  if (ones === undefined) return ten * 10
  const rest = ONES.indexOf(ones)
  return rest > 0 && rest < 10 ? ten * 10 + rest : undefined
}

// "one of three officials", "one origin"; not "no one", "one another", "the one that"
function isCountingOne(words: readonly Word[], i: number): boolean {
  const [before, after] = [words[i - 1]?.lower ?? '', words[i + 1]?.lower ?? '']
  return (
    !/^(?:no|any|every|the|this|that|which|some)$/.test(before) &&
    /^\p{L}/u.test(after) &&
    !/^(?:another|day|by|that|who|and|or)$/.test(after)
  )
}

function readVague(words: readonly Word[], i: number): Bare | undefined {
  const lower = words[i]?.lower ?? ''
  if (!VAGUE.test(lower)) return undefined
  if (/^(?:all|most|both|many|few|none)$/.test(lower)) return undefined // see check-polarity: they bound what is said
  const value = {
    couple: '2',
    pair: '2',
    dozen: '12',
    half: '1/2',
    quarter: '1/4',
    double: '2x',
    twice: '2x',
    triple: '3x',
    thrice: '3x',
  }[lower]
  return { first: i, last: i, value: value ?? lower }
}

function withSurroundings(number: Bare, words: readonly Word[]): NumberWords {
  const before = words
    .slice(Math.max(0, number.first - 3), number.first)
    .map(({ lower }) => lower)
    .join(' ')
  const about = number.isOrdinal ? undefined : ABOUT.find(([pattern]) => pattern.test(before))?.[1]
  const [next, second] = [words[number.last + 1]?.lower ?? '', words[number.last + 2]?.lower ?? '']
  const unit = number.unit ?? UNITS[`${next} ${second}`] ?? UNITS[next.replace(/^-/, '')]
  const found = words
    .slice(number.last + 1, number.last + 5)
    .find(({ lower }) => !/^(?:of|the|other|more|its|his|her|their|-)$/.test(lower))
  const noun = found && !found.isMark && !isPlain(found.lower) ? found : undefined
  return { ...number, ...(unit && { unit }), ...(about && { about }), ...(noun && { noun: noun.stem }) }
}
