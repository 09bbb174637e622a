// How texts stand to claims, on a file of pairs.
import type { Made } from './each-line.ts'
import { eachLineInWorkers, type WorkOptions } from './each-line-in-workers.ts'
import type { JudgedText } from './judge-stance.ts'
import { type ClaimLine, parseClaimLine } from './parse-lines.ts'

/** How each line's text stands to its claim. Yields and throws as `eachLineInWorkers` does. */
export function judgeStancesIn(path: string, options: WorkOptions = {}): AsyncGenerator<Made<JudgedText>> {
  return eachLineInWorkers<ClaimLine, JudgedText>(path, parseClaimLine, 'stance-worker', options)
}
