// Lines of a set width for plain text: broken between words only, so that an address stays whole however long it is.

export const WIDTH = 72

/** The words in lines, the first one after `first`, the others after `rest`; blanks and line breaks become one blank. */
export function wrapText(text: string, first = '', rest = ' '.repeat(first.length), width = WIDTH): string {
  const lines: string[] = []
  let line = first
  let isFresh = true
  for (const word of clean(text).split(' ')) {
    if (!isFresh && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = rest
      isFresh = true
    }
    line += isFresh ? word : ` ${word}`
    isFresh = false
  }
  return [...lines, line].join('\n').trimEnd()
}

/** Columns that a text takes in a typeface of one width: two for the wide signs of East Asia, none for marks on a letter. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let width = 0
  for (const { segment } of LETTERS.segment(text)) width += WIDE.test(segment) ? 2 : INVISIBLE.test(segment) ? 0 : 1
  return width
}

// The blanks of a language; a no-break space keeps its words together.
function clean(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029 ]+/gu, ' ').trim()
}

const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' })
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|^\p{Emoji_Presentation}/u
const INVISIBLE = /^\p{Cf}+$/u
