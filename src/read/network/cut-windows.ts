// Long docs are scored in windows that the encoder can hold, each seeing some words beyond those it decides.
import type { Word } from './split-words.ts'

/** Words `from` to `to` are shown; the cues among `coreFrom` to `coreTo` are decided here. */
export interface Window {
  readonly from: number
  readonly to: number
  readonly coreFrom: number
  readonly coreTo: number
}

const CONTEXT = 40 // pieces shown before and after the core: about two sentences
const LOOK = 60 // pieces by which a cut may move to a better place

/**
 * As few windows as can be, none of more than `room` pieces, of about one size, cut between paragraphs or sentences
 * where one is near. `sizes`: pieces a word, each at most a tenth of the room.
 */
export function cutWindows(words: readonly Word[], sizes: readonly number[], room: number): Window[] {
  const before = [0] // by word: the pieces before it; at the end all
  for (const size of sizes) before.push((before.at(-1) ?? 0) + size)
  const total = before.at(-1) ?? 0
  if (words.length === 0) return []
  if (total <= room) return [{ from: 0, to: words.length, coreFrom: 0, coreTo: words.length }]
  const most = room - 2 * CONTEXT // pieces of a core
  const windows: Window[] = []
  for (let coreFrom = 0; coreFrom < words.length; coreFrom = windows.at(-1)?.coreTo ?? words.length) {
    const start = before[coreFrom] ?? total
    const count = Math.ceil((total - start) / most)
    const target = start + (total - start) / count
    const least = Math.max(target - LOOK, total - (count - 1) * most)
    const coreTo = count === 1 ? words.length : bestCut(words, before, { least, target, most: start + most }, coreFrom)
    const [low, high] = [start - CONTEXT, (before[coreTo] ?? total) + CONTEXT]
    const to = upTo(before, high)
    windows.push({ from: Math.min(coreFrom, lowerBound(before, low)), to: Math.max(coreTo, to), coreFrom, coreTo })
  }
  return windows
}

interface Limits {
  readonly least: number
  readonly target: number
  readonly most: number
}

/** The word to cut before: a paragraph's first near the target, else a sentence's, else the one at the target. */
function bestCut(words: readonly Word[], before: readonly number[], limits: Limits, coreFrom: number): number {
  const last = Math.max(coreFrom + 1, upTo(before, Math.min(limits.most, limits.target + LOOK)))
  let best = { word: last, cost: Number.POSITIVE_INFINITY }
  for (let word = Math.max(coreFrom + 1, lowerBound(before, limits.least)); word <= last; word++) {
    const isSentence = /^[.!?”"’)]$/.test(words[word - 1]?.text ?? '') && /^[1-3]$/.test(String(words[word]?.shape))
    const price = words[word]?.gap === 3 ? 0 : isSentence ? LOOK : 2 * LOOK
    const cost = Math.abs((before[word] ?? 0) - limits.target) + price
    if (cost < best.cost) best = { word, cost }
  }
  return best.word
}

/** The last index whose value does not pass `limit`. */
function upTo(values: readonly number[], limit: number): number {
  const at = lowerBound(values, limit)
  return values[at] === limit ? at : at - 1
}

/** The first index whose value reaches `wanted`. */
function lowerBound(values: readonly number[], wanted: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
