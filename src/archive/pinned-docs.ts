// Docs that lie among the payloads, since an issued edition cites them.
import { digestOf } from '../model/digest.ts'
import type { Doc } from '../model/doc.ts'
import type { Digest, Id } from '../model/id.ts'
import { asId } from '../model/id.ts'
import type { Store } from './open-store.ts'

type Quick = Pick<Store, 'plain'>

/** The doc under this digest; undefined where it is gone or was changed. */
export function findPinnedDoc(store: Quick, text: Digest): Doc | undefined {
  return findRecord(store, text) as Doc | undefined
}

/** What lies under this digest as JSON; undefined where it is gone or was changed. */
export function findRecord({ plain }: Quick, digest: Digest): unknown {
  const [row] = plain.rows('select bytes from truth.payload where digest = ?', digest)
  const bytes = row?.bytes as Uint8Array | undefined
  if (!bytes || digestOf(bytes) !== digest) return undefined
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** The docs of the desk by their ids, each a quick question. */
export function openDocsOf({ plain }: Quick): (id: Id<'doc'>) => Doc | undefined {
  return (id) => {
    const [row] = plain.rows('select record from derived.doc where id = ?', asId<'doc'>(id))
    return row && (JSON.parse(String(row.record)) as Doc)
  }
}
