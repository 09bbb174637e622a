// The captures of a store as one WARC 1.1 file, in log order: walked in pages, one payload in memory at a time. What
// stands in it follows from the truth alone, so two exports of one truth are the same bytes.

import type { Digest } from '../model/id.ts'
import { type LoggedCapture, listCaptures } from './captures.ts'
import { headOf, listLog } from './log.ts'
import { findPayload } from './payload.ts'
import { findRemoval, findRemoved } from './removals.ts'
import { serialiseWarc, type WarcDraft } from './serialise-warc.ts'
import type { Store } from './store.ts'
import type { WarcSoFar } from './warc-drafts.ts'
import { fieldsBlock, recordId } from './warc-fields.ts'
import { warcOfCapture } from './warc-of-capture.ts'

/** What a WARC holds: captures, and records by their type. */
export interface WarcCount {
  captures: number
  readonly records: Record<string, number>
}

/** How it is written; `only`: these captures, in log order, and no others. */
export interface WarcWanted {
  readonly gzip: boolean
  readonly software: string
  readonly count: WarcCount
  readonly only?: readonly LoggedCapture[]
}

const PAGE = 100

/** The bytes of the file. `count` is brought up to date as they come. What comes in meanwhile is not in it. */
export async function* writeWarc(
  store: Store,
  { gzip, software, count, only }: WarcWanted,
): AsyncGenerator<Uint8Array> {
  const head = headOf(store)
  const info = recordId(head.before, 'warcinfo')
  const soFar: WarcSoFar = {
    info,
    byPayload: new Map(),
    byTarget: new Map(),
    payloadOf: (digest) => findPayload(store, digest),
    whyGone: (digest) => whyGone(store, digest),
  }
  const write = (draft: WarcDraft): AsyncGenerator<Uint8Array> => {
    const type = draft.fields[0]?.[1] ?? ''
    count.records[type] = (count.records[type] ?? 0) + 1
    return serialiseWarc(draft, gzip)
  }
  yield* write(await warcInfo(store, { info, software, ...head }))
  for (let after = 0; ; ) {
    const page = only
      ? only.filter(({ number }) => number > after).slice(0, PAGE)
      : await listCaptures(store, after, PAGE)
    for (const { number, capture } of page) {
      if (number > head.number) return
      for await (const draft of warcOfCapture(capture, soFar)) yield* write(draft)
      count.captures += 1
    }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last.number
  }
}

/** Dated by the last entry of the log, whose digest binds all that the file holds. */
async function warcInfo(
  store: Store,
  { info, software, number, before }: { info: string; software: string; number: number; before: string },
): Promise<WarcDraft> {
  const [last] = await listLog(store, number - 1, 1)
  return {
    fields: [
      ['WARC-Type', 'warcinfo'],
      ['WARC-Record-ID', info],
      ['WARC-Date', last?.at ?? '1970-01-01T00:00:00Z'],
      ['Content-Type', 'application/warc-fields'],
    ],
    block: [
      fieldsBlock([
        ['software', software],
        ['format', 'WARC File Format 1.1'],
        ['conformsTo', 'https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
        ['description', `the captures of a desk up to entry ${number} of its log; the next entry carries ${before}`],
      ]),
    ],
  }
}

function whyGone(store: Store, digest: Digest): string {
  const removed = findRemoved(store, 'payload', digest)
  if (!removed) return 'its bytes are gone from the store'
  const told = findRemoval(store, removed.number)?.told
  return `removed${told ? ` on ${told.at.slice(0, 10)}: ${told.why}` : ''} (decision ${removed.number})`
}
