// Everything that is made from the truth, brought up to the end of the log: docs, readings, then what links them.
// Any number of processes may do this at once; the one that gets there first wins, and a killed one is completed by the next.

import { type Fault, keepOutcomes } from '../archive/keep-read.ts'
import { headOf } from '../archive/log.ts'
import { countUnextracted, listUnextracted, listUnread } from '../archive/unread.ts'
import type { Desk, DocReader } from './desk.ts'
import { keepEmbedded } from './embed-texts.ts'
import { isPending } from './is-pending.ts'
import { linkDesk } from './link-desk.ts'
import { makeOutcomes, type NamedOutcome, readDoc, type Unread } from './make-outcomes.ts'

/** How far a walk has come. `total` is what there was to do when it began. */
export interface Progress {
  readonly stage: 'reading' | 'linking'
  readonly done: number
  readonly total: number
}

/** What a walk did. */
export interface Derived {
  readonly read: number // reports read anew
  readonly faults: readonly (Fault & { readonly name: string })[] // new ones: a report of which nothing could be made
  readonly unread?: readonly Unread[] // new ones in another language
  readonly isLinked: boolean // true: the ledger changed
}

/** Brings everything derived up to the end of the log. Does nothing, fast, where nothing is pending or can be written. */
export async function derive(desk: Desk, onProgress: (progress: Progress) => void = () => {}): Promise<Derived> {
  if (desk.store.isReadOnly || !isPending(desk)) return { read: 0, faults: [], isLinked: false }
  const reader = desk.openReader()
  try {
    return await deriveWith(desk, reader, onProgress)
  } finally {
    reader.close()
  }
}

async function deriveWith(desk: Desk, reader: DocReader, onProgress: (progress: Progress) => void): Promise<Derived> {
  const { makers } = desk
  const total = await countUnextracted(desk.store, makers.extractor)
  const faults: Derived['faults'][number][] = []
  const unread: Unread[] = []
  let read = 0
  let done = 0
  for (;;) {
    const head = headOf(desk.store) // before asking what is unread: whatever comes later is the next walk's
    let came = 0
    for await (const outcomes of outcomesOf(desk, reader)) {
      await keepEmbedded(
        desk,
        outcomes.flatMap(({ vectors }) => vectors ?? []),
      )
      await keepOutcomes(desk.store, outcomes)
      came += outcomes.length
      read += outcomes.filter(({ reading }) => reading).length
      for (const { fault } of outcomes) if (fault) faults.push(fault)
      unread.push(...outcomes.flatMap((outcome) => outcome.unread ?? []))
      done += outcomes.length
      onProgress({ stage: 'reading', done, total: Math.max(total, done) })
    }
    if (came > 0) continue
    onProgress({ stage: 'linking', done: 0, total: 1 })
    const isLinked = await linkDesk(desk, reader, head)
    if (isLinked === undefined) continue
    onProgress({ stage: 'linking', done: 1, total: 1 })
    return { read, faults, ...(unread.length > 0 && { unread }), isLinked }
  }
}

const PAGE = 16 // reports a commit: what a kill can cost in work done twice

async function* outcomesOf(desk: Desk, reader: DocReader): AsyncGenerator<NamedOutcome[]> {
  const { makers } = desk
  for (let after = 0; ; ) {
    const page = await listUnextracted(desk.store, { extractor: makers.extractor, after, limit: PAGE })
    if (page.length === 0) break
    yield await makeOutcomes(desk, reader, page)
    after = page.at(-1)?.first ?? after
  }
  for (let after = 0; ; ) {
    const page = await listUnread(desk.store, { ...makers, after, limit: PAGE })
    if (page.length === 0) return
    yield await Promise.all(page.map((readable) => readDoc(desk, reader, readable)))
    after = page.at(-1)?.first ?? after
  }
}
