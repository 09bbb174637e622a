// A sentence as words and marks with their places: what every check of a wording reads. Words are compared by a rough
// stem, so that "reopening" and "reopened" are one; the stem is for comparing only and is never shown.

export interface Word {
  readonly text: string
  readonly base: string // without a possessive 's, its apostrophe straight
  readonly lower: string // of the base
  readonly stem: string
  readonly start: number
  readonly end: number
  readonly isMark: boolean // punctuation, one character
}

const PIECE =
  /(?:\p{Lu}\.){2,}|[$€£¥]?\d+(?:[.,]\d+)*(?:%|(?:st|nd|rd|th)\b)?|[\p{L}\p{M}\p{Cf}]+(?:['’\-‑][\p{L}\p{M}\p{N}\p{Cf}]+)*|[^\s]/gu

/** The words and marks of a text, in order. */
export function splitWords(text: string): Word[] {
  return [...text.matchAll(PIECE)].map(([piece], i, all): Word => {
    const start = all[i]?.index ?? 0
    const base = piece.replace(/[’‘]/g, "'").replace(/'s$/i, '')
    const lower = base.toLowerCase()
    const isMark = !/[\p{L}\p{N}]/u.test(piece)
    return { text: piece, base, lower, stem: stemOf(lower), start, end: start + piece.length, isMark }
  })
}

// Forms that no ending gives away.
const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'say said says saying',
    'tell told tells telling teller',
    'be is are was were been being am',
    'have has had having',
    'do does did done doing',
    'deny denied denies denying denial denials',
    'leave left leaves leaving',
    'meet met meets meeting meetings',
    'send sent sends sending',
    'give gave given gives giving',
    'take took taken takes taking',
    'make made makes making',
    'hold held holds holding',
    'speak spoke spoken speaks speaking',
    'go went gone goes going',
    'withdraw withdrew withdrawn withdraws withdrawing withdrawal withdrawals',
    'begin began begun begins beginning',
    'break broke broken breaks breaking',
    'choose chose chosen choice',
    'fall fell fallen falls falling',
    'find found finds finding',
    'fight fought fights fighting',
    'know knew known knows knowing',
    'keep kept keeps keeping',
    'lead led leads leading',
    'lend lent lends lending',
    'lose lost loses losing loss',
    'pay paid pays paying payment payments',
    'rise rose risen rises rising',
    'see saw seen sees seeing',
    'sell sold sells selling',
    'seek sought seeks seeking',
    'stand stood stands standing',
    'strike struck strikes striking',
    'think thought thinks thinking',
    'win won wins winning',
    'write wrote written writes writing',
    'show showed shown shows showing',
    'drive drove driven drives driving',
    'become became becomes becoming',
    'come came comes coming',
    'buy bought buys buying',
    'bring brought brings bringing',
    'build built builds building',
    'agree agreed agrees agreeing agreement agreements',
    'free freed frees freeing',
    'statement statements',
    'version versions',
    'person people',
    'man men',
    'woman women',
  ].flatMap((line) => {
    const [first = '', ...rest] = line.split(' ')
    return [first, ...rest].map((form) => [form, first])
  }),
)

const ENDINGS = /(?:ations|ation|ments|ment|ings|ing|edly|ed|ions|ion|ly|es|s|e)$/

/** A rough stem: "offered", "offers", "offering" -> offer. */
export function stemOf(lower: string): string {
  const known = IRREGULAR[lower]
  if (known !== undefined) return known
  if (lower.length < 4 || /[^\p{L}'-]/u.test(lower)) return lower
  const folded = lower.replace(/n't$/, '').replace(/(?:ied|ies|ying)$/, 'y')
  const cut = folded.replace(ENDINGS, '')
  const stem = cut.length >= 3 ? cut : folded
  return stem.replace(/([bdfglmnprtz])\1$/, '$1').replace(/i$/, 'y')
}
