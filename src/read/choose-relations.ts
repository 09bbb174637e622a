// Which of the rules' and the network's relations stand. What each rule brings on annotated news stands in
// docs/decisions/0008-a-network-and-rules.md.
import { SPEECH } from './english/cue-verbs.ts'
import { isPersonNoun } from './english/person-nouns.ts'
import type { Cue } from './find-cues.ts'
import { wholeRelative } from './find-relative.ts'
import { isUnsaid } from './is-unsaid.ts'
import { tellsAct } from './judge-act.ts'
import { mendContents, withinClause, withoutAfterword, withoutRivals } from './mend-contents.ts'
import { meets, mendSource } from './mend-source.ts'
import type { Voiced } from './network/network.ts'
import { isHeadline } from './relate-headline.ts'
import { isPutTogether } from './relate-unvoiced.ts'
import { relateVoiced } from './relate-voiced.ts'
import type { Draft, Pattern, Relation } from './relation.ts'
import { resumeQuotations } from './resume-quotation.ts'
import type { Scene } from './scene.ts'
import { ownHalf, withinAfterword, withOwnObject } from './share-contents.ts'
import { trimPieces } from './trim-pieces.ts'

const BESIDE = 0.3 // how sure a rule's find is where the network saw none
const LEAST = 0.3 // of those less sure, fewer than one in four are right: The tower clock tells the time.

/** Patterns whose finds stand although the network does not see them. */
const SURER: ReadonlySet<Pattern> = new Set([
  'according to', // According to Meridian, the offer was dead.
  'quotation before', // “The offer is dead,” said the envoy.
  'clause before', // The offer was dead, the envoy said.
  'insert', // The offer, the envoy said, was dead.
])

/** Patterns whose finds stand where the verb is one of speech and stands in nobody's quotation. */
const SPOKEN: ReadonlySet<Pattern> = new Set(['that-clause', 'bare clause', 'quotation after'])

/** Patterns whose finds stand as the rules have them, whatever the network says of the same cue. */
const RULED: ReadonlySet<Pattern> = new Set([
  'colon', // MARROW: We never asked. ¶ We never will.
  'silence', // The ministry declined to comment on the levy.
  'quoted as', // KNA quoted Marrow as saying that the offer was dead.: she said it, and not the agency
  'reportedly', // Karsk will reportedly sign.: not on the word of Karsk
])

/**
 * The relations in order of their cues: those that the network is sure of, and those of the surer rules beside them.
 * Without a network, all that the rules find.
 */
export function chooseRelations(
  scene: Scene,
  cues: readonly Cue[],
  ruled: readonly Relation[],
  voiced: readonly Voiced[] | undefined,
): Relation[] {
  if (!voiced)
    return ruled
      .filter((rule) => !isUnsaid(scene, rule))
      .map((rule) => withinClause(scene, { ...rule, content: [...rule.content], isOwn: true }))
  const seen = voiced.flatMap((one) => (one.confidence < LEAST ? [] : (relateVoiced(scene, one, cues) ?? [])))
  const own = ruled.filter((rule) => isRuled(scene, rule))
  const rest = seen
    .filter(
      (one) =>
        !own.some((rule) => meets(one, rule)) &&
        !isIdiom(scene, one) &&
        !isCited(scene, one) &&
        !isTurnedDown(scene, one),
    )
    .map((one) => mendSource(scene, one, ruled))
  const missed = ruled.filter(
    (rule) =>
      (isRuled(scene, rule) || (isSurer(scene, rule) && !isIdiom(scene, rule) && !isInQuestion(scene, rule, rest))) &&
      !rest.some((one) => meets(one, rule)),
  )
  const drafts = resumeQuotations(scene, [...rest, ...missed.map((rule) => besideNetwork(scene, rule))])
  return drafts
    .filter((draft) => !isUnsaid(scene, draft) && !isHearsay(draft, drafts) && !isMeans(scene, draft, drafts))
    .map((draft) => withoutAfterword(scene, withinClause(scene, withoutRivals(scene, draft, drafts)), drafts))
    .map((draft) => (draft.pattern === 'network' ? trimPieces(scene, mendContents(scene, draft, drafts)) : draft))
    .map((draft, _, mended) =>
      withinAfterword(scene, ownHalf(scene, withOwnObject(scene, draft, mended), mended), mended),
    )
    .toSorted((a, b) => a.cue.from - b.cue.from)
}

// Hale reportedly denied it.: that he did is hearsay, told once
function isHearsay({ cue, source, pattern, sentence }: Draft, drafts: readonly Draft[]): boolean {
  return (
    pattern !== 'reportedly' &&
    drafts.some(
      (other) =>
        other.pattern === 'reportedly' &&
        other.sentence === sentence &&
        cue.from <= other.cue.to &&
        cue.to > other.cue.from &&
        (source?.to ?? 0) <= other.cue.from,
    )
  )
}

// Hale said owners had cheated the town by claiming that flats were empty; the firm closed and, according to the union, dismissed
// ninety: what others did, within what he told, is no word of his
function isMeans({ tokens }: Scene, { cue, source, confidence }: Draft, drafts: readonly Draft[]): boolean {
  if (confidence !== BESIDE) return false
  const isBy = tokens[cue.from - 1]?.lower === 'by' && /ing$/.test(tokens[cue.head]?.lower ?? '')
  return drafts.some(
    (other) =>
      other.source?.from === source?.from &&
      other.cue.to <= cue.from &&
      ((isBy && !/^(?:he|she|they|it|i|we)$/.test(tokens[other.content[0]?.from ?? -1]?.lower ?? '')) ||
        other.pattern === 'according to') &&
      other.content.some(({ from, to }) => from <= cue.from && cue.to <= to),
  )
}

// MARROW TELLS COUNCIL OFFER IS DEAD: headlines have a grammar that the network was not taught
function isRuled(scene: Scene, rule: Relation): boolean {
  const { pattern, sentence } = rule
  const own = scene.sentences[sentence]
  return RULED.has(pattern) || isPutTogether(scene, rule) || (own !== undefined && isHeadline(scene, own))
}

// Karsk has rejected the offer. / Meridian corrected its report.: by such words a claim comes to stand otherwise
// Ancroft called the bill “a large cheque”.: words in marks after such a verb are his
// The envoy has maintained that the offer was dead.: a verb of speech, not of thought, and not in somebody's quotation
function isSurer({ quotationOf }: Scene, { pattern, cue, content }: Relation): boolean {
  if (SURER.has(pattern)) return true
  if ((quotationOf[cue.head] ?? -1) >= 0) return false
  const isQuoting = content.some(({ from, to }) => quotationOf.slice(from, to).some((quotation) => quotation >= 0))
  if (pattern === 'object') return isQuoting || tellsAct(cue.verb?.lemma)
  return SPOKEN.has(pattern) && SPEECH.has(cue.verb?.lemma ?? '')
}

/** A rule's relation where the network saw none: seldom marked by the annotators of news, though most are somebody's words. */
function besideNetwork(scene: Scene, rule: Relation): Draft {
  const source = rule.source && wholeRelative(scene, rule.source)
  const draft: Draft = { ...rule, source, content: [...rule.content], isOwn: true }
  return isRuled(scene, rule) ? draft : { ...draft, confidence: BESIDE }
}

// Nobody believed that the envoy was telling the truth; the tower clock tells the time: nothing is told to anybody
function isIdiom({ tokens }: Scene, { cue }: Relation): boolean {
  if (cue.verb?.lemma !== 'tell') return false
  const [first, second] = [tokens[cue.head + 1]?.lower ?? '', tokens[cue.head + 2]?.lower ?? '']
  return /^(?:the truth|the time|a lie|lies \S*|tales \S*)$/.test(`${first} ${second}`)
}

// Claims that Karsk had sold the dam were rejected by Marrow.: they are not hers
function isTurnedDown({ tokens }: Scene, { cue, content }: Relation): boolean {
  if (!/^(?:claims?|reports?|allegations?|accusations?|suggestions?|rumou?rs?)$/.test(tokens[cue.head]?.lower ?? ''))
    return false
  const words = content.flatMap(({ from, to }) => tokens.slice(from, to).map(({ lower }) => lower)).join(' ')
  return /\b(?:was|were|is|are|been) (?:\p{L}+ )?(?:denied|rejected|dismissed|disputed|refuted|described)\b/u.test(
    words,
  )
}

// Meridian reported on Monday, citing two diplomats, that …: they are whom it rests on, and not what it says
function isCited({ tokens }: Scene, { cue, content }: Relation): boolean {
  const [first] = content
  if (!first || !/^(?:cit(?:e|es|ed|ing)|quot(?:e|es|ed|ing))$/.test(tokens[cue.to - 1]?.lower ?? '')) return false
  const words = tokens.slice(first.from, first.to)
  const end = words.findIndex(({ text, pos }) => text === ',' || /^(?:ADP|VERB|AUX)$/.test(pos))
  const head = (end < 0 ? words : words.slice(0, end)).findLast(({ pos }) => /^(?:NOUN|PROPN)$/.test(pos))
  return (
    head !== undefined &&
    (isPersonNoun(head.lower) || /^(?:letter|memo|document|report|source|cable|paper)s?$/.test(head.lower))
  )
}

// Asked whether Karsk had ruled out a strike, Hale said it had not.: what is asked is told by nobody
function isInQuestion({ tokens, sentences }: Scene, { cue, sentence }: Relation, seen: readonly Draft[]): boolean {
  const start = sentences[sentence]?.from ?? -1
  const isAsked = tokens[start]?.lower === 'asked' && /^(?:whether|if)$/.test(tokens[start + 1]?.lower ?? '')
  return (
    isAsked &&
    cue.from > start &&
    seen.some(
      (one) =>
        one.sentence === sentence &&
        one.source !== undefined &&
        one.source.from > cue.to &&
        tokens[one.source.from - 1]?.text === ',',
    )
  )
}
