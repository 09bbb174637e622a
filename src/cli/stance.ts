// door: process
// `readout stance`: lines of a claim and a text in, a line with the text's stance to the claim out.
import { judgeStancesIn } from '../desk/stance-file.ts'
import { printMade } from './print-made.ts'

/** Prints how each text stands to its claim; 1 where a line was broken. */
export async function stance(path: string, { workers }: { readonly workers?: number }): Promise<0 | 1> {
  try {
    return await printMade(judgeStancesIn(path, workers === undefined ? {} : { workers }))
  } finally {
    if (path === '-') process.stdin.destroy() // where the work failed, it may stand still and keep us from ending
  }
}
