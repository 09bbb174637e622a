// Which letters stand for which name in this text: "the River Safety Board (RSB)", "the Sanctions Act, or SA,".
import { BODIES } from './english/actors.ts'
import { outletNamed } from './english/outlets.ts'
import type { Name } from './find-names.ts'

const GIVEN = /(?: \((?:the )?|, or (?:the )?)(?<letters>\p{Lu}[\p{Lu}\d&]{1,7})(?:\)|,)/gu
const LONGEST = 90 // units before the letters in which the name stands
const SMALL = /^(?:of|for|and|the|to|in|on|a|an|de|du|&)$/

/** Names by their letters, as the text gives them; and those whose letters nobody else's first letters make. */
export function findAcronyms(text: string, names: readonly Name[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { index, groups } of text.matchAll(GIVEN)) {
    const letters = groups?.letters ?? ''
    const full = nameBefore(text.slice(Math.max(0, index - LONGEST), index), letters)
    if (full && !found.has(letters) && outletNamed(letters) === undefined) found.set(letters, full)
  }
  // Coastal News Service reported it. CNS said:
  const byLetters = Map.groupBy(new Set(names.map((name) => name.text)), initialsOf)
  for (const [letters, [only, ...others]] of byLetters) {
    const isFree =
      !found.has(letters) &&
      !BODIES.has(letters.toLowerCase()) &&
      outletNamed(letters) === undefined &&
      letters !== 'CEO'
    if (letters.length >= 3 && only && others.length === 0 && isFree) found.set(letters, only)
  }
  return found
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .filter((word) => !SMALL.test(word))
    .map((word) => word.charAt(0))
    .join('')
}

// The shortest run of words up to the end whose first letters are these; the small words between may count or not.
function nameBefore(before: string, letters: string): string | undefined {
  const words = before.match(/[\p{L}\d&’'.-]+/gu) ?? []
  for (let from = words.length - 2; from >= 0; from--) {
    const run = words.slice(from)
    if (!/^\p{Lu}/u.test(run[0] ?? '') || run.some((word) => /^\p{Ll}/u.test(word) && !SMALL.test(word))) continue
    if (initialsOf(run.join(' ')) !== letters && run.map((word) => word.charAt(0).toUpperCase()).join('') !== letters)
      continue
    const start = before.lastIndexOf(run.join(' '))
    return start < 0 ? undefined : before.slice(start)
  }
  return undefined
}
