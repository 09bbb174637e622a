// Who gives the answers of an interview that sets "Q:" and "A:" before its turns: the one whom its opening says was asked.
import type { Names, Person } from './find-names.ts'
import { findTurns } from './find-turns.ts'
import type { Scene } from './scene.ts'

// Q&A with Governor Marrow / in an interview with Ilse Marrow / interviewed Ilse Marrow
const ASKED_BEFORE = /(?:\bQ&A|\b[Ii]nterview|\b[Cc]onversation|\b[Qq]uestions) (?:with|for|to) $|\binterviewed $/
// Ilse Marrow spoke to the Courier; sat down with, answered questions from
const ASKED_BEHIND =
  /^(?:, [^,.\n]{1,60},)? (?:\S+ ){0,2}?(?:spoke|talked|sat down|speaks|talks|sits down) (?:with|to)\b|^(?:, [^,.\n]{1,60},)? (?:\S+ ){0,2}?(?:answers?|answered|took|takes) (?:\S+ )?questions\b/
const TITLE = 60 // characters of an office between the words and the name

/** The person; undefined where the opening names none so, or two. */
export function findAnswerer(scene: Scene, { people }: Names): Person | undefined {
  const { tokens, doc } = scene
  const first = Math.min(...[...findTurns(scene).values()].map(({ label }) => label.from))
  const end = tokens[first]?.start
  if (end === undefined) return undefined
  const asked = people.filter(({ mentions }) =>
    mentions.some(({ from, to }) => {
      const [start, stop] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0]
      if (start >= end) return false
      const before = doc.text.slice(Math.max(0, start - TITLE), start).replace(/(?:[\p{Lu}][\p{L}.’'-]*\s+)*$/u, '')
      return ASKED_BEFORE.test(before) || ASKED_BEHIND.test(doc.text.slice(stop, end))
    }),
  )
  return asked.length === 1 ? asked[0] : undefined
}
