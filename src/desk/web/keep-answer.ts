// What an address answered, made durable as a capture; a page that can be read is a report as well.
import { type Kept, keepCapture } from '../../archive/keep-capture.ts'
import { findRemoved, findRemovedAddress } from '../../archive/removals.ts'
import type { FeedAnswer } from '../../ingest/feeds/parse-feed.ts'
import type { Fetched } from '../../ingest/fetch.ts'
import type { Capture, Given, Hop, Told, Wanted } from '../../model/capture.ts'
import { headerOf, mediaTypeOf, typeOf } from '../../model/header.ts'
import type { Desk } from '../desk.ts'
import { strikeCapture } from '../removal/strike-capture.ts'
import { tidyAddress } from './host-key.ts'

/** What was asked, and why. */
export interface Question {
  readonly url: string
  readonly what: Wanted
  readonly told?: Told
  readonly foundIn?: Capture['foundIn']
  readonly said?: Said
}

/** What a person says of the page that was asked for; it outranks what the answer says. */
export type Said = Partial<Omit<Given, 'url'>>

/** Keeps the answer; it is on the disk when this returns. */
export async function keepAnswer(
  { store }: Pick<Desk, 'store'>,
  { url, what, told, foundIn, said }: Question,
  { hops, outcome, sent, bytes }: Pick<Fetched, 'hops' | 'outcome' | 'sent' | 'bytes'>,
  at: string,
): Promise<Kept> {
  const removed = findRemovedOf(store, url, outcome)
  if (removed) return keepCapture(store, { record: refusedAs(removed.number, { at, asked: url, hops, outcome, what }) })
  const given = what === 'page' ? givenOf(url, { hops, outcome }, said) : undefined
  const record = {
    at,
    asked: url,
    hops,
    outcome,
    what,
    sent,
    ...(foundIn && { foundIn }),
    ...(told && { told }),
    ...(given && { given }),
  }
  return keepCapture(store, { record, ...(bytes && 'payload' in outcome && { bytes }) })
}

// The page was removed from this desk, or what it answered was: nothing of it is kept but that it was asked for.
function findRemovedOf(
  store: Desk['store'],
  url: string,
  outcome: Capture['outcome'],
): ReturnType<typeof findRemovedAddress> {
  const ofBytes = 'payload' in outcome ? findRemoved(store, 'payload', outcome.payload) : undefined
  return ofBytes ?? findRemovedAddress(store, url)
}

function refusedAs(number: number, record: Omit<Capture, 'id'>): Omit<Capture, 'id'> {
  const reason = `it was removed from this desk (decision ${number})`
  return strikeCapture({ ...record, outcome: { kind: 'refused', by: 'guard', reason } })
}

/** What makes a report of an answer: where it stood and how it is read. Undefined: it is none, such as a 404 or a picture. */
export function givenOf(
  url: string,
  { hops, outcome }: Pick<Capture, 'hops' | 'outcome'>,
  said: Said = {},
): Given | undefined {
  const last = hops.at(-1)
  if (outcome.kind !== 'answered' || !last || last.status < 200 || last.status > 299) return undefined
  const mediaType = said.mediaType ?? mediaTypeOf(typeOfAnswer(last))
  const address = tidyAddress(last.url) ?? url
  return mediaType && { name: nameOf(address), mediaType, url: address, ...said }
}

/** What an answer says that it is, such as "image/png"; a page where it says nothing. */
export function typeOfAnswer({ headers }: Hop): string {
  return typeOf(headerOf(headers, 'content-type')) ?? 'text/html'
}

/** What bears on how an answer is read as a feed. */
export function feedHeaders(hop: Hop): FeedAnswer & { readonly url: string } {
  const told = {
    contentType: headerOf(hop.headers, 'content-type'),
    contentLocation: headerOf(hop.headers, 'content-location'),
    contentLanguage: headerOf(hop.headers, 'content-language'),
  }
  return { url: hop.url, ...Object.fromEntries(Object.entries(told).filter(([, value]) => value)) }
}

const LONGEST = 80

/** https://www.courier.example/world/2031/dam-talks.html -> courier.example-dam-talks */
export function nameOf(address: string): string {
  const { host, pathname } = new URL(address)
  const parts = decoded(pathname).split('/').filter(Boolean)
  const slug = (parts.findLast((part) => /[\p{L}]{3}/u.test(part)) ?? parts.at(-1) ?? 'home')
    .replace(/\.(?:s?html?|php|aspx?|pdf|txt)$/i, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return `${host.replace(/^www\./, '').replace(':', '-')}-${slug || 'page'}`.slice(0, LONGEST).toWellFormed()
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path // an address may hold a percent sign that stands for nothing
  }
}
