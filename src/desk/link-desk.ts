// Linking and tracking over all docs of a desk, and their result put in the place of the last one.
import { listReadDocs } from '../archive/docs.ts'
import { keepLinked } from '../archive/keep-linked.ts'
import { findWalk, isSameMakers, type Makers } from '../archive/linked.ts'
import type { Head } from '../archive/log.ts'
import { Overtaken, openShelf } from '../archive/shelf.ts'
import { digestOf } from '../model/digest.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Desk } from './desk.ts'
import { wholeChanges } from './whole-changes.ts'

/** Links up to the head given. True where the ledger was made anew; false where the docs are those it was made of. */
export async function linkDesk(desk: Desk, makers: Makers, head: Head): Promise<boolean> {
  for (;;) {
    const isLinked = await linkOnce(desk, makers, head).catch((error: unknown) => {
      if (error instanceof Overtaken) return undefined
      throw error
    })
    if (isLinked !== undefined) return isLinked
  }
}

// Undefined where another process linked meanwhile: what it made may still be short of our head.
async function linkOnce(desk: Desk, makers: Makers, head: Head): Promise<boolean | undefined> {
  const before = findWalk(desk.store)
  const isSame = before !== undefined && isSameMakers(before.makers, makers)
  if (isSame && before.linkedTo >= head.number) return false
  const pages: { readDoc: ReadDoc; key: string }[] = []
  for await (const one of eachReadDoc(desk, makers)) pages.push(one)
  const docs = digestOf(pages.map(({ key }) => key).join('\n'))
  const walk = { linkedTo: head.number, makers }
  if (isSame && openShelf(desk.store, before).get(DOCS) === docs) {
    return (await keepLinked(desk.store, walk, { before })) ? false : undefined
  }
  const linker = await desk.linker()
  const shelf = openShelf(desk.store, before, true)
  shelf.set(DOCS, docs)
  const readDocs = pages.map(({ readDoc }) => readDoc)
  const changes = wholeChanges(
    linker(readDocs),
    readDocs.map(({ doc }) => doc.id),
  )
  return (await keepLinked(desk.store, walk, { before, changes, shelf })) ? true : undefined
}

const DOCS = 'docs' // digest of the docs that were linked: a second sighting alone links nothing anew

const PAGE = 100 // docs with their readings held as text at once

async function* eachReadDoc(desk: Desk, makers: Makers): AsyncGenerator<{ readDoc: ReadDoc; key: string }> {
  for (let after = 0; ; ) {
    const page = await listReadDocs(desk.store, { after, limit: PAGE, makers })
    for (const { readDoc, given } of page) yield { readDoc, key: `${readDoc.doc.id} ${given}` }
    if (page.length < PAGE) return
    after = page.at(-1)?.first ?? after
  }
}
