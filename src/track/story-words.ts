// The words that a story is known by: a bag of light stems, those of the title and of the lead counted more, names more again. Twin
// stories (two earthquakes, two votes) share their nouns and differ in their names and numbers.

const GRAMMAR: ReadonlySet<string> = new Set(
  `a an the this that these those of in on at by for from to with and or but as is are was were be been being it its he
  she they his her their them we our you your i not no has have had do does did will would can could may might said say
  says who which what when where after before over under about into than then also more most other some such one two
  new`.split(/\s+/),
)

// What a report is about stands at its top; further down it tells of other stories, as background. In words, grammar left out:
const LEAD = 40
const BODY = 150
const HEAD = 400 // nothing below is looked at
const TITLE = 4 // times a word of the title counts
const TOP = 2 // one of the lead
const BELOW = 0.1 // one below the body
const NAME = 2 // times that for a word that is printed as a name

export interface StoryText {
  readonly text: string
  readonly title?: string | undefined
}

/** How often each stem of a report counts. */
export function countStoryWords({ text, title = '' }: StoryText): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (stem: string, times: number): void => void counts.set(stem, (counts.get(stem) ?? 0) + times)
  for (const [at, stem] of splitStems(text, HEAD).entries()) add(stem, at < LEAD ? TOP : at < BODY ? 1 : BELOW)
  for (const stem of splitStems(title)) add(stem, TITLE)
  for (const stem of findNames(text)) {
    const count = counts.get(stem)
    if (count !== undefined) counts.set(stem, count * NAME)
  }
  return counts
}

/** True for stems that are numbers: of an amount, a toll, a date. */
export function isNumber(stem: string): boolean {
  return /^\d/.test(stem)
}

function splitStems(text: string, most = Number.POSITIVE_INFINITY): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const stems: string[] = []
  for (const match of folded.matchAll(/\d+(?:[.,]\d+)*|\p{L}+(?:['’]\p{L}+)*/gu)) {
    if (stems.length >= most) break
    const word = match[0].replace(/['’]s$/, '')
    if (word.length > 1 && !GRAMMAR.has(word)) stems.push(stemLightly(word))
  }
  return stems
}

// Words with a capital that does not follow a stop or an opening mark.
function findNames(text: string): Set<string> {
  const names = text.normalize('NFKD').matchAll(/(?<=[\p{Ll}\p{N},;] )\p{Lu}\p{Ll}+/gu)
  return new Set([...names].map((match) => stemLightly(match[0].toLowerCase())))
}

/** A word in small letters without its ending. */
export function stemLightly(word: string): string {
  if (word.length < 4) return word
  let stem = word.replace(/ies$/, 'y').replace(/([^sui])s$/, '$1')
  if (stem.length > 5) stem = stem.replace(/(?:ed|ing)$/, '')
  return stem.length > 4 ? stem.replace(/e$/, '') : stem
}
