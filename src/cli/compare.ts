// `readout group`, `same` and `quotes`: the judgements of the linker and the tracker, run alone on a file.
import { compareQuotesIn, compareSentencesIn, groupStoriesIn } from '../desk/compare-files.ts'
import { printMade } from './print-made.ts'

/** Prints the story of each text. */
export function group(path: string): Promise<0 | 1> {
  return printMade(groupStoriesIn(path))
}

/** Prints how far each pair of sentences makes one claim. */
export function same(path: string): Promise<0 | 1> {
  return printMade(compareSentencesIn(path))
}

/** Prints what became of each quotation. */
export function quotes(path: string): Promise<0 | 1> {
  return printMade(compareQuotesIn(path))
}
