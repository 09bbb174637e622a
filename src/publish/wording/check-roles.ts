// A person keeps the office that the report gives them: "Foreign Minister Marrow" is a miss where it calls her an
// envoy, "the minister" where it has a deputy minister, "spokeswoman" where it has a spokesman.
import type { Miss } from '../../model/edition.ts'
import { findQuoted } from './find-quoted.ts'
import { type LineGrounds, wordsOfDoc } from './grounds.ts'
import { splitWords, type Word } from './split-words.ts'
import { isField, isRank, isTitle, roleOf } from './title-words.ts'

interface Role {
  readonly role: string
  readonly ranks: readonly string[]
  readonly fields: readonly string[]
  readonly first: number
  readonly last: number
  readonly holder?: string // last word of the name beside it
}

export function checkRoles(text: string, grounds: LineGrounds): Miss[] {
  const words = splitWords(text)
  const quoted = findQuoted(text)
  const near = [
    ...grounds.pieces.flatMap(({ words }) => rolesOf(words)),
    ...(grounds.isRuled ? [] : rolesOf(grounds.ruledWords)),
  ]
  const far = grounds.docs.flatMap((doc) => rolesOf(wordsOfDoc(doc)))
  return rolesOf(words).flatMap((role): Miss[] => {
    const span = { start: words[role.first]?.start ?? 0, end: words[role.last]?.end ?? text.length }
    if (quoted.some((each) => each.span.start <= span.start && span.end <= each.span.end)) return []
    const { holder } = role
    const ofHolder = holder ? [...near, ...far].filter((other) => other.holder === holder) : []
    const pool = ofHolder.length > 0 ? [...ofHolder, ...near.filter((other) => other.holder === undefined)] : near
    return pool.some((other) => isSameRole(role, other))
      ? []
      : [{ kind: 'name', words: text.slice(span.start, span.end), span }]
  })
}

function isSameRole(said: Role, known: Role): boolean {
  const isSame =
    said.role === known.role ||
    (said.role === 'spokesperson' && /^spokes/.test(known.role)) ||
    (said.role === 'chair' && /^chair/.test(known.role))
  return (
    isSame && said.ranks.join() === known.ranks.join() && said.fields.every((field) => known.fields.includes(field))
  )
}

/** `the deputy defence minister, Emeric Vass` -> minister, of rank deputy, field defence, held by vass. */
function rolesOf(words: readonly Word[]): Role[] {
  return words.flatMap((word, last): Role[] => {
    const role = word.isMark ? undefined : roleOf(word.lower)
    if (role === undefined) return []
    const next = words[last + 1]
    // "General" of "Attorney General", "Foreign Minister" of "minister": the last word of a title names it
    if (next && roleOf(next.lower) !== undefined && !next.isMark) return []
    let first = last
    while (first > 0 && isTitle(words[first - 1]?.lower ?? '') && !words[first - 1]?.isMark) first--
    const before = words.slice(first, last).map(({ lower }) => lower.replace(/^defense$/, 'defence'))
    const holder = holderAfter(words, last + 1) ?? holderBefore(words, first)
    return [
      { role, ranks: before.filter(isRank), fields: before.filter(isField), first, last, ...(holder && { holder }) },
    ]
  })
}

// "envoy Ilse Marrow", "the envoy, Ilse Marrow,"
function holderAfter(words: readonly Word[], from: number): string | undefined {
  let at = words[from]?.text === ',' ? from + 1 : from
  const start = at
  while (isNameWord(words[at])) at++
  return at > start ? words[at - 1]?.lower : undefined
}

// "Ilse Marrow, the chief envoy", "Marrow, Karsk's envoy,"
function holderBefore(words: readonly Word[], first: number): string | undefined {
  for (let at = first - 1; at >= Math.max(0, first - 5); at--) {
    const word = words[at]
    if (word?.text === ',') return isNameWord(words[at - 1]) ? words[at - 1]?.lower : undefined
    if (!word || (word.isMark && word.text !== '’') || /^(?:and|or|said|told|with|of|for|by|to)$/.test(word.lower))
      return undefined
  }
  return undefined
}

function isNameWord(word: Word | undefined): boolean {
  return word !== undefined && !word.isMark && /^\p{Lu}/u.test(word.text) && !isTitle(word.lower)
}
