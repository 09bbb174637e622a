// Ties each cue to its source and its content. One pattern after the other is tried, the surest first; what no
// pattern fits is not an attribution. Each pattern's confidence is its precision on annotated news.
import { continueQuotations } from './continue-quotations.ts'
import type { Cue } from './find-cues.ts'
import { isInTranscript } from './find-turns.ts'
import { relateQuotedAs } from './relate-quoted-as.ts'
import { relateSpoken } from './relate-spoken.ts'
import { relateAccordingTo, relateColon, relatePassive, relateReportedly } from './relate-unvoiced.ts'
import type { Draft, Relation } from './relation.ts'
import type { Scene } from './scene.ts'
import { separateContents } from './separate-contents.ts'

/** The relations of the doc, in order of their cues. */
export function findRelations(scene: Scene, cues: readonly Cue[]): Relation[] {
  const drafts: Draft[] = []
  const bySentence = new Map<number, Cue[]>()
  for (const cue of cues) {
    const sentence = scene.sentenceOf[cue.head] ?? -1
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), cue])
  }
  for (const [sentence, own] of bySentence) {
    const here: Draft[] = []
    for (const cue of own) {
      const draft = relate(scene, cue, sentence, here)
      if (draft) here.push(draft)
    }
    drafts.push(...separateContents(scene, here))
  }
  const kept = drafts.filter(
    (draft) =>
      (scene.sentences[draft.sentence]?.kind !== 'heading' || isInTranscript(scene, draft.cue.from)) &&
      isOutspoken(scene, draft),
  )
  return continueQuotations(scene, kept).filter(({ content }) => content.length > 0)
}

// "I think she knows," he said.: inside a quotation only a named third voice that plainly speaks is one of its own.
function isOutspoken(scene: Scene, { cue, pattern, source }: Draft): boolean {
  if ((scene.quotationOf[cue.head] ?? -1) < 0 || pattern === 'colon') return true
  if (!source || pattern === 'object' || pattern === 'infinitive' || pattern === 'passive') return false
  const words = scene.tokens.slice(source.from, source.to)
  return words.some(({ pos }) => /^(PROPN|NOUN)$/.test(pos)) && (cue.verb === undefined || SPEAKS.test(cue.verb.lemma))
}

const SPEAKS =
  /^(say|tell|announce|write|report|state|add|note|inform|claim|reveal|disclose|confirm|deny|declare|warn|explain)$/

function relate(scene: Scene, cue: Cue, at: number, earlier: readonly Draft[]): Draft | undefined {
  const sentence = scene.sentences[at]
  if (!sentence) return undefined
  switch (cue.kind) {
    case 'according to':
      return relateAccordingTo(scene, cue, at, sentence)
    case 'reportedly':
      return relateReportedly(scene, cue, at, sentence)
    case 'quoted as':
      return relateQuotedAs(scene, cue, at, sentence)
    case 'colon':
      return relateColon(scene, cue, at, sentence)
    case 'passive':
      return relatePassive(scene, cue, at, sentence)
    default:
      return relateSpoken({ scene, cue, at, sentence, earlier })
  }
}
