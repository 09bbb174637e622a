// Which blocks of the chosen element are the report. Readability keeps much that stands inside an article's box without
// being of it: captions, boxes for letters, links to other stories. Words, tags and links decide together.
import type { RemovedReason } from '../model/doc.ts'
import { findFurniture } from './find-furniture.ts'
import { isAllLinks, nameBox } from './judge-block.ts'
import { countWords, foldTitle, isProse, isTitleLike } from './judge-line.ts'
import { nameWall } from './name-wall.ts'
import type { PageBlock } from './split-page.ts'

const BOX_SHARE = 0.35 // a box that holds more of the text than this is the report, whatever its class says

/** For each block the reason why it is left out, or undefined for what is the report. */
export function cleanBlocks(blocks: readonly PageBlock[], title?: string): (RemovedReason | undefined)[] {
  const lines = blocks.map(({ text }) => text)
  const reasons = findFurniture(lines, title)
  const boxes = blocks.map(nameBox)
  const total = lines.reduce((sum, line) => sum + line.length, 0)
  for (const reason of new Set(boxes)) {
    const inside = lines.reduce((sum, line, index) => sum + (boxes[index] === reason ? line.length : 0), 0)
    if (reason === undefined || inside > total * BOX_SHARE) continue
    for (const [index, box] of boxes.entries()) if (box === reason) reasons[index] ??= reason
  }
  for (const index of findWalls(blocks, reasons, total)) reasons[index] = 'paywall'
  for (const [index, block] of blocks.entries()) reasons[index] ??= reasonByLinks(block, blocks, index)
  dropHead(blocks, reasons, title)
  dropTail(blocks, reasons)
  return reasons
}

/** The walls, each with all that its box says besides: "Subscribe to continue reading. ¶ One month for 1 mark." */
function findWalls(
  blocks: readonly PageBlock[],
  reasons: readonly (RemovedReason | undefined)[],
  total: number,
): Set<number> {
  const walls = new Set<number>()
  for (const [index, { text, around }] of blocks.entries()) {
    if (!nameWall(text)) continue
    walls.add(index)
    const before = blocks.findLast((_, at) => at < index && !reasons[at] && !walls.has(at))
    for (const box of around) {
      const inside = blocks.flatMap((block, at) => (block.around.includes(box) ? [at] : []))
      const length = inside.reduce((sum, at) => sum + (blocks[at]?.text.length ?? 0), 0)
      if (before?.around.includes(box) || length > total * BOX_SHARE) break
      for (const at of inside) walls.add(at)
    }
  }
  return walls
}

/** A line that is one link is a pointer elsewhere; a sentence with a stop may be a linked sentence. */
function reasonByLinks(block: PageBlock, blocks: readonly PageBlock[], index: number): RemovedReason | undefined {
  if (!isAllLinks(block) || block.kind === 'heading') return undefined
  const isItem = block.around.some(({ localName }) => localName === 'li')
  const hasCompany = [blocks[index - 1], blocks[index + 1]].some((near) => near && isAllLinks(near))
  if (isItem && hasCompany) return 'teaser'
  return isTitleLike(block.text) || (hasCompany && !isProse(block.text)) ? 'teaser' : undefined
}

const HEAD = 8 // blocks: the title, its date and its author stand within them

/** Above the first sentences: the title once more, its address, and headings too short to be of the report. */
function dropHead(blocks: readonly PageBlock[], reasons: (RemovedReason | undefined)[], title?: string): void {
  let isAbove = true
  for (const [index, { text, kind }] of blocks.slice(0, HEAD).entries()) {
    if (title && foldTitle(text) === foldTitle(title)) reasons[index] ??= 'repeated title'
    if (/^https?:\S+$/.test(text)) reasons[index] ??= 'outside the main text'
    if (isAbove && kind === 'heading' && countWords(text) <= 4) reasons[index] ??= 'section label'
    if (!reasons[index] && kind !== 'heading' && text.length > 60) isAbove = false // longer than bylines and labels
  }
}

/** After the last sentence: headings with nothing under them, and lines of tags. */
function dropTail(blocks: readonly PageBlock[], reasons: (RemovedReason | undefined)[]): void {
  for (let index = blocks.length - 1; index > 0; index--) {
    if (reasons[index]) continue
    const block = blocks[index] as PageBlock
    if (block.kind !== 'heading' && !(isAllLinks(block) && countWords(block.text) < 8)) return
    reasons[index] = 'outside the main text'
  }
}
