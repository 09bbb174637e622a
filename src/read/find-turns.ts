// Who speaks in a transcript, an interview or a release that sets the name before the words: "MR. ROKE: …", "Q. …".
import { opensQuotation, type Range, type Scene } from './scene.ts'
import type { Sentence, Token } from './tokenise.ts'

/** A label and the mark after it, which is the cue. */
export interface LabelledTurn {
  readonly label: Range
  readonly mark: number
  readonly isSure: boolean // by its spelling alone; a name in small letters may head a list as well
}

const FOUND = new WeakMap<Scene, ReadonlyMap<number, LabelledTurn>>() // several steps ask, and the walk is over the whole doc

/** The turns of the doc, by their mark. */
export function findTurns(scene: Scene): ReadonlyMap<number, LabelledTurn> {
  const known = FOUND.get(scene) ?? lookForTurns(scene)
  FOUND.set(scene, known)
  return known
}

/** The turn with a label that the token stands in; none outside transcripts and the like. */
export function turnAround(scene: Scene, at: number): LabelledTurn | undefined {
  const turn = [...findTurns(scene).values()].findLast(({ mark }) => mark < at)
  const blockOf = (token: number): number => scene.sentences[scene.sentenceOf[token] ?? -1]?.block ?? -1
  if (!turn || (!turn.isSure && blockOf(turn.mark) !== blockOf(at))) return undefined
  return turn.label.to > turn.label.from ? turn : undefined
}

/** True for a sentence that a turn opens. */
export function opensTurn(scene: Scene, { from, to }: Range): boolean {
  const turns = findTurns(scene)
  for (let at = from; at < Math.min(to, from + LONGEST + 2); at++) if (turns.has(at)) return true
  return false
}

/** True for the mark of a turn beside others: "Q. Who fired?" is short, but no heading. */
export function isInTranscript(scene: Scene, mark: number): boolean {
  const turns = findTurns(scene)
  return turns.get(mark)?.isSure === true && turns.size > 1
}

function lookForTurns(scene: Scene): Map<number, LabelledTurn> {
  const turns = new Map<number, LabelledTurn>()
  const named: LabelledTurn[] = []
  scene.sentences.forEach((sentence, i) => {
    const isFirst = scene.sentences[i - 1]?.block !== sentence.block
    const turn = turnAt(scene, sentence, isFirst)
    if (!turn) return
    if (turn.isSure || opensQuotation(scene, turn.mark + 1)) turns.set(turn.mark, turn)
    else named.push(turn)
  })
  if (turns.size > 0) for (const turn of bareTurns(scene)) turns.set(turn.mark, turn)
  if (isExchange(scene, named)) for (const turn of named) turns.set(turn.mark, turn)
  return turns
}

// Q Who knows?: beside turns with a mark the letter alone is one, and who asks is not said
function bareTurns({ sentences, tokens }: Scene): LabelledTurn[] {
  return sentences.flatMap(({ from, to, block }, i): LabelledTurn[] => {
    const isBare = sentences[i - 1]?.block !== block && to > from + 1 && /^[QA]$/.test(tokens[from]?.text ?? '')
    const isFollowed = /^\p{Lu}/u.test(tokens[from + 1]?.text ?? '')
    return isBare && isFollowed ? [{ label: { from, to: from }, mark: from, isSure: true }] : []
  })
}

const LONGEST = 10 // words and marks: "Anselm Roke, Foreign Minister of Veldania:"
const LABEL = /^\p{Lu}[\p{Lu}.’'-]*$/u // ROKE, MR., O’DELL
const ASKED = /^(Q|A)$/
const DESK =
  /^(breaking|update|updated|watch|live|video|photos?|opinion|analysis|exclusive|notes?|notebook|diary|week|corrected|corrections|corrects|refile|recast|wrapup|flash|digest|editor|editor’s|correction|background|date|subject|contact|location|explainer|explained|factbox|timeline|profile|editorial|comment|commentary|interview|podcast|recap|roundup|round-up|newsletter|briefing|preview|review|report|quiz|poll|survey|obituary|letters?|column|context|clarification|transcript|factcheck|fact-check|verdict|summary|highlights|latest|alert|developing|urgent)$/

/** True for the desk's own labels, which speak for nobody: "BREAKING: Lock closed, keeper says". */
export function isDeskLabel(words: readonly Token[]): boolean {
  return words.some(({ lower }) => DESK.test(lower))
}

/** The turn that the sentence opens, if it does; a name in small letters only where a paragraph begins. */
function turnAt(scene: Scene, sentence: Sentence, isFirst: boolean): LabelledTurn | undefined {
  const { tokens, quotationOf } = scene
  let from = sentence.from
  while (from < sentence.to && /^[[(*•–—-]$/.test(tokens[from]?.text ?? '')) from += 1
  const end = Math.min(sentence.to, from + LONGEST)
  let mark = from
  while (mark < end && tokens[mark]?.text !== ':') mark += 1
  const isShort = tokens[from + 1]?.text === '.' && /^[QA]$/.test(tokens[from]?.text ?? '') && isFirst // Q. Who fired?
  if (isShort) mark = from + 1
  if (mark >= end || mark === from || mark + 1 >= tokens.length || (quotationOf[mark] ?? -1) >= 0) return undefined
  if (scene.sentences[scene.sentenceOf[mark + 1] ?? -1]?.block !== sentence.block) return undefined
  const words = tokens.slice(from, mark)
  if (isDeskLabel(words)) return undefined
  const label = { from, to: mark }
  const [first] = words
  if (first && words.length === 1 && ASKED.test(first.text)) return { label, mark, isSure: true }
  const letters = words.reduce((sum, { text }) => sum + text.replace(/[^\p{L}]/gu, '').length, 0)
  const isFigure = /^(NUM|SYM)$/.test(tokens[mark + 1]?.pos ?? '') // Karsk: 14 seats
  if (words.every(({ text, pos }) => LABEL.test(text) || (pos === 'PUNCT' && /^[().,]$/.test(text))))
    return letters > 1 ? { label, mark, isSure: true } : undefined
  return isFirst && !isFigure && isName(words) ? { label, mark, isSure: false } : undefined
}

const MOST_NAMES = 4 // words of a name with its title; an office may follow after a comma

// Commissioner Ilse Marrow / Anselm Roke, Foreign Minister
function isName(words: readonly { text: string; pos: string; lower: string }[]): boolean {
  const comma = words.findIndex(({ text }) => text === ',')
  const name = comma < 0 ? words : words.slice(0, comma)
  if (name.length === 0 || name.length > MOST_NAMES) return false
  if (words.some(({ pos }) => /^(VERB|AUX)$/.test(pos))) return false
  return name.every(({ text, pos }) => pos === 'PROPN' && /^\p{Lu}/u.test(text))
}

// Roke: No. ¶ Marrow: Yes. ¶ Roke: No.: names that take turns and come back, not the heads of a list
function isExchange({ tokens }: Scene, turns: readonly LabelledTurn[]): boolean {
  const labels = turns.map(({ label }) =>
    tokens
      .slice(label.from, label.to)
      .map(({ lower }) => lower)
      .join(' '),
  )
  return labels.length > 2 && new Set(labels).size < labels.length
}
