// The origins of a claim counted again from a part of its appearances, such as those printed by a day: from who tells each
// of them, as its own doc has it, so nothing that only a later report shows is known. Where a person ruled on the origins
// the ruling holds, and so does the count that it was passed on: what was printed later is only left out of it.
import { countOrigins } from '../link/count-origins.ts'
import { countParts } from '../link/count-parts.ts'
import { toldOf } from '../link/keep-tellers.ts'
import type { Appearance } from '../model/claim.ts'
import type { Doc } from '../model/doc.ts'
import type { Id } from '../model/id.ts'
import type { Independence, Origin } from '../model/origin.ts'
import { doubtsLeft } from './doubts-left.ts'

type FindPrint = (id: Id<'doc'>) => Pick<Doc, 'name' | 'outlet'> | undefined

/**
 * The independence of a claim that the appearances left show, whatever the order in which they are given. `whole`: as all of them show
 * it; it may be left out where nobody ruled on it and all appearances have their tellers.
 */
export function countAgain(
  { claim, whole }: { readonly claim: Id<'claim'>; readonly whole?: Independence | undefined },
  left: readonly Appearance[],
  findDoc: FindPrint,
): Independence {
  const isRuled = whole?.reasons.some(({ kind }) => kind === 'ruled') ?? false
  if (whole && (isRuled || left.some(({ tellers }) => tellers === undefined))) {
    return recount(whole, new Set(left.map(({ id }) => id)))
  }
  const ordered = inOrder(left, findDoc)
  return countOrigins(
    { id: claim },
    toldOf(ordered, (doc) => findDoc(doc)?.outlet),
  )
}

const UNDATED = '9999'

// By time of printing, then by name, as reports are taken everywhere; within one, what somebody says before what the outlet
// says in its own voice.
function inOrder(appearances: readonly Appearance[], findDoc: FindPrint): Appearance[] {
  const keyed = appearances.map((appearance) => {
    const { at = UNDATED, doc, attribution, evidence, id } = appearance
    const start = String(evidence.span.start).padStart(9, '0')
    return { appearance, key: [at, findDoc(doc)?.name ?? '', doc, attribution ? 0 : 1, start, id].join(' ') }
  })
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ appearance }) => appearance)
}

/** The origins that the appearances left still show, with what is known of them now. */
export function recount(independence: Independence, left: ReadonlySet<Id<'appearance'>>): Independence {
  const origins = independence.origins.flatMap((origin): Origin[] => {
    const [first, ...others] = origin.appearances.filter((id) => left.has(id))
    return first ? [{ ...origin, appearances: [first, ...others] }] : []
  })
  const openers = new Set(origins.map(({ appearances }) => appearances[0])) // the first needs no reason to be counted
  const ids = new Set(origins.map(({ id }) => id))
  const doubts = doubtsLeft(independence.reasons, ids)
  const reasons = [
    ...independence.reasons.filter(
      (reason) => reason.kind === 'same origin' && left.has(reason.appearance) && !openers.has(reason.appearance),
    ),
    ...doubts,
    ...independence.reasons.filter(({ kind }) => kind === 'ruled'),
  ]
  return {
    ...independence,
    origins,
    reasons,
    unknown: independence.unknown.filter((id) => left.has(id)),
    atLeast: countParts(
      [...ids],
      doubts.map((doubt) => doubt.origins),
    ),
    atMost: origins.length,
  }
}
