// The words that say that somebody says something: verbs of the lexicon with their auxiliaries, "according to",
// "reportedly", and the colon after a name. What they attribute, and to whom, is found by other steps.
import { type CueVerb, VERB_BY_FORM, type VerbEntry } from './english/cue-verbs.ts'
import { findSignature } from './find-signature.ts'
import { findTurns, isDeskLabel, type LabelledTurn } from './find-turns.ts'
import { isHeadlineVerb } from './relate-headline.ts'
import type { Range, Scene } from './scene.ts'
import type { Sentence, Token } from './tokenise.ts'

export interface Cue extends Range {
  readonly head: number // the verb itself
  readonly kind: 'finite' | 'participle' | 'passive' | 'according to' | 'reportedly' | 'quoted as' | 'colon' | 'silence'
  readonly verb?: CueVerb
  readonly past: boolean
}

const ADVERBS_OF_HEARSAY = new Set(['reportedly', 'allegedly', 'purportedly', 'supposedly'])
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', '’s', "'s", 'am'])
const HAVE = new Set(['has', 'have', 'had', '’ve', "'ve"])
const ADVERBS = new Set([
  'also',
  'later',
  'then',
  'once',
  'often',
  'never',
  'not',
  'n’t',
  "n't",
  'again',
  'now',
  'still',
  'even',
  'just',
  'already',
  'previously',
  'first',
  'long',
  'since',
  'always',
  'further',
  'all',
  'both',
])
const DENIERS = /^(decline|refuse)[sd]?$|^declin(e|ing)$|^refusing$/
const SILENT = /^(comment|elaborate|discuss|respond|reply|say|confirm|answer|talk)$/

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

// The ministry declined to comment on the talks. / The embassy did not respond to a request. -> a silence
function findSilence({ tokens }: Scene, at: number, sentence: Range): Cue | undefined {
  const word = (i: number): string => (i < sentence.to ? (tokens[i]?.lower ?? '') : '')
  // refused to confirm or deny the account; refused to be drawn on it
  if (DENIERS.test(word(at)) && word(at + 1) === 'to') {
    const isEither = word(at + 2) === 'confirm' && word(at + 3) === 'or' && word(at + 4) === 'deny'
    const to = isEither || isDrawn(word, at + 2) ? at + (isEither ? 5 : 4) : SILENT.test(word(at + 2)) ? at + 3 : at
    if (to > at)
      return { ...groupOf(tokens, at, sentence), head: at, to, kind: 'silence', past: word(at).endsWith('d') }
  }
  const until = (last: number): Cue => ({ from: at, to: last + 1, head: last, kind: 'silence', past: true })
  // Neither Hale nor Marrow responded to requests for comment.
  const isNobody = /^(?:neither|none)$/.test(tokens[sentence.from]?.lower ?? '')
  if (isNobody && /^(?:responded|replied|commented)$/.test(word(at)) && at - sentence.from < LONGEST_NEITHER)
    return until(at)
  if (!/^(did|does|do|would|could|can|ca|will|wo|had|has|have)$/.test(word(at))) return undefined
  // would neither confirm nor deny the account / had no immediate comment
  if (word(at + 1) === 'neither' && word(at + 2) === 'confirm' && word(at + 4) === 'deny') return until(at + 4)
  if (/^(had|has|have)$/.test(word(at)) && word(at + 1) === 'no') {
    return word(at + 2) === 'comment' ? until(at + 2) : word(at + 3) === 'comment' ? until(at + 3) : undefined
  }
  if (!/^(not|n't|n’t)$/.test(word(at + 1))) return undefined
  const verb = /^(immediately|yet|directly|further|be|publicly)$/.test(word(at + 2)) ? at + 3 : at + 2
  // cannot confirm or deny the account; has not commented on it
  if (word(verb) === 'confirm' && word(verb + 1) === 'or' && word(verb + 2) === 'deny') return until(verb + 2)
  if (word(verb) === 'commented') return until(verb)
  if (isDrawn(word, at + 2)) return until(at + 3)
  // could not immediately be reached for comment; but: have not reached an agreement, and a deal could not be reached
  const reached = word(verb) === 'be' ? verb + 1 : verb
  if (word(reached) === 'reached') {
    return word(reached - 1) === 'be' && !REACHED_OTHERWISE.test(word(at - 1)) ? until(reached) : undefined
  }
  return isSilence(word(verb), [word(verb + 1), word(verb + 2), word(verb + 3)]) ? until(verb) : undefined
}

// would not be drawn on the offer; but: refused to be drawn into the quarrel
function isDrawn(word: (i: number) => string, at: number): boolean {
  return word(at) === 'be' && word(at + 1) === 'drawn' && word(at + 2) !== 'into'
}

const LONGEST_NEITHER = 16 // words: two names with their offices

const REACHED_OTHERWISE =
  /^(?:agreement|deal|consensus|compromise|settlement|accord|pact|truce|ceasefire|verdict|decision|quorum|target|goal|understanding|solution|conclusion|town|village|area|site|camp)s?$/

// did not respond to the shelling: with arms
const ATTACK =
  /^(?:shelling|attacks?|fire|strikes?|raids?|provocations?|aggression|assaults?|bombardment|incursions?|militarily)$/

// The colonel did not say whether the bridge held.: asking is answered by silence, telling that it did not is not.
function isSilence(verb: string, next: readonly string[]): boolean {
  if (verb === 'respond' && next.some((word) => ATTACK.test(word))) return false
  if (/^(comment|respond|reply|elaborate)$/.test(verb)) return true
  if (verb === 'confirm') return true
  if (verb === 'say') return /^(whether|if|when|how|who|what|where|why)$/.test(next[0] ?? '')
  // did not answer questions, did not return several calls
  return (
    /^(answer|return)$/.test(verb) &&
    next.some((word) => /^(questions?|calls?|messages?|requests?|e-?mails?|letters?)$/.test(word))
  )
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
  const isQuoted = tokens.slice(Math.max(0, at - LONGEST_QUOTED), at).some(({ lower }) => QUOTING.test(lower))
  return verb && isQuoted ? { from: at, to: at + 2, head: at + 1, kind: 'quoted as', verb, past: false } : undefined
}

const SAID_AS = /^(?:saying|denying|confirming|admitting|acknowledging|warning|claiming|insisting|stating|arguing)$/
/** The verbs that quote, in small letters. */
export const QUOTING = /^(?:quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing))$/
/** Words between them and what they quote somebody as saying. */
export const LONGEST_QUOTED = 14

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

/** The verb with the auxiliaries and adverbs before it: "has repeatedly said". */
function groupOf(tokens: readonly Token[], at: number, sentence: Range): Range {
  let from = at
  while (from > sentence.from) {
    const token = tokens[from - 1]
    if (!token) break
    const isAdverb = ADVERBS.has(token.lower) || (token.pos === 'ADV' && token.lower.endsWith('ly'))
    const isAuxiliary = token.pos === 'AUX' || HAVE.has(token.lower) || (BE.has(token.lower) && token.pos !== 'PART')
    if (!isAdverb && !isAuxiliary) break
    from -= 1
  }
  return { from, to: at + 1 }
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
