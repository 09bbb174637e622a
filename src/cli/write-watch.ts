// Watches as `readout watch` prints them.
import type { WatchedWeek } from '../desk/list-matters-of.ts'
import { isAll } from '../desk/watches.ts'
import type { Watch } from '../model/watch.ts'
import { safeLine } from './show-safely.ts'

/** "dam-talks  The dam talks: diplomacy around the Ketter dam (friday, Europe/Vienna)" */
export function writeWatchLine({ id, name, question, weekday, zone }: Watch): string {
  return safeLine(`${id}  ${name}${question ? `: ${question}` : ''} (${weekday}, ${zone})`)
}

/** All that is set for it. */
export function writeWatch(watch: Watch): string {
  const { places, people, bodies, words, sections, weights } = watch
  const isOfAll = [places, people, bodies, words].every((list) => list.length === 0)
  const listed = (name: string, list: readonly string[]) => (list.length > 0 ? [`  ${name}: ${list.join(', ')}`] : [])
  const weighed = Object.entries(weights).map(([name, weight]) => `${name} ${weight}`)
  return [
    writeWatchLine(watch),
    ...(isOfAll
      ? [`  ${isAll(watch) ? 'all that the desk holds belongs' : 'nothing is named, so everything belongs'}`]
      : []),
    ...listed('places', places),
    ...listed('people', people),
    ...listed('bodies', bodies),
    ...listed('words', words),
    ...listed('sections', sections),
    ...listed('weights', weighed),
  ]
    .map(safeLine)
    .join('\n')
}

/** The matters that belong, and those that do not, each with what it weighs. */
export function writeMatters({ week, days, matters }: WatchedWeek): string {
  const when = `${week}${days ? `, from ${days.from} until ${days.until}` : ''}`
  if (matters.length === 0) return `${when}: nobody is quoted or cited in a report of these days`
  const [own, others] = [matters.filter(({ belongs }) => belongs), matters.filter(({ belongs }) => !belongs)]
  return [
    `${when}: ${own.length} of ${matters.length} matters belong`,
    ...own.map(tell),
    ...(others.length > 0 ? ['these do not:', ...others.map(tell)] : []),
  ].join('\n')
}

function tell({ title, score, reports, outlets }: WatchedWeek['matters'][number]): string {
  const counted = `${count(reports, 'report')}, ${count(outlets, 'outlet')}`
  return safeLine(`  ${String(score).padStart(5)}  ${title.replace(/\s+/g, ' ')} (${counted})`)
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
