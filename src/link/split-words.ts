// Cuts a text into words with their places, folded so that two printed forms of one word are equal.
import { countryOf, LONG_PLACES } from './place-names.ts'
import { stemWord } from './stem-word.ts'

/** One word of a text. Offsets are UTF-16 units. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly folded: string // lower case, no accents, straight apostrophe
  readonly stem: string
  readonly isName: boolean // printed with a capital, and not as the first word
  readonly isNumber: boolean
}

// U.S. and 10-year and $1,514.77 and don't and South Korea are one word each.
const WORD = new RegExp(
  [
    `(?=[EeNnSsUu])(?:${LONG_PLACES.join('|').replace(/\b[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`)})(?![\\p{L}])`,
    '\\p{Lu}\\.(?:\\p{Lu}\\.)+',
    '[$£€]?\\d+(?:[.,:]\\d+)*%?',
    "[\\p{L}\\p{M}]+(?:['’][\\p{L}\\p{M}]+)*",
  ].join('|'),
  'gu',
)

/** The words of a text in order. `isMidSentence`: a capital on the first word makes a name too. */
export function splitWords(text: string, isMidSentence = false): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const printed = match[0]
    const { folded, stem, isPlace, isNumber, isCapital } = formOf(printed)
    const start = match.index
    const isName = isPlace || (isCapital && (words.length > 0 || isMidSentence))
    words.push({ start, end: start + printed.length, folded, stem, isName, isNumber })
  }
  return words
}

/** What a word is wherever it stands. */
interface Form {
  readonly folded: string
  readonly stem: string
  readonly isPlace: boolean
  readonly isNumber: boolean
  readonly isCapital: boolean
}

const FORMS_KEPT = 100_000 // some 20 MB; reports of one desk share nearly all their words
const forms = new Map<string, Form>()

function formOf(printed: string): Form {
  const known = forms.get(printed)
  if (known) return known
  if (forms.size >= FORMS_KEPT) forms.clear()
  const form = makeForm(printed)
  forms.set(printed, form)
  return form
}

function makeForm(printed: string): Form {
  const folded = foldWord(printed)
  const place = countryOf(printed)
  const isNumber = /\d/.test(printed) || NUMBER_WORDS.has(folded)
  return {
    folded,
    stem: place ?? (isNumber ? numberOf(folded.replace(/^(\d{1,2}):00$/, '$1')) : stemWord(withoutPossessive(folded))),
    isPlace: place !== undefined,
    isNumber,
    isCapital: /^\p{Lu}/u.test(printed),
  }
}

/** A word in lower case, without accents, with a straight apostrophe and without abbreviating points. */
export function foldWord(word: string): string {
  if (/^[A-Za-z]*$/.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/’/g, "'")
    .replace(/(?<=\p{L})\.(?=\p{L}|$)/gu, '')
    .toLowerCase()
}

function withoutPossessive(folded: string): string {
  return folded.replace(/'s$|'$/, '')
}

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  [
    ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(
      ' ',
    ),
    ...'seventeen eighteen nineteen'.split(' '),
  ]
    .map((word, n): [string, string] => [word, String(n)])
    .filter(([word]) => word !== 'one') // "one of the officials" counts nothing
    .concat('twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, n) => [word, `${n + 2}0`]))
    .concat([['hundred', '100']]),
)

// "three" and "3" agree; "$1,500" and "1500" agree; "one of them" is left to the stop words.
function numberOf(folded: string): string {
  return NUMBER_WORDS.get(folded) ?? folded.replace(/[$£€%]/g, '').replace(/,(?=\d{3}\b)/g, '')
}
