// What linking and tracking changed, kept in one transaction with what linking must remember and with how far it came.
import type { Transaction } from 'kysely'
import type { LinkedChanges } from '../model/shelf.ts'
import { dropOutdated } from './drop-outdated.ts'
import { inChunks } from './in-chunks.ts'
import { asWalk, isSameMakers, type Walk } from './linked.ts'
import type { Store } from './open-store.ts'
import { eraseLinked, replaceLinked, rowsByOwner } from './replace-linked.ts'
import type { OpenShelf } from './shelf.ts'
import { keepTally, makeTally } from './sums.ts'
import type { Tables } from './tables.ts'

/** What a step of a walk was made on top of, and what it changed; without changes, only how far it came. */
export interface Step {
  readonly before: Walk | undefined
  readonly changes?: LinkedChanges
  readonly shelf?: OpenShelf
}

/**
 * Keeps one step: a walk may take several before `linkedTo` moves. Gives back the walk as it now is, which the next step
 * is made on top of. False, and nothing is written, where another process kept a step since `before`.
 */
export async function keepLinked(
  store: Pick<Store, 'kysely'>,
  { linkedTo, makers }: Omit<Walk, 'version'>,
  { before, changes, shelf }: Step,
): Promise<Walk | false> {
  const rows = changes && rowsByOwner(changes)
  const { derived } = await store.kysely()
  const walk = await derived.transaction().execute(async (trx) => {
    const found = await trx.selectFrom('derived.walk').selectAll().executeTakeFirst()
    if (found?.version !== before?.version) return false
    const tally = makeTally()
    if (changes?.isWhole) await eraseLinked(trx)
    if (rows) await replaceLinked(trx, rows, tally)
    if (shelf) await keepShelf(trx, shelf.changes())
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

const CHUNK = 200 // values a statement

async function keepShelf(trx: Transaction<Tables>, changes: ReturnType<OpenShelf['changes']>): Promise<void> {
  const kept: Tables['derived.shelf'][] = []
  const gone: string[] = []
  for (const [key, value] of changes) {
    if (value === undefined) gone.push(key)
    else kept.push({ key, value })
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
