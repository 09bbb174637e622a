// What all sightings of one report together say of it.
import type { Capture, Given } from '../model/capture.ts'
import { digestOfParts } from '../model/digest.ts'

/**
 * The first sighting's word, and from later ones what it left out. The report answers to `name`. Where a page was fetched from
 * is nobody's word: its own canonical address may say better.
 */
export function mergeGiven(sightings: readonly Pick<Capture, 'given' | 'what'>[], name: string): Given {
  const said = sightings.flatMap(({ given, what }): Given | [] => {
    if (!given || what === undefined) return given ?? []
    const { url: _, ...rest } = given
    return rest
  })
  const first = <K extends 'url' | 'outlet' | 'title' | 'published'>(key: K): Partial<Pick<Given, K>> => {
    const value = said.find((given) => given[key] !== undefined)?.[key]
    return value === undefined ? {} : ({ [key]: value } as Partial<Pick<Given, K>>)
  }
  const mediaType = said[0]?.mediaType ?? 'text/plain'
  return { name, mediaType, ...first('url'), ...first('outlet'), ...first('title'), ...first('published') }
}

/** Tells two merged givens apart. */
export function digestOfGiven({ name, mediaType, url, outlet, title, published }: Given): string {
  return digestOfParts(name, mediaType, url, outlet, title, published)
}
