// Whom the words were said to: an outlet, reporters, a counterpart, a crowd.
import type { Hearer } from '../model/attribution.ts'
import { makeSpan, type Span } from '../model/span.ts'
import type { ChainBook, Entry } from './chain-book.ts'
import type { Names } from './find-names.ts'
import { outletFrom } from './find-outlet.ts'
import { nounPhraseBefore } from './noun-phrase.ts'
import { type Resolved, resolveWords } from './resolve-sources.ts'
import { type Range, type Scene, spanOf, textOf } from './scene.ts'

export interface Heard {
  readonly hearer: Hearer
  readonly entry: Entry | undefined // of the outlet or counterpart
}

const PRESS =
  /\b(reporters?|journalists?|newsmen|the (?:\p{L}+ )?(?:press|media)(?: corps)?|correspondents?|news (?:conference|briefing)|press (?:conference|briefing)|news outlets|newspapers)\b/iu

const PUBLIC =
  /\b(crowds?|audiences?|supporters|viewers|listeners|rally|rallies|voters|the nation|the public|parliament|lawmakers|deputies|senators|conference|convention|gathering|meeting|forum|hearing|town ?hall|students|graduates|attendees|fans|followers|worshippers|congregation|delegates|veterans|donors|summit)\b/i

// told this newspaper: the doc's own outlet
const OWN =
  /^(?:this|our) (?:paper|newspaper|news agency|agency|magazine|site|website|outlet|network|station|channel|publication|reporter|column)\b/i

// told the truth, told a joke, told stories: what is told, not to whom
const TOLD_THING =
  /\b(?:truth|lies?|jokes?|story|stories|tales?|time|difference|fortune|secrets?|version|side|side of|things?|words?|facts?|all|everything|nothing|something|anything|much|it|that|what|how|why|whether)$/i

// told Meridian, told reporters, revealed to Radio Askevar, wrote to the council
export function findHearer(scene: Scene, { relation }: Resolved, names: Names, book: ChainBook): Heard | undefined {
  const { tokens } = scene
  const { cue } = relation
  const start = hearerStart(scene, cue)
  if (start < 0) return undefined
  const blocked = (at: number): boolean =>
    relation.content.some(({ from, to }) => from <= at && at < to) ||
    (relation.source !== undefined && relation.source.from <= at && at < relation.source.to)
  if (blocked(start)) return undefined
  const outlet = outletFrom(scene, start, names, book)
  if (outlet && !blocked(outlet.range.to - 1) && !isGuest(scene, start, outlet.range.to))
    return heardBy(scene, outlet.entry, outlet.range)
  let to = start
  while (
    to < tokens.length &&
    !blocked(to) &&
    (/^(NOUN|PROPN|PRON|DET|ADJ|NUM|PART)$/.test(tokens[to]?.pos ?? '') ||
      isGap(scene, to, start) ||
      isAttribute(scene, to)) &&
    !/^(that|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last|earlier)$/.test(tokens[to]?.lower ?? '')
  )
    to += 1
  const range = nounPhraseBefore(scene, to, start)
  if (to === start || !range) return undefined
  const words = spanOf(scene, range)
  const text = textOf(scene, range)
  if (OWN.test(text)) return { hearer: { kind: 'outlet', words }, entry: undefined }
  if (PRESS.test(text)) return { hearer: { kind: 'press', words }, entry: undefined }
  if (TOLD_THING.test(text) || !/\p{L}{2}/u.test(text) || isBare(scene, range)) return undefined
  const [entry] = resolveWords(scene, range, names, book)
  if (entry?.kind === 'outlet') return heardBy(scene, entry, range)
  if (PUBLIC.test(text)) return { hearer: { kind: 'public', words }, entry: undefined }
  return { hearer: { kind: 'counterpart', words, ...(entry && { who: entry.id }) }, entry }
}

// told a Meridian lunch group: a crowd; told a Meridian reporter: Meridian
function isGuest({ tokens }: Scene, start: number, to: number): boolean {
  if (!/^an?$/.test(tokens[start]?.lower ?? '')) return false
  const next = tokens[to]
  return (
    next?.pos === 'NOUN' &&
    !/^(?:reporter|journalist|correspondent|columnist|editor|interviewer|anchor|host|podcast|program|programme|show|crew|writer)$/.test(
      next.lower,
    )
  )
}

/** Where a hearer would begin: after "told", after the "to" of "said to"; -1 where the cue takes none. */
function hearerStart({ tokens }: Scene, { to, head, verb }: Resolved['relation']['cue']): number {
  if (verb?.takesHearer) return /^(?:that|of|about)$/.test(tokens[to - 1]?.lower ?? '') ? -1 : Math.max(to, head + 1)
  const after = tokens[to]?.lower === 'to' ? to + 1 : tokens[to - 1]?.lower === 'to' && to - 1 > head ? to : -1
  return after > 0 && (verb?.frames.has('that') || verb?.frames.has('quote')) ? after : -1
}

// told an invited crowd
function isAttribute({ tokens }: Scene, at: number): boolean {
  return tokens[at]?.pos === 'VERB' && /^(?:DET|ADJ)$/.test(tokens[at - 1]?.pos ?? '') && tokens[at + 1]?.pos === 'NOUN'
}

// told the Karskan - Lindrian council
function isGap({ tokens }: Scene, at: number, start: number): boolean {
  return at > start && tokens[at]?.text === '-'
}

// a hearer is more than an article or a number
function isBare({ tokens }: Scene, { from, to }: Range): boolean {
  return tokens
    .slice(from, to)
    .every(({ pos, lower }) => /^(DET|NUM|PUNCT|PART)$/.test(pos) || /^(?:it|that)$/.test(lower))
}

const TO_PRESS =
  /\b(?:speaking|talking|spoke|talked|remarks|comments|call|briefing|conference|asked|interview) (?:to|with|by|for) (?<who>(?:the |a group of |a )?(?:\p{L}+ )?(?:reporters?|journalists?|correspondents|press(?: corps)?|media))\b/diu

/** Reporters whom the words around the cue name: "speaking to reporters in Karsk, Hale said". */
export function findPress({ doc }: Scene, runs: readonly Span[]): Heard | undefined {
  for (const run of runs) {
    const [start, end] = TO_PRESS.exec(doc.text.slice(run.start, run.end))?.indices?.groups?.who ?? []
    if (start === undefined || end === undefined) continue
    return {
      hearer: { kind: 'press', words: makeSpan(doc.text, run.start + start, run.start + end) },
      entry: undefined,
    }
  }
  return undefined
}

/** Said to this outlet. */
export function heardBy(scene: Scene, entry: Entry, range: Range): Heard {
  return { hearer: { kind: 'outlet', words: spanOf(scene, range), who: entry.id }, entry }
}
