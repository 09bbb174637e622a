// From a page to a doc: what it says of itself, its head, its main text, and a reason for all that it shows besides.
import type { Doc, Field, Removed } from '../model/doc.ts'
import { cleanBlocks } from './clean-blocks.ts'
import { cleanLive } from './clean-live.ts'
import { type Aside, findAsides } from './find-asides.ts'
import { findCut, findWalled } from './find-cut.ts'
import { findEntries } from './find-entries.ts'
import { asTag, findLanguage, judgeLanguage } from './find-language.ts'
import { findMainText } from './find-main-text.ts'
import { findMetadata } from './find-metadata.ts'
import { findPageHead, stripOutlet } from './find-page-head.ts'
import { nameBox } from './judge-block.ts'
import { countWords, foldTitle, isByline, isDateLine } from './judge-line.ts'
import { type About, listRemoved, makeDoc, type Part } from './make-doc.ts'
import { nameFurniture } from './name-furniture.ts'
import { nameWall } from './name-wall.ts'
import { normalise } from './normalise.ts'
import { parsePage } from './parse-page.ts'
import { type PageBlock, splitPage } from './split-page.ts'

/** The doc of a decoded HTML page. It has no way back to the text as given. Throws NO_TEXT. */
export function docFromHtml(html: string, about: About): Doc {
  const { document, jsonLd } = parsePage(html)
  const article = document.querySelector('article, main, [role="main"]')
  const shown = splitPage(document.body ?? document.documentElement)
  const asked = about.given?.url ?? about.url
  const stated = findMetadata({ document, jsonLd, main: article, shown, html, asked })
  const { title, standfirst } = findPageHead(document, stated)
  const live = findEntries(document, jsonLd)
  const walled = findWalled(document, jsonLd)
  const blocks = splitPage(live?.around ?? findMainText(document))
  const reasons = live ? cleanLive(blocks, live, title) : cleanBlocks(blocks, title)
  const asides = findAsides(blocks, reasons)
  const kept = blocks.flatMap((block, index): KeptBlock[] => {
    const aside = asides[index]
    if (reasons[index] && !aside) return []
    const entry = live?.entries.findIndex(({ element }) => block.around.includes(element)) ?? -1
    return [{ block, kind: aside?.kind ?? block.kind, text: aside?.text ?? block.text, ...(entry >= 0 && { entry }) }]
  })
  const { head, body } = splitHead(kept, { title, standfirst })
  const told = body.filter(({ kind }) => kind !== 'caption' && kind !== 'pull-quote')
  const folded = new Set(head.map(({ text }) => foldTitle(text)))
  const words = told.map(({ text }) => text).join('\n')
  const cut = findCut(told, shown, walled)
  return makeDoc(
    {
      parts: told.length ? [...head, ...body] : [],
      fields: [...headFirst(stated, { title, standfirst }), ...shownLanguage(words)],
      removed: [...listInside(blocks, reasons, asides), ...listOutside(shown, blocks, folded)],
      language: judgeLanguage(words, declaredLanguage(stated)),
      hasRuns: false,
      ...(live && { entries: live.entries }),
      ...(cut && { cut }),
    },
    about,
  )
}

/** A block that stays, with the kind and words that it is kept as. */
interface KeptBlock extends Part {
  readonly block: PageBlock
}

const HEAD = 8 // blocks: bylines and days of the report stand within them; further down they are of something else

/** What stands above the report, as blocks of its own, and the report. */
function splitHead(
  kept: readonly KeptBlock[],
  { title, standfirst }: { title: string | undefined; standfirst: string | undefined },
): { head: Part[]; body: Part[] } {
  const printed = [title, standfirst].map((words) => foldTitle(words ?? ''))
  const own = kept.filter(({ text }) => !printed.includes(foldTitle(text)))
  const first = new Set(own.filter(({ kind }) => kind !== 'caption' && kind !== 'pull-quote').slice(0, HEAD))
  const isOfHead = (part: KeptBlock): boolean =>
    part.entry === undefined && first.has(part) && (isByline(part.text) || isDateLine(part.text))
  const bylines = own.filter(isOfHead).map(({ text }): Part => ({ kind: 'byline', text }))
  const body = own.filter((part) => !isOfHead(part)).map(({ block: _, ...part }): Part => part)
  const top = body.find(({ kind }) => kind !== 'caption' && kind !== 'pull-quote')
  const isLong = top?.kind === 'heading' && top.entry === undefined && countWords(top.text) >= 10
  const below = standfirst ?? (isLong ? top.text : undefined)
  return {
    head: [
      ...(title ? [{ kind: 'headline' as const, text: clean(title) }] : []),
      ...(below ? [{ kind: 'standfirst' as const, text: clean(below) }] : []),
      ...bylines,
    ],
    body: standfirst === undefined && below ? body.filter((part) => part !== top) : body,
  }
}

/** The title as printed outranks what the page calls itself; its meta titles lose the outlet's name. */
function headFirst(
  fields: readonly Field[],
  { title, standfirst }: { title: string | undefined; standfirst: string | undefined },
): Field[] {
  const outlet = fields.find(({ name }) => name === 'outlet')?.value
  const rest = fields.map((field) =>
    field.name === 'title' ? { ...field, value: stripOutlet(field.value, outlet) } : field,
  )
  return [
    ...(title ? [{ name: 'title' as const, value: title, path: 'h1' }] : []),
    ...(standfirst ? [{ name: 'standfirst' as const, value: standfirst, path: 'below h1' }] : []),
    ...rest,
  ]
}

/** What was left out of the chosen element; of a caption only the credit that was cut off it. */
function listInside(
  blocks: readonly PageBlock[],
  reasons: ReturnType<typeof cleanBlocks>,
  asides: readonly (Aside | undefined)[],
): Removed[] {
  return listRemoved(
    blocks.map(({ text }, index) => {
      const aside = asides[index]
      if (aside?.credit) return { text: aside.credit, reason: 'photo credit' }
      return { text, reason: aside ? undefined : reasons[index] }
    }),
  )
}

/** What the page shows outside the chosen element, neighbours of one reason told together. */
function listOutside(shown: readonly PageBlock[], chosen: readonly PageBlock[], head: ReadonlySet<string>): Removed[] {
  const inside = new Set(chosen.map(({ text }) => foldTitle(text)))
  return listRemoved(
    shown.map((block) => {
      const fold = foldTitle(block.text)
      const isInside = inside.has(fold) || head.has(fold)
      return {
        text: block.text,
        reason: isInside
          ? undefined
          : (nameWall(block.text) ?? nameFurniture(block.text) ?? nameBox(block) ?? 'outside the main text'),
      }
    }),
  )
}

/** The page's own tag: html[lang] first, since og:locale is what the template came with. */
function declaredLanguage(fields: readonly Field[]): string | undefined {
  const stated = fields.filter(({ name }) => name === 'language')
  const own = stated.filter(({ path }) => path === 'html[lang]')
  return [...own, ...stated].flatMap(({ value }) => asTag(value) ?? [])[0]
}

function shownLanguage(words: string): Field[] {
  const value = findLanguage(words)
  return value === 'und' ? [] : [{ name: 'language', value, path: 'words' }]
}

function clean(words: string): string {
  return normalise(words).text.replace(/\s+/g, ' ').trim()
}
