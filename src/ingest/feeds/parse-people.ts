// Who wrote it: elements with a name, an email and an address in Atom, one line in RSS.
import type { FeedPerson } from '../../model/feed.ts'
import { mendText } from './decode-references.ts'
import { resolveAddress } from './resolve-address.ts'
import { childrenOf, hasElements, textIn, textOf, type XmlNode } from './xml-node.ts'

/** All people that stand directly in a node under one of the names, each once. */
export function parsePeople(node: XmlNode, ...names: readonly string[]): FeedPerson[] {
  const people = childrenOf(node, ...names).flatMap((child) => parsePerson(child) ?? [])
  const seen = new Set<string>()
  return people.filter((person) => {
    const key = JSON.stringify([person.name, person.email, person.url])
    return !seen.has(key) && seen.add(key)
  })
}

/** One person; undefined where nobody is named. */
export function parsePerson(node: XmlNode | undefined): FeedPerson | undefined {
  if (!node) return undefined
  if (!hasElements(node)) return parseLine(textOf(node))
  const url = textIn(node, 'uri', 'url', 'homepage')
  const address = url === undefined ? undefined : resolveAddress(url, node.base)
  const line = parseLine(textIn(node, 'name', 'itunes:name') ?? textOf(node))
  const email = textIn(node, 'email', 'itunes:email') ?? line?.email
  return make(line?.name, email, address)
}

const EMAIL = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}/

/** "ilse@meridian.example (Ilse Marrow)", "Ilse Marrow <ilse@meridian.example>", "Ilse Marrow". */
export function parseLine(line: string | undefined): FeedPerson | undefined {
  if (line === undefined) return undefined
  const words = mendText(line).slice(0, 1000)
  const email = EMAIL.exec(words)?.[0]
  if (email === undefined) return make(words.trim(), undefined, undefined)
  const name = words
    .replace(email, ' ')
    .replace(/mailto:/i, ' ')
    .replace(/[()<>[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:-]+|[\s,;:-]+$/g, '')
  return make(name, email, undefined)
}

function make(name: string | undefined, email: string | undefined, url: string | undefined): FeedPerson | undefined {
  if (!name && !email && !url) return undefined
  return { ...(name && { name }), ...(email && { email }), ...(url && { url }) }
}
