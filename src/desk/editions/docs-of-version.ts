// The docs that a version's lines lean on. Of an issued one they lie among the truths, as they were when it was issued: no better
// extractor and no rebuild takes them away.
import { findPinnedDoc, openDocsOf } from '../../archive/pinned-docs.ts'
import { digestOf } from '../../model/digest.ts'
import type { Doc } from '../../model/doc.ts'
import type { Edition } from '../../model/edition.ts'
import type { EditionVersion, Pinned } from '../../model/edition-version.ts'
import type { Id } from '../../model/id.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import type { Desk } from '../desk.ts'

/** Finds the docs of a version: those pinned with it first, else as the desk has them. */
export function openDocsOfVersion(
  { store }: Pick<Desk, 'store'>,
  { pinned = [] }: Pick<EditionVersion, 'pinned'>,
): (id: Id<'doc'>) => Doc | undefined {
  const texts = new Map(pinned.map(({ doc, text }) => [doc, text]))
  const known = new Map<Id<'doc'>, Doc | undefined>()
  const find = openDocsOf(store)
  return (id) => {
    if (!known.has(id)) {
      const text = texts.get(id)
      known.set(id, (text === undefined ? undefined : findPinnedDoc(store, text)) ?? find(id))
    }
    return known.get(id)
  }
}

/** The docs that an edition's lines cite as bytes to be kept, and under which digest each will lie. */
export function pinDocs(
  edition: Edition,
  findDoc: (id: Id<'doc'>) => Doc | undefined,
): { readonly pinned: readonly Pinned[]; readonly bytes: readonly Uint8Array[] } {
  const cited = new Set(linesOf(edition).flatMap(({ evidence }) => evidence.map(({ doc }) => doc)))
  const docs = [...cited].flatMap((id) => findDoc(id) ?? [])
  const bytes = docs.map((doc) => new TextEncoder().encode(JSON.stringify(doc)))
  return { pinned: docs.map(({ id: doc }, i) => ({ doc, text: digestOf(bytes[i] ?? new Uint8Array()) })), bytes }
}
