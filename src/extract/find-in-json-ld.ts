// What the JSON-LD of a page says of its report: schema.org's NewsArticle and its kin.
import type { Field, FieldName } from '../model/doc.ts'
import { isSame } from './judge-credit.ts'
import { foldTitle } from './judge-line.ts'
import { isThing, listOf, parseJsonLd, type Thing, textOf } from './parse-json-ld.ts'
import { splitByline } from './split-byline.ts'

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review)$/
const OUTLET = /(?:^|\/)(?:NewsMediaOrganization|WebSite)$/

/** The fields that the scripts give. `titles`: what the page is called elsewhere; it tells one article from several. */
export function findInJsonLd(scripts: readonly string[], titles: readonly string[]): Field[] {
  const things = parseJsonLd(scripts)
  const article = chooseArticle(
    things.filter((thing) => isOf(thing, ARTICLE)),
    titles,
  )
  const site = things.find((thing) => isOf(thing, OUTLET))
  const sites = listed('outlet', [['WebSite name', site && nameOf(site)]])
  if (!article) return sites
  const publisher = nameOf(listOf(article.publisher)[0])
  const outlet = publisher ?? nameOf(listOf(article.isPartOf).find((part) => isOf(part, OUTLET)))
  return [
    ...listed('title', [['headline', textOf(article.headline) ?? textOf(article.name)]]),
    ...listed('standfirst', [
      ['alternativeHeadline', textOf(article.alternativeHeadline)],
      ['description', textOf(article.description)],
    ]),
    ...creditsOf(article, outlet ?? nameOf(site)),
    ...listed('outlet', [[publisher ? 'publisher' : 'isPartOf', outlet]]),
    ...sites,
    ...listed('url', [
      ['mainEntityOfPage', addressOf(article.mainEntityOfPage)],
      ['url', addressOf(article.url)],
    ]),
    ...listed('published', [
      ['datePublished', textOf(article.datePublished)],
      ['dateCreated', textOf(article.dateCreated)],
    ]),
    ...listed('updated', [['dateModified', textOf(article.dateModified)]]),
    ...listed('section', [['articleSection', textOf(article.articleSection)]]),
    ...listed('language', [['inLanguage', textOf(article.inLanguage) ?? textOf(languageCode(article.inLanguage))]]),
  ]
}

function listed(name: FieldName, values: readonly (readonly [key: string, value: string | undefined])[]): Field[] {
  return values.flatMap(([key, value]) => (value ? [{ name, value, path: `JSON-LD ${key}` }] : []))
}

/** Of several articles the one with the page's title, else the first: teasers of others stand further down. */
function chooseArticle(articles: readonly Thing[], titles: readonly string[]): Thing | undefined {
  const folded = titles.map(foldTitle)
  const isTitled = (article: Thing): boolean => {
    const headline = foldTitle(textOf(article.headline) ?? '')
    return headline !== '' && folded.some((title) => title.includes(headline))
  }
  return articles.find(isTitled) ?? articles[0]
}

function creditsOf(article: Thing, outlet: string | undefined): Field[] {
  const authors = [article.author, article.creator].map(listOf).find((list) => list.length > 0) ?? []
  const people: string[] = []
  const desks: string[] = []
  const bodies: string[] = []
  for (const author of authors.slice(0, 20)) {
    const name = nameOf(author)
    if (!name) continue
    const credits = splitByline(name, outlet)
    const isBody = isOf(author, /Organization$/)
    people.push(...(isBody ? [] : credits.people))
    desks.push(...credits.desks, ...(isBody ? credits.people : []))
    bodies.push(...credits.bodies)
  }
  const source = listOf(article.sourceOrganization).flatMap((body) => nameOf(body) ?? [])
  const foreign = source.filter((name) => !isSame(name, outlet))
  return [
    ...listed('byline', [['author', unique(people).join(', ')]]),
    ...listed('desk', [['author', unique(desks).join(', ')]]),
    ...listed(
      'source',
      foreign.map((name) => ['sourceOrganization', name] as const),
    ),
    ...listed(
      'source',
      unique(bodies).map((name) => ['author', name] as const),
    ),
  ]
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}

function isOf(value: unknown, kind: RegExp): boolean {
  return isThing(value) && listOf(value['@type']).some((type) => typeof type === 'string' && kind.test(type))
}

function nameOf(value: unknown): string | undefined {
  const name = isThing(value) ? (textOf(value.name) ?? textOf(value.alternateName)) : textOf(value)
  return name && !/^(?:https?:|#|\/)/.test(name) ? name : undefined
}

function addressOf(value: unknown): string | undefined {
  const [first] = listOf(value)
  return isThing(first) ? (textOf(first['@id']) ?? textOf(first.url)) : textOf(first)
}

function languageCode(value: unknown): unknown {
  const [first] = listOf(value)
  return isThing(first) ? (first.alternateName ?? first.name) : undefined
}
