// What was made of removed reports, dropped before anything else is made. So whatever a kill left undone is done by the next walk.
import { eraseRemoved } from '../../archive/erase-removed.ts'
import { listDocsOfReport } from '../../archive/removable.ts'
import { listUndropped } from '../../archive/removals.ts'
import { listTexts } from '../../link/list-texts.ts'
import { keyOfText } from '../../model/vector.ts'
import type { Desk } from '../desk.ts'

/** Drops it; nothing is done, fast, where all of it is gone. */
export async function dropRemoved({ store }: Pick<Desk, 'store'>): Promise<void> {
  const reports = listUndropped(store)
  if (reports.length === 0) return
  const reads = reports.flatMap((report) => listDocsOfReport(store, report))
  const texts = reads.flatMap(({ doc, readings }) => readings.flatMap((reading) => listTexts({ doc, reading })))
  await eraseRemoved(store, reports, [...new Set(texts.map(keyOfText))])
}
