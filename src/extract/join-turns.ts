// Turns of a transcript as pages set them: a label alone in a paragraph, a list of terms, a row of a table, or lines within
// one paragraph. Each becomes one block that begins with its label, as the reader looks for it: "MR. ROKE: No."
import type { PageBlock } from './split-page.ts'

const MARKED =
  /^\W{0,3}(?:Q|A|QUESTION|ANSWER|Question|Answer|\p{Lu}[\p{Lu}.’'-]*(?:[ ,]+(?:\([^()]{1,40}\)|\p{Lu}[\p{Lu}.’'-]*)){0,5}|(?:\p{Lu}[\p{L}.’'-]*,? ){0,4}\p{Lu}[\p{L}.’'-]+)\s?[:：]/u
const BARE = /^(?:Q|A)\.?\s+(?=\p{Lu})/u
const LABEL = /^(?:Q|A|QUESTION|ANSWER|(?:\p{Lu}[\p{L}.’'-]*,? ){0,5}\p{Lu}[\p{L}.’'-]*)$/u
const LONGEST = 70 // characters of a label: "Anselm Roke, Foreign Minister of Veldania:"

/** True for a line that a speaker's label opens: "MR. ROKE: No.", "Q Who knows?" */
export function opensTurn(line: string): boolean {
  const mark = MARKED.exec(line)
  return (mark !== null && mark[0].length <= LONGEST) || BARE.test(line)
}

/** The lines of one paragraph as blocks to be: one, unless labels open two of them or more. */
export function splitTurns(lines: readonly string[]): string[] {
  const filled = lines.filter((line) => line !== '')
  if (filled.filter(opensTurn).length < 2) return filled.length ? [filled.join(' ')] : []
  const turns: string[] = []
  for (const line of filled) {
    if (turns.length === 0 || opensTurn(line)) turns.push(line)
    else turns.push(`${turns.pop()} ${line}`)
  }
  return turns
}

const LEAST = 3 // cells with a label: two may be a box of facts

/** The blocks with each label that stands alone put before the words that follow it. */
export function joinTurns(blocks: readonly PageBlock[]): PageBlock[] {
  const cells = listCells(blocks)
  const isExchange = cells.length >= LEAST && new Set(cells).size < cells.length // names that come back
  const joined: PageBlock[] = []
  let label: string | undefined
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1]
    if (label === undefined && next && isLabelAbove(block, next, isExchange)) {
      label = withColon(block.text)
      continue
    }
    const text = label === undefined ? rowText(block, isExchange) : `${label} ${block.text}`
    joined.push(label === undefined && text === block.text ? block : { ...block, text, kind: 'paragraph', linked: 0 })
    label = undefined
  }
  return joined
}

/** MR. ROKE: ¶ No. / <dt>Mr. Roke <dd>No. */
function isLabelAbove(block: PageBlock, next: PageBlock, isExchange: boolean): boolean {
  if (block.text.length > LONGEST || opensTurn(next.text) || isLabelCell(next)) return false
  if (/[:：]$/.test(block.text)) return isSure(block.text.slice(0, -1).trim())
  return isExchange && isLabelCell(block) && isCell(next)
}

// "QUESTION:", "MR. ROKE:", but not "He said:", "The offer:" nor "Background:"
function isSure(label: string): boolean {
  return (
    LABEL.test(label) && (/^[\p{Lu}\s.,’'()-]+$/u.test(label) || /^(?:Question|Answer)$/.test(label) || isTitled(label))
  )
}

function isTitled(label: string): boolean {
  return (
    /^(?:Mr|Mrs|Ms|Dr|Minister|Secretary|Ambassador|Envoy|President|Senator|Moderator)\b/.test(label) && / /.test(label)
  )
}

/** The labels in first cells of rows and in terms of lists. */
function listCells(blocks: readonly PageBlock[]): string[] {
  return blocks.flatMap((block) => {
    const cell = block.label ?? (isLabelCell(block) ? block.text : undefined)
    return cell !== undefined && LABEL.test(bare(cell)) && cell.length <= LONGEST ? [bare(cell)] : []
  })
}

function isLabelCell(block: PageBlock): boolean {
  const cell = cellOf(block)
  return (
    cell !== undefined && /^(?:dt|th|td)$/.test(cell) && LABEL.test(bare(block.text)) && block.text.length <= LONGEST
  )
}

function isCell(block: PageBlock): boolean {
  return cellOf(block) !== undefined
}

function cellOf({ around }: PageBlock): string | undefined {
  return around.slice(0, 4).find(({ localName }) => /^(?:dt|dd|td|th)$/.test(localName))?.localName
}

/** A row of two cells whose first is a label. */
function rowText({ text, label }: PageBlock, isExchange: boolean): string {
  if (!isExchange || label === undefined || !LABEL.test(bare(label)) || !text.startsWith(label)) return text
  return `${withColon(label)} ${text.slice(label.length).trim()}`
}

function bare(label: string): string {
  return label.replace(/\s*[:：]$/, '')
}

function withColon(label: string): string {
  return `${bare(label)}:`
}
