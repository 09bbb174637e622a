// What changed since another program last asked: captures and decisions by the log, claims by the last writing of their lines.
// The cursor holds how far each of the two had come.
import { listCaptures } from '../../archive/captures.ts'
import { lastClaimChange, listClaimChanges } from '../../archive/catalogue/claim-changes.ts'
import { readCursor, writeCursor } from '../../archive/catalogue/cursor.ts'
import { headOf } from '../../archive/log.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Desk } from '../desk.ts'
import { tellCaptureLine } from './api-capture.ts'
import { listDecisionsAfter } from './api-decisions.ts'
import { tellClaimLine } from './api-lines.ts'

type OfDesk = Pick<Desk, 'store'>

interface From {
  readonly number: number // of the log
  readonly change: number // of a claim
  readonly epoch: string
}

const BEGINNING: From = { number: 0, change: 0, epoch: '' }

/** What changed after the cursor; without one everything, from the beginning; after "now" nothing yet. Throws CURSOR_UNKNOWN. */
export async function listChanges(desk: OfDesk, since: string | undefined, limit: number) {
  const head = headOf(desk.store).number
  if (since === 'now') {
    const { n, epoch } = lastClaimChange(desk.store)
    return {
      captures: [],
      decisions: [],
      claims: [],
      gone: [],
      next: write({ number: head, change: n, epoch }),
      isMore: false,
    }
  }
  const from = since === undefined ? BEGINNING : read(since, head)
  const upTo = Math.min(head, from.number + limit)
  const captures = await listCaptures(desk.store, from.number, limit)
  const decisions = upTo > from.number ? listDecisionsAfter(desk, from.number) : []
  const { epoch, changes } = listClaimChanges(desk.store, { epoch: from.epoch, after: from.change, limit })
  const change = changes.at(-1)?.n ?? (epoch === from.epoch ? from.change : 0)
  return {
    captures: captures.filter(({ number }) => number <= upTo).map(tellCaptureLine),
    decisions: decisions.filter(({ number }) => number <= upTo),
    claims: changes.flatMap(({ line }) => (line ? [tellClaimLine(line)] : [])),
    gone: changes.flatMap(({ claim, line }) => (line ? [] : [claim])),
    next: write({ number: upTo, change, epoch }),
    isMore: upTo < head || changes.length === limit,
  }
}

const LIST = 'changes'

function write({ number, change, epoch }: From): string {
  return writeCursor(LIST, [number, change, epoch])
}

function read(cursor: string, head: number): From {
  const [number, change, epoch] = readCursor(LIST, ['number', 'number', 'string'], cursor) ?? []
  const from = { number: Number(number), change: Number(change), epoch: String(epoch) }
  if (isCount(from.number) && isCount(from.change) && from.number <= head) return from
  throw new ReadoutError('CURSOR_UNKNOWN', 'this desk has not come so far; leave `since` out and begin again')
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0
}
