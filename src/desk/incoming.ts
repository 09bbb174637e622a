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

/** True for an address of the web where a path might stand. */
export function isAddress(path: string): boolean {
  return /^https?:\/\//i.test(path)
}

/** The sentence for an address where a file was wanted; `ways` are what may be done with it here. */
export function fileWanted(
  address: string,
  ways = `"readout add ${address}" asks for it, or save the page and name the file`,
): ReadoutError {
  return new ReadoutError('FILE_WANTED', `${address}: an address, where this command reads files; ${ways}`)
}
