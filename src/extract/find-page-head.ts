// The head of a page: its title, the line under it, and who wrote it, each only where the page shows it to its readers.
import type { Field } from '../model/doc.ts'
import { listElements, type PageDocument, type PageElement, wordsIn } from './dom.ts'
import { countWords, foldTitle } from './judge-line.ts'

/** What stands above the report, as printed. */
export interface PageHead {
  readonly title?: string
  readonly standfirst?: string
  readonly h1: PageElement | null
}

/** Title and standfirst of a page. `fields` are what the page says of itself. */
export function findPageHead(document: PageDocument, fields: readonly Field[]): PageHead {
  const stated = fields.filter(({ name }) => name === 'title').map(({ value }) => value)
  const outlet = fields.find(({ name }) => name === 'outlet')?.value
  const h1 = findH1(document, stated, outlet)
  const title = wordsIn(h1) || stripOutlet(stated[0] ?? '', outlet)
  const standfirst = findStandfirst(h1)
  return {
    h1,
    ...(title ? { title } : {}),
    ...(standfirst && foldTitle(standfirst) !== foldTitle(title) ? { standfirst } : {}),
  }
}

/** The h1 that says what the page calls itself, else the only one with more words than a site's name has. */
function findH1(document: PageDocument, stated: readonly string[], outlet: string | undefined): PageElement | null {
  const site = foldTitle(outlet ?? '')
  const candidates = listElements(document, 'h1').filter((h1) => {
    const words = wordsIn(h1)
    return countWords(words) > 0 && words.length <= 300 && foldTitle(words) !== site
  })
  const folded = stated.map(foldTitle)
  const named = candidates.find((h1) => folded.some((title) => isWithin(foldTitle(wordsIn(h1)), title)))
  const long = candidates.filter((h1) => countWords(wordsIn(h1)) > 2)
  return named ?? (long.length === 1 ? (long[0] ?? null) : null)
}

function isWithin(heading: string, title: string): boolean {
  return (
    heading === title ||
    (heading.length > 12 && title.includes(heading)) ||
    (title.length > 12 && heading.includes(title))
  )
}

/** "Karsk talks collapse | Meridian" -> Karsk talks collapse */
export function stripOutlet(title: string, outlet?: string): string {
  const match = /^(.{12,}?)\s+(?:[|–—»·•]|-|::)\s+([^|–—»]{2,50})$/.exec(title.trim())
  if (!match) return title.trim()
  const [, words = '', tail = ''] = match
  const isOutlet =
    outlet !== undefined && (foldTitle(tail).includes(foldTitle(outlet)) || foldTitle(outlet).includes(foldTitle(tail)))
  return isOutlet || (countWords(tail) <= 4 && countWords(words) > countWords(tail)) ? words.trim() : title.trim()
}

const STANDFIRST =
  '[class*="standfirst"], [class*="Standfirst"], [class*="subtitle"], [class*="sub-title"], [class*="subhead"], [class*="subheadline"], [class*="article-dek"], [class*="article__dek"], [class~="dek"], [class~="deck"], [itemprop="alternativeHeadline"], [class*="article-summary"], [class*="article__summary"]'

/** The line marked as standfirst, near the title; else a second heading right under the first. */
function findStandfirst(h1: PageElement | null): string | undefined {
  if (!h1) return undefined
  const head = headOf(h1)
  const marked = listElements(head, STANDFIRST).map(wordsIn)
  const below = followingHeading(h1)
  return [...marked, ...(below ? [below] : [])].find((words) => countWords(words) >= 5 && words.length <= 400)
}

/** The nearest element around the title that holds more than the title, at most three up. */
function headOf(h1: PageElement): PageElement {
  let head = h1
  for (let up = 0; up < 3 && head.parentElement && !/^(?:body|main|article)$/.test(head.localName); up++)
    head = head.parentElement
  return head
}

function followingHeading(h1: PageElement): string | undefined {
  const siblings = h1.parentElement ? Array.from(h1.parentElement.childNodes) : []
  const next = siblings.slice(siblings.indexOf(h1) + 1).find((node) => wordsIn(node) !== '') as PageElement | undefined
  return next?.localName === 'h2' ? wordsIn(next) : undefined
}
