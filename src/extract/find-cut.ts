// Whether the text is only the beginning of a report, because a paywall took the rest. A wall that is merely named proves
// nothing: many pages hold the whole text and hide it by script. So the wall's words must stand where the text ends, or
// the page's data must say that the report is not free and the text be too short for one.
import type { Cut } from '../model/doc.ts'
import { type PageDocument, wordsIn } from './dom.ts'
import { countWords, foldTitle } from './judge-line.ts'
import { nameWall } from './name-wall.ts'
import { isOfType, isThing, listOf, parseJsonLd, textOf } from './parse-json-ld.ts'

/** What the page's data says of a report that is not free: how many words its paid parts have in the page. */
export interface Walled {
  readonly behind: readonly number[]
}

interface Shown {
  readonly text: string
}

const WHOLE = 350 // words: a report that ends before them and at a wall is cut; one as long may be whole
const SHORT = 150 // words: less than that of a report that is not free is its beginning

/** That the text is cut, and what says so. `body`: the report's own blocks; `shown`: all that the page shows, in order. */
export function findCut(body: readonly Shown[], shown: readonly Shown[], walled: Walled | undefined): Cut | undefined {
  const words = body.reduce((sum, { text }) => sum + countWords(text), 0)
  const wall = words < WHOLE ? findWallBelow(body, shown) : undefined
  if (wall) return { by: 'paywall', sign: wall }
  if (!walled) return undefined
  const isGone = walled.behind.length > 0 && walled.behind.every((count) => count === 0)
  const breaksOff = /(?:…|\.\.\.)\s*$/.test(body.at(-1)?.text ?? '')
  const isShort = words < SHORT || (words < WHOLE && (isGone || breaksOff))
  return isShort ? { by: 'paywall', sign: 'JSON-LD isAccessibleForFree' } : undefined
}

const NEAR = 12 // blocks after the last of the report: pictures and buttons may stand before the box
const OFFER = 40 // words: "One month for 1 mark" may stand below the wall, and more than that is a report

/** The wall's words, if they stand where the report ends. */
function findWallBelow(body: readonly Shown[], shown: readonly Shown[]): string | undefined {
  const words = new Map(body.map(({ text }) => [foldTitle(text), countWords(text)]))
  let last = -1
  for (const [index, { text }] of shown.entries()) {
    if (words.has(foldTitle(text))) last = index
    if (last < 0 || index - last > NEAR || !nameWall(text)) continue
    const below = shown.slice(index + 1).reduce((sum, each) => sum + (words.get(foldTitle(each.text)) ?? 0), 0)
    if (below <= OFFER) return text
  }
  return undefined
}

/** Asked before the main text is taken out of the page. Undefined where the data does not say that it is paid for. */
export function findWalled(document: PageDocument, jsonLd: readonly string[]): Walled | undefined {
  const isPaid = (value: unknown): boolean => value === false || (typeof value === 'string' && /^false$/i.test(value))
  const report = parseJsonLd(jsonLd).find(
    (thing) => isOfType(thing, /Article|Posting|Report/) && isPaid(thing.isAccessibleForFree),
  )
  if (!report) return undefined
  const paid = listOf(report.hasPart).filter((part) => isThing(part) && isPaid(part.isAccessibleForFree))
  const selectors = paid.flatMap((part) => (isThing(part) ? listOf(part.cssSelector) : []))
  return {
    behind: selectors.flatMap((selector) => {
      const words = textOf(selector)
      return words === undefined ? [] : [countBehind(document, words)]
    }),
  }
}

function countBehind(document: PageDocument, selector: string): number {
  try {
    return countWords(wordsIn(document.querySelector(selector)))
  } catch {
    return 0 // no selector that anybody knows
  }
}
