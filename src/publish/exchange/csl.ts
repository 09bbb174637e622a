// A citation as CSL-JSON, the form that reference managers and Pandoc take (Citation Style Language 1.0.2).
import { type Addresses, type Cited, factsOf } from './cited.ts'

/** One item of a CSL-JSON list. */
export interface CslItem {
  readonly id: string
  readonly type: 'article-newspaper' | 'webpage' | 'report'
  readonly title: string
  readonly author?: readonly { readonly literal: string }[]
  readonly 'container-title'?: string
  readonly publisher?: string
  readonly issued?: CslDate
  readonly accessed?: CslDate
  readonly URL: string
  readonly archive: string
  readonly archive_location: string
  readonly language?: string
  readonly note?: string
}

interface CslDate {
  readonly 'date-parts': readonly [readonly number[]]
}

/** The item. Names stay as the byline has them: which part is the family's is not for us to guess. */
export function cslOf(cited: Cited, addresses: Addresses): CslItem {
  const { id, title, authors, outlet, day, url, address, seen, digest, language } = factsOf(cited, addresses)
  const isEdition = cited.kind === 'edition'
  return {
    id,
    type: isEdition ? 'report' : cited.kind === 'claim' || outlet === undefined ? 'webpage' : 'article-newspaper',
    title,
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    ...(outlet !== undefined && (isEdition ? { publisher: outlet } : { 'container-title': outlet })),
    ...(day !== undefined && { issued: dateOf(day) }),
    ...(seen !== undefined && { accessed: dateOf(seen) }),
    URL: url,
    archive: 'Readout',
    archive_location: address,
    ...(language !== undefined && { language }),
    ...(digest !== undefined && { note: `${isEdition ? 'Log entry' : 'SHA-256'}: ${digest}` }),
  }
}

function dateOf(day: string): CslDate {
  return { 'date-parts': [day.split('-').map(Number)] }
}
