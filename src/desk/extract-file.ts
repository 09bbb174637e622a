// The extractor alone, on one file.
import { openExtractor } from '../extract/open-extractor.ts'
import { digestOf } from '../model/digest.ts'
import type { Doc } from '../model/doc.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId } from '../model/id.ts'
import { callPath } from './open-bytes.ts'
import { readFiles } from './read-files.ts'

/** The doc of the one report at a path; `url` is where it stood. Throws what refused it. */
export async function extractFile(path: string, url: string | undefined): Promise<Doc> {
  const extractor = openExtractor({})
  try {
    for await (const incoming of readFiles([path], url ? { given: { url } } : {})) {
      if (incoming.kind === 'refused') throw incoming.error
      if (incoming.kind === 'skipped') continue
      const { bytes, given } = incoming
      const { mediaType } = given
      return await extractor.extract({ bytes, mediaType, given, capture: asId(digestOf(bytes)) })
    }
    throw new ReadoutError('FILE_EMPTY', `${callPath(path)}: no report in it`)
  } finally {
    await extractor.close()
  }
}
