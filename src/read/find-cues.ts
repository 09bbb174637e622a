// The words that say that somebody says something: verbs of the lexicon with their auxiliaries, "according to",
// "reportedly", and the colon after a name. What they attribute, and to whom, is found by other steps.
import { type CueVerb, VERB_BY_FORM, type VerbEntry } from './english/cue-verbs.ts'
import { quotingBefore } from './find-quoting.ts'
import { findSignature } from './find-signature.ts'
import { findSilence } from './find-silence.ts'
import { findTurns, isDeskLabel, type LabelledTurn } from './find-turns.ts'
import { isHeadlineVerb } from './relate-headline.ts'
import type { Range, Scene } from './scene.ts'
import type { Sentence, Token } from './tokenise.ts'
import { BE, groupOf, HAVE } from './verb-group.ts'

export interface Cue extends Range {
  readonly head: number // the verb itself
  readonly kind: 'finite' | 'participle' | 'passive' | 'according to' | 'reportedly' | 'quoted as' | 'colon' | 'silence'
  readonly verb?: CueVerb
  readonly past: boolean
}

const ADVERBS_OF_HEARSAY = new Set(['reportedly', 'allegedly', 'purportedly', 'supposedly'])
const LONGEST_SENTENCE = 400 // words and marks; what runs on for longer is a list, a table or noise

/** The cues of the doc in order. A cue inside a quotation is found as well: whether it counts is decided later. */
export function findCues(scene: Scene): Cue[] {
  const cues: Cue[] = []
  const turns = findTurns(scene)
  for (const sentence of scene.sentences) {
    if (sentence.to - sentence.from > LONGEST_SENTENCE) continue
    for (let at = sentence.from; at < sentence.to; at++) {
      const cue =
        findSilence(scene, at, sentence) ??
        findPhrase(scene, at) ??
        findMark(scene, at, sentence, turns) ??
        findVerb(scene, at, sentence)
      if (!cue) continue
      cues.push(cue)
      at = Math.max(at, cue.to - 1)
    }
  }
  return cues
}

function findPhrase({ tokens }: Scene, at: number): Cue | undefined {
  const word = tokens[at]?.lower ?? ''
  if (word === 'according' && tokens[at + 1]?.lower === 'to') {
    return { from: at, to: at + 2, head: at, kind: 'according to', past: false }
  }
  if (word === 'as') return findQuotedAs(tokens, at)
  return ADVERBS_OF_HEARSAY.has(word) ? { from: at, to: at + 1, head: at, kind: 'reportedly', past: false } : undefined
}

// The agency quoted Marrow as saying that …; she was quoted by the Courier as denying it
function findQuotedAs(tokens: readonly Token[], at: number): Cue | undefined {
  const next = tokens[at + 1]?.lower ?? ''
  const verb = SAID_AS.test(next) ? VERB_BY_FORM.get(next)?.[0]?.verb : undefined
  return verb && quotingBefore(tokens, at) !== undefined
    ? { from: at, to: at + 2, head: at + 1, kind: 'quoted as', verb, past: false }
    : undefined
}

const SAID_AS = /^(?:saying|denying|confirming|admitting|acknowledging|warning|claiming|insisting|stating|arguing)$/
const LONGEST_SPEAKER = 4 // words before the colon; more of them are a sentence

// Marrow: Offer is dead (a headline) / MARROW: We never asked. (a turn) / “It is late.” — Hale (a signature): the mark
// stands for the verb, and is a colon in kind whatever it looks like
function findMark(
  scene: Scene,
  at: number,
  sentence: Sentence,
  turns: ReadonlyMap<number, LabelledTurn>,
): Cue | undefined {
  const cue = { from: at, to: at + 1, head: at, past: false }
  if (turns.has(at)) return { ...cue, kind: 'colon' }
  const { tokens, quotationOf } = scene
  if (tokens[at]?.text !== ':') return findSignature(scene, at) ? { ...cue, kind: 'colon' } : undefined
  if (at + 1 >= sentence.to || at - sentence.from > 2 * LONGEST_SPEAKER || (quotationOf[at] ?? -1) >= 0)
    return undefined
  if (sentence.kind !== 'headline' && !sentence.isFirst) return undefined
  const before = tokens.slice(sentence.from, at).filter(({ pos }) => pos !== 'PUNCT')
  if (before.length === 0 || before.length > LONGEST_SPEAKER || isDeskLabel(before)) return undefined
  return before.every(({ pos, text }) => pos === 'PROPN' && /^\p{Lu}/u.test(text))
    ? { ...cue, kind: 'colon' }
    : undefined
}

function findVerb(scene: Scene, at: number, sentence: Range): Cue | undefined {
  const { tokens } = scene
  const token = tokens[at]
  const entry = token && (isHeadlineVerb(scene, at, sentence) ? anyEntry(token) : chooseEntry(tokens, at, sentence))
  if (!token || !entry) return undefined
  const group = groupOf(tokens, at, sentence)
  const before = tokens[group.from - 1]
  const aux = tokens.slice(group.from, at).map(({ lower }) => lower)
  const end = entry.verb.particle ? at + 2 : at + 1
  const cue = { head: at, from: group.from, to: end, verb: entry.verb, past: /^(past|participle)$/.test(entry.form) }
  const hasBe = aux.some((word) => BE.has(word))
  if (entry.form === 'ing') {
    if (hasBe) return { ...cue, kind: 'finite' }
    // It goes without saying that trains to Karsk run late.
    if (before?.lower === 'without' && /^go/.test(tokens[group.from - 2]?.lower ?? '')) return undefined
    return isStartOfParticiple(before, at, sentence) ? { ...cue, kind: 'participle' } : undefined
  }
  if (hasBe && cue.past) return { ...cue, kind: 'passive' }
  if (entry.form === 'participle' && !aux.some((word) => HAVE.has(word))) return undefined
  const forced = entry.form === 'base' ? forcedFrom(tokens, group.from, sentence) : undefined
  if (forced !== undefined) return { ...cue, from: forced, kind: 'finite', past: true }
  if (entry.form === 'base' && !takesBaseForm(before, aux)) return undefined
  // a plan proposed by the envoy: a reduced relative, not a statement
  if (entry.form === 'past' && tokens[at + 1]?.lower === 'by') return undefined
  return { ...cue, kind: 'finite' }
}

function anyEntry({ lower }: Token): VerbEntry | undefined {
  return VERB_BY_FORM.get(lower)?.find(({ verb }) => verb.particle === undefined)
}

/** The entry of the lexicon that the word is here, by its form and by what the tagger thinks. */
function chooseEntry(tokens: readonly Token[], at: number, sentence: Range): VerbEntry | undefined {
  const token = tokens[at]
  const next = at + 1 < sentence.to ? tokens[at + 1] : undefined
  const entries = VERB_BY_FORM.get(token?.lower ?? '') ?? []
  const entry =
    entries.find(({ verb }) => verb.particle !== undefined && verb.particle === next?.lower) ??
    entries.find(({ verb }) => verb.particle === undefined)
  if (!token || !entry || (at > sentence.from && /^\p{Lu}/u.test(token.text) && token.pos === 'PROPN')) return undefined
  if (/^(said|says|told|tells)$/.test(token.lower)) return tokens[at - 1]?.lower === 'the' ? undefined : entry
  if (token.pos === 'VERB') {
    // a proposed deal, the stated aim: a participle before a noun describes it
    const isAttribute =
      entry.form !== 's' &&
      /^(DET|ADJ|ADP)$/.test(tokens[at - 1]?.pos ?? '') &&
      /^(NOUN|ADJ|PROPN)$/.test(next?.pos ?? '')
    return isAttribute && entry.form !== 'ing' ? undefined : entry
  }
  // The ministry informed Meridian that / had informed the council that: "informed" is an adjective to the tagger
  const isVerb =
    HAVE.has(tokens[at - 1]?.lower ?? '') || (entry.verb.takesHearer && /^(PROPN|DET|PRON)$/.test(next?.pos ?? ''))
  if (token.pos === 'ADJ' && entry.form === 'past' && isVerb && tokens[at - 1]?.pos !== 'DET') return entry
  // The tagger takes "The envoy claims that" for a noun now and then; the word after it knows better.
  const isTaggedAway = /^(NOUN|ADJ|PROPN)$/.test(token.pos) && /^(s|past)$/.test(entry.form)
  return isTaggedAway && next?.lower === 'that' && !/^(DET|ADJ|ADP)$/.test(tokens[at - 1]?.pos ?? '')
    ? entry
    : undefined
}

// …, saying that / … and adding that / Citing a source, …
function isStartOfParticiple(before: Token | undefined, at: number, sentence: Range): boolean {
  return (
    at === sentence.from ||
    /^(?:[,—–-]|["”]|'')$/.test(before?.text ?? '') ||
    before?.pos === 'CCONJ' ||
    /^(while|by|before|after|without|when)$/.test(before?.lower ?? '')
  )
}

// Marrow [was forced to] admit it; [had to] concede that: what somebody must say is said
function forcedFrom(tokens: readonly Token[], at: number, sentence: Range): number | undefined {
  const [verb, to] = [tokens[at - 2], tokens[at - 1]]
  if (to?.lower !== 'to' || !/^(?:admit|acknowledge|concede)$/.test(tokens[at]?.lower ?? '')) return undefined
  const led = tokens.slice(Math.max(sentence.from, at - 6), at - 2).map(({ lower }) => lower)
  if (led.some((word) => /^(?:not|never|n't|n’t|would|could|might|may|if)$/.test(word))) return undefined // would have had to
  if (verb?.lower === 'had') return at - 2
  const isForced = /^(?:forced|obliged|compelled)$/.test(verb?.lower ?? '') && BE.has(tokens[at - 3]?.lower ?? '')
  return isForced && at - 3 >= sentence.from ? groupOf(tokens, at - 2, sentence).from : undefined
}

// They say, officials say, would say; not "to say" and not "the claim".
function takesBaseForm(before: Token | undefined, aux: readonly string[]): boolean {
  if (aux.some((word) => /^(do|does|did|will|would|can|could|may|might|should|must|shall)$/.test(word))) return true
  return (
    before !== undefined &&
    (/^(they|we|i|you|who|some|many|both|others)$/.test(before.lower) ||
      (/^(NOUN|PROPN)$/.test(before.pos) && /s$|people|^police$/.test(before.lower)) ||
      /^[,)]$/.test(before.text))
  )
}
