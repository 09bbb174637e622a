// What is said of a thing that stands in one version of a page: that the version is a later one, and that the page has the
// thing no more.
import type { OfVersion } from '../model/claim.ts'
import { dayWords } from './iso-week.ts'

/** "later version", "gone from the later version of 7 May 2031", both, or nothing. */
export function versionWords({ laterVersionOf, gone }: OfVersion): string | undefined {
  const words = [
    ...(laterVersionOf ? ['later version'] : []),
    ...(gone ? [`gone from the later version${gone.on ? ` of ${dayWords(gone.on)}` : ''}`] : []),
  ]
  return words.length > 0 ? words.join('; ') : undefined
}
