// The agency that a byline, a dateline or a credit names: "KARSK (Meridian) -", "By Ilse Marrow, Meridian News Agency".
import { DATELINE } from '../model/dateline.ts'
import type { Doc } from '../model/doc.ts'
import type { StatedOutlet } from '../model/reading.ts'
import { makeSpan } from '../model/span.ts'
import { OUTLET_NAME, outletNamed } from './english/outlets.ts'
import { isByLetters, isOwnOutlet } from './is-own-outlet.ts'

const NAME = '(\\p{Lu}[\\p{L}.’&-]*(?: [\\p{Lu}\\d][\\p{L}\\d.’&-]*){0,4})'

// (Reporting by Meridian News Agency) / Source: Meridian / This article was first published by Meridian. / via Meridian
const CREDIT = new RegExp(
  '^[([—–*-]*\\s*(?:Reporting by|Source:|Sources:|Copyright|©(?: \\d{4})?|With|From|Via|via|Courtesy of|Distributed by|' +
    'This (?:report|article|story|piece) (?:is|was|has been|originally|first) ?(?:originally |first )?' +
    `(?:supplied by|provided by|published (?:by|in)|appeared (?:in|on)|produced by)):? (?:the )?${NAME}`,
  'u',
)

// By Meridian News Agency / By Ilse Marrow, Meridian / Ilse Marrow | Radio Karsk / Meridian News Agency
const BYLINES: readonly RegExp[] = [
  new RegExp(`^(?:(?:By|BY) )?(?:[Tt]he )?${NAME}(?: (?:staff|reporters?|correspondents?|writers?))?\\.?$`, 'u'),
  new RegExp(`^By [^,|/(.]{3,60}(?:, | \\| | / |/| of | for | in [^,|]+ for )(?:the )?${NAME}\\.?$`, 'u'),
  new RegExp(`^[^,|/(.]{3,60}(?: \\| | / |/)(?:the )?${NAME}\\.?$`, 'u'),
]
const LONGEST_BYLINE = 110 // characters

const LAST = 2 // a credit stands in the last two paragraphs
const FIRST = 3 // a dateline in the first three

/** The agency and the words that name it, or undefined. */
export function findWire(doc: Doc): StatedOutlet | undefined {
  const body = doc.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'byline')
  for (const { span } of body.slice(0, FIRST)) {
    const found = match(doc, span.start, doc.text.slice(span.start, span.end), DATELINE, true)
    if (found && !isByLetters(found.name, doc.outlet)) return found
  }
  for (const { span } of body.slice(0, FIRST)) {
    const text = doc.text.slice(span.start, span.end)
    if (text.length > LONGEST_BYLINE) continue
    for (const pattern of BYLINES) {
      const found = match(doc, span.start, text, pattern, false)
      if (found && !isOwnOutlet(found.name, doc)) return found
    }
  }
  for (const { span } of body.slice(-LAST)) {
    const found = match(doc, span.start, doc.text.slice(span.start, span.end), CREDIT, false)
    if (found) return found
  }
  return undefined
}

function match(doc: Doc, offset: number, text: string, pattern: RegExp, isDateline: boolean): StatedOutlet | undefined {
  const found = pattern.exec(text)
  const words = (isDateline ? found?.groups?.agency : found?.[1])?.replace(/(?<=\p{Ll})\.$/u, '')
  if (!found || !words) return undefined
  const known = outletNamed(words)
  if (!known && !isDateline && !OUTLET_NAME.test(words)) return undefined
  const start = offset + found[0].lastIndexOf(words)
  return { name: known ?? words, span: makeSpan(doc.text, start, start + words.length) }
}
