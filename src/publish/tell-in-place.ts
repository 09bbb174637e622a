// The first way to a line: the outlet's own sentence, cut down to who said it, the words that say so and what was
// said, in the order in which they were printed. Grammar, the day and the chain of hands stay as the outlet had them.
import { blockAt } from '../model/doc.ts'
import { cite } from '../model/evidence.ts'
import { contains, type Span } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import { type Fragment, isBalanced } from './make-line.ts'
import { endsApart, isParticiple, type Known, nameSource } from './name-source.ts'

const LONG_GAP = 70 // an inserted clause longer than this costs more than it tells

/**
 * `Envoy Ilse Marrow, who arrived on Monday after two days of delays at the border crossing of Tessel, told Meridian
 * that the offer was dead.` -> Envoy Ilse Marrow told Meridian that the offer was dead.
 * Undefined where the parts lie too far apart, or the words would not stand alone.
 */
export function tellInPlace(saying: Saying, longest: number, known?: readonly Known[]): Fragment[] | undefined {
  if (isParticiple(saying)) return undefined
  for (const parts of [allParts(saying), partsOfSentence(saying)]) {
    const fragments = parts && tell(saying, parts, { longest, known })
    if (fragments) return fragments
  }
  return undefined
}

type Role = 'source' | 'cue' | 'content' | 'around'

interface Part extends Span {
  readonly role: Role
}

interface Limits {
  readonly longest: number
  readonly known: readonly Known[] | undefined
}

function tell(saying: Saying, parts: readonly Part[], { longest, known }: Limits): Fragment[] | undefined {
  const { doc, attribution } = saying
  const isStated = attribution.source.kind !== 'unstated'
  const needed: readonly Role[] = isStated ? ['source', 'cue', 'content'] : ['cue', 'content']
  const first = parts[0]
  if (!first || !needed.every((role) => parts.some((part) => part.role === role))) return undefined
  const stretch = widen(doc.text, { start: first.start, end: Math.max(...parts.map(({ end }) => end)) })
  const evidence = cite(doc, stretch)
  const fragments: Fragment[] = []
  let at = stretch.start
  const copy = (end: number): void => {
    const text = doc.text.slice(at, end)
    // "Marrow also said that", "But the offer …": what joins it to the sentence before is left there
    const join = fragments.length === 0 ? JOINS_BEFORE.exec(text) : undefined
    if (text !== '') fragments.push({ text: text.slice(join?.[0].length ?? 0), copied: evidence })
    at = Math.max(at, end)
  }
  const copyCue = (end: number): void => {
    const also = ALSO.exec(doc.text.slice(at, end))
    if (also) {
      copy(at + also.index)
      at += also[0].length
    }
    copy(end)
  }
  for (const [i, part] of parts.entries()) {
    const gap = doc.text.slice(at, part.start)
    if (i > 0 && gap.length > LONG_GAP) {
      if (!/^,.*,\s$/s.test(gap)) return undefined
      fragments.push({ text: ' ' })
      at = part.start
    }
    if (part.role === 'cue') copyCue(part.end)
    else copy(part.start)
    if (part.role !== 'source' || attribution.source.kind === 'unstated') {
      copy(part.end)
    } else if (attribution.source.words.length === 1) {
      const name = nameSource(saying, attribution.source, { hasBefore: i > 0, known })
      if (!name) return undefined
      fragments.push(...name)
      at = part.end
      const isApart = endsApart(name.map(({ text }) => text).join(''))
      const next = doc.text.charAt(at)
      // "its envoy, Ilse Marrow, said" for "she said" gains a comma; "Marrow" for "Marrow, the envoy," loses one
      if (isApart && at < stretch.end && !/[,.;:”"]/.test(next)) fragments.push({ text: ',' })
      if (!isApart && next === ',' && parts[i + 1]?.role === 'cue' && wasReplaced(name, doc.text.slice(part.start, at)))
        at++
    }
  }
  copy(stretch.end)
  return finish(fragments, longest)
}

const JOINS_BEFORE =
  /^(?:(?:But|And|So|Yet|Still|Then)\s+|(?:However|Meanwhile|Moreover|Also|Still|Then|Separately),\s+)/
const ALSO = /(?<=^|\s)(?:also|further|moreover)\s+/

function wasReplaced(name: readonly Fragment[], words: string): boolean {
  return (
    name
      .map(({ text }) => text)
      .join('')
      .replace(/\bunnamed /, '')
      .toLowerCase()
      .replace(/^an? /, '') !== words.toLowerCase().replace(/^an? /, '')
  )
}

function finish(fragments: readonly Fragment[], longest: number): Fragment[] | undefined {
  const text = fragments.map((fragment) => fragment.text).join('')
  if (text.length > longest || /\n|…|\.\.\./.test(text)) return undefined
  const closed = trimEnd(fragments)
  const words = closed.map((fragment) => fragment.text).join('')
  if (isBalanced(words)) return closed
  if (isBalanced(`“${words}`)) return [{ text: '“' }, ...closed]
  return isBalanced(`${words}”`) ? [...closed, { text: '”' }] : undefined
}

/** Drops the stop at the end, inside marks too, since the line sets its own after the outlet and day. */
export function trimEnd(fragments: readonly Fragment[]): Fragment[] {
  const last = fragments.at(-1)
  if (!last) return []
  const mark = /["”]\s*$/.test(last.text.replace(/[\s,;:.—–-]+$/, ''))
  const text = last.text.replace(/[\s,;:.—–-]+$/, '').replace(/[\s,;:.—–-]*["”]$/, '')
  const trimmed: Fragment[] = text === '' ? [] : [{ ...last, text }]
  const closing: Fragment[] = mark ? [{ text: '”' }] : []
  const before = fragments.slice(0, -1)
  return [...(text === '' && !mark ? trimEnd(before) : before), ...trimmed, ...closing]
}

/** Takes in the mark before the first and after the last word, with its stop. */
function widen(text: string, { start, end }: Span): Span {
  const before = /["“]$/.exec(text.slice(0, start))?.[0].length ?? 0
  const after = /^[,.!?]?["”]/.exec(text.slice(end))?.[0].length ?? 0
  const words = text.slice(start, end)
  const opens = before > 0 && !isBalanced(words) && isBalanced(text.slice(start - before, end + after))
  const wantsEnd = after > 0 && !isBalanced(words)
  return { start: opens ? start - before : start, end: wantsEnd ? end + after : end }
}

function allParts(saying: Saying): Part[] | undefined {
  const parts = partsOf(saying)
  const block = parts[0] && blockAt(saying.doc, parts[0].start)
  return block && parts.every((part) => contains(block.span, part)) ? parts : undefined
}

function partsOfSentence(saying: Saying): Part[] | undefined {
  const cue = saying.attribution.cue[0]
  const sentence = saying.reading.sentences.find((span) => contains(span, cue))
  return sentence && partsOf(saying).filter((part) => contains(sentence, part))
}

/** All spans of the attribution in the order of the text; what lies inside the content is left to the content. */
function partsOf({ doc, reading, attribution }: Saying): Part[] {
  const { source, cue, content, hearer, setting, said } = attribution
  const as = (role: Part['role'], spans: readonly Span[]) => spans.map(({ start, end }): Part => ({ role, start, end }))
  const core = [
    ...as('source', source.kind === 'unstated' ? [] : source.words),
    ...as('cue', cue),
    ...as('content', content),
  ]
  const sentence = reading.sentences.find((span) => contains(span, cue[0]))
  const around = [hearer, setting, said]
    .flatMap((found) => (found ? as('around', [found.words]) : []))
    .filter((part) => sentence && contains(sentence, part))
    .filter((part) => core.every((other) => part.end <= other.start || other.end <= part.start))
    .filter((part) => !isInserted(part, source, cue[0])) // the officials, who spoke to Meridian on Monday, said
  // "reportedly turned down the suggestion" has its subject outside: the whole sentence is the outlet's word
  const whole = source.kind === 'unstated' && sentence ? as('around', trimSpan(doc.text, sentence)) : []
  const parts = [...whole, ...core, ...around].toSorted((a, b) => a.start - b.start || b.end - a.end)
  return sentence ? openWith(doc.text, sentence, parts) : parts
}

function isInserted({ start, end }: Part, source: Saying['attribution']['source'], cue: Span): boolean {
  return source.kind !== 'unstated' && start >= source.words[0].end && end <= cue.start
}

// "Asked about the levy, Marrow said that such matters take time": what was asked is what is answered.
const ASKED = /^(?:When\s+)?[Aa]sked\b(?:(?!\b(?:this|that|it|them|these|those|him|her)\b)[^.?!“”"])*,\s$/

// "At the ministry's Thursday briefing, spokeswoman Runa Hald said": the setting brings its preposition, or is left out.
function openWith(text: string, sentence: Span, parts: readonly Part[]): Part[] {
  const [first, ...rest] = parts
  const lead = first && text.slice(sentence.start, first.start).trimStart()
  if (first && lead && ASKED.test(lead))
    return [{ ...first, role: 'around', start: first.start - lead.length, end: first.start }, ...parts]
  if (first && first.role !== 'around') return [...parts]
  if (!first || lead === undefined || lead.length > LONG_GAP || /[,;:"“”]/.test(lead)) {
    return parts.slice(parts.findIndex(({ role }) => role !== 'around'))
  }
  return [{ ...first, start: first.start - lead.length }, ...rest]
}

function trimSpan(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  return [{ start: from, end: start + words.trimEnd().length }]
}
