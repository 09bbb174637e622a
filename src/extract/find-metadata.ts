// What a page says of itself outside its text: JSON-LD (schema.org NewsArticle), Open Graph and other meta elements,
// <time datetime>, the canonical link. Dates are taken from there alone, never from the text or from teasers.
import type { Field } from '../model/doc.ts'
import { listElements, type PageDocument, type PageElement, wordsIn } from './dom.ts'
import { parseInstant } from './parse-instant.ts'

/** The fields of a page, best first for each name. */
export function findMetadata(document: PageDocument, jsonLd: readonly string[], main: PageElement | null): Field[] {
  return [...findInJsonLd(jsonLd), ...findInMeta(document), ...findInMarkup(document, main)].filter(
    ({ name, value }) => value.trim() !== '' && (name !== 'published' || parseInstant(value) !== undefined),
  )
}

const META: readonly (readonly [Field['name'], readonly string[]])[] = [
  [
    'published',
    [
      'article:published_time',
      'article:published',
      'og:published_time',
      'datePublished',
      'date.published',
      'parsely-pub-date',
      'sailthru.date',
      'dc.date.issued',
      'dcterms.created',
      'dc.date',
      'dcterms.date',
      'publish-date',
      'publishdate',
      'publication_date',
      'pubdate',
      'article.published',
      'cXenseParse:recs:publishtime',
      'date',
    ],
  ],
  ['title', ['og:title', 'twitter:title', 'headline', 'dc.title', 'dcterms.title', 'parsely-title', 'title']],
  [
    'byline',
    [
      'author',
      'article:author',
      'byl',
      'parsely-author',
      'sailthru.author',
      'dc.creator',
      'dcterms.creator',
      'twitter:creator',
    ],
  ],
  ['outlet', ['og:site_name', 'application-name', 'publisher', 'dc.publisher', 'article:publisher']],
  ['url', ['og:url']],
]

function findInMeta(document: PageDocument): Field[] {
  const values = new Map<string, { value: string; path: string }>()
  for (const meta of listElements(document, 'meta')) {
    for (const attribute of ['property', 'name', 'itemprop']) {
      const key = meta.getAttribute(attribute)
      const value = meta.getAttribute('content')?.trim()
      if (key && value && !values.has(key.toLowerCase()))
        values.set(key.toLowerCase(), { value, path: `meta[${attribute}="${key}"]` })
    }
  }
  return META.flatMap(([name, keys]) =>
    keys.flatMap((key): Field[] => {
      const found = values.get(key.toLowerCase())
      const isAddress = found && /^(?:https?:|@)/.test(found.value)
      return found && !(isAddress && name !== 'url') ? [{ name, ...found }] : []
    }),
  )
}

function findInMarkup(document: PageDocument, main: PageElement | null): Field[] {
  const fields: Field[] = []
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  if (canonical && /^https?:/i.test(canonical))
    fields.push({ name: 'url', value: canonical, path: 'link[rel="canonical"]' })
  const time = findTime(document, main)
  if (time) fields.push({ name: 'published', value: time, path: 'time[datetime]' })
  const author = document.querySelector('[rel="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"]')
  if (author && !/^https?:/.test(wordsIn(author)))
    fields.push({ name: 'byline', value: wordsIn(author).slice(0, 120), path: '[itemprop="author"]' })
  const title = wordsIn(document.querySelector('title'))
  if (title) fields.push({ name: 'title', value: title, path: 'title' })
  return fields
}

const NOT_THE_REPORT =
  /\b(?:related|teaser|card|promo|recirc|sidebar|aside|recommend\w*|trending|latest|popular|comments?|list|feed|river|widget|nav|footer)\b/i

/** The time of the report's own head: marked as its publication, or the one time element of the article that holds the h1. */
function findTime(document: PageDocument, main: PageElement | null): string | undefined {
  const marked = listElements(
    document,
    'time[itemprop="datePublished"], time[pubdate], [itemprop="datePublished"][content], [itemprop="datePublished"][datetime]',
  )
  const own = [...marked, ...(main ? listElements(main, 'time[datetime]') : [])].find(
    (time) => !isElsewhere(time, main),
  )
  return own?.getAttribute('datetime') ?? own?.getAttribute('content') ?? undefined
}

function isElsewhere(time: PageElement, main: PageElement | null): boolean {
  for (let at: PageElement | null = time; at && at !== main; at = at.parentElement) {
    if (/^(?:aside|nav|footer|li)$/.test(at.localName) || NOT_THE_REPORT.test(`${at.className} ${at.id}`)) return true
  }
  return false
}

type Json = { readonly [key: string]: unknown }

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/

function findInJsonLd(scripts: readonly string[]): Field[] {
  const article = scripts
    .flatMap(parseJson)
    .find((thing) => listOf(thing['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type)))
  if (!article) return []
  const field = (name: Field['name'], value: string | undefined, key: string): Field[] =>
    value ? [{ name, value, path: `JSON-LD ${key}` }] : []
  const authors = listOf(article.author).flatMap((author) => nameOf(author) ?? [])
  return [
    ...field('published', textOf(article.datePublished) ?? textOf(article.dateCreated), 'datePublished'),
    ...field('title', textOf(article.headline), 'headline'),
    ...field('byline', authors.join(', ') || undefined, 'author'),
    ...field('outlet', nameOf(listOf(article.publisher)[0]), 'publisher'),
    ...field(
      'url',
      [textOf(article.url), textOf(article.mainEntityOfPage)].find((url) => /^https?:/.test(url ?? '')),
      'url',
    ),
  ]
}

/** The things of a script: one, a list, or a @graph; none where it is no JSON, as on many pages. */
function parseJson(script: string): Json[] {
  try {
    return listOf(JSON.parse(script.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/g, ''))).flatMap(
      (thing) => (isJson(thing) ? [thing, ...listOf(thing['@graph']).filter(isJson)] : []),
    )
  } catch {
    return [] // broken JSON-LD says nothing; the meta elements speak instead
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim().slice(0, 500) : undefined
}

function nameOf(value: unknown): string | undefined {
  const name = isJson(value) ? textOf(value.name) : textOf(value)
  return name && !/^https?:/.test(name) ? name : undefined
}
