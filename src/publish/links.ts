// Where pages lie: as files beside each other in a folder, or as addresses of the server. One name per report, one
// anchor per piece of evidence, both the same in either place.
import { digestOfParts } from '../model/digest.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { Span } from '../model/span.ts'
import type { FeedForm } from './feeds/feed.ts'

/** How one page refers to the others. */
export interface Links {
  readonly style: string
  readonly edition: (week?: string) => string
  readonly report: (name: string, evidence?: Evidence) => string
  readonly changes?: (name: string, versus?: string) => string // what a version changed of another, or of the one before
  readonly week?: string // of the edition that the page belongs to
  readonly editions?: string
  readonly ledger?: string
  readonly reports?: string
  readonly claim?: (id: Id<'claim'>, week?: string) => string | undefined // with a week: as known when it ended
  readonly story?: (id: Id<'story'>) => string
  readonly person?: (id: Id<'entity'>) => string
  readonly said?: (id: Id<'attribution'>) => string // of one attribution, for good: it leads on to its words
  readonly today?: string
  readonly stories?: string
  readonly people?: string
  readonly search?: string
  readonly review?: string
  readonly sources?: string
  readonly decisions?: string
  readonly settings?: string
  readonly mail?: string
  readonly account?: string
  readonly signOut?: string
  readonly script?: string // what pages do beyond what they do without any script
  readonly events?: string // what happens on the desk, as it happens
  readonly capture?: (id: Id<'capture'>, part?: 'raw' | 'replay') => string
  readonly claimReports?: (id: Id<'claim'>, from: number) => string // more of the reports that bear on a claim
  readonly nearClaims?: (id: Id<'claim'>) => string
  readonly editionAs?: (key: string, form: 'html' | 'md' | 'txt' | 'json', version?: number) => string
  readonly feed?: (of: 'editions' | 'claim' | 'story', form: FeedForm, id?: string) => string
}

/** The anchor of a span on its report's page, in UTF-16 units: c120-245. */
export function anchorOf({ start, end }: Span): string {
  return `c${start}-${end}`
}

/** The file of a report's page in an exported folder, without `.html`; also its last part in the server's address. */
export function pageName(name: string): string {
  // Letters and digits of any script, dash, underscore and inner dots stay; the rest is spelt out, so that no name can
  // climb out of its folder, hide in it, or fall together with another's.
  const spelt = name.replace(/[^\p{L}\p{N}._-]|^\.+/gu, (part) =>
    [...new TextEncoder().encode(part)].map((byte) => `~${byte.toString(16).padStart(2, '0')}`).join(''),
  )
  if (new TextEncoder().encode(spelt).length <= LONGEST) return spelt
  return `${[...spelt].slice(0, KEPT).join('')}~~${digestOfParts(name)}`
}

/** The name that a page's name spells; of one that was too long, what it begins with. */
export function readPageName(page: string): { readonly name: string } | { readonly begins: string } {
  const spelt = page.replace(/~~[0-9a-f]{20}$/, '')
  const name = spelt.replace(/(?:~[0-9a-f]{2})+/g, (run) => {
    const bytes = run
      .slice(1)
      .split('~')
      .map((byte) => Number.parseInt(byte, 16))
    return new TextDecoder().decode(Uint8Array.from(bytes))
  })
  // the cut may have gone through a character that was spelt out
  return spelt === page ? { name } : { begins: name.replace(/[~\ufffd][\s\S]*$/, '') }
}

const LONGEST = 180 // bytes: file systems stop at 255, and an ending follows
const KEPT = 36 // characters of a longer name, four bytes each at most; the digest tells it from its like

/** Links among the files of an exported folder, seen from a page `up` folders deep ('' or '../'). */
export function fileLinks(up: '' | '../'): Links {
  return {
    style: `${up}style.css`,
    edition: () => `${up}edition.html`,
    ledger: `${up}ledger.html`,
    claim: (id) => `${up}claims/${encodeURIComponent(pageName(id))}.html`,
    report: (name, evidence) => `${up}reports/${encodeURIComponent(pageName(name))}.html${hash(evidence)}`,
  }
}

/** Links among the pages of the server. */
export const serverLinks: Links = {
  style: '/style.css',
  edition: (week) => (week === undefined ? '/edition' : `/edition/${encodeURIComponent(week)}`),
  editions: '/editions',
  ledger: '/ledger',
  reports: '/reports',
  today: '/',
  stories: '/stories',
  people: '/people',
  search: '/search',
  review: '/review',
  sources: '/sources',
  decisions: '/decisions',
  settings: '/settings',
  mail: '/mail',
  account: '/account',
  signOut: '/sign-out',
  script: '/web/main.js',
  events: '/api/events',
  story: (id) => `/story/${encodeURIComponent(id)}`,
  person: (id) => `/person/${encodeURIComponent(id)}`,
  said: (id) => `/said/${encodeURIComponent(id)}`,
  changes: (name, versus) =>
    `/report/${encodeURIComponent(pageName(name))}/changes${versus === undefined ? '' : `?versus=${encodeURIComponent(versus)}`}`,
  claim: (id, week) => `/claim/${encodeURIComponent(id)}${week ? `?week=${encodeURIComponent(week)}` : ''}`,
  capture: (id, part) => `/capture/${encodeURIComponent(id)}${part === undefined ? '' : `/${part}`}`,
  claimReports: (id, from) => `/claim/${encodeURIComponent(id)}/reports?from=${from}`,
  nearClaims: (id) => `/claim/${encodeURIComponent(id)}/near`,
  editionAs: (key, form, version) =>
    `/edition/${encodeURIComponent(key)}/export.${form}${version === undefined ? '' : `?version=${version}`}`,
  feed: (of, form, id) => (id === undefined ? `/${of}/feed.${form}` : `/${of}/${encodeURIComponent(id)}/feed.${form}`),
  // `at` makes the server mark these words whether or not the latest edition prints them
  report: (name, evidence) => {
    const at = evidence ? `?at=${evidence.span.start}-${evidence.span.end}` : ''
    return `/report/${encodeURIComponent(pageName(name))}${at}${hash(evidence)}`
  },
}

function hash(evidence: Evidence | undefined): string {
  return evidence ? `#${anchorOf(evidence.span)}` : ''
}
