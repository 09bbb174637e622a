// A draft of a week's edition: as the rules compose it now, with all that editors had changed of the draft before.

import { isDeepStrictEqual } from 'node:util'
import { findRecord } from '../../archive/pinned-docs.ts'
import { digestOf } from '../../model/digest.ts'
import type { RefusedEdit } from '../../model/edit.ts'
import type { Edition } from '../../model/edition.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import { carryEdits } from '../../publish/editing/carry-edits.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import { withOwnIds } from '../../publish/editing/own-ids.ts'
import { checkWording } from '../../publish/wording/check-wording.ts'
import type { WordingContext } from '../../publish/wording/grounds.ts'
import type { Deciding } from '../decide.ts'
import { type Composed, composeEdition } from '../edition.ts'
import { openDocsOfVersion } from './docs-of-version.ts'
import { type EditionKey, findNewest, type WholeVersion } from './find-edition.ts'
import { keepVersion, type Word } from './keep-version.ts'
import type { SmoothedEdition } from './smooth-edition.ts'

export interface DraftAsked extends Partial<EditionKey>, Word {
  readonly compose?: (of: Partial<EditionKey>) => Promise<Composed> // absent: here and now
  /** Smooths the wording of what the rules composed, as `smoothEdition` does. */
  readonly smooth?: (edition: Edition, context: WordingContext) => Promise<SmoothedEdition>
}

/** Which version was kept, and what of the draft before could not be carried over. */
export interface DraftKept {
  readonly number: number
  readonly left: readonly RefusedEdit[]
}

export interface Drafted extends WholeVersion {
  readonly left: readonly RefusedEdit[] // of the draft before, what could not be carried over
  readonly smoothed?: Omit<SmoothedEdition, 'edition'>
  readonly isSame?: true // nothing had changed since the newest version: no other is kept
}

/** Keeps a new draft; it is on the disk when this returns. Throws WEEK_UNKNOWN, EVIDENCE_BROKEN, EDITION_STALE, USAGE. */
export async function draftEdition(desk: Deciding, asked: DraftAsked): Promise<Drafted> {
  const { week, watch, compose = (of) => composeEdition(desk, of) } = asked
  const { edition, holdings } = await compose({
    ...(week !== undefined && { week }),
    ...(watch !== undefined && { watch }),
  })
  const fresh = withOwnIds(edition)
  const key = { week: fresh.week, ...(fresh.watch && { watch: fresh.watch.id }) }
  const newest = findNewest(desk, key)
  const findDoc = openDocsOfVersion(desk, newest?.version ?? {})
  const earlier = newest && findComposed(desk, newest.version)
  const carried =
    newest && earlier
      ? carryEdits(fresh, { composed: earlier, edited: newest.version }, (text, line) =>
          checkWording(text, line, { findDoc }),
        )
      : { composed: fresh, edited: { edition: fresh }, left: [] }
  const { composed, left } = carried
  const smoothed = await asked.smooth?.(carried.edited.edition, { findDoc: holdings.findDoc })
  const edited = smoothed ? { ...carried.edited, edition: smoothed.edition } : carried.edited
  const told = { left, ...(smoothed && { smoothed: tellSmoothed(smoothed) }) }
  if (newest && isSame(newest.version.edition, edited.edition)) return { ...newest, ...told, isSame: true }
  const rows = new Map(holdings.tracked.rows.map(({ claim, standing }) => [claim, standing]))
  const claims = [...new Set(linesOf(edited.edition).flatMap((line) => line.claims))]
  const record = new TextEncoder().encode(JSON.stringify(composed))
  const version: EditionVersion = {
    ...edited,
    number: (newest?.ref.number ?? 0) + 1,
    state: 'draft',
    corrections: newest?.version.corrections ?? [],
    ...(newest && { before: newest.ref.digest }),
    composed: digestOf(record),
    stood: claims.flatMap((claim) => {
      const standing = rows.get(claim)
      return standing ? [{ claim, standing }] : []
    }),
    ...(newest?.version.pinned && { pinned: newest.version.pinned }),
  }
  return { ...(await keepVersion(desk, version, asked, [record])), ...told }
}

function tellSmoothed({ edition: _, ...told }: SmoothedEdition): Omit<SmoothedEdition, 'edition'> {
  return told
}

function findComposed({ store }: Pick<Deciding, 'store'>, { composed }: EditionVersion): Edition | undefined {
  return composed === undefined ? undefined : (findRecord(store, composed) as Edition | undefined)
}

// What it could know grows with every entry of the log, also where nothing in it bears on the week.
function isSame(a: Edition, b: Edition): boolean {
  const bare = ({ id: _id, asOf: _asOf, ...rest }: Edition): unknown => JSON.parse(JSON.stringify(rest))
  return isDeepStrictEqual(bare(a), bare(b))
}
