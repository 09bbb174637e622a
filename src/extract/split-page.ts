// An element as blocks: what a browser would set as paragraphs of their own, with the tags that say what each is.
import type { BlockKind } from '../model/doc.ts'
import { isElement, type PageElement, type PageNode } from './dom.ts'
import { normalise } from './normalise.ts'

/** One block of a page: its words in one line, and the elements around it, innermost first. */
export interface PageBlock {
  readonly text: string
  readonly kind: BlockKind
  readonly around: readonly PageElement[]
  readonly linked: number // characters of it that stand in links
}

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr nobr img button'.split(
    ' ',
  ),
)
const SKIPPED = new Set([
  'head',
  'title',
  'meta',
  'form',
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'svg',
  'button',
])

/** The blocks of an element in order, empty ones left out. */
export function splitPage(root: PageElement): PageBlock[] {
  const blocks: PageBlock[] = []
  const around: PageElement[] = []
  let words = ''
  let linked = 0
  let breaks = 0
  const close = (): void => {
    const text = normalise(words).text.replace(/\s+/g, ' ').trim()
    if (text) blocks.push({ text, kind: kindOf(around), around: [...around].reverse(), linked })
    words = ''
    linked = 0
    breaks = 0
  }
  const walk = (node: PageNode, isLinked: boolean): void => {
    if (!isElement(node)) {
      if (node.nodeType !== 3) return
      const text = node.textContent ?? ''
      if (text.trim()) breaks = 0
      if (isLinked) linked += text.trim().length
      words += text
      return
    }
    if (SKIPPED.has(node.localName)) return
    if (node.localName === 'br') {
      words += '\n'
      breaks += 1
      if (breaks > 1) close()
      return
    }
    const isBlock = !INLINE.has(node.localName) && !(node.localName === 'td' || node.localName === 'th')
    if (isBlock) close()
    else if (node.localName === 'td' || node.localName === 'th') words += ' '
    around.push(node)
    for (const child of Array.from(node.childNodes)) walk(child, isLinked || node.localName === 'a')
    if (isBlock) close()
    around.pop()
  }
  walk(root, false)
  close()
  return blocks
}

/** By the innermost tag that says so; a paragraph in a quotation is quoted, in a figure a caption. */
function kindOf(around: readonly PageElement[]): BlockKind {
  for (const { localName } of around.toReversed()) {
    if (/^h[1-6]$/.test(localName)) return 'heading'
    if (localName === 'blockquote') return 'quote'
    if (localName === 'figcaption' || localName === 'figure' || localName === 'caption') return 'caption'
  }
  return 'paragraph'
}
