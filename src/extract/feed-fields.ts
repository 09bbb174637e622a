// What a feed said of a page, as fields after the page's own. Its source element is lineage: it says whose text this is.
import type { Told } from '../model/capture.ts'
import type { Field } from '../model/doc.ts'
import { splitCredit } from './split-byline.ts'

/** The fields of what a feed told of a report of `outlet`. */
export function feedFields(told: Told | undefined, outlet: string | undefined): Field[] {
  if (!told) return []
  const { title, published, updated, authors = [], summary, source } = told
  const field = (name: Field['name'], value: string | undefined): Field[] =>
    value ? [{ name, value, path: 'feed' }] : []
  const from = source?.title ?? hostOf(source?.url)
  return [
    ...field('title', title),
    ...field('standfirst', summary?.slice(0, 500)),
    ...splitCredit({ name: 'byline', value: authors.join('; '), path: 'feed' }, outlet),
    ...(from ? [{ name: 'source' as const, value: from, path: 'feed source' }] : []),
    ...field('published', published),
    ...field('updated', updated),
  ]
}

/** "https://www.harbour-post.example/rss" -> harbour-post.example: a source that gives only its address. */
function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : (URL.parse(url)?.hostname.replace(/^www\./, '') ?? undefined)
}
