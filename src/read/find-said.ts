// When the words were said, and when what they tell of is to happen: the times of the report, by where they stand.
// Marrow said on Tuesday that Karsk would sign on Friday. -> said: Tuesday; event: Friday
import type { When } from '../model/attribution.ts'
import { dayAt } from '../model/day-at.ts'
import type { Doc } from '../model/doc.ts'
import { makeSpan, type Span } from '../model/span.ts'
import { type FoundTime, findTimes } from './dates/find-times.ts'
import type { Scene } from './scene.ts'

/**
 * The time right after the cue, else the first in the cue's own clause, that comes to days. What is still to be is not
 * when it was said.
 */
// Hale, who arrived on Monday, said on Tuesday that …: Tuesday
export function findSaid(scene: Scene, clause: readonly Span[], cue: Span): When | undefined {
  const times = timesIn(scene, clause).filter(({ tense }) => tense !== 'future')
  const isNext = ({ start }: FoundTime): boolean =>
    start >= cue.end && /^(?: (?:on|in|late|early|back|again))* ?$/.test(scene.doc.text.slice(cue.end, start))
  const time = times.find(isNext) ?? times[0]
  return time && whenOf(scene, time)
}

/** The first time in the content that lies ahead, by its days and by the verb beside it. */
export function findEvent(scene: Scene, content: readonly Span[]): When | undefined {
  const today = dayAt(scene.doc, content[0]?.start ?? 0) ?? ''
  const time = timesIn(scene, content).find(({ tense, days }) => tense === 'future' && days && days.until > today)
  return time && today !== '' ? whenOf(scene, time) : undefined
}

function timesIn(scene: Scene, spans: readonly Span[]): FoundTime[] {
  const isDated = ({ days, type }: FoundTime): boolean => days !== undefined && (type === 'DATE' || type === 'TIME')
  return spans.flatMap(({ start, end }) =>
    timesOf(scene).filter((time) => start <= time.start && time.end <= end && isDated(time)),
  )
}

// "between March 3 and 5" is one when, with the days of both
function whenOf({ doc }: Scene, { start, end, value, days, goesTo }: FoundTime): When | undefined {
  if (!days) return undefined
  if (!goesTo?.days) return { ...days, value, words: makeSpan(doc.text, start, end) }
  return {
    from: days.from,
    until: goesTo.days.until,
    value: `${value}/${goesTo.value}`,
    words: makeSpan(doc.text, start, goesTo.end),
  }
}

/** The times of the doc, found once for all its attributions. */
function timesOf(scene: Scene): readonly FoundTime[] {
  const known = KNOWN.get(scene)
  if (known) return known
  const found = stretchesOf(scene.doc).flatMap(({ start, end }) => {
    const published = dayAt(scene.doc, start)
    const times = findTimes(scene.doc.text.slice(start, end), { ...(published && { published }) })
    return start === 0 ? times : times.map((time) => moved(time, start))
  })
  KNOWN.set(scene, found)
  return found
}

// 14 February, 10:42 ¶ The levy falls on Friday, Marrow said.: in live coverage each entry has a day of its own
function stretchesOf({ text, entries = [] }: Doc): Span[] {
  const edges = [0, ...entries.flatMap(({ span }) => [span.start, span.end]), text.length]
  return edges.slice(1).flatMap((end, i) => {
    const start = edges[i] ?? 0
    return start < end ? [{ start, end }] : []
  })
}

function moved(time: FoundTime, by: number): FoundTime {
  const { goesTo } = time
  return { ...time, start: time.start + by, end: time.end + by, ...(goesTo && { goesTo: moved(goesTo, by) }) }
}

const KNOWN = new WeakMap<Scene, readonly FoundTime[]>()
