// The agency that a byline or dateline names: "KARSK (Meridian) -", "By Meridian News Agency", "— Meridian".
import type { Doc } from '../model/doc.ts'
import type { StatedOutlet } from '../model/reading.ts'
import { makeSpan } from '../model/span.ts'
import { OUTLET_NAME, OUTLETS } from './english/outlets.ts'

/** The dateline that opens a report; group 1 is the agency. */
// PORT SABEL, March 4 (Meridian) — / (Meridian) -
// GOSTEN, April 3 — / Gosten, 3 April (own correspondent) –: no agency, and no part of what is said all the same
export const DATELINE =
  /^(?:(?:[\p{Lu}][\p{L}’'.-]*(?: [\p{Lu}][\p{L}’'.-]*){0,3}(?:, [^()]{0,30})? ?)?\(([\p{Lu}][\p{L}.’' -]{1,40})\)|[\p{Lu}]{3,}(?: [\p{Lu}]{2,}){0,3}(?:, (?:\p{Lu}\p{L}+\.? \d{1,2}|\d{1,2} \p{Lu}\p{L}+))?)\s*[—–-]\s/u

// (Reporting by Meridian News Agency) / Source: Meridian / Agencies
const CREDIT =
  /^[([]?(?:Reporting by|Source:|Copyright|©|This report (?:is|was) (?:supplied|provided) by|With|From) (?:the )?([\p{Lu}][\p{L}.’']*(?: [\p{Lu}][\p{L}.’']*){0,4})/u
const LAST = 2 // a credit stands in the last two paragraphs
const FIRST = 3 // a dateline in the first three

/** The agency and the words that name it, or undefined. */
export function findWire(doc: Doc): StatedOutlet | undefined {
  const body = doc.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'byline')
  for (const { span } of body.slice(0, FIRST)) {
    const found = match(doc, span.start, doc.text.slice(span.start, span.end), DATELINE, true)
    if (found) return found
  }
  for (const { span } of body.slice(-LAST)) {
    const found = match(doc, span.start, doc.text.slice(span.start, span.end), CREDIT, false)
    if (found) return found
  }
  return undefined
}

function match(doc: Doc, offset: number, text: string, pattern: RegExp, isDateline: boolean): StatedOutlet | undefined {
  const found = pattern.exec(text)
  const words = found?.[1]
  if (!found || !words) return undefined
  const known = OUTLETS.get(words.toLowerCase())
  if (!known && !isDateline && !OUTLET_NAME.test(words)) return undefined
  const start = offset + found[0].lastIndexOf(words)
  return { name: known ?? words, span: makeSpan(doc.text, start, start + words.length) }
}
