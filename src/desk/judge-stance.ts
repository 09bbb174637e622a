// How one text stands to one claim: the reader says who speaks in it, the linker what that does to the claim.
import { judgeTextStance, type TextStance } from '../link/judge-text-stance.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Reader } from '../read/load-reader.ts'
import { read } from '../read/read.ts'
import { docOfLine } from './annotate.ts'
import type { ClaimLine } from './parse-lines.ts'

export interface JudgedText extends TextStance {
  readonly id: ClaimLine['id']
}

/** The stance of the line's text. A text that holds no report only observes, with a score of 0. */
export async function judgeStance({ id, claim, text }: ClaimLine, reader: Reader): Promise<JudgedText> {
  try {
    const doc = docOfLine({ id, text, published: undefined, outlet: undefined, title: undefined })
    const { sentences, attributions } = await read(doc, reader)
    return { id, ...judgeTextStance(claim, { text: doc.text, sentences, attributions }) }
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error
    return { id, stance: 'observing', score: 0, because: error.message }
  }
}
