// From HTML to a small safe tree: parsed as browsers do (parse5), scripts and styles dropped, its depth capped, and only
// then handed to the DOM that Readability works on. Readability is quadratic in depth: 2,000 nested divs took it 40 s.
import { parseHTML } from 'linkedom'
import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5'
import type { PageDocument } from './dom.ts'

/** A page as a DOM, and its JSON-LD scripts, which the DOM no longer has. */
export interface Page {
  readonly document: PageDocument
  readonly jsonLd: readonly string[]
}

/** Parses a page; any text gives one. */
export function parsePage(html: string): Page {
  const tree = parse(html, { scriptingEnabled: false })
  const jsonLd: string[] = []
  pruneTree(tree, jsonLd)
  capDepth(tree)
  const { document } = parseHTML(serialize(tree)) as unknown as { document: PageDocument }
  return { document, jsonLd }
}

type Parent = DefaultTreeAdapterTypes.ParentNode
type Child = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const DROPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'canvas',
  'audio',
  'video',
  'select',
  'textarea',
  'input',
  'link',
])

function pruneTree(root: Parent, jsonLd: string[]): void {
  const open: Parent[] = [root]
  for (let parent = open.pop(); parent; parent = open.pop()) {
    parent.childNodes = parent.childNodes.filter((node) => {
      if (node.nodeName === '#comment') return false
      if (node.nodeName === 'script' && /ld\+json/i.test(attribute(node as Element, 'type') ?? ''))
        jsonLd.push(textOf(node as Element))
      if (node.nodeName === 'link') return /canonical/i.test(attribute(node as Element, 'rel') ?? '')
      return !DROPPED.has(node.nodeName) && !isPopUp(node)
    })
    for (const node of parent.childNodes) {
      if (isPullQuote(node)) rename(node as Element, 'blockquote')
      if (node.nodeName === 'div') handDown(node as Element)
      if ('childNodes' in node) open.push(node)
    }
  }
}

// Readability throws every aside away; a pull quote is known as one only while it is there.
function isPullQuote(node: Child): boolean {
  return node.nodeName === 'aside' && /pull-?quote/i.test(attribute(node as Element, 'class') ?? '')
}

function rename(element: Element, name: string): void {
  element.nodeName = name
  element.tagName = name
}

// Readability puts the one paragraph of a box in the place of the box, and with it goes what the box was called.
function handDown(box: Element): void {
  const names = attribute(box, 'class')
  const filled = box.childNodes.filter((node) => !('value' in node) || node.value.trim() !== '')
  const [only] = filled
  if (!names || !only) return
  if (filled.length === 1 && only.nodeName === 'p') {
    const own = (only as Element).attrs.find(({ name }) => name === 'class')
    if (own) own.value = `${names} ${own.value}`
    else (only as Element).attrs.push({ name: 'class', value: names })
  } else if (filled.every((node) => 'value' in node)) rename(box, 'p')
}

// Boxes that open over a word when it is pointed at; without this their lists stand in the middle of its sentence.
const POP_UP = /(?:^|\s)(?:tooltip|popover|popup|hovercard|rollover)[\w-]*(?:block|box|body|content|inner)(?:$|\s)/i

function isPopUp(node: Child): boolean {
  return 'attrs' in node && POP_UP.test(attribute(node, 'class') ?? '')
}

const DEEPEST = 200 // levels; the deepest of the 91 pages of the benchmark has 40
const TALLEST = 50 // levels that may still hang below that

/** Below the deepest level, whatever has too much under it is replaced by its children. */
function capDepth(root: Parent): void {
  const heights = measureHeights(root)
  const open: { parent: Parent; depth: number }[] = [{ parent: root, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { parent, depth } = next
    if (depth >= DEEPEST) flattenInto(parent, heights)
    for (const node of parent.childNodes)
      if ('childNodes' in node && depth < DEEPEST) open.push({ parent: node, depth: depth + 1 })
  }
}

function measureHeights(root: Parent): Map<Parent, number> {
  const order: Parent[] = []
  const open: Parent[] = [root]
  for (let parent = open.pop(); parent; parent = open.pop()) {
    order.push(parent)
    for (const node of parent.childNodes) if ('childNodes' in node) open.push(node)
  }
  const heights = new Map<Parent, number>()
  for (const parent of order.reverse()) {
    let height = 0
    for (const node of parent.childNodes)
      if ('childNodes' in node) height = Math.max(height, (heights.get(node) ?? 0) + 1)
    heights.set(parent, height)
  }
  return heights
}

function flattenInto(parent: Parent, heights: ReadonlyMap<Parent, number>): void {
  const kept: Child[] = []
  const open: Child[] = [...parent.childNodes].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if ('childNodes' in node && (heights.get(node) ?? 0) > TALLEST) {
      for (let index = node.childNodes.length - 1; index >= 0; index--) open.push(node.childNodes[index] as Child)
    } else {
      node.parentNode = parent
      kept.push(node)
    }
  }
  parent.childNodes = kept
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
}
