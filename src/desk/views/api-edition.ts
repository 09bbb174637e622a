// An edition for other programs: every printed line with the words that it rests on.
import type { LoggedVersion } from '../../archive/edition-versions.ts'
import { findRemoved } from '../../archive/removals.ts'
import type { Line, OwnLine, Reworded } from '../../model/edition.ts'
import { parseEditionKey } from '../../model/edition-key.ts'
import { ReadoutError } from '../../model/errors.ts'
import { keepLast } from '../../model/keep-last.ts'
import { onceOf } from '../../model/once-of.ts'
import { keyOf } from '../../publish/edition-title.ts'
import { serverLinks } from '../../publish/links.ts'
import type { Desk } from '../desk.ts'
import { composeEdition } from '../edition.ts'
import { openDocsOfVersion } from '../editions/docs-of-version.ts'
import { findIssued, openVersion, type WholeVersion } from '../editions/find-edition.ts'
import type { Editions, OpenEdition } from '../open-editions.ts'
import { anchorIn } from './api-places.ts'
import { makeEditionList } from './edition-list.ts'

/** Every edition, the latest first, watch by watch, with the version that whoever asks may see. */
export async function listToldWeeks(
  desk: Pick<Desk, 'store' | 'dir'>,
  { maySeeDrafts }: { readonly maySeeDrafts: boolean },
) {
  return (await makeEditionList(desk)).flatMap(({ items }) =>
    items.map(({ week, watch, reports = 0, latest, printed }) => {
      const version = maySeeDrafts ? latest : printed
      return {
        week,
        ...(watch && { watch: watch.id }),
        href: serverLinks.edition(keyOf({ week, ...(watch && { watch }) })),
        reports,
        state: version?.state ?? ('composed' as const),
        ...(version && { number: version.number, by: version.by, at: version.at }),
      }
    }),
  )
}

/** A desk, and where its editions are composed beside what answers; absent: they are composed here. */
export type WithEditions = Pick<Desk, 'store' | 'now' | 'dir'> & { readonly editions?: Editions }

/** An edition with the version that it is kept as; absent: composed just now. */
export interface ToldEdition extends OpenEdition {
  readonly whole?: WholeVersion
}

/** The edition of this key as readers have it: as issued, or else as composed. Throws WEEK_UNKNOWN, WATCH_UNKNOWN. */
export async function openEditionOf(desk: WithEditions, key: string): Promise<ToldEdition> {
  const of = parseEditionKey(key)
  const issued = findIssued(desk, { week: of.week, ...(of.watch !== undefined && { watch: of.watch }) })
  if (issued) return asTold(desk, issued)
  if (desk.editions) return await desk.editions.find(of, { isNewest: true })
  const { edition, holdings } = await composeEdition(desk, of)
  return { edition, findDoc: holdings.findDoc }
}

/** One version of an edition. Throws EDITION_UNKNOWN, also of a draft where none may be seen. */
export function openVersionOf(
  desk: Pick<Desk, 'store'>,
  key: string,
  { number, maySeeDrafts }: { readonly number: number; readonly maySeeDrafts: boolean },
): ToldEdition {
  const { week, watch } = parseEditionKey(key)
  const whole = openVersion(desk, { week, ...(watch !== undefined && { watch }) }, number)
  if (whole.ref.state !== 'draft' || maySeeDrafts) return asTold(desk, whole)
  throw new ReadoutError(
    'EDITION_UNKNOWN',
    `version ${number} is a draft; what readers have is at ${serverLinks.edition(key)}`,
  )
}

const KEPT = 4 // versions: of a large week each holds some megabytes
const keptOf = new WeakMap<Desk['store'], Map<string, ToldEdition>>()

// A version changes by a removal alone: the same one is the same value, which is told once.
function asTold(desk: Pick<Desk, 'store'>, whole: WholeVersion): ToldEdition {
  const kept = keptOf.get(desk.store) ?? new Map<string, ToldEdition>()
  keptOf.set(desk.store, kept)
  const { digest } = whole.ref
  const state = findRemoved(desk.store, 'version', digest)?.becomes ?? digest
  const make = () => ({ edition: whole.version.edition, findDoc: openDocsOfVersion(desk, whole.version), whole })
  return keepLast(kept, { key: state, value: kept.get(state) ?? make(), most: KEPT })
}

/** The edition with its lines; one whose words are not at hand is left without them. One that is kept is told once. */
export const tellEdition = onceOf(tell)

/** A version as lists name it. */
export function tellVersion({ ref: { number, state }, by, at, why }: LoggedVersion) {
  return { number, state, by: by as string, at, why }
}

function tell({ edition, findDoc, whole }: ToldEdition) {
  const { id, week, asOf, sections } = edition
  const { title, corrections = [], removals } = whole?.version ?? {}
  const tellOwn = (lines: readonly OwnLine[] = []) => ({
    ...(lines.length > 0 && { own: lines.map(({ id: line, text, by }) => ({ id: line as string, text, by })) }),
  })
  const tellLine = ({ id: line, text, claims, evidence, reworded, removed }: Line) => ({
    id: line as string,
    text,
    claims: [...claims] as string[],
    evidence: evidence.flatMap(({ doc, span }) => {
      const found = findDoc(doc)
      return found ? [anchorIn(found, span)] : []
    }),
    ...(reworded && { reworded: tellReworded(reworded) }),
    ...(removed !== undefined && { removed }),
  })
  return {
    id: id as string,
    week,
    href: serverLinks.edition(keyOf(edition)),
    asOf: asOf.number,
    state: whole?.ref.state ?? ('composed' as const),
    ...(whole && { version: tellVersion(whole) }),
    ...(title !== undefined && { title }),
    ...(removals && { removals: removals.map((one) => ({ ...one })) }),
    corrections: corrections.map(({ line, ...correction }) => ({
      ...correction,
      ...(line && { line: line as string }),
    })),
    sections: sections.map(({ kind, note, items, own: ownLines }) => ({
      kind: kind as string,
      ...(note && { note }),
      ...tellOwn(ownLines),
      items: items.map(({ story, heading, lines, own }) => ({
        ...(story && { story: story as string }),
        ...(heading && { heading: tellLine(heading) }),
        lines: lines.map(tellLine),
        ...tellOwn(own),
      })),
    })),
  }
}

function tellReworded({ by, ruled, misses, accepted }: Reworded) {
  return {
    by,
    ruled,
    misses: misses.map(({ kind, words }) => ({ kind, words })),
    ...(accepted && { accepted: { by: accepted.by, why: accepted.why } }),
  }
}
