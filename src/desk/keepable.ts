// Words that a person writes beside a thing: kept as they are, byte for byte, or refused with the reason.
import { ReadoutError } from '../model/errors.ts'

const LONGEST: Readonly<Record<'note' | 'tag', number>> = { note: 20_000, tag: 200 } // UTF-16 units

/** The words themselves. Throws USAGE where they say nothing, or hold what no page could show. */
export function keepable(words: string, of: 'note' | 'tag'): string {
  if (words.trim() === '') throw usage(`a ${of} needs words; give them with --text`)
  if (words.length > LONGEST[of]) {
    throw usage(`a ${of} of ${words.length} characters is too long; at most ${LONGEST[of]} are kept`)
  }
  if (!words.isWellFormed()) throw usage(`the ${of} holds half a character, which no page can show; write it again`)
  const bad = of === 'note' ? NOT_IN_A_NOTE.exec(words) : NOT_IN_A_TAG.exec(words)
  if (bad) {
    const code = (bad[0].codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase()
    const others = of === 'note' ? 'only tabs and new lines may stand in a note' : 'a tag is one line without tabs'
    throw usage(`the ${of} holds the control character U+${code} at ${bad.index}; ${others}`)
  }
  return words
}

// A form sends its lines with a carriage return before each line feed: that is a new line, and kept as it came.
const NOT_IN_A_NOTE = /\r(?!\n)|[^\P{Cc}\t\n\r]/u
const NOT_IN_A_TAG = /\p{Cc}/u

function usage(message: string): ReadoutError {
  return new ReadoutError('USAGE', message)
}
