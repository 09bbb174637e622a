// The first run: a desk with the bundled sample on it and the edition of its latest week. A run that was cut short is
// completed by the next one, and nothing comes in twice.
import { join } from 'node:path'
import { findReportOf } from '../archive/find-report.ts'
import { headOf } from '../archive/log.ts'
import { digestOf } from '../model/digest.ts'
import { type Derived, derive, type Progress } from './derive.ts'
import type { Desk } from './desk.ts'
import { composeEdition } from './edition.ts'
import { readFiles } from './read-files.ts'
import { type Acknowledged, type HandedIn, takeIn } from './take-in.ts'
import { writeEdition } from './write-edition.ts'

export interface StartListeners {
  readonly onKept: (kept: Acknowledged) => void
  readonly onProgress: (progress: Progress) => void
}

/** What stands on the desk now. */
export interface Started {
  readonly derived: Derived
  readonly week: string
  readonly edition: string // path of its HTML page
  readonly isOwn: boolean // true: the desk has other reports and none of the sample, which was left out
}

const SAMPLE = join(import.meta.dirname, '..', '..', 'sample', 'reports') // the same from src/ and from dist/

/** Completes the sample on a desk that is new or has some of it; a desk with other reports only is left as it is. */
export async function startDesk(desk: Desk, { onKept, onProgress }: StartListeners): Promise<Started> {
  const { missing, isOwn } = await findMissing(desk)
  if (missing.length > 0) await takeIn(desk, toStream(missing), onKept)
  const derived = await derive(desk, onProgress)
  const composed = await composeEdition(desk)
  const { week } = composed.edition
  const edition = await writeEdition(desk, composed, join(desk.dir, `edition-${week}`))
  return { derived, week, edition, isOwn }
}

async function findMissing(desk: Desk): Promise<{ missing: readonly HandedIn[]; isOwn: boolean }> {
  const missing: HandedIn[] = []
  let held = 0
  for await (const incoming of readFiles([SAMPLE])) {
    if (incoming.kind === 'refused') throw incoming.error
    if (incoming.kind === 'skipped') continue
    if (await isHeld(desk, incoming)) held += 1
    else missing.push(incoming)
  }
  const isOwn = headOf(desk.store).number > 0 && held === 0
  return { missing: isOwn ? [] : missing, isOwn }
}

async function isHeld({ store }: Pick<Desk, 'store'>, { bytes, given }: HandedIn): Promise<boolean> {
  return (await findReportOf(store, { outcome: { kind: 'handed in', payload: digestOf(bytes) }, given })) !== undefined
}

async function* toStream<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}
