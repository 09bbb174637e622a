// The rooms that a desk works with unless it is given others. Each is loaded when first used: most commands need none.
import { extractor } from '../extract/extractor.ts'
import { linker } from '../link/linker.ts'
import { reader } from '../read/reader.ts'
import { tracker } from '../track/tracker.ts'
import type { Rooms } from './desk.ts'
import { openReader } from './open-reader.ts'

/** Readout's own extractor, reader, linker and tracker. */
export const rooms: Rooms = {
  makers: { extractor, reader, linker, tracker },
  async openExtractor() {
    const { openExtractor } = await import('../extract/open-extractor.ts')
    return openExtractor()
  },
  openReader,
  async loadLinker() {
    const [{ link }, { track }] = await Promise.all([import('../link/link.ts'), import('../track/track.ts')])
    return (docs, vectorOf) => {
      const linked = link(docs, vectorOf)
      return { ...linked, ...track(docs, linked) }
    }
  },
}
