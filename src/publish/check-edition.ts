// No line is printed that its evidence does not bear out, character for character.
import type { Doc } from '../model/doc.ts'
import type { Edition, Line } from '../model/edition.ts'
import { type Evidence, holds } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import { linesOf } from './editing/open-parts.ts'

/** A line that must not be printed, and why; `evidence` where one piece is at fault. */
export interface Breach {
  readonly line: Line
  readonly evidence?: Evidence
  readonly reason: string
}

/**
 * Every breach of an edition against the stored docs: evidence that does not hold, words between quotation marks that
 * no evidence of the line has, and words marked as copied that are not.
 */
export function checkEdition(edition: Edition, findDoc: (id: Id<'doc'>) => Doc | undefined): Breach[] {
  // a struck line has no words that could be tried
  const lines = linesOf(edition).filter(({ removed }) => removed === undefined)
  return lines.flatMap((line) => [...checkEvidence(line, findDoc), ...checkQuoted(line), ...checkCopied(line)])
}

function checkEvidence(line: Line, findDoc: (id: Id<'doc'>) => Doc | undefined): Breach[] {
  return line.evidence.flatMap((evidence): Breach[] => {
    const doc = findDoc(evidence.doc)
    if (!doc) return [{ line, evidence, reason: `the report ${evidence.doc} is not in the archive` }]
    if (holds(evidence, doc)) return []
    const { start, end } = evidence.span
    return [{ line, evidence, reason: `${doc.name} does not have “${shorten(evidence.quote)}” at ${start}-${end}` }]
  })
}

// “…” opens and closes in turn; what a mark opens and none closes is quoted to the end of the line.
function checkQuoted(line: Line): Breach[] {
  return [...line.text.matchAll(/“([^“”]*)(?:”|$)/g)].flatMap(([, quoted = '']): Breach[] => {
    const found = line.evidence.some(({ quote }) => quote.includes(quoted))
    return found ? [] : [{ line, reason: `“${shorten(quoted)}” stands in none of its evidence` }]
  })
}

function checkCopied(line: Line): Breach[] {
  return (line.refs ?? []).flatMap(({ kind, span, evidence: at }): Breach[] => {
    const evidence = line.evidence[at]
    if (!evidence) return [{ line, reason: `it leans on evidence ${at}, which it does not have` }]
    if (kind !== 'copied') return []
    const words = line.text.slice(span.start, span.end)
    if (fold(evidence.quote).includes(fold(words)) && words !== '') return []
    return [{ line, evidence, reason: `“${shorten(words)}” is not copied from its evidence` }]
  })
}

// What a line may change in copied words: the shape of double marks, white space, and a first letter's case.
function fold(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/\s+/g, ' ').toLowerCase()
}

function shorten(text: string): string {
  return text.length > 80 ? `${[...text].slice(0, 77).join('')}…` : text
}
