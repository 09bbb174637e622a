// One decision as `readout decisions` prints it: what became of it, who ruled what and why, and what it is about now.

import type { Decided } from '../desk/list-decided.ts'
import { type LookedAt, type Ruling, type Target, targetsOf } from '../model/decision.ts'
import { oneLine } from '../model/one-line.ts'
import { safeLine } from './show-safely.ts'

/** The decision in a few lines. */
export function writeDecided(decided: Decided): string {
  const { number, decision, gone, on } = decided
  const { at, by, why, ruling } = decision
  return [
    `decision ${number}  ${stateOf(decided)}, ${at.slice(0, 10)}`,
    `  ${nameRuling(decided)}, by ${by}${because(why)}`,
    ...aboutOf(ruling).map((line) => `  ${line}`),
    ...on.map(({ noun, id, called }) => `  now ${noun === 'claim' ? 'claim' : 'who'} ${id}  ${oneLine(called)}`),
    ...gone.map(({ quote, name }) => `  gone: “${oneLine(quote)}” in ${name}`),
  ]
    .map(safeLine)
    .join('\n')
}

/** "decision 21, merge, by Ada Orme on 2031-03-09: one offer in two wordings" */
export function writeDecidedShort(decided: Decided): string {
  const { number, decision } = decided
  const { at, by, why } = decision
  const state = decided.state === 'applied' ? '' : ` (${stateOf(decided)})`
  return safeLine(`decision ${number}, ${nameRuling(decided)}, by ${by} on ${at.slice(0, 10)}${because(why)}${state}`)
}

/** The same as a value: the decision as it was kept, beside what became of it. */
export function decidedJson({ decision, ...rest }: Decided): object {
  const { id, by, at, why, ruling } = decision
  return { ...rest, id, by, at, why, ruling }
}

// A note needs no reason.
function because(why: string): string {
  return why && `: ${why}`
}

function stateOf({ state, undoneBy }: Decided): string {
  if (state === 'undone') return `undone by decision ${undoneBy}`
  return state === 'orphan' ? 'orphan: its words are gone' : state
}

function nameRuling({ decision: { ruling }, undoes }: Decided): string {
  if (ruling.kind === 'undo') return `undo of decision ${undoes}`
  if (ruling.kind === 'set kind') return `set kind to ${ruling.to}`
  if (ruling.kind === 'tag') return `tag “${ruling.tag}”`
  if (ruling.kind !== 're-attribute') return ruling.kind
  return `re-attribute to ${ruling.to === 'unstated' ? 'nobody stated' : ruling.to.name}`
}

// What was looked at, by its first words.
function aboutOf(ruling: Ruling): string[] {
  switch (ruling.kind) {
    case 'confirm':
    case 'reject':
    case 're-attribute':
    case 'set kind':
      return [aboutOne(ruling.what)]
    case 'correct':
      return [aboutOne(ruling.what), ...PARTS.flatMap((part) => correctedOf(part, ruling.to[part]))]
    case 'note':
      return [aboutOne(ruling.what), ...ruling.text.split('\n').map((line) => `| ${line.replace(/\r$/, '')}`)]
    case 'tag':
    case 'watch':
      return [aboutOne(ruling.what)]
    case 'split':
      return ruling.move.map((words) => `moved: ${quoteOf(words)}`)
    case 'merge':
    case 'same':
    case 'different':
      return targetsOf(ruling).map(({ noun, words }) => `${noun === 'claim' ? 'claim' : 'who'}: ${quoteOf(words[0])}`)
    case 'follow':
      return [`${ruling.source.state}: ${ruling.source.title ?? ruling.source.url}`]
    case 'withdraw':
      return ruling.removal.reports.map(({ name }) => `removed: ${name}`)
    default:
      return []
  }
}

const PARTS = ['source', 'cue', 'content'] as const

function correctedOf(part: (typeof PARTS)[number], words: readonly LookedAt[] = []): string[] {
  return words.length === 0 ? [] : [`${part} put right: ${words.map(({ quote }) => `“${oneLine(quote)}”`).join(' ')}`]
}

function aboutOne({ noun, id, words: [first, second] }: Target): string {
  return `${noun === 'entity' ? 'who' : noun} ${id}  ${quoteOf(noun === 'attribution' ? (second ?? first) : first)}`
}

function quoteOf({ quote, name }: LookedAt): string {
  return `“${oneLine(quote)}” in ${name}`
}
