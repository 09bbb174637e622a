// Where things lie in a site that is a folder of files: every link is relative, so that it works from a disk as from any address.
import type { Doc } from '../../model/doc.ts'
import type { Id } from '../../model/id.ts'
import type { FeedForm } from '../feeds/feed.ts'
import { anchorOf, type Links, pageName } from '../links.ts'

/** Files of the site, as paths from its folder. */
export const SITE = {
  index: 'index.html',
  claims: 'claims.html',
  style: 'style.css',
  schema: 'edition.schema.json',
  edition: (slug: string, form: EditionFile = 'html') => `editions/${slug}${ENDINGS[form]}`,
  report: ({ name }: Pick<Doc, 'name'>) => `reports/${pageName(name)}.html`,
  claim: (id: string) => `claims/${pageName(id)}.html`,
  feed: (of: 'editions' | 'claim' | 'story', form: FeedForm, id?: string) =>
    `feeds/${id === undefined ? of : `${of}-${pageName(id)}`}${FEED_ENDINGS[form]}`,
} as const

/** The forms that a site has of each edition. */
export type EditionFile = 'html' | 'single' | 'md' | 'txt' | 'json'

const ENDINGS: Readonly<Record<EditionFile, string>> = {
  html: '.html',
  single: '-one-file.html',
  md: '.md',
  txt: '.txt',
  json: '.json',
}

const FEED_ENDINGS: Readonly<Record<FeedForm, string>> = { rss: '.rss.xml', atom: '.atom.xml', json: '.json' }

/** A path of the site as it stands in a link: the parts of it spelt as addresses have them. */
export function asHref(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

/** What the pages of a site may link to, beside what it always has. */
export interface SiteHas {
  readonly claims: ReadonlySet<Id<'claim'>>
  /** The page of the report that evidence is in; absent: it has none. */
  report(doc: Id<'doc'>): string | undefined
}

/** Links among the files of the site, seen from a page `up` folders deep. */
export function siteLinks(up: '' | '../', has: SiteHas): Links {
  const to = (path: string): string => up + asHref(path)
  return {
    style: to(SITE.style),
    edition: () => to(SITE.index),
    editions: to(SITE.index),
    ledger: to(SITE.claims),
    claim: (id) => (has.claims.has(id) ? to(SITE.claim(id)) : undefined),
    report: (name, evidence) => {
      const path = (evidence && has.report(evidence.doc)) ?? SITE.report({ name })
      return `${to(path)}${evidence ? `#${anchorOf(evidence.span)}` : ''}`
    },
  }
}
