// Which blocks of live coverage are the report. Of an entry: its title and its sentences, without the time that the entry
// bears and the buttons under it. Outside the entries: sentences and the points at the top that they are summed up in.
import type { RemovedReason } from '../model/doc.ts'
import { listElements, wordsIn } from './dom.ts'
import type { Live } from './find-entries.ts'
import { isAllLinks, nameBox } from './judge-block.ts'
import { countWords, foldTitle, isDateLine, isProse } from './judge-line.ts'
import { nameFurniture } from './name-furniture.ts'
import { nameWall } from './name-wall.ts'
import type { PageBlock } from './split-page.ts'

/** For each block the reason why it is left out, or undefined for what is the report. */
export function cleanLive(
  blocks: readonly PageBlock[],
  { entries }: Live,
  title?: string,
): (RemovedReason | undefined)[] {
  const times = entries.map(
    ({ element }) => new Set(listElements(element, 'time').map((time) => foldTitle(wordsIn(time)))),
  )
  return blocks.map((block) => {
    const entry = entries.findIndex(({ element }) => block.around.includes(element))
    if (entry >= 0 && (times[entry]?.has(foldTitle(block.text)) || isClock(block.text))) return 'time of an entry'
    if (title && foldTitle(block.text) === foldTitle(title)) return 'repeated title'
    const reason = nameWall(block.text) ?? nameFurniture(block.text) ?? nameWithin(block, entries[entry]?.element)
    if (reason) return reason
    if (entry >= 0) return isAllLinks(block) && block.kind !== 'heading' && !isProse(block.text) ? 'teaser' : undefined
    if (isAllLinks(block)) return 'teaser'
    return isProse(block.text) && countWords(block.text) > 5 ? undefined : 'outside the main text'
  })
}

// 10:42 / 10.42am GMT / 14 February 2024, 10:42 / 12m ago
const CLOCK =
  /^(?:(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: ?\(?[A-Z]{2,4}\)?)?|\d{1,3} ?(?:s|m|h|d|sec|min|hr|hour|minute|second|day)s?\.? ago|just now)$/i

function isClock(line: string): boolean {
  return CLOCK.test(line) || isDateLine(line)
}

/** By the boxes inside the entry alone: those around all entries may be called whatever they like. */
function nameWithin(block: PageBlock, element: PageBlock['around'][number] | undefined): RemovedReason | undefined {
  const end = element ? block.around.indexOf(element) : -1
  return nameBox(end < 0 ? block : { ...block, around: block.around.slice(0, end) })
}
