// How much a mention stands in the light: the subject of a sentence more than an object, an object more than a name behind
// a preposition, and one inside a quotation least. After Lappin and Leass, "An algorithm for pronominal anaphora
// resolution" (1994), without its parser.
import { type Scene, tokenAt } from './scene.ts'
import type { Token } from './tokenise.ts'

/** Where a mention stands, for the pronouns that come after it. */
export interface Standing {
  readonly at: number // its first token
  readonly line: number // sentences of the reporter's own, counted from the beginning; quotations do not count
  readonly weight: number
  readonly isQuoted: boolean
  readonly isSubject: boolean
}

const SUBJECT = 4
const FIRST_SUBJECT = 6 // of the sentence: what it is about
const OBJECT = 2
const OBLIQUE = 1.6 // behind a preposition
const OWNER = 1.8 // Marrow's
const FIRST_OF_COMPOUND = 0.8 // the Marrow campaign
const QUOTED = 0.3 // of the weight it would have outside: those spoken about are seldom the one who speaks

/** The standing of the mention between these offsets; undefined where no word is. */
export function weighMention(scene: Scene, start: number, stop: number): Standing | undefined {
  const [at, last] = [tokenAt(scene, start), tokenAt(scene, stop - 1)]
  if (at === undefined || last === undefined) return undefined
  const { tokens, sentences, sentenceOf, quotationOf } = scene
  const sentence = sentences[sentenceOf[at] ?? -1]
  if (sentence?.kind === 'byline') return undefined // who wrote the report is not spoken of
  const isQuoted = (quotationOf[at] ?? -1) >= 0
  const floor = sentence?.from ?? 0
  const end = last + 1
  const ceiling = sentence?.to ?? end
  const isSubject = isBeforeVerb(scene, end, ceiling, at) || isJoined(scene, end, ceiling) || isMet(tokens, at)
  const isOwner = /^(’s|'s|’|')$/.test(tokens[end]?.text ?? '') || /^(his|its|their)$/.test(tokens[at]?.lower ?? '')
  const role = isSubject
    ? isFirst(scene, floor, at) || isMet(tokens, at)
      ? FIRST_SUBJECT
      : SUBJECT
    : isOwner
      ? OWNER
      : isCompound(tokens, at, end)
        ? FIRST_OF_COMPOUND
        : isOblique(tokens, at, floor)
          ? OBLIQUE
          : OBJECT
  return { at, line: lineOf(scene, at), weight: isQuoted ? role * QUOTED : role, isQuoted, isSubject }
}

const LINES = new WeakMap<Scene, Int32Array>()

/** The number of the reporter's own sentence in which the token stands, or which a quotation follows. */
export function lineOf(scene: Scene, at: number): number {
  const known = LINES.get(scene) ?? countLines(scene)
  LINES.set(scene, known)
  return known[scene.sentenceOf[at] ?? 0] ?? 0
}

function countLines({ tokens, sentences, quotationOf }: Scene): Int32Array {
  const lines = new Int32Array(sentences.length)
  let line = 0
  sentences.forEach(({ from, to }, i) => {
    for (let at = from; at < to; at++) {
      if ((quotationOf[at] ?? -1) >= 0 || !/\p{L}/u.test(tokens[at]?.text ?? '')) continue
      line += 1
      break
    }
    lines[i] = line
  })
  return lines
}

const LONGEST_INSERT = 24 // words between the commas after a name

// Marrow said; Marrow, the envoy, said; Marrow also said; Marrow (Karsk) said
function isBeforeVerb({ tokens, quotationOf }: Scene, end: number, ceiling: number, start = end): boolean {
  let at = end
  const mark = tokens[at]?.text ?? ''
  const closing = mark === '(' ? ')' : /^(,|—|–)$/.test(mark) ? mark : undefined
  const isApposed = closing !== undefined && isFiniteVerb(tokens[at + 1]) && opens(tokens, start, closing)
  if (closing && !isApposed) {
    let close = at + 1
    while (close < ceiling && close - at < LONGEST_INSERT && tokens[close]?.text !== closing) close += 1
    if (tokens[close]?.text !== closing) return false
    at = close + 1
  } else if (isApposed) at += 1 // the envoy, Ilse Marrow, said
  while (at < ceiling && /^(ADV|PART)$/.test(tokens[at]?.pos ?? '') && !/^(’s|'s)$/.test(tokens[at]?.lower ?? ''))
    at += 1
  if (quotationOf[at] !== quotationOf[end - 1]) return false
  return isFiniteVerb(tokens[at])
}

// the envoy, Ilse Marrow, said: a mark before her as well as behind
function opens(tokens: readonly Token[], start: number, mark: string): boolean {
  let at = start - 1
  while (at >= 0 && start - at < 6 && /^(NOUN|PROPN|ADJ|DET)$/.test(tokens[at]?.pos ?? '')) at -= 1
  return tokens[at]?.text === mark
}

// the Marrow campaign; Marrow spokeswoman Runa Hald
function isCompound(tokens: readonly Token[], at: number, end: number): boolean {
  return /^(NOUN|PROPN)$/.test(tokens[end]?.pos ?? '') && /^\p{Lu}/u.test(tokens[at]?.text ?? '')
}

function isFiniteVerb(token: Token | undefined): boolean {
  return token !== undefined && /^(VERB|AUX)$/.test(token.pos) && !/ing$/.test(token.lower)
}

// Ilse Marrow and envoy Runa Hald said: the first of two
function isJoined(scene: Scene, end: number, ceiling: number): boolean {
  const { tokens } = scene
  if (tokens[end]?.lower !== 'and') return false
  let at = end + 1
  while (at < ceiling && /^(PROPN|NOUN|ADJ|DET|NUM)$/.test(tokens[at]?.pos ?? '')) at += 1
  return at > end + 1 && isBeforeVerb(scene, at, ceiling)
}

// Ilse Marrow met Runa Hald: Hald met Marrow as well
function isMet(tokens: readonly Token[], at: number): boolean {
  return /^(met|meets|debated|debates|joined|joins)$/.test(tokens[at - 1]?.lower ?? '')
}

// Marrow rose; Speaking to the council, Marrow said: the clause before the comma has no subject of its own, or a lesser one
function isFirst({ tokens, quotationOf }: Scene, floor: number, at: number): boolean {
  if (tokens[at - 1]?.text === ',' && /^(ADP|SCONJ|VERB|ADV)$/.test(tokens[floor]?.pos ?? '')) return true
  for (let before = floor; before < at; before++)
    if (/^(VERB|AUX)$/.test(tokens[before]?.pos ?? '') && (quotationOf[before] ?? -1) < 0) return false
  return true
}

// with envoy Ilse Marrow: back over her title to the preposition
function isOblique(tokens: readonly Token[], at: number, floor: number): boolean {
  let before = at - 1
  while (before >= floor && at - before < 6 && /^(DET|ADJ|NOUN|PROPN|NUM)$/.test(tokens[before]?.pos ?? '')) before -= 1
  return before >= floor && tokens[before]?.pos === 'ADP'
}
