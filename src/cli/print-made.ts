// One line of JSON for each line of input; a broken one is named on standard error and the others are done.
import type { Made } from '../desk/each-line.ts'
import { endWhenUnread, printJson, warn } from './output.ts'

/** Prints the values as they come; 1 where a line was broken. */
export async function printMade(made: AsyncIterable<Made<unknown>>): Promise<0 | 1> {
  endWhenUnread()
  let status: 0 | 1 = 0
  for await (const one of made) {
    if ('value' in one) await printJson(one.value)
    else {
      warn(one.error.message)
      status = 1
    }
  }
  return status
}
