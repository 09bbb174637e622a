// What an export of ours tells in a metadata record of a report that was handed in: what the hand said of it.
import type { Given } from '../../model/capture.ts'
import { mediaTypeOf } from '../../model/header.ts'
import { fieldOf, parseFields, type WarcRecord } from './warc-record.ts'

export type WarcNotes = Given

/** The notes; undefined where the record has none that are whole, as those of other programs. */
export function parseNotes({ fields: own, block }: WarcRecord): WarcNotes | undefined {
  if (!fieldOf({ fields: own }, 'Content-Type')?.startsWith('application/warc-fields')) return undefined
  const fields = parseFields(Buffer.from(block).toString())
  const field = (name: string): string | undefined => fieldOf({ fields }, `given-${name}`) || undefined
  const [name, mediaType] = [field('name'), mediaTypeOf(field('media-type'))]
  if (!name || !mediaType) return undefined
  const said = { url: field('url'), outlet: field('outlet'), title: field('title'), published: field('published') }
  const kept = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  return { name, mediaType, ...kept }
}
