// What linking and tracking made of all docs, one row a thing, with how far in the log it reaches and what made it.
import type { Insertable, Transaction } from 'kysely'
import type { Appearance, Bearing, Claim, Entity } from '../model/claim.ts'
import type { Maker } from '../model/id.ts'
import type { LedgerRow, Linked, Tracked } from '../model/ledger.ts'
import type { Independence } from '../model/origin.ts'
import type { QuoteMatch } from '../model/quote-match.ts'
import type { Story } from '../model/story.ts'
import type { Stance } from '../model/timeline.ts'
import type { Store } from './open-store.ts'
import type { Tables } from './tables.ts'

/** The nouns kept, and what each is. */
export interface LinkedNouns {
  readonly entity: Entity
  readonly claim: Claim
  readonly bearing: Bearing
  readonly appearance: Appearance
  readonly independence: Independence
  readonly quote_match: QuoteMatch
  readonly stance: Stance
  readonly story: Story
  readonly ledger_row: LedgerRow
}

export type LinkedNoun = keyof LinkedNouns

export interface Makers {
  readonly extractor: Maker
  readonly reader: Maker
  readonly linker: Maker
  readonly tracker: Maker
}

/** How far linking has come: the last log number it took in, what made it, and a digest of the docs it was made of. */
export interface Walk {
  readonly linkedTo: number
  readonly makers: Makers
  readonly docs: string
}

/** How far linking has come, or undefined before its first end. One cheap query. */
export function findWalk({ plain }: Pick<Store, 'plain'>): Walk | undefined {
  const [row] = plain.rows('select * from derived.walk')
  return row && asWalk(row as unknown as Tables['derived.walk'])
}

/**
 * Puts all that was linked in the place of what was there, in one transaction, and drops the docs, readings and faults
 * of other makers. Without `made`, only says that the walk came further. False where another process was there first.
 */
export async function keepLinked(store: Store, walk: Walk, made?: Linked & Tracked): Promise<boolean> {
  const rows = made && rowsOf(made)
  const { derived } = await store.kysely()
  return derived.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('derived.walk').selectAll().executeTakeFirst()
    const before = row && asWalk(row)
    if (before && isSameMakers(before.makers, walk.makers) && before.linkedTo >= walk.linkedTo) return false
    if (!rows && before?.docs !== walk.docs) return false // remade meanwhile of other docs
    if (rows) {
      await trx.deleteFrom('derived.linked').execute()
      await insertRows(trx, rows)
    }
    await dropOutdated(trx, walk)
    const state = { linked_to: walk.linkedTo, ...walk.makers, docs: walk.docs }
    await trx
      .insertInto('derived.walk')
      .values({ one: 1, ...state })
      .onConflict((on) => on.column('one').doUpdateSet(state))
      .execute()
    return true
  })
}

/** Everything of one noun, in the order in which it was made. One cheap query. */
export function listLinked<N extends LinkedNoun>({ plain }: Pick<Store, 'plain'>, noun: N): LinkedNouns[N][] {
  return plain.rows('select record from derived.linked where noun = ? order by at', noun).map(asMade<N>)
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

/** The claim of this id or alias with all that hangs on it, or undefined. Two cheap queries. */
export function findClaim(store: Pick<Store, 'plain'>, id: string): ClaimFile | undefined {
  const claim = findLinked(store, 'claim', id) ?? findByAlias(store, id)
  if (!claim) return undefined
  const rows = store.plain.rows('select noun, record from derived.linked where claim = ? order by noun, at', claim.id)
  const of = <N extends LinkedNoun>(noun: N): LinkedNouns[N][] => rows.filter((row) => row.noun === noun).map(asMade<N>)
  const [row] = of('ledger_row')
  const [independence] = of('independence')
  return {
    claim,
    ...(row && { row }),
    bearings: of('bearing'),
    appearances: of('appearance'),
    ...(independence && { independence }),
    stances: of('stance'),
  }
}

/** All that was last linked and tracked, and how far it reaches; undefined before its first end. */
export function listAllLinked(store: Pick<Store, 'plain'>): (Linked & Tracked & { walk: Walk }) | undefined {
  const walk = findWalk(store)
  return (
    walk && {
      walk,
      entities: listLinked(store, 'entity'),
      claims: listLinked(store, 'claim'),
      bearings: listLinked(store, 'bearing'),
      appearances: listLinked(store, 'appearance'),
      independences: listLinked(store, 'independence'),
      quoteMatches: listLinked(store, 'quote_match'),
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

type LinkedRow = Insertable<Tables['derived.linked']>

function rowsOf(made: Linked & Tracked): LinkedRow[] {
  const rows = <T>(noun: LinkedNoun, things: readonly T[], keys: (thing: T) => Partial<LinkedRow>): LinkedRow[] =>
    things.map((thing, at) => ({
      noun,
      at,
      id: String(at),
      claim: null,
      doc: null,
      ...keys(thing),
      record: JSON.stringify(thing),
    }))
  return [
    ...rows('entity', made.entities, ({ id }) => ({ id })),
    ...rows('claim', made.claims, ({ id }) => ({ id, claim: id })),
    ...rows('bearing', made.bearings, ({ claim, doc }) => ({ claim, doc })),
    ...rows('appearance', made.appearances, ({ id, claim, doc }) => ({ id, claim, doc })),
    ...rows('independence', made.independences, ({ claim }) => ({ claim })),
    ...rows('quote_match', made.quoteMatches, ({ later }) => ({ doc: later.doc })),
    ...rows('stance', made.stances, ({ claim, doc }) => ({ claim, doc })),
    ...rows('story', made.stories, ({ id }) => ({ id })),
    ...rows('ledger_row', made.rows, ({ claim }) => ({ id: claim, claim })),
  ]
}

const CHUNK = 100 // rows a statement

// The write lock is held meanwhile. A full chunk's statement is compiled once: compiling takes far longer than writing.
async function insertRows(trx: Transaction<Tables>, rows: readonly LinkedRow[]): Promise<void> {
  const compile = (chunk: readonly LinkedRow[]) => trx.insertInto('derived.linked').values(chunk).compile()
  const full = compile(rows.slice(0, CHUNK))
  for (let i = 0; i < rows.length; i += CHUNK) {
    const chunk = rows.slice(i, i + CHUNK)
    const parameters = chunk.flatMap(({ noun, at, id, claim, doc, record }) => [noun, at, id, claim, doc, record])
    await trx.executeQuery(chunk.length === CHUNK ? { ...full, parameters } : compile(chunk))
  }
}

async function dropOutdated(trx: Transaction<Tables>, { makers, linkedTo }: Walk): Promise<void> {
  const { extractor, reader } = makers
  await trx
    .deleteFrom('derived.doc as d')
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('d.made_by', '!=', extractor),
        exists(
          selectFrom('derived.doc as later')
            .select('later.id')
            .whereRef('later.report', '=', 'd.report')
            .where('later.made_by', '=', extractor)
            .whereRef('later.seen', '>', 'd.seen')
            .where('later.seen', '<=', linkedTo), // one that came meanwhile is not linked yet: the one before is cited
        ),
      ]),
    )
    .execute()
  await trx
    .deleteFrom('derived.reading')
    .where(({ or, eb, selectFrom }) =>
      or([eb('made_by', '!=', reader), eb('doc', 'not in', selectFrom('derived.doc').select('id'))]),
    )
    .execute()
  await trx.deleteFrom('derived.fault').where('made_by', 'not in', [extractor, reader]).execute()
}

function findByAlias(store: Pick<Store, 'plain'>, id: string): Claim | undefined {
  return listLinked(store, 'claim').find(({ aliases }) => aliases.some((alias) => alias === id))
}

function asMade<N extends LinkedNoun>(row: Record<string, unknown>): LinkedNouns[N] {
  return JSON.parse(String(row.record)) as LinkedNouns[N]
}

function asWalk(row: Tables['derived.walk']): Walk {
  const { linked_to, extractor, reader, linker, tracker, docs } = row
  const makers = { extractor, reader, linker, tracker } as Makers
  return { linkedTo: linked_to, makers, docs }
}
