// The second way to a line, where who spoke stands in another sentence than what was said: name, cue, hearer, and the
// first of the words that fit. Shorter evidence is chosen; nothing is cut in the middle.
import { cite } from '../model/evidence.ts'
import { overlaps, type Span } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import { type Fragment, isBalanced } from './make-line.ts'
import { endsApart, isParticiple, type Known, nameSource } from './name-source.ts'

/**
 * `Marrow spoke after the session. "The offer is dead. It will not come back."` ->
 * Envoy Ilse Marrow spoke: “The offer is dead. It will not come back”
 */
export function tellApart(saying: Saying, longest: number, known?: readonly Known[]): Fragment[] | undefined {
  const { doc, attribution } = saying
  const { source, cue, form, hearer } = attribution
  if (source.kind === 'unstated') return undefined
  const found = nameSource(saying, source, { known })
  if (!found) return undefined
  const isApart = endsApart(found.map(({ text }) => text).join(''))
  const also = /^(?:also|further|moreover)\s+/.exec(doc.text.slice(cue[0].start, cue[0].end))?.[0].length ?? 0
  const words0 = { start: cue[0].start + also, end: cue[0].end }
  const verb = doc.text.slice(words0.start, words0.end)
  const told: Fragment[] = hearer
    ? [{ text: ' ' }, { text: doc.text.slice(hearer.words.start, hearer.words.end), copied: cite(doc, hearer.words) }]
    : []
  const isLone = /^(?:told|informed|reminded|assured)$/i.test(verb) && !hearer // "told" wants a hearer
  const isAccording = /^according to$/i.test(verb)
  const name: Fragment[] = isApart && !isAccording ? [...found, { text: ',' }] : found
  if (!isAccording && !/^[\p{L}’' ]+$/u.test(verb)) return undefined
  const finite = isParticiple(saying) ? finiteOf(saying, verb) : undefined
  if (isParticiple(saying) && !finite) return undefined
  const said: Fragment[] = isLone
    ? [{ text: ' said' }]
    : finite
      ? [{ text: ` ${finite}` }, ...told]
      : [{ text: ' ' }, { text: verb, copied: cite(doc, words0) }, ...told]
  const content = firstThatFits(saying, longest)
  if (!content) return undefined
  const words = doc.text.slice(content.start, content.end)
  const copied: Fragment = { text: words, copied: cite(doc, content) }
  if (form === 'direct') {
    if (/[“”"]/.test(words)) return undefined
    const quoted = [{ text: '“' }, copied, { text: '”' }]
    return isAccording
      ? [{ text: 'According to ' }, ...name, { text: ': ' }, ...quoted]
      : [...name, ...said, { text: ': ' }, ...quoted]
  }
  if (!isBalanced(words)) return undefined
  return isAccording
    ? [{ text: 'According to ' }, ...name, { text: ', ' }, copied]
    : [...name, ...said, { text: ' ' }, copied]
}

// "Marrow left, saying that it was dead" -> Marrow said that it was dead. Other verbs are left to the ledger.
const FINITE: Readonly<Record<string, string>> = {
  acknowledging: 'acknowledged',
  adding: 'added',
  admitting: 'admitted',
  arguing: 'argued',
  asserting: 'asserted',
  claiming: 'claimed',
  confirming: 'confirmed',
  declaring: 'declared',
  denying: 'denied',
  emphasizing: 'emphasized',
  explaining: 'explained',
  insisting: 'insisted',
  noting: 'noted',
  reiterating: 'reiterated',
  saying: 'said',
  stating: 'stated',
  stressing: 'stressed',
  suggesting: 'suggested',
  telling: 'told',
  warning: 'warned',
}

// What is said of an act that is only "reportedly" done is not said outright.
function finiteOf({ doc, reading, attribution }: Saying, verb: string): string | undefined {
  const sentence = reading.sentences.find((span) => overlaps(span, attribution.cue[0]))
  const words = sentence ? doc.text.slice(sentence.start, sentence.end) : ''
  return /\b(?:reportedly|allegedly|apparently)\b/i.test(words) ? undefined : FINITE[verb.toLowerCase()]
}

/** The first piece of content, or as many of its whole sentences as fit, without the stop at its end. */
function firstThatFits({ doc, reading, attribution }: Saying, longest: number): Span | undefined {
  const piece = bare(doc.text, attribution.content[0])
  const ends = reading.sentences.filter((s) => overlaps(s, piece) && s.end < piece.end).map(({ end }) => end)
  const spans = [...ends, piece.end]
    .map((end) => bare(doc.text, { start: piece.start, end }))
    .filter(({ start, end }) => end - start <= longest && end - start > 12 && !/\n/.test(doc.text.slice(start, end)))
  return spans.at(-1)
}

function bare(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const head = /^[\s"“]*/.exec(words)?.[0].length ?? 0
  const tail = /[\s"”,.;:]*$/.exec(words)?.[0].length ?? 0
  const marks = words.slice(head, words.length - tail)
  // “The offer,” she said, “is dead”: marks inside show that the outer ones belong to the words
  return /[“”"]/.test(marks) || head + tail >= words.length ? { start, end } : { start: start + head, end: end - tail }
}
