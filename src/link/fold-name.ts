// Folds names so that two printed forms of one are equal: titles off, accents off, one spelling for what several
// romanisations write in several ways ("Dmitri" and "Dmitry", "Yelena" and "Elena").
import { foldWord } from './split-words.ts'

const TITLES: ReadonlySet<string> = new Set(
  `mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative gov governor president premier
  chancellor minister secretary ambassador envoy spokesman spokeswoman spokesperson general gen colonel col lt major maj
  captain capt admiral king queen prince princess pope judge justice former acting deputy vice prime foreign defence
  defense finance interior state national security adviser advisor chief director chairman chairwoman head of the`.split(
    /\s+/,
  ),
)

/** One key for bodies and sides that go by several names; the first of a line is the key. Judgements, so few. */
const VARIANTS = `
us|u.s|usa|america|american|americans|united states|united states of america
uk|u.k|britain|british|united kingdom
eu|e.u|european union
un|u.n|united nations
us state department|state department|department of state|u s department of state
central intelligence agency|cia
associated press|ap|the ap
agence france presse|afp
new york times|nyt
`

const KEY_OF: ReadonlyMap<string, string> = new Map(
  VARIANTS.trim()
    .split('\n')
    .map((line) => line.split('|').map(wordsOfName))
    .flatMap(([key = '', ...others]) => [key, ...others].map((name): [string, string] => [name, key])),
)

/** The key of a body, outlet or side: "The Meridian News Agency" and "Meridian News Agency" have one. */
export function foldBody(name: string): string {
  const known = folded.get(name)
  if (known !== undefined) return known
  const words = inOneOrder(wordsOfName(name.replace(/\([^)]*\)/g, ' ')))
  const key = KEY_OF.get(words) ?? words
  if (folded.size >= FOLDED_MOST) folded.clear()
  folded.set(name, key)
  return key
}

// the Zemlin Ministry of the Interior, the interior ministry of Zemlin, Zemlin's interior ministry: one body
function inOneOrder(words: string): string {
  const named = words.replace(MINISTRY_OF, (whole, before: string, what: string) =>
    PORTFOLIO.test(before) ? whole : `${before}${what === 'foreign affairs' ? 'foreign' : what} ministry`,
  )
  return named.replace(ORGAN_OF, '$2 $1')
}

const MINISTRY_OF = /^(.*?)ministry of (foreign affairs|\p{L}+)/u
// the interior ministry of Zemlin: whose it is follows, and not of what
const PORTFOLIO =
  /\b(?:foreign|interior|defen[cs]e|finance|justice|health|energy|education|economy|economic|trade|transport|culture|labou?r|agriculture|environment|information|security|home|oil) $/

const ORGAN_OF =
  /^((?:\p{L}+ ){0,2}(?:ministry|government|army|navy|military|police|parliament|presidency|chancellery|cabinet|general staff|coast guard)) of (\p{L}+(?: \p{L}+)?)$/u

const folded = new Map<string, string>() // the same few outlets and sides are asked for again and again
const FOLDED_MOST = 5000

const SUFFIX = /^(?:jr|sr|ii|iii)$/

/** "jr" of "Anselm Roke Jr."; undefined where a name has no such end. Two people of a name differ in it. */
export function suffixOf(name: string): string | undefined {
  const last = foldWord(name.split(/[\s,]+/).findLast((word) => /\p{L}/u.test(word)) ?? '').replace(/\.$/, '')
  return SUFFIX.test(last) ? last : undefined
}

/** The words of a person's name without titles, folded and in one romanisation; the surname is the last. */
export function foldPerson(name: string): string[] {
  const words = name
    .replace(/\([^)]*\)/g, ' ')
    .split(/[^\p{L}\p{M}'’-]+/u)
    .map(foldWord)
    .map((word) => word.replace(/'s$/, ''))
    .filter((word) => word !== '' && !SUFFIX.test(word))
  const bare = words.filter((word, at) => at === words.length - 1 || !TITLES.has(word))
  return bare.map(romanise)
}

// Zelenskyy, Zelenskiy, Zelensky -> zelenski; Aleksandr, Alexander -> aleksandr; Simon, Simone stay two.
function romanise(word: string): string {
  return word
    .replace(/['-]/g, '')
    .replace(/^ye/, 'e')
    .replace(/(?:iy|yy|ii|yi|ij|y)$/, 'i')
    .replace(/x/g, 'ks')
    .replace(/(?<=d)er$/, 'r')
    .replace(/kh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/y(?=[aeou])/g, 'i')
    .replace(/([b-df-hj-np-tv-z])\1/g, '$1')
}

function wordsOfName(name: string): string {
  const words = foldWord(name).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => word !== 'the' && word !== 's').join(' ')
}

/** The number of letters to insert, drop or change, stopping at `most` + 1 (Levenshtein). */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > most) return most + 1
    row = next
  }
  return row[b.length] ?? most + 1
}
