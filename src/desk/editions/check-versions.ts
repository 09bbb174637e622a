// Every version of every edition, tried against what is kept with it: its record, what it was composed as, the texts that an issued
// one cites, each piece of its evidence against them, and the dates of its corrections.
import type { Breach } from '../../archive/breach.ts'
import { findEditionVersion, type LoggedVersion, listEditionVersions } from '../../archive/edition-versions.ts'
import { findPinnedDoc, findRecord } from '../../archive/pinned-docs.ts'
import type { Doc } from '../../model/doc.ts'
import { editionKey } from '../../model/edition-key.ts'
import type { Correction, EditionVersion } from '../../model/edition-version.ts'
import { holds } from '../../model/evidence.ts'
import type { Id } from '../../model/id.ts'
import { REMOVED_WORDS } from '../../model/removal.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import type { Desk } from '../desk.ts'
import { nameEdition } from './find-edition.ts'

/** Every breach, each naming the version that is harmed. */
export function* checkVersions(store: Pick<Desk['store'], 'plain'>): Generator<Breach> {
  const printed = new Map<string, EditionVersion['corrections']>()
  for (const logged of listEditionVersions(store)) {
    const { ref } = logged
    const what = `version ${ref.number} of ${nameEdition(ref)}`
    const version = findEditionVersion(store, ref.digest)
    if (!version) {
      yield { what, reason: 'its record is gone or was changed' }
      continue
    }
    if (version.composed !== undefined && findRecord(store, version.composed) === undefined) {
      yield { what, reason: 'what the rules had composed it as is gone or was changed' }
    }
    if (version.number !== ref.number || version.state !== ref.state || version.edition.week !== ref.week) {
      yield { what, reason: 'its record is that of another version' }
    }
    if (ref.state === 'draft') continue
    for (const reason of checkIssued(store, version)) yield { what, reason }
    for (const reason of checkCorrections(logged, version, printed.get(editionKey(ref)) ?? [])) yield { what, reason }
    printed.set(editionKey(ref), version.corrections)
  }
}

function* checkIssued(
  store: Pick<Desk['store'], 'plain'>,
  { edition, pinned = [] }: EditionVersion,
): Generator<string> {
  const docs = new Map<Id<'doc'>, Doc>()
  for (const { doc, text } of pinned) {
    const found = findPinnedDoc(store, text)
    if (found) docs.set(doc, found)
    else yield `the text of ${doc} that it cites is gone or was changed`
  }
  const isPinned = new Set(pinned.map(({ doc }) => doc))
  for (const line of linesOf(edition).filter(({ removed }) => removed === undefined)) {
    for (const evidence of line.evidence) {
      const doc = docs.get(evidence.doc)
      if (doc && !holds(evidence, doc)) yield `the line “${line.text}” does not rest on the words that it cites`
      if (!isPinned.has(evidence.doc))
        yield `the line “${line.text}” cites ${evidence.doc}, whose text was not kept with it`
    }
  }
}

function* checkCorrections(
  { at, ref }: LoggedVersion,
  { corrections }: EditionVersion,
  before: EditionVersion['corrections'],
): Generator<string> {
  const isKept = before.every((one, i) => isSameCorrection(one, corrections[i]))
  if (!isKept) yield 'corrections that were printed before are not in it any more'
  if (ref.state === 'corrected' && corrections.length <= before.length) yield 'it says of nothing what it corrects'
  // those printed before were tried then, and by the clock of then: it may have been set back since
  for (const correction of corrections.slice(before.length)) {
    const isDated = Number.isFinite(Date.parse(correction.at)) && correction.at <= at
    if (!isDated) yield `a correction is dated ${correction.at}, which is no time before it was issued`
    if (correction.why.trim() === '') yield 'a correction gives no reason'
  }
}

// Words that a removal struck in one of the two are the same as any.
function isSameCorrection(a: Correction, b: Correction | undefined): boolean {
  const isSame = (one: string | undefined, other: string | undefined): boolean =>
    one === other || one === REMOVED_WORDS || other === REMOVED_WORDS
  const isOf = a.at === b?.at && a.line === b.line
  return isOf && isSame(a.was, b.was) && isSame(a.now, b.now) && isSame(a.why, b.why)
}

/** How many versions there are. */
export function countVersions(store: Pick<Desk['store'], 'plain'>): number {
  return listEditionVersions(store).length
}
