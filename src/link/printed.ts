// A quotation as one doc prints it, with what tells whether another printing may be the same remark.
import { blockAt } from '../model/doc.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Content } from './make-contents.ts'

export interface Printed {
  readonly number: number // printings are numbered in order
  readonly quote: Evidence
  readonly runs: number
  readonly speaker?: string // id of an entity
  readonly claim?: number // of the claim that it bears on
  readonly isUnnamed: boolean // nobody is named for it
  readonly side?: string // of an unnamed speaker
  readonly said?: string // when, as far as the doc says
  readonly isTranslated: boolean
  readonly whole?: number // the earlier printing that this one trimmed
}

/** The printing of one quotation of a content; not numbered yet. */
export function makePrinted(content: Content, quote: Evidence, runs: number, claim: number | undefined): Printed {
  const { source, said } = content.attribution
  const speaker = source.kind === 'unstated' ? undefined : content.speakers[0]
  const side = source.kind === 'anonymous' ? source.side : undefined
  return {
    number: -1,
    quote,
    runs,
    ...(speaker && { speaker }),
    ...(claim !== undefined && { claim }),
    isUnnamed: source.kind === 'anonymous',
    ...(side && { side }),
    ...(said && { said: said.value }),
    isTranslated: isTranslated(content, quote),
  }
}

// “The offer is dead,” Hale said through an interpreter.
const TRANSLATED =
  /\btranslat(?:ed|ion|or)\b|\binterpreter\b|\bspeaking (?:in )?\p{Lu}\p{Ll}+\b|\bin (?:his|her|their) (?:own |native |mother )(?:language|tongue)\b/u

function isTranslated({ read: { doc } }: Content, quote: Evidence): boolean {
  const block = blockAt(doc, quote.span.start)
  if (!block) return false
  const { start, end } = block.span
  return (
    TRANSLATED.test(doc.text.slice(start, quote.span.start)) || TRANSLATED.test(doc.text.slice(quote.span.end, end))
  )
}
