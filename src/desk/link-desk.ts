// Linking and tracking over all docs of a desk, and their result put in the place of the last one.
import { listReadDocs } from '../archive/docs.ts'
import { keepLinked } from '../archive/keep-linked.ts'
import { findWalk, isSameMakers, type Makers } from '../archive/linked.ts'
import type { Head } from '../archive/log.ts'
import { digestOf } from '../model/digest.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Desk } from './desk.ts'
import { listRulings } from './list-rulings.ts'

/** Links up to the head given. True where the ledger was made anew; false where the docs and rulings are those it was made of. */
export async function linkDesk(desk: Desk, makers: Makers, head: Head): Promise<boolean> {
  const pages: { readDoc: ReadDoc; key: string }[] = []
  for await (const one of eachReadDoc(desk, makers)) pages.push(one)
  const rulings = listRulings(desk.store, head.number)
  const docs = digestOf([...pages.map(({ key }) => key), ...rulings.map(({ id }) => id)].join('\n'))
  const before = findWalk(desk.store)
  const walk = { linkedTo: head.number, makers, docs }
  if (before && before.docs === docs && isSameMakers(before.makers, makers)) {
    await keepLinked(desk.store, walk)
    return false
  }
  const linker = await desk.linker()
  const made = linker(
    pages.map(({ readDoc }) => readDoc),
    rulings,
  )
  return keepLinked(desk.store, walk, made)
}

const PAGE = 100 // docs with their readings held as text at once

async function* eachReadDoc(desk: Desk, makers: Makers): AsyncGenerator<{ readDoc: ReadDoc; key: string }> {
  for (let after = 0; ; ) {
    const page = await listReadDocs(desk.store, { after, limit: PAGE, makers })
    for (const { readDoc, given } of page) yield { readDoc, key: `${readDoc.doc.id} ${given}` }
    if (page.length < PAGE) return
    after = page.at(-1)?.first ?? after
  }
}
