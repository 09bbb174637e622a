// The reader of dates alone, on a file of texts.

import { ReadoutError } from '../model/errors.ts'
import type { Day } from '../model/id.ts'
import { parseMoment } from '../model/parse-instant.ts'
import { type FoundTime, findTimes } from '../read/dates/find-times.ts'
import { eachLine, type Made } from './each-line.ts'
import { parseTextLine, type TextLine } from './parse-lines.ts'
import type { Range } from './said-in.ts'

export interface DatesOptions {
  readonly dayFirst?: boolean // 3/5 is the third of May
}

export interface DatedLine {
  readonly id: TextLine['id']
  readonly times: readonly Time[]
}

/** A time that the text names, as TIMEX3 has it. Its days are half-open; they are missing where it comes to none. */
export interface Time {
  readonly range: Range // UTF-16 units into the text as handed in
  readonly value: string
  readonly type: FoundTime['type']
  readonly mod?: FoundTime['mod']
  readonly from?: Day
  readonly until?: Day
}

/** The times of each text, in the file's order. */
export function findTimesIn(path: string, { dayFirst = false }: DatesOptions = {}): AsyncGenerator<Made<DatedLine>> {
  return eachLine(path, parseDated, ({ id, text, published }) => {
    const times = findTimes(text, { dayFirst, ...(published && { published }) })
    return {
      id,
      times: times.map(({ start, end, value, type, mod, days }) => ({
        range: [start, end] as const,
        value,
        type,
        ...(mod && { mod }),
        ...days,
      })),
    }
  })
}

// A day that cannot be read would leave every Tuesday undecided without a word.
function parseDated(value: unknown, where: string): TextLine {
  const line = parseTextLine(value, where)
  const { published } = line
  if (!published?.trim()) return { ...line, published: undefined }
  const moment = parseMoment(published)
  if (!moment) {
    const cure = 'a day such as 2031-03-06 was wanted'
    throw new ReadoutError('LINE_BROKEN', `${where}: "published" is wrong: ${cure}`)
  }
  // the day where it was printed, which at night is not that of UTC
  return { ...line, published: moment.local.slice(0, 'YYYY-MM-DD'.length) }
}
