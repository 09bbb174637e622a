// From a page to a doc: what it says of itself, its head, its main text, and a reason for all that it shows besides.
import type { Given } from '../model/capture.ts'
import type { Doc, Field, Removed } from '../model/doc.ts'
import type { Id } from '../model/id.ts'
import { cleanBlocks } from './clean-blocks.ts'
import type { PageDocument } from './dom.ts'
import { judgeLanguage } from './find-language.ts'
import { findMainText } from './find-main-text.ts'
import { findMetadata } from './find-metadata.ts'
import { findPageHead, stripOutlet } from './find-page-head.ts'
import { nameBox } from './judge-block.ts'
import { countWords, foldTitle, isByline, isDateLine } from './judge-line.ts'
import { listRemoved, makeDoc, type Part } from './make-doc.ts'
import { nameFurniture } from './name-furniture.ts'
import { normalise } from './normalise.ts'
import { parsePage } from './parse-page.ts'
import { type PageBlock, splitPage } from './split-page.ts'

/** The doc of a decoded HTML page. It has no way back to the text as given. Throws NO_TEXT. */
export function docFromHtml(html: string, given: Given | undefined, capture: Id<'capture'>, report?: string): Doc {
  const { document, jsonLd } = parsePage(html)
  const article = document.querySelector('article, main, [role="main"]')
  const stated = findMetadata(document, jsonLd, article)
  const { title, standfirst } = findPageHead(document, stated)
  const shown = splitPage(document.body ?? document.documentElement)
  const declared = declaredLanguage(document)
  const blocks = splitPage(findMainText(document))
  const reasons = cleanBlocks(blocks, title)
  const kept = blocks.filter((_, index) => !reasons[index])
  const { head, body } = splitHead(kept, { title, standfirst })
  const folded = new Set(head.map(({ text }) => foldTitle(text)))
  return makeDoc(
    {
      parts: body.length ? [...head, ...body] : [],
      fields: titledFirst(stated, title),
      removed: [...listInside(blocks, reasons), ...listOutside(shown, blocks, folded)],
      language: judgeLanguage(body.map(({ text }) => text).join('\n'), declared),
      hasRuns: false,
    },
    given,
    capture,
    report,
  )
}

const HEAD = 8 // blocks: bylines and days of the report stand within them; further down they are of something else

/** What stands above the report, as blocks of its own, and the report. */
function splitHead(
  kept: readonly PageBlock[],
  { title, standfirst }: { title: string | undefined; standfirst: string | undefined },
): { head: Part[]; body: Part[] } {
  const printed = [title, standfirst].map((words) => foldTitle(words ?? ''))
  const own = kept.filter(({ text }) => !printed.includes(foldTitle(text)))
  const isOfHead = ({ text }: PageBlock, index: number): boolean => index < HEAD && (isByline(text) || isDateLine(text))
  const bylines = own.filter(isOfHead).map(({ text }): Part => ({ kind: 'byline', text }))
  const body = own.filter((block, index) => !isOfHead(block, index)).map(({ kind, text }): Part => ({ kind, text }))
  const [first] = body
  const below = standfirst ?? (first?.kind === 'heading' && countWords(first.text) >= 10 ? first.text : undefined)
  return {
    head: [
      ...(title ? [{ kind: 'headline' as const, text: clean(title) }] : []),
      ...(below ? [{ kind: 'standfirst' as const, text: clean(below) }] : []),
      ...bylines,
    ],
    body: standfirst === undefined && below ? body.slice(1) : body,
  }
}

/** The title as printed outranks what the page calls itself; its meta titles lose the outlet's name. */
function titledFirst(fields: readonly Field[], title: string | undefined): Field[] {
  const outlet = fields.find(({ name }) => name === 'outlet')?.value
  const rest = fields.map((field) =>
    field.name === 'title' ? { ...field, value: stripOutlet(field.value, outlet) } : field,
  )
  return title ? [{ name: 'title', value: title, path: 'h1' }, ...rest] : rest
}

function listInside(blocks: readonly PageBlock[], reasons: ReturnType<typeof cleanBlocks>): Removed[] {
  return listRemoved(blocks.map(({ text }, index) => ({ text, reason: reasons[index] })))
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
        reason: isInside ? undefined : (nameFurniture(block.text) ?? nameBox(block) ?? 'outside the main text'),
      }
    }),
  )
}

function declaredLanguage(document: PageDocument): string | undefined {
  const tag = document.documentElement?.getAttribute('lang')?.trim().replace('_', '-')
  return tag && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined
}

function clean(words: string): string {
  return normalise(words).text.replace(/\s+/g, ' ').trim()
}
