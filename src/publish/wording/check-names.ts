// Names of a sentence stand in its evidence or are the outlet's; a fuller name is taken from the same report where the
// report has it for one person only. Parts of two names never make a third.
import type { Miss } from '../../model/edition.ts'
import { findQuoted } from './find-quoted.ts'
import { foldName } from './fold-names.ts'
import { type LineGrounds, wordsOfDoc } from './grounds.ts'
import { isOpener } from './opener-words.ts'
import { isDateWord } from './read-dates.ts'
import { splitWords, type Word } from './split-words.ts'
import { isTitle } from './title-words.ts'

/** `Envoy Ilse Hale` of evidence that has Ilse Marrow and Corvin Hale is a miss, and so is any name that it lacks. */
export function checkNames(text: string, grounds: LineGrounds): Miss[] {
  const words = splitWords(text)
  const known = knownWords(grounds)
  const names = words.map((word, i) => isName(word, i, words, grounds))
  const inQuotes = findQuoted(text)
  return words.flatMap((word, i): Miss[] => {
    if (!names[i] || inQuotes.some(({ span }) => span.start <= word.start && word.end <= span.end)) return []
    const before = i > 0 && names[i - 1] ? words[i - 1] : undefined
    const isKnown = known.has(foldName(word.lower)) || isGivenName(word, words[i + 1], known, grounds)
    const isJoined = before === undefined || !isKnown || isPair(before, word, grounds)
    if (isKnown && isJoined) return []
    const from = isKnown && before ? before : word
    return [{ kind: 'name', words: text.slice(from.start, word.end), span: { start: from.start, end: word.end } }]
  })
}

function isName(word: Word, i: number, words: readonly Word[], grounds: LineGrounds): boolean {
  if (word.isMark || !/^\p{Lu}/u.test(word.text) || isDateWord(words, i) || word.lower === 'i') return false
  if (!startsSentence(words, i)) return true
  const next = words[i + 1]
  if (isTitle(word.lower)) return next !== undefined && /^\p{Lu}/u.test(next.text)
  return !isOpener(word.lower) && !isElsewhereSmall(word, grounds)
}

function startsSentence(words: readonly Word[], i: number): boolean {
  const before = words[i - 1]?.text
  return before === undefined || /^[.!?:;“”"‘«»(]$/.test(before)
}

function isElsewhereSmall({ stem, text }: Word, { pieces, ruledWords, docs }: LineGrounds): boolean {
  const isSmall = (word: Word): boolean => word.stem === stem && !/^\p{Lu}/u.test(word.text)
  return (
    ruledWords.some(isSmall) ||
    pieces.some(({ words }) => words.some(isSmall)) ||
    docs.some((doc) => new RegExp(`(?<![\\p{L}])${escapePattern(text.toLowerCase())}(?![\\p{L}])`, 'u').test(doc.text))
  )
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function knownWords({ pieces, docs, ruledWords, isRuled }: LineGrounds): Set<string> {
  const outlets = docs.flatMap(({ outlet }) => (outlet ? splitWords(outlet) : []))
  const all = [...pieces.flatMap(({ words }) => words), ...outlets, ...(isRuled ? [] : ruledWords)]
  // "United States" is the U.S.
  const whole = all.flatMap(({ lower }, i) => LONG[`${lower} ${all[i + 1]?.lower ?? ''}`] ?? [])
  const parts = all.flatMap(({ lower }) =>
    Object.entries(LONG).flatMap(([long, short]) => (foldName(lower) === short ? long.split(' ') : [])),
  )
  return new Set([...all.map(({ lower }) => lower), ...whole, ...parts].map(foldName))
}

const LONG: Readonly<Record<string, string>> = {
  'united states': 'us',
  'united kingdom': 'uk',
  'european union': 'eu',
  'united nations': 'un',
}

// "Ilse Marrow" of evidence that has "Marrow", where the report knows no other Marrow.
function isGivenName(word: Word, next: Word | undefined, known: ReadonlySet<string>, { docs }: LineGrounds): boolean {
  if (!next || next.isMark || !/^\p{Lu}/u.test(next.text) || !known.has(foldName(next.lower)) || isTitle(word.lower))
    return false
  const given = docs.flatMap((doc) =>
    [...doc.text.matchAll(new RegExp(`(\\p{Lu}[\\p{L}'’.-]+) ${escapePattern(next.base)}(?!\\p{L})`, 'gu'))].flatMap(
      ([, name]) => (name && !isTitle(name.toLowerCase()) ? [name] : []),
    ),
  )
  return given.length > 0 && given.every((name) => name === word.base)
}

// Two capital words side by side stand so, or close by where the first is a title or an adjective, in the grounds.
function isPair(first: Word, second: Word, { pieces, docs, ruledWords, isRuled }: LineGrounds): boolean {
  if (/['’]s$/.test(first.text) || isTitle(first.lower)) return true // see check-roles
  const texts = [
    ...pieces.map(({ words }) => words),
    ...(isRuled ? [] : [ruledWords]),
    ...docs.map(({ outlet }) => splitWords(outlet ?? '')),
  ]
  if (texts.some((words) => stand(words, first, second, isAdjective(first) || isTitle(second.lower) ? 6 : 1)))
    return true
  return docs.some((doc) => stand(wordsOfDoc(doc), first, second, 1))
}

function isAdjective({ lower }: Word): boolean {
  return /(?:ian|an|ese|ish)$/.test(lower)
}

function stand(words: readonly Word[], first: Word, second: Word, within: number): boolean {
  const [a, b] = [foldName(first.lower), foldName(second.lower)]
  return words.some(({ lower }, at) => {
    if (foldName(lower) !== a) return false
    const after = words.slice(at + 1, at + 1 + within)
    const before = within > 1 ? words.slice(Math.max(0, at - within), at) : []
    return [...after, ...before].some((word) => foldName(word.lower) === b)
  })
}
