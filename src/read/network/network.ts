// What the network finds in a doc: numbers and the labels that follow from them. What becomes of them is for the rules.
import type { Block, Doc } from '../../model/doc.ts'
import type { Name } from '../../model/reading.ts'
import { makeSpan } from '../../model/span.ts'
import { bestPath, CONTENT, CUE, NONE, SOURCE } from './best-path.ts'
import { cutWindows, type Window } from './cut-windows.ts'
import { evidenceOf, judgeSureness } from './judge-sureness.ts'
import { splitWords, type Word } from './split-words.ts'

/** Scores one window. Both answers are row-major and rounded to 1/1000, so that they are the same on every run. */
export interface Scorer {
  readonly room: number // pieces a window may hold
  readonly reach: number // words that a cue looks to either side
  readonly floor: number // the probability from which a cue stands
  readonly sureness: readonly number[] // weights of `evidenceOf`, by which log odds of being right are told
  piecesOf(word: string): readonly number[]
  /** By word: the probability that a cue begins there, and those of the seven labels of names. */
  scoreWords(words: readonly Word[]): Promise<{ begins: Float32Array; names: Float32Array; vectors: Vectors }>
  /** By cue and by word from `reach` before it to `reach` after: log probabilities of the seven labels of roles. */
  scoreRoles(vectors: Vectors, cues: readonly number[]): Promise<Float32Array>
}

/** A window's word vectors, as the encoder gives them and the roles take them. */
export interface Vectors {
  readonly data: Float32Array
  readonly words: number
}

/** A cue with its source and content, as ranges of the doc's characters, and how sure the network is of each. */
export interface Voiced {
  readonly cue: Extent
  readonly source: readonly Extent[]
  readonly content: readonly Extent[]
  readonly begins: number // probability of the cue, 0 to 1
  readonly evidence: readonly number[] // what the confidence rests on, for the calibration
  readonly confidence: number // how often such a find is right in source and content, 0 to 1
}

export interface Extent {
  readonly start: number
  readonly end: number
}

export interface Findings {
  readonly voiced: readonly Voiced[]
  readonly named: readonly Name[] // each as sure as its least sure word
}

const LABELS = 7
const KINDS: readonly Name['kind'][] = ['person', 'organisation', 'place']

/** What the network finds, in order of the text. The same doc and weights give the same findings. */
export async function findByNetwork(doc: Doc, scorer: Scorer): Promise<Findings> {
  const found: Findings[] = []
  for (const blocks of apart(doc.blocks)) {
    const words = splitWords({ text: doc.text, blocks })
    const sizes = words.map((word) => scorer.piecesOf(word.text).length)
    for (const window of cutWindows(words, sizes, scorer.room)) {
      found.push(await scoreWindow(doc.text, words.slice(window.from, window.to), window, scorer))
    }
  }
  return {
    voiced: found.flatMap(({ voiced }) => voiced).toSorted((a, b) => a.cue.start - b.cue.start),
    named: found.flatMap(({ named }) => named).toSorted((a, b) => a.span.start - b.span.start),
  }
}

// OFFER IS DEAD ¶ The offer is dead, the envoy said.: a headline is no sentence of the report; each is read by itself
function apart(blocks: readonly Block[]): (readonly Block[])[] {
  const isBody = ({ kind }: Block): boolean => kind === 'paragraph' || kind === 'quote'
  return [blocks.filter(isBody), ...blocks.filter((block) => !isBody(block)).map((block) => [block])]
}

/** What is found in a window of words, of which those of its core are decided. */
async function scoreWindow(text: string, words: readonly Word[], window: Window, scorer: Scorer): Promise<Findings> {
  const { begins, names, vectors } = await scorer.scoreWords(words)
  const named = namesIn(text, words, names, window)
  const cues: number[] = []
  for (let word = window.coreFrom - window.from; word < window.coreTo - window.from; word++) {
    if ((begins[word] ?? 0) >= scorer.floor) cues.push(word)
  }
  if (cues.length === 0) return { voiced: [], named }
  const roles = await scorer.scoreRoles(vectors, cues)
  const width = (2 * scorer.reach + 1) * LABELS
  const voiced = cues.map((cue, k) => {
    const scores = roles.subarray(k * width, (k + 1) * width)
    return voicedAt(words, cue, inThousandths(begins[cue] ?? 0), scores, scorer)
  })
  return { voiced, named }
}

function voicedAt(words: readonly Word[], cue: number, begins: number, scores: Float32Array, scorer: Scorer): Voiced {
  const { reach } = scorer
  const low = Math.max(0, cue - reach)
  const count = Math.min(words.length, cue + reach + 1) - low
  const own = scores.subarray((low - cue + reach) * LABELS, (low - cue + reach + count) * LABELS)
  const path = bestPath(own, count, cue - low)
  const evidence = evidenceOf({ begins, path, scores: own })
  const extents = (first: number): Extent[] => extentsOf(words, path, low, first)
  return {
    cue: extents(CUE)[0] ?? { start: words[cue]?.start ?? 0, end: words[cue]?.end ?? 0 },
    source: extents(SOURCE),
    content: extents(CONTENT),
    begins,
    evidence,
    confidence: judgeSureness(evidence, scorer.sureness),
  }
}

/** The runs of words that bear the role whose first label is given. */
function extentsOf(words: readonly Word[], path: readonly number[], low: number, first: number): Extent[] {
  const extents: Extent[] = []
  path.forEach((label, k) => {
    const word = words[low + k]
    const last = extents.at(-1)
    if (!word || (label !== first && label !== first + 1)) return
    const goesOn = label === first + 1 && last !== undefined
    if (goesOn) extents[extents.length - 1] = { start: last.start, end: word.end }
    else extents.push({ start: word.start, end: word.end })
  })
  return extents
}

/** As a 64-bit number: 0.9, where 32 bits hold 0.8999999761581421. */
function inThousandths(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** The names whose first word lies in the window's core. */
function namesIn(text: string, words: readonly Word[], scores: Float32Array, window: Window): Name[] {
  const found: Name[] = []
  let open: { start: number; end: number; kind: number; confidence: number; at: number } | undefined
  const close = (): void => {
    const inCore = open && open.at >= window.coreFrom - window.from && open.at < window.coreTo - window.from
    const kind = open && KINDS[open.kind]
    if (open && inCore && kind)
      found.push({ span: makeSpan(text, open.start, open.end), kind, confidence: inThousandths(open.confidence) })
    open = undefined
  }
  words.forEach((word, at) => {
    const own = scores.subarray(at * LABELS, (at + 1) * LABELS)
    const label = own.indexOf(Math.max(...own))
    const kind = (label - 1) >> 1
    const goesOn = label % 2 === 0 && label !== NONE && open?.kind === kind
    if (!goesOn) close()
    if (label === NONE) return
    const confidence = own[label] ?? 0
    open =
      goesOn && open
        ? { ...open, end: word.end, confidence: Math.min(open.confidence, confidence) }
        : { start: word.start, end: word.end, kind, confidence, at }
  })
  close()
  return found
}
