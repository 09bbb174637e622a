// Claims and quotations for search engines and other programs, in the words of schema.org. A Claim is what was said, with where it
// appears; never a ClaimReview: the desk counts who says a thing and does not rate whether it is so.
import type { Claim } from '../../model/claim.ts'
import type { Doc } from '../../model/doc.ts'
import type { Id } from '../../model/id.ts'
import type { Kind } from '../../model/reading.ts'
import type { Addresses } from './cited.ts'

type Printed = Pick<Doc, 'name' | 'title' | 'outlet' | 'url' | 'published' | 'language'>

export interface SchemaArticle {
  readonly '@type': 'NewsArticle'
  readonly '@id': string
  readonly url: string
  readonly headline?: string
  readonly datePublished?: string
  readonly inLanguage?: string
  readonly publisher?: { readonly '@type': 'Organization'; readonly name: string }
}

export interface SchemaClaim {
  readonly '@context': 'https://schema.org'
  readonly '@type': 'Claim'
  readonly '@id': string
  readonly url: string
  readonly text: string
  readonly firstAppearance?: SchemaArticle
  readonly appearance: readonly SchemaArticle[]
}

export interface SchemaQuotation {
  readonly '@context': 'https://schema.org'
  readonly '@type': 'Quotation'
  readonly '@id': string
  readonly url: string
  readonly text: string
  readonly creator?: readonly SchemaSpeaker[]
  readonly isPartOf: SchemaArticle
}

interface SchemaSpeaker {
  readonly '@type': 'Person' | 'Organization'
  readonly '@id'?: string
  readonly name: string
}

/** A claim with the reports that put it forward, the first one first. */
export function schemaOfClaim(
  { id, wording }: Pick<Claim, 'id' | 'wording'>,
  reports: readonly Printed[],
  addresses: Addresses,
): SchemaClaim {
  const url = absolute(addresses, addresses.links.claim?.(id) ?? `/claim/${id}`)
  const articles = reports.map((report) => articleOf(report, addresses))
  const [first] = articles
  return {
    '@context': 'https://schema.org',
    '@type': 'Claim',
    '@id': url,
    url,
    text: wording,
    ...(first && { firstAppearance: first }),
    appearance: articles,
  }
}

/** Words between quotation marks, by whoever is named as having said them. */
export function schemaOfQuotation(
  said: { readonly id: Id<'attribution'>; readonly words: string; readonly who: readonly Speaker[] },
  report: Printed,
  addresses: Addresses,
): SchemaQuotation {
  const { links } = addresses
  const url = absolute(addresses, links.said?.(said.id) ?? links.report(report.name))
  const creator = said.who.map(({ id, name, kind }): SchemaSpeaker => {
    const page = id === undefined ? undefined : links.person?.(id)
    return {
      '@type': kind === 'person' ? 'Person' : 'Organization',
      ...(page !== undefined && { '@id': absolute(addresses, page) }),
      name,
    }
  })
  return {
    '@context': 'https://schema.org',
    '@type': 'Quotation',
    '@id': url,
    url,
    text: said.words,
    ...(creator.length > 0 && { creator }),
    isPartOf: articleOf(report, addresses),
  }
}

interface Speaker {
  readonly id?: Id<'entity'>
  readonly name: string
  readonly kind: Kind
}

function articleOf({ name, title, outlet, url, published, language }: Printed, addresses: Addresses): SchemaArticle {
  const stored = absolute(addresses, addresses.links.report(name))
  return {
    '@type': 'NewsArticle',
    '@id': stored,
    url: url !== undefined && /^https?:\/\//i.test(url) ? url : stored,
    ...(title !== undefined && { headline: title }),
    ...(published !== undefined && { datePublished: published }),
    ...(/^(?!und$)[A-Za-z]{2,3}(?:-|$)/.test(language) && { inLanguage: language }),
    ...(outlet !== undefined && { publisher: { '@type': 'Organization', name: outlet } }),
  }
}

function absolute({ origin }: Addresses, path: string): string {
  return new URL(path, origin).href
}
