// The element of a page that holds the report: Readability's choice (Mozilla's, after Arc90), else the container with
// the most sentences in it, else the whole body.
import { Readability } from '@mozilla/readability'
import { isElement, listElements, type PageDocument, type PageElement, wordsIn } from './dom.ts'

/** The main text as an element of its own. The document is used up: Readability takes it apart. */
export function findMainText(document: PageDocument): PageElement {
  keepPosts(document)
  dropComments(document)
  const dense = findDensest(document)
  let found: PageElement | null | undefined
  try {
    const reader = new Readability(document as never, {
      keepClasses: true,
      charThreshold: 300,
      serializer: (node: unknown) => node as PageElement,
    })
    found = reader.parse()?.content
  } catch {
    found = undefined // Readability gives up on some broken trees; the densest container stands in
  }
  return found && wordsIn(found).length > 0 ? found : (dense ?? document.body ?? document.documentElement)
}

const POST = /\b(?:social|twitter|tweet|instagram|bluesky|mastodon|telegram|embed)/i

/** Readability drops boxes that are named after social networks, and the officials' posts quoted in them. */
function keepPosts(document: PageDocument): void {
  for (const quote of listElements(document, 'blockquote')) {
    const box = quote.parentElement
    if (POST.test(quote.className)) quote.setAttribute('class', '')
    if (box?.localName === 'div' && POST.test(box.className)) box.replaceWith(quote)
  }
}

const COMMENTS =
  '#comments, .comments, .comments-area, .comments-section, .comment-list, .commentlist, #disqus_thread, [itemtype$="/Comment"]'

/** Below a short report Readability takes what readers wrote for the report; a box that holds the title is not theirs. */
function dropComments(document: PageDocument): void {
  for (const box of listElements(document, COMMENTS)) {
    const isFrame = /^(?:html|body|main|article)$/.test(box.localName) || box.querySelector('h1') !== null
    if (!isFrame) box.remove()
  }
}

/** The container whose own paragraphs and loose words are longest together. */
function findDensest(document: PageDocument): PageElement | undefined {
  let densest: PageElement | undefined
  let most = 0
  for (const element of listElements(document, 'article, main, section, div, td')) {
    const own = Array.from(element.childNodes).filter((node) => !isElement(node) || node.localName === 'p')
    const length = own.reduce((sum, node) => sum + wordsIn(node).length, 0)
    if (length <= most) continue
    most = length
    densest = element
  }
  return densest
}
