// The words that an expression of time can begin with; all others are passed over unread, which is most of a text.
import type { Word } from './cut-words.ts'
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

/** True where a reader should look closer. */
export function isStarter(word: Word | undefined): boolean {
  return word !== undefined && (word.number !== undefined || STARTERS.has(word.text))
}

const STARTERS: ReadonlySet<string> = new Set([
  ...[MONTHS, WEEKDAYS, SHORT_WEEKDAYS, SEASONS, LENGTHS, DAY_PARTS, UNDER_TWENTY, TENS, ORDINALS].flatMap((words) => [
    ...words.keys(),
  ]),
  ...'mondays tuesdays wednesdays thursdays fridays saturdays sundays'.split(' '),
  ...'the a an this that these last past previous preceding next coming upcoming current following same final'.split(
    ' ',
  ),
  ...'early earlier mid middle late later beginning start end close turn'.split(' '),
  ...'today yesterday tomorrow tonight noon midday midnight now currently nowadays at recently lately in soon'.split(
    ' ',
  ),
  ...'several few many some couple half recent every each daily weekly monthly yearly annual annually'.split(' '),
  ...'fortnightly quarterly once twice q h w'.split(' '),
  ...'new valentine st may independence fourth halloween veterans armistice christmas boxing martin presidents'.split(
    ' ',
  ),
  ...'mother memorial father labor labour columbus black cyber thanksgiving ash palm good easter'.split(' '),
  ...["'", '’', '‘'],
])
