// What linking and tracking changed, kept in one transaction with what linking must remember and with how far it came.
import type { Transaction } from 'kysely'
import type { Register } from '../model/filed.ts'
import { asId, type Id } from '../model/id.ts'
import type { LinkedChanges, Replacement } from '../model/shelf.ts'
import { dropOutdated } from './drop-outdated.ts'
import { inChunks } from './in-chunks.ts'
import { asWalk, isSameMakers, type Walk } from './linked.ts'
import { shortKey } from './postgres/short-key.ts'
import { openRegister } from './register.ts'
import { eraseLinked, replaceLinked, rowsByOwner } from './replace-linked.ts'
import type { OpenShelf } from './shelf.ts'
import type { Databases, Store } from './store.ts'
import { keepTally, makeTally, type Tally } from './sums.ts'
import type { Tables } from './tables.ts'
import { isUnmadeUpTo } from './unread.ts'

/** What a step of a walk was made on top of, and what it changes; without changes, only how far it came. */
export interface Step {
  readonly before: Walk | undefined
  readonly changes?: LinkedChanges | ((within: Within) => Promise<void>)
  /** All of before is dropped first; of changes that are given whole, as they say. */
  readonly isWhole?: boolean
  readonly shelf?: OpenShelf
  /** Nothing was linked when it was begun, which no version tells from nothing linked since: what it says it came past must be made. */
  readonly isFromNothing?: boolean
  /** Asked with the write lock in hand: false where another does the linking by now. */
  readonly mayKeep?: () => Promise<boolean>
}

/** What may be asked and done within the transaction of a step. */
export interface Within {
  readonly register: Register
  replace(replacements: readonly Replacement[]): Promise<void>
  /** The reports of a story, by the id of its first one, in their order. */
  docsOfStory(first: string): Promise<Id<'doc'>[]>
  /** The reports that word these claims, as they were kept before. */
  docsOfClaims(claims: readonly Id<'claim'>[]): Promise<Id<'doc'>[]>
  /** The claims that are put in the words of these reports, in the order in which they were put. */
  claimsWordedIn(docs: readonly Id<'doc'>[]): Promise<Id<'claim'>[]>
}

/**
 * Keeps one step: a walk may take several before `linkedTo` moves. Gives back the walk as it now is, which the next step
 * is made on top of. False, and nothing is written, where another process kept a step since `before`, dropped what was read, or may keep steps alone.
 */
export async function keepLinked(
  store: Pick<Store, 'kysely'>,
  { linkedTo, makers }: Omit<Walk, 'version'>,
  { before, changes, isWhole, shelf, isFromNothing, mayKeep }: Step,
): Promise<Walk | false> {
  const { derived, toShelf } = await store.kysely()
  const walk = await derived.transaction().execute(async (trx) => {
    const found = await trx.selectFrom('derived.walk').selectAll().executeTakeFirst()
    if (found?.version !== before?.version || (await mayKeep?.()) === false) return false
    if (isFromNothing && (await isUnmadeUpTo(trx, makers, linkedTo))) return false
    const tally = makeTally()
    const given = typeof changes === 'object' ? changes : undefined
    if (given?.isWhole ?? isWhole) await eraseLinked(trx)
    if (given) await replaceLinked(trx, rowsByOwner(given), tally)
    if (typeof changes === 'function') await changes(makeWithin(trx, tally))
    if (shelf) await keepShelf(trx, shelf.changes(), toShelf)
    const isFurther = !before || before.linkedTo !== linkedTo || !isSameMakers(before.makers, makers)
    if (isFurther) await dropOutdated(trx, { makers, linkedTo }, tally)
    await keepTally(trx, tally)
    await trx.deleteFrom('derived.walk').execute()
    const values = { linked_to: linkedTo, ...makers }
    return asWalk(await trx.insertInto('derived.walk').values(values).returningAll().executeTakeFirstOrThrow())
  })
  if (walk) shelf?.settle(walk)
  return walk
}

function makeWithin(trx: Transaction<Tables>, tally: Tally): Within {
  return {
    register: openRegister(trx),
    replace: (replacements) => replaceLinked(trx, rowsByOwner({ isWhole: false, replacements }), tally),
    async docsOfStory(first) {
      const rows = trx.selectFrom('derived.filed').select('id').where('story', '=', first)
      const found = await rows.orderBy('published').orderBy('name').orderBy('id').execute()
      return found.map(({ id }) => asId<'doc'>(id))
    },
    async docsOfClaims(claims) {
      const found: Id<'doc'>[] = []
      for (const part of inChunks(claims, CHUNK)) {
        const rows = trx.selectFrom('derived.linked').select('doc').where('noun', '=', 'claim').where('id', 'in', part)
        found.push(...(await rows.execute()).flatMap(({ doc }) => (doc === null ? [] : [asId<'doc'>(doc)])))
      }
      return found
    },
    async claimsWordedIn(docs) {
      const found: { id: string; sort: string }[] = []
      for (const part of inChunks(docs, CHUNK)) {
        const rows = trx.selectFrom('derived.linked').select(['id', 'sort']).where('noun', '=', 'claim')
        found.push(...(await rows.where('doc', 'in', part).execute()))
      }
      return found.sort((a, b) => (a.sort < b.sort ? -1 : 1)).map(({ id }) => asId<'claim'>(id))
    },
  }
}

const CHUNK = 200 // values a statement

async function keepShelf(
  trx: Transaction<Tables>,
  changes: ReturnType<OpenShelf['changes']>,
  toShelf: Databases['toShelf'],
): Promise<void> {
  const kept: Tables['derived.shelf'][] = []
  const gone: string[] = []
  for (const [key, value] of changes) {
    const own = toShelf ? shortKey(key) : key
    if (value === undefined) gone.push(own)
    else kept.push({ key: own, value: toShelf ? toShelf(value) : value })
  }
  for (const keys of inChunks(gone, CHUNK)) await trx.deleteFrom('derived.shelf').where('key', 'in', keys).execute()
  const compile = (chunk: typeof kept) =>
    trx
      .insertInto('derived.shelf')
      .values(chunk)
      .onConflict((on) => on.column('key').doUpdateSet(({ ref }) => ({ value: ref('excluded.value') })))
      .compile()
  const full = compile(kept.slice(0, CHUNK)) // compiled once: that takes longer than writing
  for (const chunk of inChunks(kept, CHUNK)) {
    const parameters = chunk.flatMap(({ key, value }) => [key, value])
    await trx.executeQuery(chunk.length === CHUNK ? { ...full, parameters } : compile(chunk))
  }
}
