// Docs that lie among the payloads, since an issued edition cites them.
import { digestOf } from '../model/digest.ts'
import type { Doc } from '../model/doc.ts'
import type { Digest, Id } from '../model/id.ts'
import { asId } from '../model/id.ts'
import { findRemoved } from './removals.ts'
import type { Store } from './store.ts'

type Quick = Pick<Store, 'plain'>

/** The doc under this digest; undefined where it is gone or was changed. */
export function findPinnedDoc(store: Quick, text: Digest): Doc | undefined {
  return findRecord(store, text) as Doc | undefined
}

/** What lies under this digest as JSON, as removals left it; undefined where it is gone or was changed. */
export function findRecord(store: Quick, digest: Digest): unknown {
  const bytes = findBytes(store, digest) ?? findBytes(store, findRemoved(store, 'version', digest)?.becomes)
  return bytes && JSON.parse(new TextDecoder().decode(bytes))
}

function findBytes({ plain }: Quick, digest: Digest | undefined): Uint8Array | undefined {
  if (digest === undefined) return undefined
  const [row] = plain.rows('select bytes from truth.payload where digest = ?', digest)
  const bytes = row?.bytes as Uint8Array | undefined
  return bytes && digestOf(bytes) === digest ? bytes : undefined
}

/** The docs of the desk by their ids, each a quick question. */
export function openDocsOf({ plain }: Quick): (id: Id<'doc'>) => Doc | undefined {
  return (id) => {
    const [row] = plain.rows('select record from derived.doc where id = ?', asId<'doc'>(id))
    return row && (JSON.parse(String(row.record)) as Doc)
  }
}
