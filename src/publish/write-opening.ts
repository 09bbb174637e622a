// The line of what a report opens with in its own voice: the sentence as it was printed, with its outlet and its day.
import type { When } from '../model/attribution.ts'
import { dayAt } from '../model/day-at.ts'
import type { Line } from '../model/edition.ts'
import { cite } from '../model/evidence.ts'
import type { Day } from '../model/id.ts'
import { makeSpan } from '../model/span.ts'
import { type Opening, wordsIn } from './find-opening.ts'
import { makeLine } from './make-line.ts'
import { nameReporter } from './name-reporter.ts'
import { addDays } from './period.ts'
import { DAY_NAMES, dayOfReport, placeInTime } from './place-in-time.ts'
import { trimEnd } from './tell-in-place.ts'
import { outletOf } from './write-line.ts'

/**
 * `The Assembly passed the aid bill by 88 votes to 61 on the night of 14 May (Harbour Post, 15 May).`
 * Undefined where its time cannot be told, or where its reporter speaks of himself.
 */
export function writeOpening(opening: Opening): Line | undefined {
  const { doc, sentence } = opening
  const event = findWeekday(opening)
  if (event === 'unclear') return undefined
  const evidence = cite(doc, sentence)
  const copied = trimEnd([{ text: evidence.quote, copied: evidence }])
  const placed = placeInTime(copied, { doc, attribution: { cue: [sentence], ...(event && { event }) } })
  const told = placed && nameReporter(placed, { doc })
  return (
    told &&
    makeLine(
      [...told, { text: ' (' }, { text: `${outletOf(doc)}, ${dayOfReport(doc)}`, cited: evidence }, { text: ').' }],
      [],
    )
  )
}

const LATELY = 3 // days: what lies further back may as well be the coming one

// What was done "on Monday" was done on the last one, where that is nearer than the next. "Agreed to meet on Friday", "until Sunday" and two
// days in one sentence are left open.
function findWeekday(opening: Opening): When | 'unclear' | undefined {
  const { doc, sentence } = opening
  const words = wordsIn(opening)
  const [found, ...more] = words.matchAll(new RegExp(`\\b(?:${DAY_NAMES.join('|')})\\b`, 'g'))
  if (!found) return undefined
  const today = dayAt(doc, sentence.start)
  const before = words.slice(0, found.index)
  if (
    more.length > 0 ||
    !today ||
    !/\b[Oo]n $/.test(before) ||
    PLANS.test(before) ||
    /^['’]/.test(words.slice(found.index + found[0].length))
  )
    return 'unclear'
  const back = (7 + dayNumber(today) - DAY_NAMES.indexOf(found[0])) % 7
  if (back > LATELY) return 'unclear'
  const from = addDays(today, -back)
  const start = sentence.start + found.index
  return { words: makeSpan(doc.text, start, start + found[0].length), value: from, from, until: addDays(from, 1) }
}

const PLANS =
  /\bto \p{Ll}+|\b(?:agreed|schedul|delay|postpone|invit|plan|moved|offer|demand|urg|ask|promis|vow|announc|call(?:ed|s) for|set|talks|vote|meeting)\p{L}*\b.*\b(?:talks?|votes?|meetings?|summit|visit|session|election)\b/u

function dayNumber(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
