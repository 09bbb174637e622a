// `readout dates`: texts in, the times that each names out.
import { findTimesIn } from '../desk/dates-file.ts'
import { printMade } from './print-made.ts'

interface Options {
  readonly dayFirst?: true
}

/** Prints the times of each text; 1 where a line was broken. */
export function dates(path: string, options: Options): Promise<0 | 1> {
  return printMade(findTimesIn(path, options))
}
