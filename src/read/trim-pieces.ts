// The network's pieces end where its words do; what marks and line breaks belong to them is for rules to say.
import type { Cue } from './find-cues.ts'
import type { Draft } from './relation.ts'
import { isQuoteMark, type Range, type Scene } from './scene.ts'

/** The draft with its pieces cut at paragraphs and without the stops and commas at their edges. */
export function trimPieces(scene: Scene, draft: Draft): Draft {
  const content = draft.content
    .flatMap((piece) => byParagraph(scene, piece))
    .flatMap((piece) => trim(scene, piece) ?? [])
  return {
    ...draft,
    cue: withoutSetting(scene, withoutColon(scene, draft.cue), draft),
    source: draft.source && (trim(scene, closeName(scene, withoutWho(scene, draft.source))) ?? draft.source),
    content: content.length > 0 ? content : draft.content,
  }
}

// “We waited. ¶ “Then we left.”: two pieces, as the page shows them
export function byParagraph({ sentences, sentenceOf }: Scene, { from, to }: Range): Range[] {
  const pieces: Range[] = []
  let start = from
  for (let at = from; at < to; at++) {
    const next = sentences[sentenceOf[at + 1] ?? -1]?.block
    if (at + 1 < to && next === sentences[sentenceOf[at] ?? -1]?.block) continue
    pieces.push({ from: start, to: at + 1 })
    start = at + 1
  }
  return pieces
}

// Hale said that the offer was dead.: the stop is the sentence's; in “The offer is dead.” it is the quotation's. GRAIN — Ships will sail, the
// port says: what stands before a sentence is no part of it
function trim({ tokens, quotationOf, sentenceOf }: Scene, { from, to }: Range): Range | undefined {
  let [start, end] = [from, to]
  const isLoose = (at: number): boolean => /^[.,;:]$/.test(tokens[at]?.text ?? '')
  while (end > start && isLoose(end - 1) && !isQuoted(end - 1)) end -= 1
  while (start < end && (isLoose(start) || (sentenceOf[start] ?? -1) < 0)) start += 1
  return end > start ? { from: start, to: end } : undefined

  function isQuoted(at: number): boolean {
    return (quotationOf[at] ?? -1) >= 0 && isQuoteMark(tokens[at + 1])
  }
}

// Ilse Marrow said: “…”: the colon leads to the content and is no part of the cue, unless it is all of it
function withoutColon({ tokens }: Scene, cue: Cue): Cue {
  const isColon = cue.to - cue.from > 1 && /^[:,]$/.test(tokens[cue.to - 1]?.text ?? '')
  return isColon ? { ...cue, to: cue.to - 1 } : cue
}

// Tuke said [in an interview with] the Times: where and to whom are no part of the cue, least of all by halves
function withoutSetting({ tokens }: Scene, whole: Cue, { content }: Draft): Cue {
  const last = tokens.slice(whole.head + 1, whole.to).findLastIndex(({ lower }) => !BROKEN_OFF.test(lower))
  const cue = { ...whole, to: whole.head + 2 + last }
  const leadsToContent = content.some(({ from }) => from >= cue.to && from <= cue.to + 1)
  if (!/^(?:with|to|by)$/.test(tokens[cue.to - 1]?.lower ?? '') || leadsToContent) return cue
  const at = tokens.slice(cue.head + 1, cue.to - 1).findIndex(({ pos }) => pos === 'ADP')
  return at >= 0 ? { ...cue, to: cue.head + 1 + at } : cue
}

// said in a statement [issued] from Askevar; said on Wednesday [after] he had seen it: what goes on behind the cue
const BROKEN_OFF = /^(?:issued|released|published|dated|after|before)$/

// [An envoy of Karsk, who], speaking freely, said: what "who" opened is not in the piece
// A report [published] on Tuesday said
function withoutWho({ tokens }: Scene, { from, to }: Range): Range {
  if (to - from > 1 && /^(?:issued|released|published|dated)$/.test(tokens[to - 1]?.lower ?? ''))
    return { from, to: to - 1 }
  const isOpened = to - from > 1 && /^(?:who|which|whose)$/.test(tokens[to - 1]?.lower ?? '')
  return isOpened ? { from, to: to - 1 } : { from, to }
}

// — Runa Hald (@riverguard), Corvin “the Fox” Hale: what opened in the name closes in it, and the name goes on after it
function closeName({ tokens }: Scene, { from, to }: Range): Range {
  if (to - from > 2 && isQuoteMark(tokens[to - 1])) {
    let end = to
    while (tokens[end]?.pos === 'PROPN') end += 1
    return { from, to: end }
  }
  const texts = tokens.slice(from, to).map(({ text }) => text)
  const isOpen = texts.lastIndexOf('(') > texts.lastIndexOf(')')
  return isOpen && tokens[to]?.text === ')' ? { from, to: to + 1 } : { from, to }
}
