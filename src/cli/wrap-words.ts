// Words in lines of a width, for a terminal.
import { GLUE } from './mark-words.ts'

/**
 * The words, parted by single spaces, in lines of at most `width` characters, all but the first indented by `indent`.
 * A word that is longer than a line has a line to itself.
 */
export function wrapWords(words: string, width: number, indent = 0): string {
  const lines: string[] = []
  let line = ''
  let length = 0
  for (const word of words.split(/\s+/).filter((each) => each !== '')) {
    const added = [...word].length
    if (line !== '' && length + 1 + added > width) {
      lines.push(line)
      line = ' '.repeat(indent) + word
      length = indent + added
    } else {
      line += line === '' ? word : ` ${word}`
      length += line === word ? added : added + 1
    }
  }
  return [...lines, line].join('\n').replaceAll(GLUE, ' ')
}
