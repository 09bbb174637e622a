// What a page says of itself, each with where it says so. Where several say different things, the first stands and the
// others are kept as fields: JSON-LD, meta elements, microdata and RDFa, <time>, the lines beside the title, the title
// element. Addresses are another matter: the canonical link first, and none that leads elsewhere.
import type { Field } from '../model/doc.ts'
import { parseInstant } from '../model/parse-instant.ts'
import type { PageDocument, PageElement } from './dom.ts'
import { findInJsonLd } from './find-in-json-ld.ts'
import { findInMarkup } from './find-in-markup.ts'
import { findInMeta } from './find-in-meta.ts'
import { judgeAddress } from './judge-address.ts'
import { isAgency, isSame } from './judge-credit.ts'
import { splitCredit } from './split-byline.ts'
import type { PageBlock } from './split-page.ts'

/** What the fields of a page are found in. */
export interface PageScene {
  readonly document: PageDocument
  readonly jsonLd: readonly string[]
  readonly main: PageElement | null
  readonly shown: readonly PageBlock[] // all that the page shows
  readonly html: string
  readonly asked: string | undefined // where the page was had from
}

const LONGEST = 2000 // characters: what is longer was never meant for a field
const MOST = 1000 // fields; a page that says more says it to harm

/** The fields of a page, best first for each name. */
export function findMetadata({ document, jsonLd, main, shown, html, asked }: PageScene): Field[] {
  const meta = findInMeta(document)
  const beside = besideTitle(shown, meta)
  const markup = findInMarkup({ document, main, beside })
  const titles = [...meta, ...markup].filter(({ name }) => name === 'title').map(({ value }) => value)
  const all = [...findInJsonLd(jsonLd, titles), ...meta, ...markup]
    .map((field) => (field.name === 'outlet' ? { ...field, value: withoutSlogan(field.value) } : field))
    .filter(({ value }) => value.trim() !== '' && value.length <= LONGEST)
    .slice(0, MOST)
  const outlet = findOutlet(all)
  const saved = findSavedFrom(html)
  const from = asked ?? saved
  return [
    ...addressesOf(document, all, from),
    ...(saved ? [{ name: 'url' as const, value: saved, path: 'comment "saved from url"' }] : []),
    ...all.flatMap((field): Field[] => {
      if (field.name === 'url') return []
      if (field.name === 'outlet' && isAgency(field.value) && !isSame(field.value, outlet))
        return [{ ...field, name: 'source' }]
      if (field.name === 'byline' && !field.path.startsWith('JSON-LD')) return splitCredit(field, outlet)
      if (field.name === 'source') return isSame(field.value, outlet) ? [] : [field]
      const isTime = field.name === 'published' || field.name === 'updated'
      return isTime && parseInstant(field.value) === undefined ? [] : [field]
    }),
    ...languagesOf(document),
  ]
}

/** Who printed it. A page that names an agency as its publisher and itself besides prints the agency's text. */
function findOutlet(fields: readonly Field[]): string | undefined {
  const outlets = fields.filter(({ name }) => name === 'outlet').map(({ value }) => value)
  return outlets.find((name) => !isAgency(name)) ?? outlets[0]
}

/** "Harbour Post | News, sport, grain" -> Harbour Post */
function withoutSlogan(name: string): string {
  return name.split(/\s+[|»·]\s+/)[0] ?? name
}

/** The canonical link, then what the page says elsewhere, each judged. */
function addressesOf(document: PageDocument, fields: readonly Field[], asked: string | undefined): Field[] {
  const path = 'link[rel="canonical"]'
  const canonical = document.querySelector(path)?.getAttribute('href') ?? ''
  const stated = fields.filter(({ name }) => name === 'url')
  const meta = stated.filter((field) => field.path.startsWith('meta'))
  const others = stated.filter((field) => !field.path.startsWith('meta'))
  return [{ name: 'url' as const, value: canonical, path }, ...meta, ...others].flatMap((field): Field[] => {
    const value = judgeAddress(field.value, asked)
    return value === undefined ? [] : [{ ...field, value }]
  })
}

const SAVED_WITHIN = 4096 // characters: browsers write it above or right below <html>

/** `<!-- saved from url=(0042)https://… -->`, as browsers write it into pages that they save. */
function findSavedFrom(html: string): string | undefined {
  return /<!--\s*(?:saved from url=\(\d+\)|page saved with singlefile\s+url:\s*)(https?:\/\/[^\s<>"]+)/i.exec(
    html.slice(0, SAVED_WITHIN),
  )?.[1]
}

function languagesOf(document: PageDocument): Field[] {
  const value = document.documentElement?.getAttribute('lang') ?? document.documentElement?.getAttribute('xml:lang')
  return value ? [{ name: 'language', value, path: 'html[lang]' }] : []
}

const ABOVE = 6 // blocks above the title where a day or a byline may stand
const BELOW = 12 // and below it

/** The blocks around the title, where pages print who wrote it and when; none where the title is not shown. */
function besideTitle(shown: readonly PageBlock[], meta: readonly Field[]): PageBlock[] {
  const titles = meta.filter(({ name }) => name === 'title').map(({ value }) => value)
  const isTitle = ({ text, around }: PageBlock): boolean =>
    around.some(({ localName }) => localName === 'h1') ||
    (around.some(({ localName }) => localName === 'h2') && titles.includes(text))
  const at = shown.findIndex(isTitle)
  if (at < 0) return []
  const below = shown.slice(at + 1, at + 1 + BELOW)
  const next = below.findIndex(({ around }) => around.some(({ localName }) => localName === 'h1'))
  return [...(next < 0 ? below : below.slice(0, next)), ...shown.slice(Math.max(0, at - ABOVE), at)]
}
