// Reports as bags of words, without their texts, so that a hundred thousand can be filed in minutes: a long-tailed mix of stories over
// two years, each with words of its own beside those of its kind and those that every report has. The same for one seed.

import type { Fileable } from '../src/track/file-report.ts'
import { packWords } from '../src/track/pack-words.ts'
import { makeRandom } from './make-texts.ts'

interface Told {
  readonly number: number
  readonly kind: number
  readonly weeks: number // that it is told of
  readonly begun: number
  reports: number
}

const DAYS = 730
const KINDS = 40
const OPENS = 0.12 // of all reports

/** So many reports over two years, in the order of their printing. */
export function* makeWordBags(count: number, seed = 1): Generator<Fileable> {
  const random = makeRandom(seed)
  const rare = (most: number): number => Math.floor(most * random() ** 3)
  let open: Told[] = []
  let opened = 0
  for (let k = 0; k < count; k++) {
    const day = (DAYS * k) / count
    if (k % 100 === 0) open = open.filter(({ begun, weeks }) => day - begun < 7 * weeks)
    let story = random() < OPENS ? undefined : pickByReports(open, random)
    if (!story) {
      const weeks = 1 + 30 * random() ** 4
      story = { number: opened++, kind: rare(KINDS), weeks, begun: day, reports: 0 }
      open.push(story)
    }
    story.reports += 1
    const counts = new Map([
      ['one state', 4],
      ['other state', 4],
    ])
    const add = (word: string): void => void counts.set(word, (counts.get(word) ?? 0) + 1)
    for (let n = 0; n < 110; n++) add(`any ${rare(30_000)}`)
    for (let n = 0; n < 50; n++) add(`kind ${story.kind} ${rare(400)}`)
    for (let n = 0; n < 60; n++) add(`story ${story.number} ${rare(80)}`)
    for (let n = 0; n < 4; n++) add(String(story.number * 7 + rare(20)))
    const published = new Date(Date.UTC(2031, 0, 1) + day * 86_400_000).toISOString()
    yield { ...packWords(counts), id: `made-${k}`, name: `made-${k}`, published }
  }
}

// The more reports a story has, the sooner it gets the next.
function pickByReports(open: readonly Told[], random: () => number): Told | undefined {
  let left = random() * open.reduce((sum, { reports }) => sum + Math.sqrt(reports), 0)
  return open.find(({ reports }) => {
    left -= Math.sqrt(reports)
    return left <= 0
  })
}
