// An element as blocks: what a browser would set as paragraphs of their own, with the tags that say what each is.
import type { BlockKind } from '../model/doc.ts'
import { isElement, type PageElement, type PageNode } from './dom.ts'
import { joinTurns, splitTurns } from './join-turns.ts'
import { isCredit } from './judge-block.ts'
import { normalise } from './normalise.ts'

/** One block of a page: its words in one line, and the elements around it, innermost first. */
export interface PageBlock {
  readonly text: string
  readonly kind: BlockKind
  readonly around: readonly PageElement[]
  readonly linked: number // characters of it that stand in links
  readonly label?: string // of a row of two cells: the words of the first
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

const LINE = '\u2028' // a break within a paragraph, and what a page may have for one
const CELL = '\u2029' // the end of a cell

/** The blocks of an element in order, empty ones left out. */
export function splitPage(root: PageElement): PageBlock[] {
  const blocks: PageBlock[] = []
  const around: PageElement[] = []
  let words = ''
  let linked = 0
  let breaks = 0
  const close = (): void => {
    const cells = words.split(CELL).map(asLine).filter(Boolean)
    const label = cells.length === 2 ? cells[0] : undefined
    const texts = splitTurns(words.split(LINE).map(asLine))
    const kind = kindOf(around)
    for (const text of texts)
      blocks.push({
        text,
        kind,
        around: [...around].reverse(),
        linked: texts.length > 1 ? 0 : linked,
        ...(label && { label }),
      })
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
      words += LINE
      breaks += 1
      if (breaks > 1) close()
      return
    }
    const isBlock =
      (!INLINE.has(node.localName) && !(node.localName === 'td' || node.localName === 'th')) ||
      (isCredit(node) && kindOf(around) === 'caption')
    if (isBlock) close()
    else if (node.localName === 'td' || node.localName === 'th') words += CELL
    around.push(node)
    for (const child of Array.from(node.childNodes)) walk(child, isLinked || node.localName === 'a')
    if (isBlock) close()
    around.pop()
  }
  walk(root, false)
  close()
  return joinTurns(blocks)
}

/** One line as a page shows it: breaks of its source are blanks. */
function asLine(words: string): string {
  return normalise(words).text.replace(/\s+/g, ' ').trim()
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
