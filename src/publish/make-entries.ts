// A timeline's steps put together for a picture: one entry for all that one voice does to the claim in the reports of one day.

import { isSilent } from '../model/act.ts'
import type { MarkKind } from '../model/edition-pictures.ts'
import { oneLine } from '../model/one-line.ts'
import type { Standing } from '../model/timeline.ts'
import { dayWords } from './iso-week.ts'
import { doneWords, type ToldStep, whoWords } from './told-step.ts'

/** Steps of one voice on one day, doing one thing. */
export interface Entry {
  readonly words: string
  readonly kind: MarkKind
  readonly day: string | undefined
  readonly prints: string[]
  readonly standing: Standing
  readonly isNew: boolean // the claim stood elsewhere before
}

/** The entries of a timeline, in the order of its steps. */
export function makeEntries(steps: readonly ToldStep[]): Entry[] {
  const entries: Entry[] = []
  for (const [at, step] of steps.entries()) {
    const words = `${doneWords(step)} ${whoWords(step)}`
    const day = step.published?.slice(0, 10)
    const isNew = at === 0 || step.before !== undefined
    const same = entries.find((entry) => entry.day === day && entry.words === words)
    if (same && !isNew) same.prints.push(printWords(step))
    else entries.push({ words, kind: kindOf(step), day, prints: [printWords(step)], standing: step.standing, isNew })
  }
  return entries
}

/** What stands above the entries of a day: the day, and how long after the one before. */
export function dayHead(day: string | undefined, before: string | undefined): string {
  if (day === undefined) return 'Undated'
  const days = before === undefined ? 0 : Math.round((Date.parse(day) - Date.parse(before)) / 86_400_000)
  return days >= FOLLOWS ? `${dayWords(day)}, ${days} days later` : dayWords(day)
}

const FOLLOWS = 2 // days apart that are worth a word

/** All entries in sentences. */
export function tellEntries(entries: readonly Entry[]): string {
  const told = entries.map(({ day, words, prints, standing, isNew }) => {
    const when = day === undefined ? 'Undated' : dayWords(day)
    return `${when}: ${words}, in ${prints.join('; ')}${isNew ? `; now ${standing}` : ''}.`
  })
  return oneLine(told.join(' '))
}

/** "Radio Askevar (02-askevar-dam-offer), via Meridian" */
function printWords({ doc, outlet = 'outlet unknown', via, said, published }: ToldStep): string {
  const hands = via.length > 0 ? `, via ${via.join(', ')}` : ''
  const when = said && said !== published?.slice(0, 10) ? `, said ${said.replace('/', ' to ')}` : ''
  return `${outlet} (${doc})${hands}${when}`
}

/** What an act is marked as: a step of a timeline, or what a report of a week does. */
export function kindOf({ act, silence, isPutForward }: Pick<ToldStep, 'act' | 'silence' | 'isPutForward'>): MarkKind {
  if (silence || isSilent(act)) return 'silent'
  if (!isPutForward && (act === 'asserts' || act === 'announces')) return 'passed'
  return KINDS[act] ?? 'put'
}

const KINDS: Readonly<Partial<Record<ToldStep['act'], MarkKind>>> = {
  announces: 'announced',
  confirms: 'confirmed',
  denies: 'denied',
  rejects: 'doubted',
  doubts: 'doubted',
  corrects: 'corrected',
  retracts: 'corrected',
}
