// Linking and tracking over all docs of a desk, and their result put in the place of the last one.
import { listReadDocs } from '../archive/docs.ts'
import { keepLinked } from '../archive/keep-linked.ts'
import { findWalk, isSameMakers, type Makers } from '../archive/linked.ts'
import type { Head } from '../archive/log.ts'
import { digestOf } from '../model/digest.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Desk, DocReader } from './desk.ts'
import { lookUpVectors } from './embed-texts.ts'

/** Links up to the head given. True where the ledger was made anew; false where the docs are those it was made of. */
export async function linkDesk(desk: Desk, reader: DocReader, head: Head): Promise<boolean> {
  const { makers } = desk
  const pages: { readDoc: ReadDoc; key: string }[] = []
  for await (const one of eachReadDoc(desk, makers)) pages.push(one)
  const docs = digestOf(pages.map(({ key }) => key).join('\n'))
  const before = findWalk(desk.store)
  const walk = { linkedTo: head.number, makers, docs }
  if (before && before.docs === docs && isSameMakers(before.makers, makers)) {
    await keepLinked(desk.store, walk)
    return false
  }
  const linker = await desk.linker()
  const reads = pages.map(({ readDoc }) => readDoc)
  return keepLinked(desk.store, walk, linker(reads, await lookUpVectors(desk, reader, reads)))
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
