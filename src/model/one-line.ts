/** Words on one line, for a title, a label or a terminal: each stretch of white space is one space, and none stands at the ends. */
export function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
