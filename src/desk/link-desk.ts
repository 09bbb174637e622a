// Linking and tracking brought up to the end of the log: what came in since the last walk is taken, each report in its place
// in the order of printing, and what that changes is put in the place of what was there.
import { dateVersion } from '../archive/date-version.ts'
import { keepLinked } from '../archive/keep-linked.ts'
import { findWalk, isSameMakers, type Walk } from '../archive/linked.ts'
import { type ListedDoc, listReadDocs, listReplaced } from '../archive/list-reads.ts'
import type { Head } from '../archive/log.ts'
import { openReads } from '../archive/open-reads.ts'
import { listPageDocs, listRepeats } from '../archive/repeats.ts'
import { Overtaken, openShelf } from '../archive/shelf.ts'
import { isUnmadeUpTo } from '../archive/unread.ts'
import { type Placed, TooFarBack } from '../link/pass.ts'
import { placeInOrder, placeOf } from '../link/place-in-order.ts'
import type { Decision } from '../model/decision.ts'
import { digestOf } from '../model/digest.ts'
import type { Shelf } from '../model/shelf.ts'
import { keepCatalogue } from './catalogue/keep-catalogue.ts'
import type { Desk, DocReader } from './desk.ts'
import { embedMissing, lookUpVectors } from './embed-texts.ts'
import { findRuledOn } from './find-ruled-on.ts'
import { holdFiler, takeFiler } from './hold-filer.ts'
import type { Linking } from './linking.ts'
import { listRulings } from './list-rulings.ts'
import { dropRemoved } from './removal/drop-removed.ts'

/** How far in the log: all before it is read. */
type Reach = Pick<Head, 'number'>

/**
 * Links up to the head given. True where the ledger changed; false where there was nothing new to link. Undefined where not all up to there
 * is read any more, as when another rebuilds: it is to be read again first.
 */
export async function linkDesk(desk: Desk, reader: DocReader, head: Reach): Promise<boolean | undefined> {
  await dropRemoved(desk)
  for (let tries = 1; ; tries++) {
    const before = findWalk(desk.store)?.version
    const isLinked = await linkOnce(desk, reader, head).catch((error: unknown) => {
      // what was remembered may not fit together where another process linked meanwhile
      const isOvertaken = error instanceof Overtaken || findWalk(desk.store)?.version !== before
      if (isOvertaken && tries < TRIES) return undefined
      throw error
    })
    if (isLinked === undefined && (await desk.mayKeep?.()) === false) return false // whoever may does it
    if (isLinked === undefined && (await isUnmadeUpTo((await desk.store.kysely()).reader, desk.makers, head.number)))
      return undefined
    if (isLinked === undefined) continue
    await keepCatalogue(desk)
    return isLinked
  }
}

const TRIES = 20

// Undefined where another process linked meanwhile: what it made may still be short of our head.
async function linkOnce(desk: Desk, reader: DocReader, head: Reach): Promise<boolean | undefined> {
  const { store, makers } = desk
  const before = findWalk(store)
  const isSame = before !== undefined && isSameMakers(before.makers, makers)
  if (isSame && before.linkedTo >= head.number) return false
  const rulings = listRulings(store, head.number)
  const was = isSame ? listRulings(store, before.linkedTo) : []
  // where a ruling of before cannot be read any more, nobody knows what it was about
  const isKnown = isSame && openShelf(store, before).get(RULINGS) === digestOfRulings(was)
  try {
    return await linkFrom(desk, { reader, head, rulings, was, before, isWhole: !isKnown })
  } catch (error) {
    if (!(error instanceof TooFarBack)) throw error
    return await linkFrom(desk, { reader, head, rulings, was, before, isWhole: true })
  }
}

interface From {
  readonly reader: DocReader
  readonly head: Reach
  readonly rulings: readonly Decision[]
  readonly was: readonly Decision[] // the rulings under which the ledger was made
  readonly before: Walk | undefined
  readonly isWhole: boolean // all is linked anew: of other versions
}

const EVERY = 5000 // reports taken before what they changed is kept: a smaller desk never shows a part of its ledger

async function linkFrom(
  desk: Desk,
  { reader, head, rulings, was, before, isWhole }: From,
): Promise<boolean | undefined> {
  const { store, makers, mayKeep } = desk
  const shelf = openShelf(store, before, isWhole)
  const reads = openReads(store, makers)
  const openLinking = await desk.linker()
  const filer = takeFiler(store, isWhole ? undefined : before)
  const linking = openLinking({ shelf, readOf: reads, rulings, vectorOf: await lookUpVectors(desk), filer })
  const after = isWhole ? 0 : (before?.linkedTo ?? 0)
  const { added, changed } = await listAdded(desk, { reader, linking, shelf, seenAfter: after })
  const replaced = isWhole ? [] : [...listReplaced(store, makers, after), ...listRepeats(store, makers, after)]
  const dropped = [...replaced, ...changed]
  const reached = { linkedTo: head.number, makers }
  const isRuledAnew = !isWhole && digestOfRulings(was) !== digestOfRulings(rulings)
  const isSame = added.length === 0 && !dropped.some((id) => linking.has(id)) && !isRuledAnew
  if (!isWhole && isSame && !linking.isBegun) {
    const kept = await keepLinked(store, reached, { before, ...(mayKeep && { mayKeep }) })
    if (kept) holdFiler(store, kept, linking.filer)
    return kept ? false : undefined
  }
  shelf.set(RULINGS, digestOfRulings(rulings))
  if (isRuledAnew) linking.touch(findRuledOn(store, was, rulings))
  let step: Walk | undefined = before
  let isFirst = isWhole
  const keep = async (walk: Omit<Walk, 'version'>): Promise<boolean> => {
    const changes = (within: Parameters<Linking['write']>[0]): Promise<void> => linking.write(within)
    takeFiler(store, step) // what is not kept is not held either
    const kept = await keepLinked(store, walk, {
      before: step,
      changes,
      isWhole: isFirst,
      shelf,
      isFromNothing: before === undefined && walk.linkedTo === head.number,
      ...(mayKeep && { mayKeep }),
    })
    isFirst = false
    step = kept || undefined
    if (kept) holdFiler(store, kept, linking.filer)
    if (kept && walk.linkedTo !== head.number) await keepCatalogue(desk, false)
    return kept !== false
  }
  let taken = 0
  for (const done of linking.take(added, dropped, EVERY)) {
    taken = done
    // only the last step says that the walk came this far
    if (done > 0 && done % EVERY === 0 && !(await keep({ linkedTo: after, makers }))) return undefined
  }
  return (await keep(reached)) ? taken + dropped.length > 0 || isWhole || isRuledAnew : undefined
}

const RULINGS = 'rulings' // digest of those under which the ledger was made

function digestOfRulings(rulings: readonly Decision[]): string {
  return digestOf(rulings.map(({ id }) => id).join('\n'))
}

const PAGE = 100 // docs with their readings held as text at once

// `changed`: of the added, those that were taken before, and of which a later sighting told something new.
async function listAdded(
  desk: Desk,
  { reader, linking, shelf, seenAfter }: { reader: DocReader; linking: Linking; shelf: Shelf; seenAfter: number },
): Promise<{ added: Placed[]; changed: Placed['id'][] }> {
  const added: Placed[] = []
  const changed: Placed['id'][] = []
  for (let after = 0; ; ) {
    const page = await listReadDocs(desk.store, { after, limit: PAGE, makers: desk.makers, seenAfter })
    await embedMissing(
      desk,
      reader,
      page.map(({ readDoc }) => readDoc),
    )
    for (const listed of page) {
      const { readDoc, firstAt, given } = listed
      const { id } = readDoc.doc
      const placed = placeInOrder(readDoc, firstAt, await placeBefore(desk, listed))
      const isKnown = linking.has(id)
      const state = `${given} ${placed.at}`
      if (isKnown && shelf.get(`given ${id}`) === state) continue
      shelf.set(`given ${id}`, state)
      added.push(placed)
      if (isKnown) changed.push(id)
    }
    if (page.length < PAGE) return { added, changed }
    after = page.at(-1)?.first ?? after
  }
}

// The place of the version of its page that came before it in the log, which depends on those before that.
async function placeBefore({ store, makers }: Desk, { page, first, isLater }: ListedDoc): Promise<string | undefined> {
  if (page === undefined || !isLater) return undefined
  const versions = await listPageDocs(store, page, makers.extractor)
  let place: string | undefined
  for (const { doc, first: earlier, firstAt } of versions.filter((one) => one.first < first && !one.isRepeat)) {
    place = placeOf(dateVersion(store, doc, page, earlier), firstAt, place)
  }
  return place
}
