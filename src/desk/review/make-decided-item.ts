// A decision as lists show it: what it made of what, the words that were looked at, and what it is about now.

import type { LookedAt, Ruling, Target } from '../../model/decision.ts'
import { oneLine } from '../../model/one-line.ts'
import { WORDS } from '../../publish/interface-words.ts'
import { serverLinks } from '../../publish/links.ts'
import type { DecidedItem, LookedAtItem } from '../../publish/review/render-decided.ts'
import type { Decided } from '../list-decided.ts'
import type { DecidedIndex } from './decided-index.ts'

/** The entry of a decision. */
export function makeDecidedItem(decided: Decided, index: DecidedIndex): DecidedItem {
  const { number, decision, state, undoneBy, undoes, on, gone } = decided
  const { ruling, by, at, why } = decision
  const undone = undoes === undefined ? undefined : index.find(undoes)
  const to = toOf(ruling)
  return {
    number,
    kind: ruling.kind,
    by,
    at,
    why,
    state,
    ...(undoneBy !== undefined && { undoneBy }),
    ...(undone && { undoes: { number: undone.number, kind: undone.decision.ruling.kind } }),
    ...(to !== undefined && { to }),
    about: lookedAtIn(undone ? undone.decision.ruling : ruling).map(itemOf),
    on: on.map(({ noun, id, called }) => ({ called, href: `/${noun === 'claim' ? 'claim' : 'person'}/${id}` })),
    gone: gone.map(itemOf),
  }
}

function toOf(ruling: Ruling): string | undefined {
  switch (ruling.kind) {
    case 're-attribute':
      return ruling.to === 'unstated' ? WORDS.decisions.unstated : ruling.to.name
    case 'set kind':
      return ruling.to
    case 'correct':
      return [ruling.to.source, ruling.to.cue, ruling.to.content]
        .flatMap((pieces) => pieces?.map(({ quote }) => `“${oneLine(quote)}”`) ?? [])
        .join(' | ')
    case 'note':
      return ruling.text
    case 'tag':
      return ruling.tag
    case 'draft':
    case 'issue':
      return ruling.edition.week
    case 'follow':
      return [ruling.source.title ?? ruling.source.url, ruling.source.state !== 'followed' && ruling.source.state]
        .filter((part) => part !== false)
        .join(', ')
    case 'withdraw':
      return ruling.removal.reports.map(({ name }) => name).join(', ')
    default:
      return undefined
  }
}

// What a person would know it by: of an attribution what was said, of all else its first words.
function lookedAtIn(ruling: Ruling): LookedAt[] {
  switch (ruling.kind) {
    case 'merge':
      return [ruling.keep, ...ruling.absorb].map(firstOf)
    case 'split':
      return [...ruling.move]
    case 'same':
    case 'different':
      return ruling.what.map(firstOf)
    case 'draft':
    case 'issue':
    case 'follow':
    case 'withdraw':
    case 'undo':
      return []
    default:
      return [firstOf(ruling.what)]
  }
}

function firstOf({ noun, words: [first, second] }: Target): LookedAt {
  return noun === 'attribution' ? (second ?? first) : first
}

function itemOf(words: LookedAt): LookedAtItem {
  return { words: oneLine(words.quote), report: words.name, href: serverLinks.report(words.name, words) }
}
