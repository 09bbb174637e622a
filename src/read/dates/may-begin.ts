// The words that an expression of time can begin with; all others are passed over unread, which is most of a text.
import type { DateWord } from './cut-words.ts'
import {
  DAY_PARTS,
  LENGTHS,
  MONTHS,
  ORDINALS,
  SEASONS,
  SHORT_WEEKDAYS,
  TENS,
  UNDER_TWENTY,
  WEEKDAYS,
} from './time-words.ts'

/** True where a reader should look closer: the word begins some expression, and what follows an article goes on with it. */
export function mayBegin(words: readonly DateWord[], at: number): boolean {
  const word = words[at]
  if (word === undefined) return false
  if (word.number !== undefined) return true
  if (BEFORE.has(word.text)) {
    const next = words[at + 1]
    return next !== undefined && (next.number !== undefined || BEGIN.has(next.text) || AFTER.has(next.text))
  }
  return BEGIN.has(word.text)
}

const BEFORE: ReadonlySet<string> = new Set(
  'the a an this that these some many several few at current coming upcoming following same final half'.split(' '),
)

const BEGIN: ReadonlySet<string> = new Set([
  ...[MONTHS, WEEKDAYS, SHORT_WEEKDAYS, SEASONS, LENGTHS, DAY_PARTS, UNDER_TWENTY, TENS, ORDINALS].flatMap((words) => [
    ...words.keys(),
  ]),
  ...'mondays tuesdays wednesdays thursdays fridays saturdays sundays'.split(' '),
  ...'last past previous preceding next coming upcoming current following'.split(' '),
  ...'early earlier mid middle late later beginning start end close turn'.split(' '),
  ...'today yesterday tomorrow tonight noon midday midnight now currently nowadays recently lately soon'.split(' '),
  ...'couple recent every each daily weekly monthly yearly annual annually fortnightly quarterly once twice'.split(' '),
  ...'q h w new valentine st may independence fourth halloween veterans armistice christmas boxing martin'.split(' '),
  ...'presidents mother memorial father labor labour columbus black cyber thanksgiving ash palm good easter'.split(' '),
  ...["'", '’', '‘'],
])

/** What goes on after an article and begins nothing itself. */
const AFTER: ReadonlySet<string> = new Set([
  ...'a an same final few several rest remainder eve future near present moment the other'.split(' '),
  ...'twenties thirties forties fifties sixties seventies eighties nineties full whole long more'.split(' '),
])
