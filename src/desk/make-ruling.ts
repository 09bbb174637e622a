// The ruling that a kind and the ids beside it make, each kind with what it needs.
import { findClaim } from '../archive/linked.ts'
import { SOURCE_KINDS, type SourceKind } from '../model/attribution.ts'
import type { LookedAt, RuledHolder, Ruling, Target } from '../model/decision.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId } from '../model/id.ts'
import type { NonEmpty } from '../model/span.ts'
import { findAnything } from './find-anything.ts'
import type { Grounds } from './find-target.ts'
import { keepable } from './keepable.ts'
import { type Correction, makeCorrection } from './make-correction.ts'
import type { Targets } from './make-target.ts'

/** What a person can rule. */
export const KINDS = [
  'merge',
  'split',
  'same',
  'different',
  'reject',
  'confirm',
  're-attribute',
  'correct',
  'set-kind',
  'note',
  'tag',
  'watch',
  'undo',
] as const

/** A ruling as a person names it, on the command line or on a page. */
export interface Named {
  readonly kind: (typeof KINDS)[number]
  readonly ids: readonly string[]
  readonly noun?: Target['noun'] // of a note, tag or watch: what the id is of; absent: whatever it is found to be
  readonly move?: readonly string[] // of a split: what leaves the claim
  readonly words?: Correction // of a correction: the words as they should be
  readonly text?: string // of a note or a tag, kept as it is
}

/** The ruling; an undoing apart. Throws USAGE, DECISION_REFUSED, and as `Targets` does. */
export function makeRuling(named: Named, targets: Targets, grounds: Grounds): Ruling {
  const { kind, ids, move = [] } = named
  if (kind !== 'split' && move.length > 0) throw usage(`--move is for split; ${kind} takes none`)
  if (kind !== 'correct' && named.words)
    throw usage(`--source, --cue and --content are for correct; ${kind} takes none`)
  if (kind !== 'note' && kind !== 'tag' && named.text !== undefined) {
    throw usage(`--text is for note and tag; ${kind} takes none`)
  }
  switch (kind) {
    case 'merge':
      return merge(ids, targets)
    case 'split': {
      const [id] = count(kind, ids, 'one claim', 1)
      return split(id, move, targets, grounds)
    }
    case 'same':
    case 'different': {
      const [one, other] = count(kind, ids, 'two people, bodies or groups, or two claims', 2)
      return compare(kind, [one, other], targets)
    }
    case 'reject': {
      const [id] = count(kind, ids, 'one attribution', 1)
      const { read, ...what } = targets.attribution(id)
      const own = grounds.bearingsOf(read.doc.id, asId<'attribution'>(what.id))
      const on = [...new Set(own.map(({ claim }) => claim))].map((claim) => plain(targets.claim(claim)))
      return { kind, what: plain(what), on }
    }
    case 'confirm': {
      const [id] = count(kind, ids, 'one attribution, or one claim', 1)
      return { kind, what: plain(named.noun === 'claim' ? targets.claim(id) : targets.attribution(id)) }
    }
    case 're-attribute': {
      const [id, to] = count(kind, ids, 'one attribution and who said it, or "unstated"', 2)
      return reAttribute(id, to, targets)
    }
    case 'correct': {
      const [id] = count(kind, ids, 'one attribution', 1)
      const { read, ...what } = targets.attribution(id)
      return { kind, what: plain(what), to: makeCorrection(named.words ?? {}, { read, what, targets }) }
    }
    case 'set-kind': {
      const [id, to] = count(kind, ids, `one attribution and a kind: ${SOURCE_KINDS.join(', ')}`, 2)
      if (!isSourceKind(to)) throw usage(`"${to}" is no kind of source; there are ${SOURCE_KINDS.join(', ')}`)
      return { kind: 'set kind', what: plain(targets.attribution(id)), to }
    }
    case 'note': {
      const [id] = count(kind, ids, 'one thing to write about', 1)
      const text = keepable(named.text ?? '', 'note')
      return { kind, what: findAnything(id, named.noun, targets, grounds), text }
    }
    case 'tag': {
      const [id] = count(kind, ids, 'one thing to tag', 1)
      const tag = keepable(named.text ?? '', 'tag')
      return { kind, what: findAnything(id, named.noun, targets, grounds), tag }
    }
    case 'watch': {
      const [id] = count(kind, ids, 'one thing to watch', 1)
      return { kind, what: findAnything(id, named.noun, targets, grounds) }
    }
    case 'undo':
      throw new Error('an undoing rules on nothing but a decision')
  }
}

function merge(ids: readonly string[], targets: Targets): Ruling {
  if (ids.length < 2) throw usage('merge takes two claims or more, the one to keep first')
  const [keep, ...absorb] = ids.map((id) => targets.claim(id))
  const [first, ...others] = absorb
  if (!keep || !first) throw usage('merge takes two claims or more, the one to keep first')
  const seen = new Map<string, string>()
  for (const [at, { id }] of [keep, ...absorb].entries()) {
    const before = seen.get(id)
    const named = ids[at] ?? ''
    if (before === named) throw refused(`${named} is named twice: a claim cannot be merged with itself`)
    if (before !== undefined) throw refused(`${before} and ${named} are one claim already, ${id}`)
    seen.set(id, named)
  }
  return { kind: 'merge', keep: plain(keep), absorb: [plain(first), ...others.map(plain)] }
}

function isSourceKind(word: string): word is SourceKind {
  return SOURCE_KINDS.some((kind) => kind === word)
}

function split(id: string, move: readonly string[], targets: Targets, { store }: Grounds): Ruling {
  const cure = 'name what leaves the claim with --move: ids of attributions, or words'
  if (move.length === 0) throw usage(cure)
  const { claim, ...from } = targets.claim(id)
  const own = findClaim(store, claim.id, ['bearings'])?.bearings ?? []
  const moved = move.flatMap((named) => {
    const words = fold(named)
    const byId = own.filter(({ attribution }) => /^[0-9a-f]+$/.test(named) && attribution.startsWith(named))
    const found =
      byId.length > 0 ? byId : own.filter(({ evidence }) => words !== '' && fold(evidence.quote).includes(words))
    if (found.length === 0) throw refused(`nothing that bears on claim ${claim.id} is or says "${named}"; ${cure}`)
    return found
  })
  const places = new Set(moved)
  if (own.every((bearing) => places.has(bearing))) {
    throw refused(`all that bears on claim ${claim.id} would leave it: then nothing is split off; ${cure}`)
  }
  const [first, ...others] = own
    .filter((bearing) => places.has(bearing))
    .flatMap(({ evidence }) => targets.look(evidence))
  if (!first) throw refused(cure)
  return { kind: 'split', from: plain(from), move: [first, ...others] satisfies NonEmpty<LookedAt> }
}

// Two claims that are the same are merged; an id may be of either, a name is of somebody.
function compare(kind: 'same' | 'different', ids: readonly [string, string], targets: Targets): Ruling {
  const found = ids.map((id) => claimOrEntity(id, targets))
  const [one, other] = found as [Target, Target]
  if (one.noun !== other.noun) {
    throw refused(`${ids[0]} is ${a(one)} and ${ids[1]} is ${a(other)}: only two of a kind can be ${kind}`)
  }
  if (one.id === other.id) {
    if (kind === 'same') throw refused(`${ids[0]} and ${ids[1]} are one ${one.noun} already, ${one.id}`)
    const former = 'if a decision made it so, undo that ("readout decisions")'
    const cure = one.noun === 'claim' ? `"readout decide split" takes words out of it; ${former}` : former
    throw refused(`${ids[0]} and ${ids[1]} are one ${one.noun} now, ${one.id}; ${cure}`)
  }
  if (kind === 'same' && one.noun === 'claim') return { kind: 'merge', keep: plain(one), absorb: [plain(other)] }
  return { kind, what: [called(one), called(other)] }
}

function claimOrEntity(id: string, targets: Targets): Target {
  if (!/^[0-9a-f]+$/.test(id)) return targets.entity(id)
  try {
    return targets.claim(id)
  } catch (error) {
    if (!(error instanceof ReadoutError) || error.code !== 'CLAIM_UNKNOWN') throw error
    return targets.entity(id)
  }
}

function a({ noun }: Target): string {
  return noun === 'claim' ? 'a claim' : 'somebody'
}

function reAttribute(id: string, to: string, targets: Targets): Ruling {
  const { read, ...what } = targets.attribution(id)
  if (to === 'unstated') return { kind: 're-attribute', what: plain(what), to }
  const { docs, name, kind, ...holder } = targets.entity(to, read.doc.id) // there it is known which of its people is meant
  const isHere = docs[0] === read.doc.id
  if (kind === 'group' && !isHere) {
    throw refused(
      `${name} are a group that ${read.doc.name} does not tell of: who they are stands only in the reports that do`,
    )
  }
  return { kind: 're-attribute', what: plain(what), to: { ...plain(holder), name, kind } }
}

// Of somebody the name is kept as well: by it two who were taken for one are called again.
function called(target: Target & Partial<RuledHolder>): Target | RuledHolder {
  const { name, kind } = target
  return name === undefined || kind === undefined ? plain(target) : { ...plain(target), name, kind }
}

// What was looked up beside a target is no part of what is kept.
function plain({ noun, id, words }: Target): Target {
  return { noun, id, words }
}

function count(kind: string, ids: readonly string[], what: string, of: 1): [string]
function count(kind: string, ids: readonly string[], what: string, of: 2): [string, string]
function count(kind: string, ids: readonly string[], what: string, of: number): readonly string[] {
  if (ids.length !== of) throw usage(`${kind} takes ${what}; ${ids.length} ${ids.length === 1 ? 'was' : 'were'} given`)
  return ids
}

function fold(words: string): string {
  return words.toLowerCase().replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim()
}

function usage(message: string): ReadoutError {
  return new ReadoutError('USAGE', message)
}

function refused(message: string): ReadoutError {
  return new ReadoutError('DECISION_REFUSED', message)
}
