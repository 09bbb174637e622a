// The entries of live coverage, each with its own time: as the page's data tells them (schema.org LiveBlogPosting), else
// by the shape of its markup, many like elements that each hold one time and sentences of their own.
import type { Instant } from '../model/id.ts'
import { parseInstant } from '../model/parse-instant.ts'
import { isElement, listElements, type PageDocument, type PageElement, wordsIn } from './dom.ts'
import { countWords, foldTitle } from './judge-line.ts'
import { isOfType, isThing, listOf, parseJsonLd, type Thing, textOf } from './parse-json-ld.ts'

/** Live coverage as a page holds it: the element around all of it, and those of its entries, in order. */
export interface Live {
  readonly around: PageElement
  readonly entries: readonly LiveEntry[]
}

export interface LiveEntry {
  readonly element: PageElement
  readonly at?: Instant
  readonly title?: string
}

const LEAST = 3 // entries: two dated boxes are two reports side by side

/** The live coverage of a page; undefined where it is a report like any other. */
export function findEntries(document: PageDocument, jsonLd: readonly string[]): Live | undefined {
  const updates = listUpdates(jsonLd)
  const marked = listElements(document, '[itemprop="liveBlogUpdate"]')
  const elements = marked.length >= LEAST ? marked : findShaped(document, updates.length >= LEAST)
  const outer = elements.filter((element) => !elements.some((other) => other !== element && isInside(element, other)))
  const around = outer.length >= LEAST ? findAround(outer) : undefined
  if (!around) return undefined
  return { around, entries: outer.map((element) => describe(element, updates)) }
}

interface Update {
  readonly title?: string
  readonly fold: string // how its words begin, folded
  readonly at?: Instant
}

/** What the page's data says of its entries. */
function listUpdates(jsonLd: readonly string[]): Update[] {
  const live = parseJsonLd(jsonLd).filter((thing) => isOfType(thing, /^LiveBlogPosting$/))
  return live.flatMap((thing) => listOf(thing.liveBlogUpdate).filter(isThing).map(asUpdate))
}

function asUpdate(thing: Thing): Update {
  const title = textOf(thing.headline)
  const at = parseInstant(textOf(thing.datePublished) ?? '')
  const body = (textOf(thing.articleBody) ?? '').replace(/<[^>]{0,400}>/g, ' ')
  return { ...(title && { title }), fold: foldTitle(body.slice(0, 80)), ...(at && { at }) }
}

const LIVE = /(?:^|[\s_-])live-?(?:blog|update|coverage|post|entry|feed|ticker|stream|page)|^liveblog|LiveBlog/
const LIVE_TITLE = /(?:^|\W)live(?:\W|$)|\bas it happened\b|\b(?:latest|live) updates\b|\bminute by minute\b/i
const NOT_ENTRIES =
  /\b(?:comments?|disqus|related|teaser|recommended|trending|most-?read|sidebar|rail|nav|menu|promo)\b/i
const LEAST_WORDS = 12 // of an entry on average: a list of titles with their times is no coverage

/** The children of one element that each hold a time and words; only where something says that the page is live. */
function findShaped(document: PageDocument, isToldLive: boolean): PageElement[] {
  const byParent = new Map<PageElement, Set<PageElement>>()
  for (const time of listElements(document, 'time')) {
    let child: PageElement = time
    for (let parent = time.parentElement; parent; parent = parent.parentElement) {
      if (NOT_ENTRIES.test(`${parent.className} ${parent.id}`)) break
      byParent.set(parent, (byParent.get(parent) ?? new Set()).add(child))
      child = parent
    }
  }
  const title = `${wordsIn(document.querySelector('title'))} ${wordsIn(document.querySelector('h1'))}`
  const isTitledLive = isToldLive || LIVE_TITLE.test(title)
  let best: PageElement[] = []
  for (const [parent, children] of byParent) {
    if (children.size < LEAST || children.size <= best.length) continue
    if (!isTitledLive && !isLive(parent) && ![...children].some(isLive)) continue
    const alike = listAlike([...children])
    const words = alike.reduce((sum, element) => sum + countWords(wordsIn(element)), 0)
    if (alike.length >= LEAST && alike.length > best.length && words >= alike.length * LEAST_WORDS) best = alike
  }
  return best
}

/** Those with the tag of most of them, each with a sentence that is no link. */
function listAlike(elements: readonly PageElement[]): PageElement[] {
  const [most = []] = [...Map.groupBy(elements, ({ localName }) => localName).values()].sort(
    (a, b) => b.length - a.length,
  )
  return most.filter((element) => {
    const linked = listElements(element, 'a').reduce((sum, link) => sum + wordsIn(link).length, 0)
    return linked < wordsIn(element).length * 0.6
  })
}

function isLive(element: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parentElement)
    if (LIVE.test(at.className) || LIVE.test(at.id) || /LiveBlogPosting/.test(at.getAttribute('itemtype') ?? ''))
      return true
  return false
}

function isInside(element: PageElement, other: PageElement): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) if (at === other) return true
  return false
}

/** The article around the entries, else the nearest element that holds them all. */
function findAround(elements: readonly PageElement[]): PageElement | undefined {
  const [first, ...others] = elements
  let around = first?.parentElement
  while (around && !others.every((element) => isInside(element, around as PageElement))) around = around.parentElement
  for (let at = around; at; at = at.parentElement) if (/^(?:article|main)$/.test(at.localName)) return at
  return around ?? undefined
}

/** Time and title of an entry; what the data says of the update with its words outranks the markup. */
function describe(element: PageElement, updates: readonly Update[]): LiveEntry {
  const fold = foldTitle(wordsIn(element))
  const told = updates.find(
    (update) =>
      (update.fold.length > 20 && fold.includes(update.fold)) ||
      (update.title !== undefined && update.title.length > 10 && fold.includes(foldTitle(update.title))),
  )
  const heading = element.querySelector('h2, h3, h4, h5, [itemprop="headline"]')
  const title = told?.title ?? (heading && isElement(heading) ? wordsIn(heading) : undefined)
  const at = told?.at ?? timeOf(element)
  return { element, ...(at && { at }), ...(title && { title }) }
}

/** The entry's own time: the first that names a day; a later one says when the entry was changed. */
function timeOf(element: PageElement): Instant | undefined {
  for (const time of listElements(element, 'time, [itemprop="datePublished"], [itemprop="dateCreated"]')) {
    const instant = parseInstant(time.getAttribute('datetime') ?? time.getAttribute('content') ?? '')
    if (instant) return instant
  }
  return undefined
}
