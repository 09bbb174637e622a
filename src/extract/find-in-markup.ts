// What the elements around a report say of it: microdata and RDFa, <time>, elements named for bylines and days, the lines
// beside the title, the title element. Of teasers, lists and comments nothing is taken.
import type { Field } from '../model/doc.ts'
import { parseMoment } from '../model/parse-instant.ts'
import { listElements, type PageDocument, type PageElement, wordsIn } from './dom.ts'
import { findShownTimes, SIGNED_ON } from './find-shown-times.ts'
import { isByline } from './judge-line.ts'
import type { PageBlock } from './split-page.ts'

/** What of a page is looked at: the element of the report, and the blocks beside its title. */
export interface Scene {
  readonly document: PageDocument
  readonly main: PageElement | null
  readonly beside: readonly PageBlock[]
}

/** The fields of the markup, best first for each name. */
export function findInMarkup({ document, main, beside }: Scene): Field[] {
  const own = beside.filter(({ around }) => !around.some(isOther))
  return [
    ...findMarked(document, main),
    ...findTimes(document, main, own),
    ...own.flatMap(({ text }) => findShownTimes(text)),
    ...findCredits(document, main, own),
    ...findSection(document),
    ...titleOf(document),
  ]
}

const PROPERTIES: readonly (readonly [Field['name'], string])[] = [
  ['published', 'datePublished'],
  ['updated', 'dateModified'],
  ['title', 'headline'],
  ['section', 'articleSection'],
]

// <meta itemprop="datePublished" content="…"> in the body, <span property="schema:datePublished">…</span>
function findMarked(document: PageDocument, main: PageElement | null): Field[] {
  return PROPERTIES.flatMap(([name, property]): Field[] => {
    for (const attribute of ['itemprop', 'property']) {
      for (const prefix of ['', 'schema:']) {
        const selector = `[${attribute}="${prefix}${property}"]`
        const found = listElements(document, selector).find((element) => !isElsewhere(element, main))
        const value = found?.getAttribute('content') ?? found?.getAttribute('datetime') ?? wordsIn(found)
        if (value) return [{ name, value: value.slice(0, 300), path: selector }]
      }
    }
    return []
  })
}

const NAMED_TIME =
  /(?:^|[-_\s])(?:date(?:line)?|time(?:stamp)?|published|publish|pubdate|posted|entry-date|post-date|datetime)/i
const NAMED_LATER = /update|modified/i

/** The times of the report's head: time elements of the report or beside its title, and days in elements named for them. */
function findTimes(document: PageDocument, main: PageElement | null, own: readonly PageBlock[]): Field[] {
  const inMain = main ? listElements(main, 'time') : []
  const besides = own.flatMap(({ around }) => around.filter(({ localName }) => localName === 'time'))
  const times = [...listElements(document, 'time[pubdate]'), ...besides, ...inMain]
    .filter((time) => !isElsewhere(time, main))
    .flatMap((time): Field[] => {
      const stated = time.getAttribute('datetime')
      const value = stated ?? wordsIn(time)
      const isLater = NAMED_LATER.test(`${nameOf(time)} ${time.getAttribute('itemprop') ?? ''}`)
      const path = stated === null ? 'time' : 'time[datetime]'
      return parseMoment(value) ? [{ name: isLater ? 'updated' : 'published', value, path }] : []
    })
  const named = own.flatMap(({ text, around }): Field[] => {
    const element = around.slice(0, 2).find((one) => NAMED_TIME.test(nameOf(one)))
    const value = text.replace(/^[\s|·•–—-]+/, '')
    if (!element || !parseMoment(value)) return []
    return [{ name: NAMED_LATER.test(nameOf(element)) ? 'updated' : 'published', value, path: pathOf(element) }]
  })
  return [...firstOf(times), ...named]
}

/** Further time elements of an article are of its updates, its teasers, its comments: only the first of each name counts. */
function firstOf(fields: readonly Field[]): Field[] {
  return fields.filter(({ name }, at) => fields.findIndex((other) => other.name === name) === at)
}

const CREDITS = [
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '[property="author"] [property="name"]',
  '[rel="author"]',
]
const NAMED_CREDIT = /(?:^|[-_\s])(?:byline|by-line|author(?:s|-name|_name)?|article-author|writer)(?:$|[-_\s])/i
const LONGEST = 120 // characters of a byline; a longer one is a portrait of its author

function findCredits(document: PageDocument, main: PageElement | null, own: readonly PageBlock[]): Field[] {
  const marked = CREDITS.flatMap((selector): Field[] => {
    const all = listElements(document, selector)
    const near = all.filter((element) => !isElsewhere(element, main))
    const names = (near.length === 0 && all.length === 1 ? all : near).map(wordsIn)
    const value = [...new Set(names)].slice(0, 6).join(', ')
    return value && value.length <= LONGEST ? [{ name: 'byline', value, path: selector }] : []
  })
  const shown = own.flatMap(({ text, around }): Field[] => {
    if (text.length > LONGEST) return []
    const element = around.slice(0, 3).find((one) => NAMED_CREDIT.test(nameOf(one)))
    const credit = text.replace(SIGNED_ON, '')
    if (isByline(credit)) return [{ name: 'byline', value: credit, path: 'byline line' }]
    return element ? [{ name: 'byline', value: text, path: pathOf(element) }] : []
  })
  return [...marked.slice(0, 1), ...shown.slice(0, 2)]
}

function findSection(document: PageDocument): Field[] {
  const crumbs = listElements(document, '[itemtype$="BreadcrumbList"] [itemprop="name"]').map(wordsIn)
  const section = crumbs.filter((words) => words && !/^home$/i.test(words))[0]
  return section && section.length <= 60 ? [{ name: 'section', value: section, path: 'breadcrumb' }] : []
}

function titleOf(document: PageDocument): Field[] {
  const title = wordsIn(document.querySelector('title'))
  return title ? [{ name: 'title', value: title, path: 'title' }] : []
}

const NOT_THE_REPORT =
  /\b(?:related|teaser|card|promo|recirc|sidebar|aside|recommend\w*|trending|latest|popular|comments?|list|feed|river|widget|nav|footer)\b/i

function isOther(element: PageElement): boolean {
  return /^(?:aside|nav|footer|li)$/.test(element.localName) || NOT_THE_REPORT.test(nameOf(element))
}

function isElsewhere(element: PageElement, main: PageElement | null): boolean {
  for (let at: PageElement | null = element; at && at !== main && at.localName !== 'body'; at = at.parentElement)
    if (isOther(at)) return true
  return false
}

function nameOf(element: PageElement): string {
  return `${element.className} ${element.id}`
}

function pathOf(element: PageElement): string {
  const [name = ''] = element.className.split(/\s+/).filter((one) => NAMED_TIME.test(one) || NAMED_CREDIT.test(one))
  return name ? `.${name}` : element.localName
}
