// What the meta elements of a page say, under the names that publishers and their tools use: Open Graph, schema.org's
// itemprop, Dublin Core, PRISM, Parse.ly, Sailthru, Chartbeat.
import type { Field, FieldName } from '../model/doc.ts'
import { listElements, type PageDocument } from './dom.ts'

const NAMES: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  title: [
    'og:title',
    'twitter:title',
    'headline',
    'dc.title',
    'dcterms.title',
    'parsely-title',
    'sailthru.title',
    'title',
  ],
  standfirst: ['og:description', 'description', 'twitter:description', 'dc.description', 'sailthru.description'],
  byline: [
    'author',
    'article:author',
    'byl',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
    'article_author',
    'analytics:author',
  ],
  source: ['sourceOrganization', 'article:source', 'news_source'],
  outlet: ['og:site_name', 'application-name', 'publisher', 'dc.publisher', 'article:publisher'],
  url: ['og:url', 'twitter:url', 'parsely-link'],
  published: [
    'article:published_time',
    'article:published',
    'article.published',
    'og:published_time',
    'og:pubdate',
    'datePublished',
    'date.published',
    'parsely-pub-date',
    'sailthru.date',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dc.date',
    'dcterms.date',
    'publish-date',
    'publishdate',
    'publication_date',
    'citation_publication_date',
    'published_at',
    'pubdate',
    'pub_date',
    'prism.publicationDate',
    'article_date_original',
    'cXenseParse:recs:publishtime',
    'dateCreated',
    'date',
  ],
  updated: [
    'article:modified_time',
    'article:modified',
    'article.updated',
    'og:updated_time',
    'dateModified',
    'dcterms.modified',
    'dc.date.modified',
    'prism.modificationDate',
    'article_date_updated',
    'updated-date',
    'updated_at',
  ],
  section: [
    'article:section',
    'og:article:section',
    'article.section',
    'articleSection',
    'parsely-section',
    'prism.section',
    'sailthru_section',
    'og:section',
    'section',
  ],
  language: ['og:locale', 'content-language', 'inLanguage', 'dc.language', 'dcterms.language', 'language'],
}

/** The fields of the meta elements, in the order of the names above. */
export function findInMeta(document: PageDocument): Field[] {
  const values = new Map<string, { value: string; path: string }>()
  for (const meta of listElements(document, 'meta')) {
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const key = meta.getAttribute(attribute)?.trim()
      const value = meta.getAttribute('content')?.trim()
      if (key && value && !values.has(key.toLowerCase()))
        values.set(key.toLowerCase(), { value, path: `meta[${attribute}="${key}"]` })
    }
  }
  return Object.entries(NAMES).flatMap(([name, keys]) =>
    keys.flatMap((key): Field[] => {
      const found = values.get(key.toLowerCase())
      const isAddress = found && /^(?:https?:|@|\/\/)/.test(found.value)
      return found && !(isAddress && name !== 'url') ? [{ name: name as FieldName, ...found }] : []
    }),
  )
}
