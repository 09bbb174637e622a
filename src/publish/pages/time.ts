// Days and times of day as pages show them, with the instant for machines.
import type { Instant } from '../../model/id.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'

/** The day of an instant, or the word for none. */
export function renderDay(instant: Instant | undefined): Html {
  if (instant === undefined) return html`${WORDS.lists.undated}`
  return html`<time datetime="${instant.slice(0, 10)}">${dayWords(instant)}</time>`
}

/** The day and the minute, in UTC. */
export function renderMinute(instant: Instant): Html {
  return html`<time datetime="${instant}">${dayWords(instant)}, ${instant.slice(11, 16)} UTC</time>`
}

const UNITS = [
  [24 * 3600 * 1000, 'day'],
  [3600 * 1000, 'hour'],
  [60 * 1000, 'minute'],
] as const

/** 5400000 -> "1.5 hours" */
export function spanWords(milliseconds: number): string {
  const [unit, name] = UNITS.find(([size]) => milliseconds >= 2 * size) ?? UNITS[2]
  const count = Math.round((10 * milliseconds) / unit) / 10
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
