// Whom the words were said to: an outlet, reporters, a counterpart, a crowd; and the outlet that a setting names.
import type { Hearer } from '../model/attribution.ts'
import type { ChainBook, Entry } from './chain-book.ts'
import type { Names } from './find-names.ts'
import { nameSource } from './name-source.ts'
import { nounPhraseBefore } from './noun-phrase.ts'
import { type Resolved, resolveWords } from './resolve-sources.ts'
import { type Range, type Scene, spanOf, textOf } from './scene.ts'

const PRESS = /\b(reporters?|journalists?|newsmen|the press|the media|correspondents?)\b/i

const PUBLIC =
  /\b(crowd|audience|supporters|viewers|listeners|rally|voters|the nation|the public|parliament|lawmakers|deputies|senators|conference)\b/i

// told Meridian, told reporters, revealed to Radio Askevar, in a letter to the council
export function findHearer(
  scene: Scene,
  { relation }: Resolved,
  names: Names,
  book: ChainBook,
): { hearer: Hearer; entry: Entry | undefined } | undefined {
  const { tokens } = scene
  const { cue } = relation
  const isTold = cue.verb?.takesHearer === true
  const start = isTold ? cue.to : tokens[cue.to]?.lower === 'to' && cue.verb?.frames.has('that') ? cue.to + 1 : -1
  if (start < 0) return undefined
  const blocked = (at: number): boolean =>
    relation.content.some(({ from, to }) => from <= at && at < to) ||
    (relation.source !== undefined && relation.source.from <= at && at < relation.source.to)
  let to = start
  while (
    to < tokens.length &&
    !blocked(to) &&
    /^(NOUN|PROPN|PRON|DET|ADJ|NUM|PART)$/.test(tokens[to]?.pos ?? '') &&
    !/^(that|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last|earlier)$/.test(tokens[to]?.lower ?? '')
  )
    to += 1
  const range = nounPhraseBefore(scene, to, start)
  if (to === start || !range) return undefined
  const words = spanOf(scene, range)
  const text = textOf(scene, range)
  if (PRESS.test(text)) return { hearer: { kind: 'press', words }, entry: undefined }
  const [entry] = outletIn(scene, range, names, book) ?? resolveWords(scene, range, names, book)
  if (entry?.kind === 'outlet') return { hearer: { kind: 'outlet', words, who: entry.id }, entry }
  if (PUBLIC.test(text)) return { hearer: { kind: 'public', words }, entry: undefined }
  return { hearer: { kind: 'counterpart', words, ...(entry && { who: entry.id }) }, entry }
}

// told the Courier's evening programme -> the Courier
function outletIn(scene: Scene, range: Range, names: Names, book: ChainBook): Entry[] | undefined {
  const at = scene.tokens.slice(range.from, range.to).findIndex(({ text }) => /^(’s|'s)$/.test(text))
  if (at <= 0) return undefined
  const entries = outletAt(scene, { from: range.from, to: range.from + at }, names, book)
  return entries.length > 0 ? entries : undefined
}

// said in a Meridian interview / wrote in the Courier / told in an interview with Radio Askevar
export function outletOfSetting(
  scene: Scene,
  clause: readonly number[],
  names: Names,
  book: ChainBook,
): Entry | undefined {
  for (const [i, at] of clause.entries()) {
    const token = scene.tokens[at]
    if (!token || !/^(in|with|on|to|by)$/.test(token.lower)) continue
    let to = at + 1
    while (
      clause[i + to - at] === to &&
      (/^(PROPN|DET|NOUN|ADJ)$/.test(scene.tokens[to]?.pos ?? '') || scene.tokens[to]?.text === '-') &&
      to - at < 8
    )
      to += 1
    for (let end = to; end > at + 1; end--) {
      const [entry] = namedOutlet(scene, { from: at + 1, to: end }, names, book)
      if (entry) return entry
    }
  }
  return undefined
}

function namedOutlet(scene: Scene, range: Range, names: Names, book: ChainBook): Entry[] {
  const words = textOf(scene, range).replace(/^(an?|the) /i, '')
  if (!/^\p{Lu}|^al-/u.test(words)) return []
  const start =
    range.from +
    (/^(an?|the)$/.test(scene.tokens[range.from]?.lower ?? '') && scene.tokens[range.from]?.lower !== 'the' ? 1 : 0)
  return outletAt(scene, { from: start, to: range.to }, names, book)
}

/** The outlet that the words name, if they name one; words that name anything else leave no trace. */
function outletAt(scene: Scene, range: Range, names: Names, book: ChainBook): Entry[] {
  const [voice] = nameSource(scene, range, names)
  return voice?.kind === 'outlet' ? resolveWords(scene, range, names, book) : []
}
