// The id of an attribution: of the stretch from its first word to its last, as far as the cue and the beginning of what was said
// reach, and of where in it either begins. A reader that sees the end of what was said elsewhere gives the same.
import type { Doc } from '../model/doc.ts'
import { asId, type Id } from '../model/id.ts'
import { foldedLength, lastingId } from '../model/lasting-id.ts'
import { makeSpan, type Span } from '../model/span.ts'

/** The id. `content`: the first piece of what was said. */
export function idOfAttribution(doc: Doc, cue: Span, content: Span): Id<'attribution'> {
  const start = Math.min(cue.start, content.start)
  const end = Math.max(cue.end, endOfBeginning(doc.text, content))
  const into = (at: number): number => foldedLength(doc.text.slice(start, at))
  const places = [into(cue.start), into(cue.end), into(content.start)]
  return asId<'attribution'>(lastingId('attribution', doc, makeSpan(doc.text, start, end), ...places))
}

const WORDS = 5

function endOfBeginning(text: string, { start, end }: Span): number {
  const [beginning = ''] = new RegExp(`^(?:\\s*\\S+){1,${WORDS}}`).exec(text.slice(start, end)) ?? []
  return start + Math.max(1, beginning.length)
}
