// One item of a feed in XML. What an item lacks is said, and an id is made for it from what it has, so that the same item
// is known again the next time.

import { digestOfParts } from '../../model/digest.ts'
import type { FeedHead, FeedItem, FeedText } from '../../model/feed.ts'
import { parseFeedDate } from './parse-feed-date.ts'
import { dropAbsent, parseHead, parseNames } from './parse-head.ts'
import { parseEnclosures } from './parse-links.ts'
import { parseText, type Ways } from './parse-text.ts'
import { resolveAddress } from './resolve-address.ts'
import { attributeOf, childOf, childrenOf, textIn, textOf, type XmlNode } from './xml-node.ts'

/** The item, whole or with what it lacks. */
export function parseItem(node: XmlNode, ways: Ways): FeedItem {
  const { id, ...names } = parseNames(node, ways)
  const { summary, content } = parseBody(node, ways)
  const guid = childOf(node, 'guid')
  const links = names.links
  return finishItem(
    dropAbsent({
      ...names,
      id,
      link: names.link ?? permalinkOf(guid) ?? aboutOf(node),
      summary,
      content,
      enclosures: parseEnclosures(node, links),
      source: parseSource(childOf(node, 'source'), ways),
      credits: parseCredits(node),
      comments: addressIn(node, 'comments'),
      license: licenseOf(node) ?? links.find(({ rel }) => rel === 'license')?.href,
      expires: parseFeedDate(childrenOf(node, 'expirationdate', 'dcterms:expires').map(textOf).at(-1)),
    }),
  )
}

/** An item with its id, and with what it lacks. */
export function finishItem(item: Omit<FeedItem, 'id' | 'lacks'> & { readonly id?: string }): FeedItem {
  const id = item.id ?? digestOfParts(item.link, item.title?.value, item.link || item.title ? '' : item.summary?.value)
  const lacks = [
    ...(item.id === undefined ? (['id'] as const) : []),
    ...(item.link === undefined ? (['link'] as const) : []),
    ...(item.title === undefined ? (['title'] as const) : []),
    ...(item.published?.at === undefined && item.updated?.at === undefined ? (['date'] as const) : []),
  ]
  return { ...item, id, lacks }
}

const CONTENT = ['content', 'content:encoded', 'xhtml:body', 'body', 'xhtml:div', 'fullitem']

/** The first of `description`, `summary` and their kin is the summary; a second one, and what is called content, content. */
function parseBody(node: XmlNode, ways: Ways): { summary?: FeedText; content: FeedText[] } {
  const shorts = childrenOf(node, 'description', 'summary', 'abstract', 'prodlink').flatMap(
    (child) => parseText(child, ways, child.name === 'summary' ? 'text/plain' : 'text/html') ?? [],
  )
  const others = ['dc:description', 'itunes:summary', 'itunes:subtitle', 'media:description']
  const group = childOf(node, 'media:group')
  const [
    summary = parseText(
      childOf(node, ...others) ?? (group && childOf(group, 'media:description')),
      { ...ways, isAtom: false, isWrapped: false },
      'text/plain',
    ),
    ...more
  ] = shorts
  const content = childrenOf(node, ...CONTENT).flatMap(
    (child) => parseText(child, waysFor(child, ways), typeFor(child, ways)) ?? [],
  )
  return { ...(summary && { summary }), content: [...content, ...more] }
}

const XHTML = new Set(['xhtml:body', 'xhtml:div', 'body'])

/** What a module adds to Atom does not say what it is in Atom's way. */
function waysFor({ name }: XmlNode, ways: Ways): Ways {
  return name === 'content' ? ways : { ...ways, isAtom: false, isWrapped: false }
}

function typeFor({ name }: XmlNode, { isAtom }: Ways): 'text/plain' | 'text/html' | 'application/xhtml+xml' {
  return XHTML.has(name) ? 'application/xhtml+xml' : isAtom && name === 'content' ? 'text/plain' : 'text/html'
}

/** A guid is the item's address unless it says that it is not, or does not look like one. */
function permalinkOf(guid: XmlNode | undefined): string | undefined {
  const text = textOf(guid)
  if (text === undefined || attributeOf(guid, 'ispermalink')?.toLowerCase() === 'false') return undefined
  return /^https?:\/\//i.test(text) ? text : undefined
}

function aboutOf(node: XmlNode): string | undefined {
  const about = node.attributes['rdf:about']
  return about !== undefined && /^https?:\/\//i.test(about) ? about.trim() : undefined
}

/** Whose item it is: `<source url="…">Meridian</source>` in RSS, a feed's head in Atom. */
function parseSource(node: XmlNode | undefined, ways: Ways): FeedHead | undefined {
  if (!node) return undefined
  if (ways.isAtom) return parseHead(node, ways)
  const url = attributeOf(node, 'url')
  const link = url === undefined ? undefined : resolveAddress(url, node.base)
  const title = parseText(node, ways, 'text/plain')
  if (link === undefined && title === undefined) return undefined
  const links = link === undefined ? [] : [{ href: link, rel: 'alternate' }]
  return dropAbsent({ title, link, links, authors: [], contributors: [], categories: [] })
}

function parseCredits(node: XmlNode): FeedItem['credits'] {
  const groups = [node, ...childrenOf(node, 'media:group', 'media:content')]
  return groups
    .flatMap((group) => childrenOf(group, 'media:credit'))
    .flatMap((credit) => {
      const name = textOf(credit)
      return name === undefined ? [] : [dropAbsent({ name, role: attributeOf(credit, 'role') })]
    })
}

function licenseOf(node: XmlNode): string | undefined {
  const child = childOf(node, 'creativecommons:license', 'cc:license')
  const given = attributeOf(child, 'resource') ?? textOf(child)
  return child === undefined || given === undefined ? undefined : resolveAddress(given, child.base)
}

function addressIn(node: XmlNode, name: string): string | undefined {
  const child = childOf(node, name)
  const given = textIn(node, name)
  return child === undefined || given === undefined ? undefined : resolveAddress(given, child.base)
}
