// The digests that docs and readings carry, so that one that was harmed is known by itself.
import { digestOf } from '../model/digest.ts'
import type { Digest } from '../model/id.ts'
import type { Tables } from './tables.ts'

/** The digest of a doc as it is kept. How far its sightings were looked at is no part of it: that moves on by itself. */
export function digestOfDoc(row: Omit<Tables['derived.doc'], 'seen' | 'digest'>): Digest {
  const { id, report, made_by, first, given, name, page, words, record } = row
  return digestOf(JSON.stringify([id, report, made_by, first, given, name, page, words, record]))
}

/** The digest of a reading as it is kept. */
export function digestOfReading({ doc, made_by, record }: Omit<Tables['derived.reading'], 'digest'>): Digest {
  return digestOf(JSON.stringify([doc, made_by, record]))
}
