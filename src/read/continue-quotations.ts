// Quotations that go on in the next paragraph, and whose they are.
import { continueTurns } from './continue-turns.ts'
import { blockOf, rangeOfQuotation } from './find-contents.ts'
import type { Draft } from './relation.ts'
import { isClosed, type Range, type Scene } from './scene.ts'

/**
 * A quotation left open goes on in the next paragraph, and so does the speaker of the one before where a paragraph is
 * all quotation and names nobody: "…," she said. ¶ "It is over. We will not be back."
 */
export function continueQuotations(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const taken = new Set(drafts.flatMap(({ content }) => content.flatMap((piece) => quotationsIn(scene, piece))))
  for (const draft of drafts) {
    let last = draft.content.at(-1)
    let unmarked = 0 // paragraphs taken over though the one before was closed
    for (let q = lastQuotationOf(scene, draft); q >= 0 && last; ) {
      const next = q + 1
      const range = rangeOfQuotation(scene, next)
      if (!range || taken.has(next) || blockOf(scene, range.from) !== blockOf(scene, last.to - 1) + 1) break
      const isLater = drafts.some(
        (other) => other !== draft && other.cue.from > draft.cue.from && other.cue.from < range.from,
      )
      if (isClosed(scene, q)) unmarked += 1
      if (isTurn(scene, range) || (unmarked > 0 && (isLater || unmarked > MOST_UNMARKED || !fillsBlock(scene, range))))
        break
      draft.content.push(range)
      taken.add(next)
      last = range
      q = next
    }
  }
  return continueTurns(scene, drafts)
}

const MOST_UNMARKED = 2 // a third paragraph of unclaimed quotation is more often a transcript than one speaker

// "MARROW: We never asked.": a turn in a transcript
function isTurn({ tokens }: Scene, { from }: Range): boolean {
  return tokens.slice(from + 1, from + 5).some(({ text }) => text === ':')
}

function quotationsIn({ quotationOf }: Scene, piece: Range): number[] {
  return [...new Set(quotationOf.slice(piece.from, piece.to))].filter((q) => q >= 0)
}

/** The quotation that the draft's content ends with; -1 where it ends without one. */
function lastQuotationOf(scene: Scene, { content }: Draft): number {
  const last = content.at(-1)
  return last ? (scene.quotationOf[last.to - 1] ?? -1) : -1
}

function fillsBlock(scene: Scene, { from, to }: Range): boolean {
  const block = blockOf(scene, from)
  return blockOf(scene, from - 1) !== block && blockOf(scene, to) !== block
}
