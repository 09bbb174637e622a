// An element of a feed with what stands in it, and the ways to ask it.
import { escapeAttribute, escapeText } from './escape-xml.ts'

export interface XmlNode {
  readonly name: string // as in xml-names.ts
  readonly raw: string // as written, without its prefix
  readonly attributes: Readonly<Record<string, string>> // names as written
  readonly children: (XmlNode | string)[]
  readonly base: string | undefined // what relative addresses in it are resolved against
  readonly language: string | undefined
}

/** The elements of that name directly in a node. */
export function childrenOf(node: XmlNode, ...names: readonly string[]): XmlNode[] {
  return node.children.filter((child): child is XmlNode => typeof child !== 'string' && names.includes(child.name))
}

/** The first element directly in a node that has one of the names, the names in order of preference. */
export function childOf(node: XmlNode, ...names: readonly string[]): XmlNode | undefined {
  for (const name of names) {
    const found = node.children.find((child): child is XmlNode => typeof child !== 'string' && child.name === name)
    if (found) return found
  }
  return undefined
}

/** The words directly in an element, trimmed; undefined where there are none. */
export function textOf(node: XmlNode | undefined): string | undefined {
  const text = node?.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim()
  return text || undefined
}

/** The words of the first child that has some, the names in order of preference. */
export function textIn(node: XmlNode, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of childrenOf(node, name)) {
      const text = textOf(child)
      if (text !== undefined) return text
    }
  }
  return undefined
}

/** An attribute by its name, whatever its prefix and case; undefined where it is missing or empty. */
export function attributeOf(node: XmlNode | undefined, name: string): string | undefined {
  if (!node) return undefined
  const exact = node.attributes[name]
  if (exact !== undefined) return exact.trim() || undefined
  for (const [key, value] of Object.entries(node.attributes)) {
    if (key.slice(key.indexOf(':') + 1).toLowerCase() === name) return value.trim() || undefined
  }
  return undefined
}

/** True where elements stand in it. */
export function hasElements(node: XmlNode): boolean {
  return node.children.some((child) => typeof child !== 'string')
}

/** What stands in an element, as markup. */
export function markupIn(node: XmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? escapeText(child) : markupOf(child))).join('')
}

function markupOf(node: XmlNode): string {
  const attributes = Object.entries(node.attributes)
    .filter(([name]) => !name.startsWith('xmlns'))
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('')
  const inner = markupIn(node)
  return VOID.has(node.raw) ? `<${node.raw}${attributes} />` : `<${node.raw}${attributes}>${inner}</${node.raw}>`
}

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'wbr'])
