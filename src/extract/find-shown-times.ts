// When a report says in its own words that it was printed: "Published 3 May 2031 14:05 BST", "Last updated at 9:30 pm, May 4,
// 2031". Only in lines that begin so or stand in an element named for it; a bare day in a text may be any day.
import type { Field } from '../model/doc.ts'
import { parseMoment } from '../model/parse-instant.ts'

const LABEL =
  /\b(first published|published|posted|issued|publication date|updated|last updated|last modified|modified|date)(?:\s+(?:on|at)\b)?\s*:?\s*/gi
// By Ilse Marrow on Monday, May 3rd, 2031 at 2:05 p.m.
export const SIGNED_ON = /(?<=^(?:\w+ )?by .{3,80}),? on (?=.*\d{4})(.{6,60})$/i
const LATER = /updated|modified/i
const LONGEST = 200 // characters: a longer line is a paragraph
const WIDEST = 5 // words before the first label: "Ilse Marrow | Published …"

/** The times that a line states under a label, each as written. */
export function findShownTimes(line: string): Field[] {
  if (line.length > LONGEST) return []
  const signed = SIGNED_ON.exec(line)?.[1]
  if (signed && parseMoment(signed)) return [{ name: 'published', value: signed, path: 'byline line' }]
  const labels = [...line.matchAll(LABEL)]
  const [first] = labels
  if (!first || line.slice(0, first.index).split(/\s+/).length > WIDEST + 1) return []
  return labels.flatMap((label, at): Field[] => {
    const rest = line.slice(label.index + label[0].length, labels[at + 1]?.index ?? line.length)
    const value = readTime(rest)
    const [, words = ''] = label
    if (!value) return []
    return [{ name: LATER.test(words) ? 'updated' : 'published', value, path: `text "${words}"` }]
  })
}

/** The longest beginning of the words that is a date: what follows it may be a reading time or a button. */
function readTime(words: string): string | undefined {
  const clean = words.replace(/[\s|·•,;–—-]+$/, '')
  const ends = [...clean.matchAll(/\s*[|·•;–—/(]\s*|\.\s|,?\s+/g)].map(({ index }) => index).reverse()
  return [clean.length, ...ends].map((end) => clean.slice(0, end)).find((part) => parseMoment(part) !== undefined)
}
