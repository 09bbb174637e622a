// What is cited: a report as the desk has it, or an edition; with the few facts that every form of a citation is made of.

import type { Capture } from '../../model/capture.ts'
import type { Claim } from '../../model/claim.ts'
import type { Doc } from '../../model/doc.ts'
import type { Edition } from '../../model/edition.ts'
import type { Day, Digest, Instant } from '../../model/id.ts'
import { oneLine } from '../../model/one-line.ts'
import { daysOf, editionTitle, keyOf, titleWithin } from '../edition-title.ts'
import type { Links } from '../links.ts'

/** Links with the desk's own address before them, as other programs need them. */
export interface Addresses {
  readonly links: Links
  readonly origin: string // https://desk.example
}

/** A report with the capture that brought it. */
export interface CitedReport {
  readonly kind: 'report'
  readonly doc: Pick<Doc, 'id' | 'name' | 'title' | 'outlet' | 'url' | 'published' | 'fields' | 'language'>
  readonly capture?: Pick<Capture, 'id' | 'at' | 'archived' | 'outcome'>
}

/** An edition, issued or as it is now. */
export interface CitedEdition {
  readonly kind: 'edition'
  readonly edition: Pick<Edition, 'id' | 'week' | 'watch' | 'days' | 'asOf'>
  readonly issued?: Instant
}

/** A claim as the ledger had it on a day. */
export interface CitedClaim {
  readonly kind: 'claim'
  readonly claim: Pick<Claim, 'id' | 'wording'>
  readonly seen: Day
}

export type Cited = CitedReport | CitedEdition | CitedClaim

/** What there is to say of either. What is not known is absent. */
export interface CitedFacts {
  readonly id: string // of the desk
  readonly title: string
  readonly authors: readonly string[] // people, as the byline has them
  readonly outlet?: string
  readonly day?: Day
  readonly url: string // of the page itself, else of the desk
  readonly address: string // of the desk
  readonly seen?: Day
  readonly digest?: Digest // of the bytes as they came
  readonly language?: string
}

/** The facts of what is cited. */
export function factsOf(cited: Cited, { links, origin }: Addresses): CitedFacts {
  const absolute = (path: string): string => new URL(path, origin).href
  if (cited.kind === 'edition') {
    const { edition, issued } = cited
    const address = absolute(links.edition(keyOf(edition)))
    const day = issued?.slice(0, 10) ?? lastDay(edition)
    return {
      id: edition.id,
      title: `Readout: ${titleWithin(editionTitle(edition))}`,
      authors: [],
      outlet: 'Readout',
      ...(day !== undefined && { day }),
      url: address,
      address,
      digest: edition.asOf.before,
    }
  }
  if (cited.kind === 'claim') {
    const { claim, seen } = cited
    const address = absolute(links.claim?.(claim.id) ?? `/claim/${encodeURIComponent(claim.id)}`)
    const title = `Claim: ${oneLine(claim.wording)}`
    return { id: claim.id, title, authors: [], outlet: 'Readout', url: address, address, seen }
  }
  const { doc, capture } = cited
  const address = absolute(links.report(doc.name))
  const seen = capture && (capture.archived ?? capture.at).slice(0, 10)
  const isWeb = doc.url !== undefined && /^https?:\/\//i.test(doc.url)
  return {
    id: doc.id,
    title: oneLine(doc.title ?? doc.name),
    authors: doc.fields
      .filter(({ name }) => name === 'byline')
      .map(({ value }) => oneLine(value))
      .filter(isNew),
    ...(doc.outlet !== undefined && { outlet: oneLine(doc.outlet) }),
    ...(doc.published !== undefined && { day: doc.published.slice(0, 10) }),
    url: isWeb ? (doc.url ?? address) : address,
    address,
    ...(seen !== undefined && { seen }),
    ...(capture && 'payload' in capture.outcome && { digest: capture.outcome.payload }),
    ...(/^(?!und$)[A-Za-z]{2,3}(?:-|$)/.test(doc.language) && { language: doc.language }),
  }
}

function lastDay(edition: CitedEdition['edition']): Day | undefined {
  const days = daysOf(edition)
  return days && new Date(Date.parse(`${days.until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

function isNew(value: string, at: number, all: readonly string[]): boolean {
  return value !== '' && all.indexOf(value) === at
}
