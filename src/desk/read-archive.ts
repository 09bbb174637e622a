// A web archive by its path, WARC or WACZ, from a file or from a pipe.
import { basename } from 'node:path'
import type { WarcShelf } from '../ingest/archives/warc-shelf.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Incoming } from './incoming.ts'
import { callPath, openRaw, sizeOf } from './open-bytes.ts'
import { readWacz } from './read-wacz.ts'
import { readWarcFile } from './read-warc.ts'

/**
 * The reports in it. `chunks`: what a pipe gives, begun already; a pipe cannot be gone back to, so what points at an earlier
 * payload stays unresolved. Throws FILE_EMPTY, WARC_BROKEN, USAGE.
 */
export async function* readArchive(
  path: string,
  kind: 'warc' | 'wacz',
  { shelf, chunks }: { readonly shelf: WarcShelf; readonly chunks?: AsyncIterable<Uint8Array> },
): AsyncGenerator<Incoming> {
  const name = callPath(path)
  const size = await sizeOf(path)
  if (size === 0) throw new ReadoutError('FILE_EMPTY', `${name}: empty; there is nothing to take in`)
  const isPipe = size === undefined
  if (kind === 'wacz') {
    if (isPipe) throw new ReadoutError('USAGE', `${name}: a WACZ file is read from its end; name the file itself`)
    yield* readWacz(path, shelf)
    return
  }
  const open = (offset: number): AsyncIterable<Uint8Array> => (isPipe && chunks ? chunks : openRaw(path, offset))
  yield* readWarcFile({ name, file: path === '-' ? name : basename(path), open, isOnce: isPipe, shelf })
}
