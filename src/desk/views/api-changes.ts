// What changed since another program last asked: captures and decisions by the log, claims by the last writing of their lines.
// The cursor holds how far each of the two had come, and what stood there in the log: a desk that was restored goes on with other entries.
import { listCaptures } from '../../archive/captures.ts'
import { lastClaimChange, listClaimChanges } from '../../archive/catalogue/claim-changes.ts'
import { readCursor, writeCursor } from '../../archive/catalogue/cursor.ts'
import { BEFORE_ALL, digestUpTo, headOf } from '../../archive/log.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Desk } from '../desk.ts'
import { tellCaptureLine } from './api-capture.ts'
import { listDecisionsAfter } from './api-decisions.ts'
import { tellClaimLine } from './api-lines.ts'

type OfDesk = Pick<Desk, 'store'>

interface From {
  readonly number: number // of the log
  readonly mark: string // of that entry
  readonly change: number // of a claim
  readonly epoch: string
}

const BEGINNING: From = { number: 0, mark: '', change: 0, epoch: '' }

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
      next: write({ number: head, mark: markOf(desk, head), change: n, epoch }),
      isMore: false,
    }
  }
  const from = since === undefined ? BEGINNING : read(desk, since, head)
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
    next: write({ number: upTo, mark: markOf(desk, upTo), change, epoch }),
    isMore: upTo < head || changes.length === limit,
  }
}

const LIST = 'changes'

function write({ number, mark, change, epoch }: From): string {
  return writeCursor(LIST, [number, mark, change, epoch])
}

function read(desk: OfDesk, cursor: string, head: number): From {
  const [number, mark, change, epoch] = readCursor(LIST, ['number', 'string', 'number', 'string'], cursor) ?? []
  const from = { number: Number(number), mark: String(mark), change: Number(change), epoch: String(epoch) }
  const isKnown = isCount(from.number) && isCount(from.change) && from.number <= head
  if (isKnown && markOf(desk, from.number) === from.mark) return from
  throw new ReadoutError('CURSOR_UNKNOWN', 'this desk has not come so far; leave `since` out and begin again')
}

// The digest of an entry goes over all those before it.
function markOf({ store }: OfDesk, number: number): string {
  return (number > 0 ? (digestUpTo(store, number) ?? '') : BEFORE_ALL).slice(0, MARK)
}

const MARK = 16 // characters

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0
}
