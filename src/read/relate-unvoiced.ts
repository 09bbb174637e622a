// Cues that are no verb of a speaker: "according to", "reportedly", a colon, and passives that name nobody.
import { clauseFrom, contentBefore, rangeOfQuotation, rangesOf } from './find-contents.ts'
import type { Cue } from './find-cues.ts'
import { findSignature } from './find-signature.ts'
import { findAuthority, findSubject } from './find-sources.ts'
import { opensTurn } from './find-turns.ts'
import type { Draft, Relation } from './relation.ts'
import { opensQuotation, type Range, type Scene } from './scene.ts'
import { skipMarks } from './skip-tail.ts'
import type { Sentence } from './tokenise.ts'
import { groupOf } from './verb-group.ts'

// The offer is dead, according to Meridian. / According to Meridian, the offer is dead.
export function relateAccordingTo(scene: Scene, cue: Cue, at: number, sentence: Sentence): Draft | undefined {
  const isFirst = scene.tokens.slice(sentence.from, cue.from).every(({ pos }) => /^(CCONJ|ADV|PUNCT)$/.test(pos))
  const source = findAuthority(scene, cue, isFirst)
  if (!source) return undefined
  const isClause = scene.tokens[cue.from - 1]?.text === ','
  if (!isFirst && !isClause && isNorm(scene.tokens.slice(source.from, source.to))) return undefined
  const after = skipMarks(scene, source.to, sentence.to)
  const isLone = scene.tokens.slice(source.from, source.to).every(({ text }) => text !== ',') // not: the navy, the ship
  const second = isLone && isConjoined(scene, cue) ? secondClause(scene, cue, after, sentence) : []
  if (second.length > 0) return { cue, pattern: 'according to', source, content: second, sentence: at, isOwn: true }
  const content = isFirst ? clauseFrom(scene, after, sentence) : contentBefore(scene, cue.from, sentence)
  return content.length ? { cue, pattern: 'according to', source, content, sentence: at, isOwn: true } : undefined
}

// treated according to the conventions, goes according to plan: how it is done, and nobody's word
const NORM =
  /^(?:conventions?|laws?|rules?|regulations?|constitution|plans?|schedule|customs?|traditions?|rites|protocols?|procedures?|principles?|instructions?|needs?|wishes|merits?|size|age|script)$/

// But: according to law professor Dora Feld
function isNorm(words: Scene['tokens']): boolean {
  const end = words.findIndex(({ pos }) => pos === 'ADP' || pos === 'PUNCT')
  return NORM.test((end < 0 ? words.at(-1) : words[end - 1])?.text ?? '')
}

/** True where somebody's words are put together of a subject and a second clause: "The strike … wounded forty". */
export function isPutTogether(scene: Scene, { cue, content: [subject, clause] }: Relation): boolean {
  return (
    isConjoined(scene, cue) &&
    subject !== undefined &&
    clause !== undefined &&
    subject.to <= cue.from &&
    clause.from >= cue.to
  )
}

function isConjoined({ tokens }: Scene, { from, kind }: Cue): boolean {
  return (
    kind === 'according to' && tokens[from - 1]?.text === ',' && /^(?:and|but)$/.test(tokens[from - 2]?.lower ?? '')
  )
}

// The strike killed nine and, according to the ministry, wounded forty.: the strike wounded forty; the nine are the writer's. None where
// a subject of its own follows, or the clause is told of somebody: "who was shot and, according to doctors, is in a coma"
function secondClause(scene: Scene, cue: Cue, after: number, sentence: Sentence): Range[] {
  const { tokens } = scene
  const before = tokens.slice(sentence.from, cue.from - 2)
  const [opens] = tokens.slice(after, sentence.to).filter(({ pos }) => pos !== 'ADV')
  const verb = before.findLast(({ pos }) => /^(?:VERB|AUX)$/.test(pos))
  if (
    !verb ||
    !/^(?:VERB|AUX)$/.test(opens?.pos ?? '') ||
    before.some(({ lower }) => /^(?:who|which|that)$/.test(lower))
  )
    return []
  const subject = findSubject(scene, { from: groupOf(tokens, verb.at, sentence).from, to: verb.at + 1 })
  return subject ? [subject, ...clauseFrom(scene, after, sentence)] : []
}

// Karsk has reportedly turned the offer down. -> content: Karsk has, turned the offer down; nobody named
export function relateReportedly(scene: Scene, cue: Cue, at: number, sentence: Sentence): Draft | undefined {
  let to = cue.to
  while (to < sentence.to && !/^[,;:—.]$/.test(scene.tokens[to]?.text ?? '')) to += 1
  const content = rangesOf(scene, cue.to, to)
  if (content.length === 0) return undefined
  const verbs = groupOf(scene.tokens, cue.from, sentence).from
  const subject = findSubject(scene, { from: verbs, to: cue.from })
  const led = subject?.to === verbs ? [{ from: subject.from, to: cue.from }] : []
  return { cue, pattern: 'reportedly', source: undefined, content: [...led, ...content], sentence: at, isOwn: true }
}

// Marrow: Offer is dead -> Marrow; what follows the colon, to the end of its paragraph or to the next turn in it
export function relateColon(scene: Scene, cue: Cue, at: number, sentence: Sentence): Draft | undefined {
  const { tokens, sentences } = scene
  const signature = findSignature(scene, cue.from)
  const draft = { cue, pattern: 'colon', sentence: at, isOwn: true } as const
  if (signature) return { ...draft, source: signature.source, content: [...signature.content] }
  const from = tokens.slice(sentence.from, cue.from).find(({ pos }) => pos !== 'PUNCT')?.at ?? cue.from
  let last = at
  for (let next = sentences[at + 1]; next?.block === sentence.block && !opensTurn(scene, next); ) {
    last += 1
    next = sentences[last + 1]
  }
  const start = /^[\])]$/.test(tokens[cue.to]?.text ?? '') ? cue.to + 1 : cue.to // [MS. MARROW:]
  let to = sentences[last]?.to ?? sentence.to
  const quotation = opensQuotation(scene, start) ? rangeOfQuotation(scene, scene.quotationOf[start] ?? -1) : undefined
  // Commissioner Marrow: “We welcome the pact.” The pact was signed on Monday.; but Marrow: ‘No Idea’ Who Signed Pact
  const isSentence = quotation && /^[.!?]$/.test(tokens[quotation.to - 2]?.text ?? '')
  if (quotation && (isSentence || quotation.to >= to - 1)) to = quotation.to
  else while (to > start && /^(?:[.”"]|'')$/.test(tokens[to - 1]?.text ?? '')) to -= 1
  const content = rangesOf(scene, start, to)
  const source = cue.from > from ? { from, to: cue.from } : undefined // Q Who knows?: nobody is named
  return content.length ? { ...draft, source, content } : undefined
}

const HEARSAY =
  /^(expect|believe|say|think|know|understand|report|estimate|consider|see|allege|hear|rumou?r|announce|reveal|disclose|describe|call)$/

// The talks are expected to fail. / It was announced that …: nobody is named; with "by" somebody is.
export function relatePassive(scene: Scene, cue: Cue, at: number, sentence: Sentence): Draft | undefined {
  const lemma = cue.verb?.lemma ?? ''
  const next = scene.tokens[cue.to]
  if (HEARSAY.test(lemma) && (next?.lower === 'to' || next?.lower === 'that')) {
    const content = clauseFrom(scene, cue.to, sentence)
    return content.length
      ? { cue, pattern: 'passive', source: undefined, content, sentence: at, isOwn: true }
      : undefined
  }
  // "The offer is dead," he was quoted as saying.
  if (lemma === 'quote' && next?.lower === 'as') return undefined
  // Reporters were told that the talks had failed. / He was informed that …
  if (cue.verb?.takesHearer && next?.lower === 'that') {
    const content = clauseFrom(scene, cue.to, sentence)
    return content.length
      ? { cue, pattern: 'passive', source: undefined, content, sentence: at, isOwn: true }
      : undefined
  }
  return undefined
}
