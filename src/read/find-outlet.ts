// The outlet whose name begins at a word: the longest run of capitals that names one, programme and station included.
import type { ChainBook, Entry } from './chain-book.ts'
import { OUTLET_NAME, outletNamed } from './english/outlets.ts'
import type { Names } from './find-names.ts'
import { nameBody, TIME_NAME } from './name-body.ts'
import { entriesOf } from './resolve-voice.ts'
import { type Range, type Scene, spanOf, textOf } from './scene.ts'

const LONGEST = 7 // words of a name, marks included
const STATION = /^[WK][A-Z]{3}(?:-?(?:TV|FM|AM))?$/ // WKRS: a station by its letters

export interface FoundOutlet {
  readonly entry: Entry
  readonly range: Range // with "the"
}

/** The outlet named from this token on, noted in the book; a name that is anything else leaves no trace. */
// told the Northern Courier's evening programme / told The Associated Press / told Radio Karsk 2
export function outletFrom(scene: Scene, from: number, names: Names, book: ChainBook): FoundOutlet | undefined {
  const { tokens } = scene
  const hasArticle = /^(?:the|an?)$/.test(tokens[from]?.lower ?? '')
  const first = hasArticle ? from + 1 : from
  let to = first
  while (to < tokens.length && to - first < LONGEST && isOfName(scene, to, first)) to += 1
  for (let end = to; end > first; end--) {
    const name = nameOf(scene, { from, to: end }, { from: first, to: end }, names)
    if (!name) continue
    const range = { from: tokens[from]?.lower === 'the' ? from : first, to: end }
    const [entry] = entriesOf(scene, { kind: 'outlet', name }, spanOf(scene, range), names, book)
    return entry && { entry, range }
  }
  return undefined
}

function isOfName({ tokens, sentenceOf }: Scene, at: number, first: number): boolean {
  const token = tokens[at]
  if (!token || sentenceOf[at] !== sentenceOf[first] || TIME_NAME.test(token.lower)) return false
  if (/^\p{Lu}|^al\b/u.test(token.text)) return true
  return (
    at > first &&
    (/^[-&/]$/.test(token.text) || /^\d{1,3}$/.test(token.text) || /^(?:of|and|the|la|le|della)$/.test(token.lower))
  )
}

function nameOf(scene: Scene, whole: Range, range: Range, names: Names): string | undefined {
  const text = textOf(scene, range)
  if (!/[\p{L}\d.]$/u.test(text) || isCutShort(scene, range.to, names)) return undefined
  const known = outletNamed(textOf(scene, whole)) ?? outletNamed(text)
  if (known) return known
  if (range.to - range.from === 1 && STATION.test(text)) return text
  const body = nameBody(text, names)
  if (body) return body.kind === 'outlet' ? body.name : undefined
  if (names.personAt.has(range.from)) return undefined
  if (OUTLET_NAME.test(text.replaceAll('-', ' '))) return text
  // Fox 35, Radio Karsk 2, BBC Newsnight: an arm of an outlet
  for (let end = range.to - 1; end > range.from; end--) {
    const isArm = outletNamed(textOf(scene, { from: range.from, to: end })) !== undefined
    if (isArm && !names.personAt.has(end) && !/[’'&/-]/.test(text)) return text
  }
  return undefined
}

// The National Council is no National, the Star-Courier no Star; but Radio Karsk’s and Radio Karsk Corvin Hale are theirs
function isCutShort({ tokens }: Scene, to: number, names: Names): boolean {
  const [last, next] = [tokens[to - 1], tokens[to]]
  if (!last || !next) return false
  if (next.text === '-' || next.text === '/') return next.start === last.end
  return (
    /^\p{Lu}/u.test(next.text) && next.start - last.end <= 1 && !TIME_NAME.test(next.lower) && !names.personAt.has(to)
  )
}
