// Who says it, where the network names but a scrap of them, or whoever hears it or is spoken of.

import { TIME } from './noun-phrase.ts'
import type { Draft, Relation } from './relation.ts'
import type { Range, Scene } from './scene.ts'

/** The draft with the source that its sentence shows; with none where who is named only hears it. */
export function mendSource(scene: Scene, draft: Draft, ruled: readonly Relation[]): Draft {
  return withoutHearer(scene, withWholeSource(scene, draft, ruled))
}

// [The] shipowner, who asked not to be named, said: a source of which only a scrap was seen is the rule's
function withWholeSource({ tokens }: Scene, draft: Draft, ruled: readonly Relation[]): Draft {
  // An aide, who spoke freely because [they were not authorised to brief], said: nor is a clause a source
  const isScrap = (source: Range): boolean =>
    (source.to - source.from > 2 && isClause(tokens, source)) ||
    !tokens.slice(source.from, source.to).some(({ pos }) => /^(?:NOUN|PROPN|PRON|NUM|X|ADJ)$/.test(pos))
  if (!draft.source) return draft
  const teller = tellerWithin(tokens, draft.source, draft.cue)
  if (teller) return { ...draft, source: teller }
  if (!isScrap(draft.source)) return draft
  return { ...draft, source: ruled.find((rule) => meets(draft, rule))?.source ?? draft.source }
}

// Hale, who [prosecutors] say took bribes, …: they say it, of him; but: Hale, who last week said
function tellerWithin(tokens: Scene['tokens'], source: Range, cue: Range): Range | undefined {
  if (!/^(?:who|whom|which)$/.test(tokens[source.from]?.lower ?? '') || source.to > cue.from) return undefined
  const words = tokens.slice(source.from + 1, cue.from).filter(({ text }) => text !== ',')
  const [first, last] = [words[0], words.at(-1)]
  const isPhrase =
    /^(?:NOUN|PROPN|DET|ADJ|NUM|PRON)$/.test(first?.pos ?? '') &&
    /^(?:NOUN|PROPN)$/.test(last?.pos ?? '') &&
    !words.some(({ pos, text, lower }) => /^(?:VERB|AUX)$/.test(pos) || TIME.test(text) || TIMES.test(lower))
  return isPhrase && first && last ? { from: first.at, to: last.at + 1 } : undefined
}

const TIMES = /^(?:hour|day|week|month|year|time|morning|afternoon|evening|night|summer|winter|spring|autumn)s?$/

// Hale, told that the dam was sold, wept. / Hale, warned that it might burst, stayed.: he heard it, and nobody says from whom
function withoutHearer(scene: Scene, draft: Draft): Draft {
  const { tokens, sentences } = scene
  const { source, cue, content, sentence } = draft
  const isAfterComma = source !== undefined && source.to >= cue.from - 1 && tokens[cue.from - 1]?.text === ','
  if (!isAfterComma || cue.to - cue.from > 1 || !cue.past) return draft
  const end = sentences[sentence]?.to ?? cue.to
  const comma = tokens.findIndex(({ text }, at) => at > cue.to && at < end && text === ',')
  const verb = comma < 0 ? undefined : tokens.slice(comma + 1, end).find(({ pos }) => pos !== 'ADV')
  const goesOn = /^(?:VERB|AUX)$/.test(verb?.pos ?? '') && !verb?.lower.endsWith('ing')
  // Hale, the mayor, warned: that comma ends what is said of him
  const isInsert = tokens.slice(source.from, cue.from - 1).some(({ text }) => text === ',')
  if (!isHeard(`${tokens[cue.from]?.lower} ${tokens[cue.to]?.lower}`, isInsert, goesOn)) return draft
  const cut = goesOn ? content.map(({ from, to }) => ({ from, to: Math.max(from + 1, Math.min(to, comma)) })) : content
  return { ...draft, source: undefined, content: cut }
}

function isHeard(words: string, isInsert: boolean, goesOn: boolean): boolean {
  if (/^(?:told|informed) that$/.test(words)) return true // who tells it names a hearer: told aides that
  if (isInsert) return false
  return /^asked (?:that|whether|if)$/.test(words) || (goesOn && /^(?:warned|advised) that$/.test(words))
}

function isClause(tokens: Scene['tokens'], { from }: Range): boolean {
  const isSubject = /^(?:he|she|they|it|we|i)$/.test(tokens[from]?.lower ?? '')
  return isSubject && /^(?:AUX|VERB)$/.test(tokens[from + 1]?.pos ?? '')
}

/** True where the cues of both share a word. */
export function meets(a: Draft, b: Relation): boolean {
  return a.cue.from < b.cue.to && b.cue.from < a.cue.to
}
