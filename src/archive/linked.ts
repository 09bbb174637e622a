// What linking and tracking made of all docs, one row a thing, with how far in the log it reaches and what made it.
import type { Selectable } from 'kysely'
import type { Appearance, Bearing, Claim } from '../model/claim.ts'
import type { Maker } from '../model/id.ts'
import type { LedgerRow, Linked, Tracked } from '../model/ledger.ts'
import type { LinkedNoun, LinkedNouns } from '../model/linked-nouns.ts'
import type { Independence } from '../model/origin.ts'
import type { Stance } from '../model/timeline.ts'
import { listEntities } from './entities.ts'
import { inRowOrder } from './in-row-order.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** All nouns, in the order of the alphabet. */
export const LINKED_NOUNS = [
  'appearance',
  'bearing',
  'chains',
  'claim',
  'copy_group',
  'entity',
  'independence',
  'ledger_row',
  'quote_match',
  'stance',
  'story',
] as const satisfies readonly LinkedNoun[]

export interface Makers {
  readonly extractor: Maker
  readonly reader: Maker
  readonly linker: Maker
  readonly tracker: Maker
}

/** How far linking has come: the last log number it took in, and what made it. */
export interface Walk {
  readonly version: number // raised with each step that is kept, and never used twice
  readonly linkedTo: number
  readonly makers: Makers
}

/** How far linking has come, or undefined before its first end. One cheap query. */
export function findWalk({ plain }: Pick<Store, 'plain'>): Walk | undefined {
  const [row] = plain.rows('select * from derived.walk')
  return row && asWalk(row as unknown as Selectable<Tables['derived.walk']>)
}

/** Everything of one noun, in its order. One cheap query. */
export function listLinked<N extends LinkedNoun>({ plain }: Pick<Store, 'plain'>, noun: N): LinkedNouns[N][] {
  return plain.rows('select record from derived.linked where noun = ? order by sort, id', noun).map(asMade<N>)
}

/** The thing of this noun and id (of a claim: an alias does too), or undefined. One cheap query. */
export function findLinked<N extends LinkedNoun>(
  { plain }: Pick<Store, 'plain'>,
  noun: N,
  id: string,
): LinkedNouns[N] | undefined {
  return plain.rows('select record from derived.linked where noun = ? and id = ?', noun, id).map(asMade<N>)[0]
}

/** One claim with all that hangs on it. */
export interface ClaimFile {
  readonly claim: Claim
  readonly row?: LedgerRow
  readonly bearings: readonly Bearing[]
  readonly appearances: readonly Appearance[]
  readonly independence?: Independence
  readonly stances: readonly Stance[]
}

/** What hangs on a claim. Of one that thousands print, each part is thousands of rows. */
export type ClaimPart = Exclude<keyof ClaimFile, 'claim'>

const NOUN_OF = {
  row: 'ledger_row',
  bearings: 'bearing',
  appearances: 'appearance',
  independence: 'independence',
  stances: 'stance',
} as const satisfies Record<ClaimPart, LinkedNoun>
const PARTS = Object.keys(NOUN_OF) as ClaimPart[]

/** The claim of this id or alias with these parts of what hangs on it, all unless told; or undefined. Two cheap queries. */
export function findClaim<P extends ClaimPart = ClaimPart>(
  store: Pick<Store, 'plain'>,
  id: string,
  parts?: readonly P[],
): Pick<ClaimFile, 'claim' | P> | undefined {
  return findClaimFile(store, id, parts) ?? findClaimFile(store, findByAlias(store, id), parts)
}

/** The claim of this very id with these parts of what hangs on it, all unless told; or undefined. Two cheap queries. */
export function findClaimFile<P extends ClaimPart = ClaimPart>(
  store: Pick<Store, 'plain'>,
  id: string | undefined,
  parts: readonly P[] = PARTS as P[],
): Pick<ClaimFile, 'claim' | P> | undefined {
  const claim = id === undefined ? undefined : findLinked(store, 'claim', id)
  if (!claim) return undefined
  if (parts.length === 0) return { claim } as Pick<ClaimFile, 'claim' | P>
  const nouns = parts.map((part) => NOUN_OF[part])
  const sql = `select noun, sort, id, record from derived.linked where claim = ? and noun in (${nouns.map(() => '?').join(', ')})`
  const made = Map.groupBy(store.plain.rows(sql, claim.id, ...nouns), ({ noun }) => noun)
  const entries = parts.flatMap((part): [string, unknown][] => {
    const things = inRowOrder(made.get(NOUN_OF[part]) ?? []).map(asMade)
    if (part !== 'row' && part !== 'independence') return [[part, things]]
    return things.length > 0 ? [[part, things[0]]] : [] // one a claim
  })
  return { claim, ...Object.fromEntries(entries) } as Pick<ClaimFile, 'claim' | P>
}

/** All that was last linked and tracked, and how far it reaches; undefined before its first end. */
export function listAllLinked(store: Pick<Store, 'plain'>): (Linked & Tracked & { walk: Walk }) | undefined {
  const walk = findWalk(store)
  return (
    walk && {
      walk,
      entities: listEntities(store),
      claims: listLinked(store, 'claim'),
      bearings: listLinked(store, 'bearing'),
      appearances: listLinked(store, 'appearance'),
      independences: listLinked(store, 'independence'),
      quoteMatches: listLinked(store, 'quote_match'),
      copyGroups: listLinked(store, 'copy_group'),
      stances: listLinked(store, 'stance'),
      stories: listLinked(store, 'story'),
      rows: listLinked(store, 'ledger_row'),
    }
  )
}

/** True where both name the same four versions. */
export function isSameMakers(a: Makers, b: Makers): boolean {
  return a.extractor === b.extractor && a.reader === b.reader && a.linker === b.linker && a.tracker === b.tracker
}

function findByAlias({ plain }: Pick<Store, 'plain'>, id: string): string | undefined {
  const [row] = plain.rows(`select now from derived.former where noun = 'claim' and id = ?`, id)
  return row && String(row.now)
}

function asMade<N extends LinkedNoun>(row: Record<string, unknown>): LinkedNouns[N] {
  return JSON.parse(String(row.record)) as LinkedNouns[N]
}

/** The row of derived.walk as a walk. */
export function asWalk(row: Selectable<Tables['derived.walk']>): Walk {
  const { version, linked_to, extractor, reader, linker, tracker } = row
  const makers = { extractor, reader, linker, tracker } as Makers
  return { version, linkedTo: linked_to, makers }
}
