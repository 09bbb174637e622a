// A page that a person names, asked for politely and taken in as a report, with what that person says of it.
import { removedBefore } from '../../archive/keep-capture.ts'
import { findRemovedAddress } from '../../archive/removals.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Desk } from '../desk.ts'
import { type Acknowledged, acknowledge } from '../take-in.ts'
import { askOnce } from './ask-once.ts'
import type { Following } from './following.ts'
import { tidyAddress } from './host-key.ts'
import { givenOf, type Said, typeOfAnswer } from './keep-answer.ts'

/**
 * The report at an address; it is on the disk when this returns, and so is an answer that is none. Throws USAGE,
 * FETCH_FAILED with the reason, and FILE_BINARY where what came is no report.
 */
export async function takeInAddress(
  desk: Pick<Desk, 'store' | 'makers'>,
  following: Following,
  address: string,
  said: Said = {},
): Promise<Acknowledged> {
  const url = tidyAddress(address)
  if (url === undefined) throw new ReadoutError('USAGE', `"${address}": no address of the web; check how it is written`)
  const removed = findRemovedAddress(desk.store, url)
  if (removed) throw removedBefore(url, removed.number)
  const { kept, hops, outcome } = await askOnce(following, { url, what: 'page', said })
  const given = givenOf(url, { hops, outcome }, said)
  if (given) return acknowledge(kept, { asked: url, given }, desk)
  const last = hops.at(-1)
  const cure = 'name the address of a page, or say with --type what it is'
  throw new ReadoutError('FILE_BINARY', `${url}: no report but ${last ? typeOfAnswer(last) : 'nothing'}; ${cure}`)
}
