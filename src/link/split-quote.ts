// Cuts a printed form of a quotation into the units that two forms are compared by. What a house style decides is folded
// away: case, accents, spelling, figures, abbreviated titles, contractions, fillers. Words outside the marks are left out.
import { foldSpelling } from './fold-spelling.ts'
import { splitWords, type Word } from './split-words.ts'

/** What one word, or one part of a contraction, is compared by. Offsets are UTF-16 units into the form. */
export interface Unit {
  readonly start: number
  readonly end: number
  readonly key: string
  readonly word: Word
  readonly isPart: boolean // goes on with the word of the unit before: the "not" of "don't"
  readonly isInBrackets: boolean
  readonly isOpening: boolean // begins a quotation of its own: “We are tired,” Hale said. “The list is long.”
}

/** The units inside the marks, in order. A form without marks is all inside. */
export function splitQuote(form: string): readonly Unit[] {
  const known = units.get(form)
  if (known) return known
  const split = splitForm(form)
  if (units.size >= UNITS_MOST) units.clear()
  units.set(form, split)
  return split
}

const units = new Map<string, readonly Unit[]>() // a remark is held against its prints one after the other
const UNITS_MOST = 2000

function splitForm(form: string): Unit[] {
  const outside = findOutside(form)
  const brackets = [...form.matchAll(/\[[^[\]]*\]/g)].map(
    ({ 0: words, index }) => [index, index + words.length] as const,
  )
  const within = (ranges: readonly (readonly [number, number])[], at: number): boolean =>
    ranges.some(([from, to]) => from <= at && at < to)
  const words = splitAll(form).filter(({ start, folded }) => !within(outside, start) && !FILLERS.has(folded))
  let last = 0
  return words.flatMap((word, at): Unit[] => {
    const { start, end } = word
    const between = at > 0 && outside.some(([from]) => from >= last && from < start) ? form.slice(last, start) : ''
    const isOpening = /["”»]\s*$|[.!?:]/.test(between.replace(/["“„«]\s*$/, ''))
    const isInBrackets = within(brackets, start)
    last = end
    return keysOf(word, words[at - 1], words[at + 1]).map((key, part) => ({
      start,
      end,
      key,
      word,
      isPart: part > 0,
      isInBrackets,
      isOpening: isOpening && part === 0,
    }))
  })
}

// [T]he offer: a letter in brackets and the rest of its word are one word. Every other word keeps its place.
function splitAll(form: string): Word[] {
  const capped = new Set<number>()
  const text = form.replace(/\[(\p{L})\]([\p{L}'’.]+)/gu, (_, letter: string, rest: string, at: number) => {
    capped.add(at)
    return `${letter}${rest}  `
  })
  return splitWords(text).map((word) => (capped.has(word.start) ? { ...word, end: word.end + 2 } : word))
}

// “The offer is dead,” Hale said. “We told them so.”: what stands between the marks is nobody's quotation. A form that
// begins with a mark begins outside; one that does not begins inside. A straight mark closes only after a stop, since
// `the "grey zone" is ours` may stand inside a quotation too.
function findOutside(form: string): [number, number][] {
  const outside: [number, number][] = []
  let from = /^\s*["“„«]/.test(form) ? 0 : undefined
  let depth = 0
  for (const { 0: mark, index } of form.matchAll(/["“”„«»]/g)) {
    if (from !== undefined) {
      if (/[”»]/.test(mark)) continue
      outside.push([from, index])
      from = undefined
    } else if (/[“„«]/.test(mark)) depth++
    else if (depth > 0 && mark !== '"') depth--
    else if (mark !== '"' || /[.,;:!?…—–-]\s*$/.test(form.slice(0, index))) from = index
  }
  if (from !== undefined) outside.push([from, form.length])
  const spoken = outside.filter(([start, end]) => /[\p{L}\p{N}]/u.test(form.slice(start, end)))
  return spoken.some(([start, end]) => end - start >= form.length) ? [] : spoken
}

const FILLERS: ReadonlySet<string> = new Set('uh um er erm ah mm hmm'.split(' '))

const TITLES: ReadonlyMap<string, string> = new Map(
  `mr mister, dr doctor, sen senator, gov governor, rep representative, gen general, col colonel, lt lieutenant, sgt sergeant,
  prof professor, capt captain, vs versus, jan january, feb february, apr april, aug august, sept september,
  sep september, oct october, nov november, dec december`
    .split(/,\s+/)
    .map((pair): [string, string] => pair.split(' ') as [string, string]),
)

const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map([
  ["can't", ['can', 'not']],
  ['cannot', ['can', 'not']],
  ["won't", ['will', 'not']],
  ["shan't", ['shall', 'not']],
  ["ain't", ["ain't"]],
  ["let's", ['let', 'us']],
  ["y'all", ['you', 'all']],
  ['gonna', ['going', 'to']],
  ['wanna', ['want', 'to']],
  ['gotta', ['got', 'to']],
  ["'em", ['them']],
])
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/n't$/, 'not'],
  [/'re$/, 'are'],
  [/'ve$/, 'have'],
  [/'ll$/, 'will'],
  [/(?<=^i)'m$/, 'am'],
  [/'d$/, "'d"],
  [/'s$/, "'s"],
]
const MAGNITUDE = /^(?:hundred|thousand|million|billion|trillion|[mb]n)$/

// "don't" is "do not", "10%" is "10 percent", "$5 million" is "5 million dollars", "two" is "2".
function keysOf(word: Word, before: Word | undefined, next: Word | undefined): string[] {
  const { folded, stem, isNumber } = word
  const short = SHORT_FORMS.get(folded)
  if (short) return [...short]
  if (isNumber) {
    const isHeld = next !== undefined && MAGNITUDE.test(next.folded)
    const own = [TITLES.get(folded) ?? stem]
    if (/^[$£€]/.test(folded) && !isHeld) own.push(currencyOf(folded))
    if (folded.endsWith('%')) own.push('percent')
    return own
  }
  const own = endingOf(folded) ?? [TITLES.get(folded) ?? UNIT_WORDS.get(folded) ?? foldSpelling(folded)]
  const isMoney = before !== undefined && /^[$£€]/.test(before.folded) && MAGNITUDE.test(folded)
  return isMoney ? [...own, currencyOf(before.folded)] : own
}

const UNIT_WORDS: ReadonlyMap<string, string> = new Map([
  ['dollars', 'dollar'],
  ['euros', 'euro'],
  ['pounds', 'pound'],
])

function currencyOf(folded: string): string {
  return folded.startsWith('$') ? 'dollar' : folded.startsWith('£') ? 'pound' : 'euro'
}

function endingOf(folded: string): string[] | undefined {
  for (const [ending, full] of ENDINGS) {
    if (ending.test(folded)) return [foldSpelling(folded.replace(ending, '')), full]
  }
  return undefined
}
