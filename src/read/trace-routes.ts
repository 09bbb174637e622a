// Through whose hands the words came: the hearer, the setting, the outlet that was told, what an outlet rests on, and
// which attribution lies within which.
import type { Attribution, Hearer, Setting, StatedSource, When } from '../model/attribution.ts'
import { makeSpan, type Span } from '../model/span.ts'
import type { ChainBook, Entry } from './chain-book.ts'
import type { Names } from './find-names.ts'
import { nounPhraseBefore } from './find-sources.ts'
import { nameSource } from './name-source.ts'
import { type Resolved, resolveWords, sourceOf } from './resolve-sources.ts'
import { resolveTime } from './resolve-times.ts'
import { type Range, type Scene, spanOf, textOf } from './scene.ts'

export interface Route {
  readonly hearer?: Hearer
  readonly setting?: Setting
  readonly said?: When
  readonly via: readonly StatedSource[]
  readonly restsOn?: StatedSource
}

const PRESS = /\b(reporters?|journalists?|newsmen|the press|the media|correspondents?)\b/i
const PUBLIC =
  /\b(crowd|audience|supporters|viewers|listeners|rally|voters|the nation|the public|parliament|lawmakers|deputies|senators|conference)\b/i
const SETTINGS: readonly (readonly [Setting['kind'], RegExp])[] = [
  ['briefing', /\b(?:press|news|daily|weekly|regular)[ -](?:briefing|conference)|\bbriefing\b/i],
  ['interview', /\binterview\b/i],
  ['statement', /\b(?:statement|communiqu[eé]|press release|letter|note|memo|readout)\b/i],
  ['call', /\b(?:telephone|phone|conference)? ?call\b/i],
  ['speech', /\b(?:speech|address|remarks|lecture|toast)\b/i],
  ['post', /\b(?:tweet|post|social media|Telegram|video message|blog)\b/],
]

export interface Routed {
  readonly resolved: Resolved
  readonly route: Route
}

/** The route of one attribution: `clause` is what surrounds the cue outside its content. */
export function traceRoute(scene: Scene, resolved: Resolved, names: Names, book: ChainBook): Routed {
  const clause = clauseAround(scene, resolved)
  const heard = findHearer(scene, resolved, names, book)
  const setting = findSetting(scene, clause)
  const said = findTime(scene, clause)
  const outlet =
    heard?.hearer.kind === 'outlet'
      ? heard.entry
      : outletOfSetting(scene, afterCue(scene, resolved, clause), names, book)
  const [first] = resolved.entries
  if (outlet && first?.voice.kind === 'anonymous') {
    first.toldTo = outlet
    if (first.among) first.among.toldTo ??= outlet
  }
  const teller = outlet ?? (first?.voice.kind === 'anonymous' ? (first.toldTo ?? first.among?.toldTo) : undefined)
  const words = teller && (heard?.entry === teller ? heard.hearer.words : teller.mentions.at(-1)?.span)
  const restsOn = findFoundation(scene, resolved, names, book)
  const route: Route = {
    ...(heard && { hearer: heard.hearer }),
    ...(setting && { setting }),
    ...(said && { said }),
    via: teller && words && !resolved.entries.includes(teller) ? [sourceOf([teller], words)] : [],
    ...(restsOn && { restsOn }),
  }
  return { resolved, route }
}

/** The tokens of the cue's sentence that are not in its content, within reach of the cue. */
function clauseAround({ sentences, sentenceOf }: Scene, { relation }: Resolved): number[] {
  const sentence = sentences[sentenceOf[relation.cue.head] ?? -1]
  if (!sentence) return []
  const isInContent = (at: number): boolean => relation.content.some(({ from, to }) => from <= at && at < to)
  const all = Array.from({ length: sentence.to - sentence.from }, (_, i) => sentence.from + i)
  return all.filter(
    (at) =>
      !isInContent(at) &&
      !(
        relation.source &&
        relation.source.from <= at &&
        at < relation.source.to &&
        relation.source.to - relation.source.from > 0 &&
        at < relation.cue.from
      ),
  )
}

/** What follows the cue up to the next comma or content: "in the Courier on Monday". */
function afterCue({ tokens }: Scene, { relation: { cue } }: Resolved, clause: readonly number[]): number[] {
  const after: number[] = []
  for (let at = cue.to; clause.includes(at) && !/^[,;.:]$/.test(tokens[at]?.text ?? ''); at++) after.push(at)
  return after
}

/** Runs of neighbouring tokens, as spans. */
function runsOf(scene: Scene, clause: readonly number[]): Span[] {
  const runs: Range[] = []
  for (const at of clause) {
    const last = runs.at(-1)
    if (last && last.to === at) runs[runs.length - 1] = { from: last.from, to: at + 1 }
    else runs.push({ from: at, to: at + 1 })
  }
  return runs.map((run) => spanOf(scene, run))
}

// told Meridian, told reporters, revealed to Radio Askevar, in a letter to the council
function findHearer(
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

function findSetting(scene: Scene, clause: readonly number[]): Setting | undefined {
  for (const run of runsOf(scene, clause)) {
    const text = scene.doc.text.slice(run.start, run.end)
    for (const [kind, pattern] of SETTINGS) {
      const match = pattern.exec(text)
      const words = match?.[0].trimStart()
      if (match && words) {
        const start = run.start + match.index + (match[0].length - words.length)
        return { kind, words: makeSpan(scene.doc.text, start, start + words.length) }
      }
    }
  }
  return undefined
}

function findTime(scene: Scene, clause: readonly number[]): When | undefined {
  for (const run of runsOf(scene, clause)) {
    const found = resolveTime(scene.doc.text.slice(run.start, run.end), scene.doc.published)
    if (!found) continue
    const start = run.start + found.at
    return { from: found.from, until: found.until, words: makeSpan(scene.doc.text, start, start + found.words.length) }
  }
  return undefined
}

// said in a Meridian interview / wrote in the Courier / told in an interview with Radio Askevar
function outletOfSetting(scene: Scene, clause: readonly number[], names: Names, book: ChainBook): Entry | undefined {
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

// according to Meridian, which cites three unnamed Veldanian officials / Meridian reported, citing two diplomats
function findFoundation(
  scene: Scene,
  { relation, entries }: Resolved,
  names: Names,
  book: ChainBook,
): StatedSource | undefined {
  const { tokens, sentences, sentenceOf } = scene
  const sentence = sentences[sentenceOf[relation.cue.head] ?? -1]
  const [outlet] = entries
  if (outlet?.kind !== 'outlet' || !sentence) return undefined
  for (let at = sentence.from; at < sentence.to; at++) {
    const isCiting = /^(cites|cited|citing|quoting|quoted|quotes)$/.test(tokens[at]?.lower ?? '')
    if (!isCiting) continue
    let to = at + 1
    while (to < sentence.to && /^(NOUN|PROPN|ADJ|NUM|DET)$/.test(tokens[to]?.pos ?? '')) to += 1
    if (to === at + 1) continue
    const range = { from: at + 1, to }
    const [entry, ...rest] = resolveWords(scene, range, names, book)
    if (!entry) continue
    entry.toldTo = outlet
    return sourceOf([entry, ...rest], spanOf(scene, range))
  }
  return undefined
}

/** The attribution that this one lies within: the smallest content that holds its cue and content. */
export function enclosing<T extends Pick<Attribution, 'cue' | 'content' | 'id'>>(
  one: T,
  all: readonly T[],
): T | undefined {
  const start = Math.min(one.cue[0].start, one.content[0].start)
  const end = Math.max(...one.cue.map((s) => s.end), ...one.content.map((s) => s.end))
  const slack = 2 // a closing mark or stop
  return all
    .filter(
      (other) =>
        other.id !== one.id &&
        other.content.some((s) => s.start <= start && end <= s.end + slack && s.end - s.start > end - start - slack) &&
        !overlapsCue(other, start, end),
    )
    .toSorted((a, b) => length(a) - length(b))[0]
}

function overlapsCue(other: Pick<Attribution, 'cue'>, start: number, end: number): boolean {
  return other.cue.some((s) => s.start < end && start < s.end)
}

function length({ content }: Pick<Attribution, 'content'>): number {
  return content.reduce((sum, s) => sum + s.end - s.start, 0)
}
