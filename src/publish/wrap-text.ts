// Text in lines of a width, as plain mail and files of plain text have it: 72 characters, so that a reply can quote it.

export interface Wrapping {
  readonly width?: number // characters; 72 unless told
  readonly first?: string // what the first line begins with: "- "
  readonly rest?: string // what each other line begins with
}

/**
 * The words of the text in lines, parted by single spaces. A word that is longer than a line, such as an address, has a
 * line to itself and is never cut. No words: no lines.
 */
export function wrapText(text: string, { width = 72, first = '', rest = '' }: Wrapping = {}): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const begin = lines.length === 0 ? first : rest
    if (line === '') line = begin + word
    else if (lengthOf(line) + 1 + lengthOf(word) <= width) line += ` ${word}`
    else {
      lines.push(line)
      line = rest + word
    }
  }
  return line === '' ? lines : [...lines, line]
}

function lengthOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : [...text.normalize('NFC')].length
}
