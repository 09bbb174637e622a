// The words of one element: plain text or HTML, by what the feed says of them, and, where it says nothing, by their look.
// Atom says what it has (RFC 4287, 3.1; Atom 0.3 with `mode`); RSS never does.
import type { FeedText } from '../../model/feed.ts'
import type { Clean } from './clean-html.ts'
import { mendText } from './decode-references.ts'
import { escapeText } from './escape-xml.ts'
import { attributeOf, hasElements, markupIn, textOf, type XmlNode } from './xml-node.ts'

const SHORT: ReadonlyMap<string, string> = new Map([
  ['text', 'text/plain'],
  ['html', 'text/html'],
  ['xhtml', 'application/xhtml+xml'],
])

/** How the words of one feed are read. */
export interface Ways {
  readonly isAtom: boolean
  readonly isWrapped: boolean // XHTML stands in a `div` that is no part of it, as Atom 1.0 has it
  readonly clean: Clean
}

type Otherwise = 'text/plain' | 'text/html' | 'application/xhtml+xml' // where the element says nothing

/** The words; undefined where there are none. */
export function parseText(node: XmlNode | undefined, ways: Ways, otherwise: Otherwise): FeedText | undefined {
  if (!node) return undefined
  const { isAtom, isWrapped, clean } = ways
  const type = typeOf(node, otherwise)
  if (hasElements(node)) {
    const isXhtml = type === 'application/xhtml+xml'
    const markup = markupIn(isWrapped && isXhtml ? unwrap(node) : node)
    return make(node, clean(mendText(markup), node.base), isXhtml ? type : 'text/html')
  }
  const text = textOf(node)
  if (text === undefined) return undefined
  const isCoded = attributeOf(node, 'mode') === 'base64' || (isAtom && !/^text\/|[+/]xml$/.test(type))
  const words = mendText(isCoded ? (decodeBase64(text) ?? text) : text)
  if (type === 'text/html' || (isCoded && type !== 'text/plain')) {
    return make(node, clean(words, node.base), 'text/html')
  }
  if (type === 'application/xhtml+xml') return make(node, clean(escapeText(words)), type)
  const isHtml = (isCoded || !isAtom) && looksLikeHtml(words)
  return isHtml ? make(node, clean(words, node.base), 'text/html') : make(node, words, type)
}

function make({ base, language }: XmlNode, raw: string, type: string): FeedText | undefined {
  const value = raw.trim()
  if (value === '') return undefined
  return { value, type, ...(language !== undefined && { language }), ...(base !== undefined && { base }) }
}

function typeOf(node: XmlNode, otherwise: string): string {
  const type = attributeOf(node, 'type')?.toLowerCase().split(';')[0]?.trim()
  if (type === undefined) return otherwise
  return SHORT.get(type) ?? (type.includes('/') ? type : otherwise)
}

/** XHTML in Atom stands in one `div`, which is no part of it (RFC 4287, 3.1.1.3). */
function unwrap(node: XmlNode): XmlNode {
  const inner = node.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  const [only] = inner
  return inner.length === 1 && typeof only === 'object' && only.raw.toLowerCase() === 'div' ? only : node
}

/** The text that base64 stands for; undefined where it is none. */
function decodeBase64(text: string): string | undefined {
  const plain = text.replace(/\s+/g, '')
  return /^[A-Za-z0-9+/]+={0,2}$/.test(plain) ? Buffer.from(plain, 'base64').toString('utf8').trim() : undefined
}

const TAG =
  /<\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|div|em|embed|font|form|frame|h[1-6]|hr|i|iframe|img|input|li|link|meta|object|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|svg|table|td|tr|tt|u|ul|video)(?:[\s/][^<>]*)?>/i
const REFERENCE =
  /&(?:#\d{2,6}|#x[\da-f]{2,5}|amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|[a-z]{1,2}(?:acute|grave|uml|circ|tilde|cedil));/i

/** "Talks &amp; terms" or "the <b>offer</b>" in a title that does not say what it is. */
function looksLikeHtml(words: string): boolean {
  return TAG.test(words) || REFERENCE.test(words)
}
