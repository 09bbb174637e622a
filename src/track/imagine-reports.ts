// What is known of words before any report is: English has its common words, and a desk of ten reports cannot know them. So each desk
// begins with reports that are imagined, in which each word stands as often as its rank among all words lets one expect.
import { COMMON_WORDS } from './common-words.ts'
import { stemHash } from './pack-words.ts'
import { stemLightly } from './story-words.ts'

/** Reports before the first: so many that the tenth weighs words much as the thousandth does. */
export const IMAGINED = 2000

const WORDS = 300 // of a report

/** In how many of the imagined reports a packed stem stands; of a word that is not among the common ones in none. */
export function countImagined(stem: number): number {
  return COUNTS.get(stem) ?? 0
}

// The word of rank r makes some one in 10 r of all words (Zipf, 1949), so it stands in one of 300 words but for e^(-300 / 10 r) of them.
const COUNTS: ReadonlyMap<number, number> = countAll()

function countAll(): Map<number, number> {
  const counts = new Map<number, number>()
  for (const [at, word] of COMMON_WORDS.entries()) {
    const stem = stemHash(stemLightly(word))
    if (!counts.has(stem)) counts.set(stem, IMAGINED * (1 - Math.exp(-WORDS / (10 * (at + 1)))))
  }
  return counts
}
