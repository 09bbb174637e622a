// Which lines of a plain text are furniture and not report, and why. Rather leave a menu in than lose a sentence: a line
// goes only where its own words or its neighbours prove it, and on a clean text nothing goes.
import type { RemovedReason } from '../model/doc.ts'
import { findTeasers, type Marked, markLine } from './find-teasers.ts'
import { countWords, foldTitle, isDateLine, isProse, isTitleLike } from './judge-line.ts'
import { nameFurniture } from './name-furniture.ts'

/** For each line the reason why it is left out, or undefined. `title`: the report's title where it is known. */
export function findFurniture(lines: readonly string[], title?: string): (RemovedReason | undefined)[] {
  const firstProse = lines.findIndex((text) => isProse(text) && !nameFurniture(text))
  const marked = lines.map((text, index) => markLine(text, reasonByWords(text, index, firstProse, title)))
  const reasons = marked.map(({ reason }) => reason)
  const mark = (indexes: Iterable<number>, reason: RemovedReason): void => {
    for (const index of indexes) reasons[index] ??= reason
  }
  mark(findTeasers(marked), 'teaser')
  const menu = findMenus(marked)
  mark(menu, 'menu')
  mark(findMenuLabels(lines, menu, firstProse), 'section label')
  mark(findRepeatedTitles(lines, reasons, firstProse, title), 'repeated title')
  return reasons
}

/** "WATCH: Envoy walks out" above a report is its headline; further down it leads to another. */
function reasonByWords(text: string, index: number, firstProse: number, title?: string): RemovedReason | undefined {
  const reason = nameFurniture(text)
  if (reason && title && foldTitle(text) === foldTitle(title)) return undefined
  if (reason === 'teaser' && (firstProse < 0 || index < firstProse) && countWords(text) > 3) return undefined
  if (reason === 'section label' && firstProse >= 0 && index > firstProse && !isTitleLike(text)) return undefined
  return reason
}

const MENU_WORD =
  /^(?:home|news|world|politics|business|economy|sports?|opinion|culture|arts|travel|science|tech(?:nology)?|health|lifestyle|entertainment|weather|video|videos|photos|podcasts?|live|magazine|local|national|international|search|menu|sections|subscribe|sign in|log in|register|about|about us|contact|contact us|careers|jobs|advertise|privacy|privacy policy|terms|terms of use|help|faq|archive|archives|newsletters?|events|shop|donate|more|editorials?|letters|books|style|food|games|crosswords?|obituaries|topics|authors|latest)$/i

/** Three or more short lines together of which two are words of menus: Home, World, Karsk, Sport. */
function findMenus(marked: readonly Marked[]): number[] {
  const found: number[] = []
  let run: number[] = []
  for (let index = 0; index <= marked.length; index++) {
    const line = marked[index]
    if (line && (line.reason || isMenuLike(line.text))) {
      run.push(index)
      continue
    }
    const words = run.filter((at) => MENU_WORD.test((marked[at] as Marked).text))
    if (run.length >= 3 && words.length >= 2) found.push(...run)
    run = []
  }
  return found
}

/** A line above the report that a menu further up has too: the section that the report stands in. */
function findMenuLabels(lines: readonly string[], menu: readonly number[], firstProse: number): number[] {
  const labels = new Set(menu.map((index) => lines[index]))
  return lines.flatMap((text, index) => (index < firstProse && labels.has(text) ? [index] : []))
}

function isMenuLike(line: string): boolean {
  return line.length <= 28 && /^[\p{Lu}\p{N}][\p{L}\p{N}&’'/ -]*$/u.test(line) && countWords(line) <= 3
}

const LONGEST_TITLE = 300 // characters

/** Every printing of the title but the first: above the report, or alone on a line further down. */
function findRepeatedTitles(
  lines: readonly string[],
  reasons: readonly (RemovedReason | undefined)[],
  firstProse: number,
  title?: string,
): number[] {
  const head = lines.slice(0, firstProse < 0 ? lines.length : firstProse)
  const titles = head.filter(
    (text, index) => !reasons[index] && isTitleLike(text) && countWords(text) > 2 && !isDateLine(text),
  )
  const folded = new Set([...titles, ...(title ? [title] : [])].map(foldTitle))
  const seen = new Set<string>()
  return lines.flatMap((text, index) => {
    if (reasons[index] || folded.size === 0 || text.length > LONGEST_TITLE) return []
    const fold = foldTitle(text)
    if (!folded.has(fold)) return []
    if (seen.has(fold)) return [index]
    seen.add(fold)
    return []
  })
}
