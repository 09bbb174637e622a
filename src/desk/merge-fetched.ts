// What fetching tells of a report besides its bytes: the address that answered, the charset it named, what the feed said.
import type { Capture, Given, MediaType, Told } from '../model/capture.ts'
import { digestOfParts } from '../model/digest.ts'
import { charsetOf, headerOf, mediaTypeOf } from '../model/header.ts'
import { digestOfGiven } from './merge-given.ts'

export interface Fetched {
  readonly url?: string // of the last answer: redirects followed
  readonly charset?: string // of its Content-Type
  readonly mediaType?: MediaType // likewise, where no hand said what it is
  readonly told?: Told
}

/** Of all sightings of one report: the first that has each. */
export function mergeFetched(sightings: readonly Pick<Capture, 'hops' | 'told' | 'given'>[]): Fetched {
  const last = sightings.flatMap(({ hops }) => hops.at(-1) ?? [])[0]
  const told = sightings.flatMap((sighting) => sighting.told ?? [])[0]
  const type = last && headerOf(last.headers, 'content-type')
  const charset = charsetOf(type)
  const mediaType = sightings.some(({ given }) => given) ? undefined : mediaTypeOf(type)
  return {
    ...(last && { url: last.url }),
    ...(charset && { charset }),
    ...(mediaType && { mediaType }),
    ...(told && { told }),
  }
}

/** Tells two reports apart by all that was said of them: by hands, by the server, by the feed. */
export function digestOfSaid(given: Given, { url, charset, told }: Fetched): string {
  const digest = digestOfGiven(given)
  if (url === undefined && told === undefined) return digest
  return digestOfParts(digest, url, charset, told && JSON.stringify(told))
}
