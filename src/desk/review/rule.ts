// What a reviewer sends from a page, made a decision: kept, or sent back with the reason and with all that was filled in.
import type { Viewer } from '../../model/account.ts'
import type { Target } from '../../model/decision.ts'
import { type ErrorCode, ReadoutError } from '../../model/errors.ts'
import { WORDS } from '../../publish/interface-words.ts'
import type { Filled, Problem } from '../../publish/review/review-form.ts'
import type { Action } from '../../publish/review/review-target.ts'
import { type Asked, type Deciding, decide } from '../decide.ts'
import type { StaleDetails } from '../fingerprint-of.ts'
import { drawnReason, drawOf } from './draw.ts'

/** What a form sends. What a form does not have is empty. */
export interface Sent {
  readonly kind: Action | 'same' | 'different'
  readonly noun?: Target['noun'] // absent of an undoing from a list of decisions, as is the id
  readonly id?: string
  readonly seen?: string
  readonly at: string // checked: an address of this desk
  readonly why: string
  readonly decision?: string // that an undoing undoes
  readonly to?: string
  readonly with: readonly string[]
  readonly move: readonly string[]
  readonly source?: string
  readonly cue?: string
  readonly content?: string
  readonly text?: string
  readonly tag?: string
}

export type Ruled =
  | { readonly isKept: true; readonly number: number }
  | { readonly isKept: false; readonly status: 400 | 409 | 422; readonly problem: Problem; readonly filled: Filled }

/** Keeps what was sent under the name of whoever looks. Throws where what it is about is not there, and where the desk failed. */
export async function rule(desk: Deciding, sent: Sent, { name, role }: Viewer): Promise<Ruled> {
  try {
    const { number } = await decide(desk, { ...askedOf(sent, name), role })
    return { isKept: true, number }
  } catch (error) {
    const status = error instanceof ReadoutError ? STATUS[error.code] : undefined
    if (!(error instanceof ReadoutError) || status === undefined) throw error
    const problem = error.code === 'DECISION_STALE' ? staleOf(error) : undefined
    return {
      isKept: false,
      status,
      problem: problem ?? { kind: 'refused', message: error.message },
      filled: filledOf(sent),
    }
  }
}

const STATUS: Readonly<Partial<Record<ErrorCode, 400 | 409 | 422>>> = {
  USAGE: 400,
  DECISION_STALE: 409,
  DECISION_REFUSED: 422,
  WHO_UNKNOWN: 422,
  WHO_AMBIGUOUS: 422,
}

function askedOf(sent: Sent, by: string): Asked {
  const { kind, noun, id = '', seen, at, with: others } = sent
  const draw = drawOf(at)
  const given = sent.why.trim() === '' && NEEDS_REASON.has(kind) ? WORDS.review.noReason : sent.why
  const why = draw && kind !== 'undo' ? drawnReason(sent.why.trim(), draw) : given
  const about = { by, why, ...(seen !== undefined && { seen }) }
  const lines = (words: string | undefined) => (words ?? '').split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  switch (kind) {
    case 'undo':
      return { by, why, kind, ids: [sent.decision ?? ''] }
    case 'merge':
    case 'same':
    case 'different':
      return { ...about, kind, ids: [id, ...others] }
    case 'split':
      return { ...about, kind, ids: [id], move: sent.move }
    case 're-attribute':
      return { ...about, kind, ids: [id, sent.to ?? ''] }
    case 'set kind':
      return { ...about, kind: 'set-kind', ids: [id, sent.to ?? ''] }
    case 'correct':
      return {
        ...about,
        kind,
        ids: [id],
        words: { source: lines(sent.source), cue: lines(sent.cue), content: lines(sent.content) },
      }
    case 'note':
    case 'tag':
      return { ...about, kind, ids: [id], ...(noun && { noun }), text: (kind === 'note' ? sent.text : sent.tag) ?? '' }
    case 'watch':
    case 'confirm':
      return { ...about, kind, ids: [id], ...(noun && { noun }) }
    case 'reject':
      return { ...about, kind, ids: [id] }
  }
}

const NEEDS_REASON: ReadonlySet<Sent['kind']> = new Set([
  'reject',
  'correct',
  're-attribute',
  'merge',
  'same',
  'different',
  'split',
  'set kind',
])

// What others ruled on the thing since the page was made; none: other reports came in.
function staleOf({ details, message }: ReadoutError): Problem {
  const { meanwhile } = details as StaleDetails
  return meanwhile.length > 0 ? { kind: 'stale', decided: meanwhile } : { kind: 'refused', message }
}

function filledOf({ why, to, source, cue, content, text, tag, with: others, move }: Sent): Filled {
  const chosen = [...others, ...move]
  return {
    why,
    ...(to !== undefined && { to }),
    ...(source !== undefined && { source }),
    ...(cue !== undefined && { cue }),
    ...(content !== undefined && { content }),
    ...(text !== undefined && { text }),
    ...(tag !== undefined && { tag }),
    ...(chosen.length > 0 && { chosen }),
  }
}
