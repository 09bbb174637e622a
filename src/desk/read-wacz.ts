// The reports of a WACZ file, archive by archive; one that cannot be read is named, and the others are read.
import { basename } from 'node:path'
import { openWacz } from '../ingest/archives/open-wacz.ts'
import type { WarcShelf } from '../ingest/archives/warc-shelf.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Incoming } from './incoming.ts'
import { readWarcFile } from './read-warc.ts'

/** Every report in it. Throws WARC_BROKEN where it is no zip file, or one without archives. */
export async function* readWacz(path: string, shelf: WarcShelf): AsyncGenerator<Incoming> {
  const { archives, close } = await openWacz(path)
  try {
    for (const archive of archives) {
      const name = `${path}!${archive.entry}`
      if ('refused' in archive) yield { kind: 'refused', where: name, error: archive.refused }
      else
        yield* readOne({ name, file: `${basename(path)}!${archive.entry}`, open: archive.open, isOnce: false, shelf })
    }
  } finally {
    close()
  }
}

async function* readOne(file: Parameters<typeof readWarcFile>[0]): AsyncGenerator<Incoming> {
  try {
    yield* readWarcFile(file)
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error
    yield { kind: 'refused', where: file.name, error }
  }
}
