// `readout group`: texts in, the story of each out.
import { groupStoriesIn } from '../desk/group-file.ts'
import { printMade } from './print-made.ts'

/** Prints the story of each text. */
export function group(path: string): Promise<0 | 1> {
  return printMade(groupStoriesIn(path))
}
