// Paragraphs as text/plain; format=flowed (RFC 3676): a line that goes on in the next ends with a space, so that a narrow screen
// may set the paragraph anew. What is set in, such as a dash item, is left as it stands: joined, it would have gaps.
import { wrapText } from '../wrap-text.ts'

/** The words in lines of 72 characters, each but the last ending with the space that says that it goes on. */
export function flowText(words: string): string[] {
  const lines = wrapText(words, { width: 71 }) // the space at the end is a character as well
  return lines.map((line, i) => stuff(i < lines.length - 1 ? `${line} ` : line))
}

/** The paragraphs as one text, an empty line between each two. */
export function joinParagraphs(paragraphs: readonly (readonly string[])[]): string {
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

// what begins like a quotation or an envelope gets a space before it, which a mail program takes away again
function stuff(line: string): string {
  return /^(?:[ >]|From )/.test(line) ? ` ${line}` : line
}
