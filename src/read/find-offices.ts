// The offices that a text gives a person beside the name, with the time in office where it says so.
// "Former defence minister Ilse Marrow, who served from 2011 to 2014, …" -> defence minister, 2011 to 2014, former.
import type { Office } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import { OFFICIAL } from './english/people.ts'
import type { Name } from './find-names.ts'
import { type Range, type Scene, spanOf, textOf } from './scene.ts'
import type { Token } from './tokenise.ts'

const LONGEST = 10 // words of an office
const CLAUSE = 30 // words after the name in which its time may stand

/** The offices given at these mentions; one that is given twice is listed once, with the dates of both. */
export function findOffices(scene: Scene, mentions: readonly Name[]): Office[] {
  const byWords = new Map<string, Office>()
  for (const name of mentions) {
    const found = [officeBefore(scene, name), officeAfter(scene, name)].filter((office) => office !== undefined)
    const time = found.length > 0 ? timeAfter(scene, name) : {}
    for (const { range, isFormer } of found) {
      const words = textOf(scene, range).toLowerCase()
      const known = byWords.get(words)
      const own = { title: known?.title ?? spanOf(scene, range), ...known, ...time }
      byWords.set(words, isFormer || isOver(scene, own) ? { ...own, isFormer: true } : own)
    }
  }
  return [...byWords.values()]
}

interface Found {
  readonly range: Range
  readonly isFormer: boolean
}

const PAST = /^(former|ex|then|onetime|ousted|late)$/
const PART = /^(NOUN|PROPN|ADJ)$/

// Karsk's former chief envoy Ilse Marrow / then-senator Ilse Marrow
function officeBefore(scene: Scene, name: Name): Found | undefined {
  const { tokens, sentences, sentenceOf } = scene
  const floor = sentences[sentenceOf[name.from] ?? -1]?.from ?? name.from
  const end = tokens[name.from - 1]?.text === ',' ? name.from - 1 : name.from
  let from = end
  while (from > floor && end - from < LONGEST && belongs(tokens, from - 1)) from -= 1
  return trimmed(scene, { from, to: end })
}

// Ilse Marrow, the foreign minister of Karsk since 2019,
function officeAfter(scene: Scene, name: Name): Found | undefined {
  const { tokens, sentences, sentenceOf } = scene
  if (tokens[name.to]?.text !== ',') return undefined
  const ceiling = sentences[sentenceOf[name.from] ?? -1]?.to ?? name.to
  let from = name.to + 1
  while (/^(DET|PRON)$/.test(tokens[from]?.pos ?? '') && !/^who/.test(tokens[from]?.lower ?? '')) from += 1
  let to = from
  while (to < ceiling && to - from < LONGEST && belongs(tokens, to)) to += 1
  // Ilse Marrow, envoy Corvin Hale and others: his office
  return /^\p{Lu}\p{Ll}+$/u.test(tokens[to - 1]?.text ?? '') &&
    !/^(of|for)$/.test(tokens[to - 2]?.lower ?? '') &&
    OFFICIAL.test(tokens[from]?.lower ?? '')
    ? undefined
    : trimmed(scene, { from, to })
}

function belongs(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token) return false
  const isLink = /^(of|for|and|the)$/.test(token.lower) && /^(NOUN|PROPN|ADP|DET)$/.test(tokens[at - 1]?.pos ?? '')
  return PART.test(token.pos) || PAST.test(token.lower) || /^(-|’s|'s|’|')$/.test(token.text) || isLink
}

function trimmed({ tokens, ...scene }: Scene, whole: Range): Found | undefined {
  let { from, to } = whole
  let isFormer = false
  for (let at = from; at < to; at++) {
    if (PAST.test(tokens[at]?.lower ?? '')) {
      isFormer = true
      from = tokens[at + 1]?.text === '-' ? at + 2 : at + 1
    }
    // Karsk's envoy: the office is "envoy"; the head of Karsk's bureau
    if (/^(’s|'s)$/.test(tokens[at]?.text ?? '') && !hasOf(tokens, from, at)) from = at + 1
  }
  while (
    from < to &&
    (!PART.test(tokens[from]?.pos ?? '') || /^(mr|mrs|ms|miss|dr)\.?$/.test(tokens[from]?.lower ?? ''))
  )
    from += 1
  while (to > from && !PART.test(tokens[to - 1]?.pos ?? '')) to -= 1
  const range = { from, to }
  // a relation of the envoy is no envoy: the office stands before the "of"
  const of = tokens.slice(from, to).findIndex(({ lower }) => /^(of|for|to)$/.test(lower))
  const isOffice =
    from < to &&
    OFFICIAL.test(`${textOf({ tokens, ...scene }, { from, to: of > 0 ? from + of : to })}${of > 0 ? ' of' : ''}`)
  return isOffice ? { range, isFormer } : undefined
}

function hasOf(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ lower }) => lower === 'of')
}

interface Time {
  readonly from?: string
  readonly until?: string
}

const TIMES: readonly (readonly [RegExp, (found: RegExpExecArray) => Time])[] = [
  [
    /\bfrom (?:\p{L}+ )?(\d{4}) (?:to|until|till|through) (?:\p{L}+ )?(\d{4})\b/u,
    (found) => period(found[1], found[2]),
  ],
  [/\bbetween (\d{4}) and (\d{4})\b/u, (found) => period(found[1], found[2])],
  [/\((\d{4})\s?[-–]\s?(\d{4})\)/u, (found) => period(found[1], found[2])],
  [/\bsince (?:\p{L}+ )?(\d{4})\b/u, (found) => period(found[1])],
  [/\buntil (?:\p{L}+ )?(\d{4})\b/u, (found) => period(undefined, found[1])],
]

function period(from: string | undefined, until?: string): Time {
  return { ...(from && { from }), ...(until && { until }) }
}

// , who served from 2011 to 2014, / , foreign minister since 2019,: up to the verb of the sentence itself
function timeAfter(scene: Scene, { to }: Name): Time {
  const { tokens, sentences, sentenceOf } = scene
  if (!/^[,(]$/.test(tokens[to]?.text ?? '')) return {}
  const ceiling = Math.min(sentences[sentenceOf[to] ?? -1]?.to ?? to, to + CLAUSE)
  let end = to + 1
  while (end < ceiling && !/^[,);]$/.test(tokens[end]?.text ?? '')) end += 1
  const text = textOf(scene, { from: to, to: Math.min(end + 1, tokens.length) })
  for (const [pattern, timeOf] of TIMES) {
    const found = pattern.exec(text)
    if (found) return timeOf(found)
  }
  return {}
}

// until 2014, in a report of 2031
function isOver({ doc }: Scene, { until }: Time & { title: Span }): boolean {
  return until !== undefined && doc.published !== undefined && until < doc.published.slice(0, 4)
}
