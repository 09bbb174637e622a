// Our feed under the names that the corpus has for things: one table, from their name to our field.
import type { Feed, FeedDate, FeedHead, FeedItem, FeedPerson, FeedText } from '../../src/model/feed.ts'

export type View = Readonly<Record<string, unknown>>

/** The whole feed as the corpus names it. */
export function viewFeed(feed: Feed): View {
  return {
    feed: viewHead(feed),
    entries: feed.items.map(viewItem),
    encoding: feed.encoding,
    version: VERSIONS[`${feed.kind} ${feed.version ?? ''}`] ?? `${feed.kind}${feed.version ?? ''}`,
  }
}

const VERSIONS: Readonly<Record<string, string>> = {
  'rss 2.0': 'rss20',
  'rss 2.1': 'rss20', // never published: what calls itself so is 2.0
  'rss 0.93': 'rss093',
  'rss 0.91': 'rss091u',
  'rdf 0.90': 'rss090',
  'rdf 1.0': 'rss10',
  'atom 1.0': 'atom10',
  'atom 0.3': 'atom03',
}

function viewNames(names: Omit<FeedHead, 'id'> & { readonly id?: string }): View {
  return {
    id: names.id,
    guid: names.id,
    ...withDetail('title', names.title),
    link: names.link,
    links: names.links,
    language: names.language,
    ...withDate('published', names.published),
    ...withDate('updated', names.updated),
    ...withDate('created', names.created),
    ...withPerson('author', names.authors[0]),
    authors: names.authors.map(viewPerson),
    contributors: names.contributors.map(viewPerson),
    ...withPerson('publisher', names.publisher),
    tags: names.categories,
    category: names.categories[0]?.term,
    ...withDetail('rights', names.rights),
    ...withDetail('copyright', names.rights),
    license: names.links.find(({ rel }) => rel === 'license')?.href,
  }
}

function viewHead(head: FeedHead): View {
  return {
    ...viewNames(head),
    ...withDetail('subtitle', head.subtitle),
    ...withDetail('tagline', head.subtitle),
    ...withDetail('description', head.subtitle),
    ...withDetail('info', head.info),
    generator: head.generator?.name,
    generator_detail: head.generator && { ...head.generator, href: head.generator.url },
    image: head.image && { ...head.image, href: head.image.url },
  }
}

function viewItem(item: FeedItem): View {
  const summary = item.summary ?? item.content[0] // there, the content stands in for a summary that is missing
  return {
    ...viewNames(item),
    ...(item.lacks.includes('id') && { id: undefined, guid: undefined }),
    ...withDetail('summary', summary),
    ...withDetail('description', summary),
    content: item.content.map(viewText),
    enclosures: item.enclosures.map(({ url, ...others }) => ({ href: url, url, ...others })),
    source: item.source && viewHead(item.source),
    media_credit: item.credits.map(({ name, role }) => ({ content: name, role })),
    comments: item.comments,
    ...(item.license !== undefined && { license: item.license }),
    ...withDate('expired', item.expires),
  }
}

function withDetail(name: string, text: FeedText | undefined): View {
  return { [name]: text, [`${name}_detail`]: text && viewText(text) }
}

/** The value stays with its type, so that HTML is compared as HTML. */
function viewText(text: FeedText): View {
  return { value: text, type: text.type, language: text.language ?? null, base: text.base }
}

function withDate(name: string, date: FeedDate | undefined): View {
  return { [name]: date?.given, [`${name}_parsed`]: date?.at && tupleOf(date.at) }
}

/** Year, month, day, hour, minute, second, day of the week from Monday, day of the year, summer time. */
function tupleOf(instant: string): number[] {
  const date = new Date(instant)
  const year = date.getUTCFullYear()
  const day = Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000) + 1
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]
  return [year, date.getUTCMonth() + 1, date.getUTCDate(), ...clock, (date.getUTCDay() + 6) % 7, day, 0]
}

function withPerson(name: string, person: FeedPerson | undefined): View {
  const words = person?.name && person.email ? `${person.name} (${person.email})` : (person?.name ?? person?.email)
  return { [name]: words, [`${name}_detail`]: person && viewPerson(person) }
}

function viewPerson(person: FeedPerson): View {
  return { ...person, ...(person.url !== undefined && { href: person.url }) }
}

/**
 * Names for what Readout has no use for: places on a map, the marks and pictures of podcasts and players, forms and
 * protocols of blogs, sizes of pictures. Expectations about them are counted apart.
 */
export const LEFT_OUT =
  /^(?:where|itunes_\w+|psc_chapters|media_(?:thumbnail|rating|restriction|license)|cloud|textinput|ttl|docs|thr_\S+|wfw_\w+|validity_\w+|abcdefg|guidislink|headers|modified|height)$/
