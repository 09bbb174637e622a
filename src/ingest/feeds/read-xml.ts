// XML into elements, taking what can be read of broken XML as it comes. An item is handed over as soon as it is closed
// and then let go of, so that a long feed needs little memory, and one that breaks off gives the items that are whole.
import { Parser } from 'htmlparser2'
import { cutDoctype } from './cut-doctype.ts'
import { type Allowance, decodeReferences } from './decode-references.ts'
import { FEED_CAPS, type FeedCaps } from './feed-caps.ts'
import { resolveAddress } from './resolve-address.ts'
import { enterScope, nameOf, type Scope } from './xml-names.ts'
import type { XmlNode } from './xml-node.ts'

export interface XmlReading {
  readonly root: XmlNode | undefined // without its items
  readonly doctype: string // as far as it stands before the root
  readonly notes: readonly string[]
}

interface Options {
  readonly base: string | undefined
  readonly language: string | undefined
  readonly caps?: FeedCaps
  /** True for elements that a feed may begin with: what stands before it, such as a server's warning, is passed over. */
  readonly isRoot: (name: string) => boolean
  /** True for elements that are items; asked when one opens, with the names of those around it, the root first. */
  readonly isItem: (name: string, around: readonly string[]) => boolean
  /** Gets each item that is whole, and the root that it stands in; says why no more are wanted, if so. */
  readonly onItem: (item: XmlNode, root: XmlNode) => string | undefined
}

interface Open {
  readonly node: XmlNode
  readonly scope: Scope
  readonly isItem: boolean
}

const PIECE = 65_536 // characters: between two pieces it is seen whether to go on
const XML_SPACE: Scope = { xml: 'http://www.w3.org/XML/1998/namespace' }

/** Reads the whole text, up to the caps. Never throws. */
export function readXml(
  text: string,
  { base, language, caps = FEED_CAPS, isRoot, isItem, onItem }: Options,
): XmlReading {
  const { rest, doctype } = cutDoctype(text)
  const allowance: Allowance = { left: caps.references }
  const open: Open[] = []
  const notes: string[] = []
  let root: XmlNode | undefined
  let home: string | undefined
  let named = 0 // attributes of the element that is being read
  let isLiteral = false // in CDATA
  let stopped: string | undefined
  let isEnded = false
  let isCut = false
  let isOverfull = false

  const parser = new Parser(
    {
      onopentag(raw, given) {
        named = 0
        if (stopped !== undefined) return
        if (open.length >= caps.depth) {
          stopped = `elements stand in one another more than ${caps.depth} deep: read up to there`
          return
        }
        const parent = open.at(-1)
        if (!parent && root && isRoot(root.name)) return // after the root: nothing of the feed
        const attributes = decodeAll(given, allowance)
        const scope = enterScope(parent?.scope ?? XML_SPACE, attributes)
        if (!parent) home = homeOf(raw, scope)
        const name = nameOf(raw, scope, home)
        const ownBase = attributes['xml:base']
        const ownLanguage = attributes['xml:lang']
        const outerBase = parent ? parent.node.base : base
        const node: XmlNode = {
          name,
          raw: raw.slice(raw.indexOf(':') + 1),
          attributes,
          children: [],
          base: ownBase === undefined ? outerBase : (resolveAddress(ownBase, outerBase) ?? outerBase),
          language: ownLanguage === undefined ? (parent ? parent.node.language : language) : asLanguage(ownLanguage),
        }
        const isOne =
          open.every((outer) => !outer.isItem) &&
          isItem(
            name,
            open.map((outer) => outer.node.name),
          )
        if (!isOne && parent) {
          if (parent.node.children.length < 2 * caps.children) parent.node.children.push(node)
          else isOverfull = true
        }
        if (!parent) root = node
        open.push({ node, scope, isItem: isOne })
      },
      onattribute() {
        named += 1
        if (named > caps.attributes)
          stopped ??= `an element has more than ${caps.attributes} attributes: read up to there`
      },
      ontext(raw) {
        const children = open.at(-1)?.node.children
        if (!children) return
        const text = isLiteral ? raw : decodeReferences(raw, allowance)
        const before = children.at(-1)
        if (typeof before === 'string') children[children.length - 1] = before + text
        else children.push(text)
      },
      oncdatastart: () => {
        isLiteral = true
      },
      oncdataend: () => {
        isLiteral = false
      },
      onclosetag() {
        if (stopped !== undefined) return
        const closed = open.pop()
        if (!closed?.isItem || !root) return
        if (isEnded) isCut = true
        else stopped = onItem(closed.node, root)
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  for (let at = 0; at < rest.length && stopped === undefined; at += PIECE) {
    parser.write(rest.slice(at, at + PIECE))
  }
  isEnded = true
  if (stopped === undefined) parser.end()
  else notes.push(stopped)
  if (isCut) notes.push('the feed breaks off within an item: that item was left out')
  if (isOverfull) notes.push(`more than ${caps.children} elements in one: the others were left out`)
  if (allowance.left <= 0) notes.push(`more than ${caps.references} references: the others stay as they stand`)
  return { root, doctype, notes }
}

/** The namespace of the root. */
function homeOf(raw: string, scope: Scope): string | undefined {
  const prefix = raw.includes(':') ? raw.slice(0, raw.indexOf(':')) : ''
  return Object.hasOwn(scope, prefix) ? scope[prefix] : undefined
}

function decodeAll(given: Readonly<Record<string, string>>, allowance: Allowance): Record<string, string> {
  for (const name in given) {
    if (given[name]?.includes('&')) {
      const decoded = Object.entries(given).map(([key, value]) => [key, decodeReferences(value, allowance)])
      return Object.fromEntries(decoded)
    }
  }
  return given
}

/** `en_US` is a slip for `en-US`; an empty one says that the language is not known. */
export function asLanguage(given: string): string | undefined {
  return given.trim().replaceAll('_', '-') || undefined
}
