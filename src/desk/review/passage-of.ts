// The words of a report around what was said, for a person to judge by: the sentences that it lies in and one on either side,
// with who said it, the cue and what was said marked.
import type { Attribution } from '../../model/attribution.ts'
import { cite } from '../../model/evidence.ts'
import type { ReadDoc } from '../../model/ledger.ts'
import { overlaps, type Span } from '../../model/span.ts'
import { serverLinks } from '../../publish/links.ts'
import type { OwnWords, Passage } from '../../publish/review/review-form.ts'

const MOST = 2400 // characters; a speech printed whole is not shown whole

/** The passage; `isAlone`: without the sentences on either side. */
export function passageOf({ doc, reading }: ReadDoc, attribution: Attribution, isAlone = false): Passage {
  const { source, cue, content } = attribution
  const words = source.kind === 'unstated' ? [] : source.words
  const own = [...words, ...cue, ...content]
  const whole = { start: Math.min(...own.map(({ start }) => start)), end: Math.max(...own.map(({ end }) => end)) }
  const { start, end } = around(whole, reading.sentences, isAlone ? 0 : 1)
  const until = safeEnd(doc.text, Math.min(end, start + MOST))
  const marksOf = (kind: 'source' | 'cue' | 'content', spans: readonly Span[]) =>
    spans
      .filter((span) => span.start < until)
      .map((span) => ({ kind, span: { start: span.start - start, end: Math.min(span.end, until) - start } }))
  return {
    text: doc.text.slice(start, until),
    marks: [...marksOf('source', words), ...marksOf('cue', cue), ...marksOf('content', content)],
    report: {
      title: doc.title ?? doc.name,
      ...(doc.outlet && { outlet: doc.outlet }),
      ...(doc.published && { published: doc.published }),
      href: serverLinks.report(doc.name, cite(doc, content[0])),
    },
  }
}

/** The words of an attribution as fields show them: one stretch a line. */
export function ownWords({ doc }: ReadDoc, { source, cue, content }: Attribution): OwnWords {
  const lines = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => doc.text.slice(start, end).replace(/\s+/g, ' ').trim()).join('\n')
  return { source: source.kind === 'unstated' ? '' : lines(source.words), cue: lines(cue), content: lines(content) }
}

function around(whole: Span, sentences: readonly Span[], more: number): Span {
  const first = sentences.findIndex((sentence) => overlaps(sentence, whole))
  if (first < 0) return whole
  const last = sentences.findLastIndex((sentence) => overlaps(sentence, whole))
  const from = sentences[Math.max(0, first - more)]
  const to = sentences[Math.min(sentences.length - 1, last + more)]
  return { start: Math.min(whole.start, from?.start ?? whole.start), end: Math.max(whole.end, to?.end ?? whole.end) }
}

function safeEnd(text: string, end: number): number {
  return text.slice(0, end).isWellFormed() ? end : end - 1
}
