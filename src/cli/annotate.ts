// `readout annotate`: lines of texts in, a line of attributions a text out, one text in memory at a time.
import { annotateFile } from '../desk/annotate-file.ts'
import { printMade } from './print-made.ts'

/** Prints what the reader finds in each text; 1 where a line was broken. */
export function annotate(path: string): Promise<0 | 1> {
  return printMade(annotateFile(path))
}
