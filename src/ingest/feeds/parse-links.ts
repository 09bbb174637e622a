// Where an item or a feed leads: the `link` elements of Atom with what each is for, the plain `link` of RSS.
import type { FeedEnclosure, FeedLink } from '../../model/feed.ts'
import { resolveAddress } from './resolve-address.ts'
import { attributeOf, childrenOf, textOf, type XmlNode } from './xml-node.ts'

/** All links directly in a node, enclosures among them, in the order of the feed. */
export function parseLinks(node: XmlNode): FeedLink[] {
  return childrenOf(node, 'link', 'enclosure').flatMap((child) => {
    const given = attributeOf(child, 'href') ?? (child.name === 'enclosure' ? attributeOf(child, 'url') : textOf(child))
    const href = given === undefined ? undefined : resolveAddress(given, child.base)
    if (href === undefined) return []
    const rel = child.name === 'enclosure' ? 'enclosure' : (attributeOf(child, 'rel') ?? 'alternate')
    const others = Object.fromEntries(
      ['type', 'title', 'hreflang', 'length'].flatMap((name) => {
        const value = attributeOf(child, name)
        return value === undefined ? [] : [[name, value]]
      }),
    )
    return [{ href, rel, ...others }]
  })
}

/** The page that a feed or item stands for: an alternate, HTML before others. */
export function chooseLink(links: readonly FeedLink[]): string | undefined {
  const alternates = links.filter(({ rel }) => rel === 'alternate')
  const isPage = ({ type }: FeedLink): boolean => type === undefined || /html/i.test(type)
  return (alternates.find(isPage) ?? alternates[0])?.href
}

/** What hangs on an item: enclosures, and the files that Media RSS names, each address once. */
export function parseEnclosures(node: XmlNode, links: readonly FeedLink[]): FeedEnclosure[] {
  const enclosed = links
    .filter(({ rel }) => rel === 'enclosure')
    .map(({ href, type, length }) => makeEnclosure(href, type, length))
  const groups = [node, ...childrenOf(node, 'media:group')]
  const media = groups
    .flatMap((group) => childrenOf(group, 'media:content'))
    .flatMap((content) => {
      const url = attributeOf(content, 'url')
      const href = url === undefined ? undefined : resolveAddress(url, content.base)
      if (href === undefined) return []
      return [makeEnclosure(href, attributeOf(content, 'type'), attributeOf(content, 'filesize'))]
    })
  const byUrl = new Map<string, FeedEnclosure>()
  for (const enclosure of [...enclosed, ...media]) if (!byUrl.has(enclosure.url)) byUrl.set(enclosure.url, enclosure)
  return [...byUrl.values()]
}

function makeEnclosure(url: string, type: string | undefined, length: string | undefined): FeedEnclosure {
  return { url, ...(type !== undefined && { type }), ...(length !== undefined && { length }) }
}
