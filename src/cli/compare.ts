// `readout same` and `quotes`: the judgements of the linker, run alone on a file.
import { compareQuotesIn, compareSentencesIn } from '../desk/compare-files.ts'
import { printMade } from './print-made.ts'

/** Prints how far each pair of sentences makes one claim. */
export function same(path: string): Promise<0 | 1> {
  return printMade(compareSentencesIn(path))
}

/** Prints what became of each quotation. */
export function quotes(path: string): Promise<0 | 1> {
  return printMade(compareQuotesIn(path))
}
