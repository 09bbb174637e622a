// Ends every reading: spans in range, cue and content apart, ids resolving. A breach is our bug, so it throws.
import type { Doc } from '../model/doc.ts'
import type { Reading } from '../model/reading.ts'
import { makeSpan, overlaps } from '../model/span.ts'

/** The reading itself, once every span and id in it is known to be sound. Throws RangeError or Error on a breach. */
export function seal(doc: Doc, reading: Reading): Reading {
  const chains = new Set(reading.chains.map(({ id }) => id))
  const ids = new Set(reading.attributions.map(({ id }) => id))
  const spans = [
    ...reading.sentences,
    ...reading.quotations,
    ...reading.names.map(({ span }) => span),
    ...reading.chains.flatMap(({ mentions, offices = [] }) => [
      ...mentions.map(({ span }) => span),
      ...offices.map(({ title }) => title),
    ]),
  ]
  for (const { start, end } of spans) makeSpan(doc.text, start, end)
  if (ids.size !== reading.attributions.length) throw new Error(`${doc.name}: two attributions share an id`)
  for (const { id, cue, content, source, within, target, said, event } of reading.attributions) {
    const marked = [...cue, ...content, ...(target?.words ?? []), ...[said, event].flatMap((when) => when?.words ?? [])]
    for (const { start, end } of marked) makeSpan(doc.text, start, end)
    if (target?.of !== undefined && !ids.has(target.of))
      throw new Error(`${doc.name}: ${id}: aims at an unknown attribution`)
    if (cue.some((a) => content.some((b) => overlaps(a, b))))
      throw new Error(`${doc.name}: ${id}: cue and content overlap`)
    if (within !== undefined && !ids.has(within))
      throw new Error(`${doc.name}: ${id}: lies within an unknown attribution`)
    if (source.kind !== 'unstated' && source.who.some((chain) => !chains.has(chain)))
      throw new Error(`${doc.name}: ${id}: unknown chain`)
  }
  return reading
}
