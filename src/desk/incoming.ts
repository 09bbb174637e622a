// A report on its way in: its bytes and what the hand that gave it says about it, before anything is kept.
import { ReadoutError } from '../model/errors.ts'
import type { HandedIn } from './take-in.ts'

/** One report as handed in, or the reason why one was not taken, or the files in a folder that are no reports. */
export type Incoming =
  | ({ readonly kind: 'report'; readonly faults?: readonly string[] } & HandedIn) // faults: fields that were let go
  | { readonly kind: 'refused'; readonly where: string; readonly error: ReadoutError }
  | { readonly kind: 'skipped'; readonly where: string; readonly files: number; readonly reason: string }

/** The largest report taken, in bytes as they come and again once unzipped. */
export const REPORT_CAP = 15 * 1024 * 1024 // the longest printed reports are below 1 MiB; pages with inlined pictures reach 10

/** The sentence for an address where a file was wanted. */
export function addressLater(address: string): ReadoutError {
  const cure = `save the page and add the file with --url ${address}`
  return new ReadoutError('ADDRESS_LATER', `${address}: fetching addresses comes with a later version; ${cure}`)
}
