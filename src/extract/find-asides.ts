// What stands beside the report in the element that holds it: captions, parted from the credit of the picture, and pull
// quotes, which set words of the body large. Both are kept as what they are; a pull quote is known by its repeating words.
import type { RemovedReason } from '../model/doc.ts'
import { cutCredit } from './cut-credit.ts'
import { isAllLinks, isCaption, isSetOff } from './judge-block.ts'
import { countWords, foldTitle } from './judge-line.ts'
import { nameFurniture } from './name-furniture.ts'
import type { PageBlock } from './split-page.ts'

/** A block that is no part of the body, as it is kept. */
export interface Aside {
  readonly kind: 'caption' | 'pull-quote'
  readonly text: string
  readonly credit?: string // what was cut off it
}

const LEAST_CAPTION = 3 // words: "Ilse Marrow" names who is seen, and says nothing

/** For each block the aside that it is, or undefined. `reasons`: why blocks were left out; a caption goes as a credit. */
export function findAsides(
  blocks: readonly PageBlock[],
  reasons: readonly (RemovedReason | undefined)[],
): (Aside | undefined)[] {
  const pulled = findPulled(blocks, reasons)
  return blocks.map((block, index) => {
    if (pulled.has(index)) return { kind: 'pull-quote', text: block.text }
    if ((reasons[index] && reasons[index] !== 'photo credit') || !isCaption(block)) return undefined
    const { words, credit } = cutCredit(block.text)
    if (countWords(words) < LEAST_CAPTION || nameFurniture(words)) return undefined
    if (block.kind !== 'caption' && isAllLinks(block)) return undefined // a list of videos; a figure may be one link
    return { kind: 'caption', text: words, ...(credit && { credit }) }
  })
}

const RUN = 3 // words: enough to tell a sentence said again from one on the same matter
const LEAST_WORDS = 5
const REPEATED = 0.7 // of its runs; what is pulled out is shortened a little, or its tense is changed
const LONGEST_SIGNATURE = 14 // words: "Ilse Marrow, Veldania’s envoy to Karsk"

/** The blocks in boxes that set words off, whose words the body has as well, with the names that sign them. */
function findPulled(blocks: readonly PageBlock[], reasons: readonly (RemovedReason | undefined)[]): Set<number> {
  const boxes = Map.groupBy(blocks.keys(), (index) => boxOf(blocks[index] as PageBlock))
  boxes.delete(undefined)
  const pulled = new Set<number>()
  for (const indexes of boxes.values()) {
    const body = runsOf(
      blocks.filter((block, index) => !indexes.includes(index) && !reasons[index] && block.kind === 'paragraph'),
    )
    const isRepeated = (index: number): boolean => {
      const block = blocks[index] as PageBlock
      const own = runsOf([block])
      const known = [...own].filter((run) => body.has(run)).length
      return countWords(block.text) >= LEAST_WORDS && known >= own.size * REPEATED
    }
    const repeated = indexes.filter(isRepeated)
    const others = indexes.filter((index) => !repeated.includes(index))
    const isSigned = others.every((index) => countWords(blocks[index]?.text ?? '') <= LONGEST_SIGNATURE)
    if (repeated.length > 0 && isSigned) for (const index of indexes) pulled.add(index)
  }
  return pulled
}

/** The outermost element that sets the block off from the body. */
function boxOf({ around }: PageBlock): object | undefined {
  return around.findLast(isSetOff)
}

function runsOf(blocks: readonly PageBlock[]): Set<string> {
  const runs = new Set<string>()
  for (const { text } of blocks) {
    const words = foldTitle(text).split(' ')
    for (let at = 0; at + RUN <= words.length; at++) runs.add(words.slice(at, at + RUN).join(' '))
  }
  return runs
}
