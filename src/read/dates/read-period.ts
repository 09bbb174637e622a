// Stretches named by their own names, each class in a file of its own.
import type { Look, Parsed } from './look.ts'
import { readEra } from './read-era.ts'
import { readMonth } from './read-month.ts'
import { readSeason } from './read-season.ts'
import { readWeek } from './read-week.ts'
import { readPlainYear } from './read-year.ts'
import { readYearPart } from './read-year-part.ts'

/** The stretch that begins at the word. */
export function readPeriod(look: Look, at: number): Parsed | undefined {
  for (const read of READERS) {
    const found = read(look, at)
    if (found) return found
  }
  return undefined
}

const READERS = [readWeek, readEra, readYearPart, readMonth, readSeason, readPlainYear]
