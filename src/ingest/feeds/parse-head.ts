// What a feed, an item, or the feed that an item was taken from says of itself. One table of names serves RSS, RDF, Atom
// and CDF with the modules that news feeds use: where two names mean one thing, the format's own comes first.
import type { FeedCategory, FeedDate, FeedHead, FeedLink, FeedText } from '../../model/feed.ts'
import { mendText } from './decode-references.ts'
import { parseFeedDate } from './parse-feed-date.ts'
import { chooseLink, parseLinks } from './parse-links.ts'
import { parsePeople, parsePerson } from './parse-people.ts'
import { parseText, type Ways } from './parse-text.ts'
import { asLanguage } from './read-xml.ts'
import { resolveAddress } from './resolve-address.ts'
import { attributeOf, childOf, childrenOf, textIn, textOf, type XmlNode } from './xml-node.ts'

const PUBLISHED = ['published', 'issued', 'pubdate', 'dcterms:issued', 'news:publication_date']
const UPDATED = ['updated', 'modified', 'lastbuilddate', 'dcterms:modified', 'lastmod', 'dc:date']

/** The fields that feeds and items share. Absent ones are left out. */
export function parseNames(node: XmlNode, ways: Ways): Omit<FeedHead, 'subtitle' | 'info' | 'generator' | 'image'> {
  const words = (otherwise: 'text/plain' | 'text/html', ...names: readonly string[]): FeedText | undefined =>
    parseText(childOf(node, ...names), ways, otherwise)
  const links = listLinks(node)
  return dropAbsent({
    id: idOf(node),
    title: words('text/plain', 'title', 'dc:title', 'media:title') ?? attributeText(node, 'title'),
    link: chooseLink(links),
    links,
    language: asLanguage(textIn(node, 'language', 'dc:language') ?? '') ?? node.language,
    published: dateIn(node, PUBLISHED) ?? dateIn(node, ['dc:date']),
    updated: dateIn(node, UPDATED) ?? dateFrom(attributeOf(node, 'lastmod')),
    created: dateIn(node, ['created', 'dcterms:created']),
    authors: parsePeople(node, 'author', 'dc:creator', 'dc:author', 'managingeditor', 'itunes:author'),
    contributors: parsePeople(node, 'contributor', 'dc:contributor'),
    publisher: parsePerson(childOf(node, 'dc:publisher', 'webmaster', 'itunes:owner')),
    categories: parseCategories(node),
    rights: words('text/plain', 'rights', 'copyright', 'dc:rights'),
  })
}

/** What a feed says of itself. */
export function parseHead(node: XmlNode, ways: Ways): FeedHead {
  const words = (...names: readonly string[]): FeedText | undefined =>
    parseText(childOf(node, ...names), ways, ways.isAtom ? 'text/plain' : 'text/html')
  return dropAbsent({
    ...parseNames(node, ways),
    subtitle: words(
      'subtitle',
      'tagline',
      'description',
      'abstract',
      'dc:description',
      'itunes:subtitle',
      'itunes:summary',
    ),
    info: words('info', 'feedburner:browserfriendly'),
    generator: parseGenerator(node),
    image: parseImage(childOf(node, 'image', 'itunes:image', 'logo')),
  })
}

function listLinks(node: XmlNode): FeedLink[] {
  const links = parseLinks(node)
  const href = node.name === 'channel' || node.name === 'item' ? attributeOf(node, 'href') : undefined // CDF
  const address = href === undefined ? undefined : resolveAddress(href, node.base)
  return address === undefined ? links : [{ href: address, rel: 'alternate' }, ...links]
}

/** As given, since ids are compared letter by letter; a relative one, which Atom forbids, is resolved. */
function idOf(node: XmlNode): string | undefined {
  const atom = textIn(node, 'id')
  if (atom !== undefined) return resolveAddress(atom, node.base) ?? atom
  return textIn(node, 'guid', 'dc:identifier') ?? node.attributes['rdf:about']?.trim()
}

/** The last of several, since tools append: of two `updated` the later written counts. */
function dateIn(node: XmlNode, names: readonly string[]): FeedDate | undefined {
  for (const name of names) {
    const texts = childrenOf(node, name).flatMap((child) => textOf(child) ?? [])
    if (texts.length > 0) return parseFeedDate(texts.at(-1))
  }
  return undefined
}

function dateFrom(given: string | undefined): FeedDate | undefined {
  return parseFeedDate(given)
}

function parseCategories(node: XmlNode): FeedCategory[] {
  const named = [
    'category',
    'dc:subject',
    'tags',
    'keywords',
    'media:category',
    'itunes:category',
    'itunes:keywords',
    'news:keywords',
  ]
  const groups = childrenOf(node, 'media:group')
  const found = [node, ...groups].flatMap((place) => childrenOf(place, ...named)).flatMap(parseCategory)
  const seen = new Map(found.map((category) => [JSON.stringify([category.term, category.scheme]), category]))
  return [...seen.values()]
}

function parseCategory(node: XmlNode): FeedCategory[] {
  const isItunes = node.name.startsWith('itunes:')
  const text = attributeOf(node, 'term') ?? (node.name === 'itunes:category' ? attributeOf(node, 'text') : textOf(node))
  if (text === undefined) return []
  const scheme = attributeOf(node, 'scheme') ?? attributeOf(node, 'domain') ?? (isItunes ? ITUNES : undefined)
  const label = attributeOf(node, 'label')
  const isList = /^(?:tags|keywords|itunes:keywords|news:keywords)$/.test(node.name)
  const terms = isList ? text.split(',').flatMap((term) => term.trim() || []) : [text]
  return terms.map((term) => dropAbsent({ term: mendText(term), scheme, label }))
}

const ITUNES = 'http://www.itunes.com/'

function parseGenerator(node: XmlNode): FeedHead['generator'] {
  const child = childOf(node, 'generator', 'admin:generatoragent')
  const name = textOf(child) ?? attributeOf(child, 'resource')
  if (child === undefined || name === undefined) return undefined
  const url = attributeOf(child, 'uri') ?? attributeOf(child, 'url') ?? attributeOf(child, 'resource')
  return dropAbsent({
    name,
    url: url === undefined ? undefined : resolveAddress(url, child.base),
    version: attributeOf(child, 'version'),
  })
}

function parseImage(node: XmlNode | undefined): FeedHead['image'] {
  if (!node) return undefined
  const [url, link] = [
    textIn(node, 'url') ?? attributeOf(node, 'href') ?? attributeOf(node, 'url') ?? textOf(node),
    textIn(node, 'link'),
  ]
  const image = dropAbsent({
    url: url === undefined ? undefined : resolveAddress(url, node.base),
    title: textIn(node, 'title'),
    link: link === undefined ? undefined : resolveAddress(link, node.base),
  })
  return Object.keys(image).length > 0 ? image : undefined
}

/** CDF has titles as attributes too. */
function attributeText(node: XmlNode, name: string): FeedText | undefined {
  const value = node.name === 'channel' || node.name === 'item' ? attributeOf(node, name) : undefined
  return value === undefined ? undefined : { value, type: 'text/plain' }
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** The same without the fields that have nothing in them. */
export function dropAbsent<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>
}
