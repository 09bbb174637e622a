// The person by whom the words of a source name who speaks. Whoever only owns the head, sends it or stands behind a
// preposition is not the one: "Ilse Marrow's office", "Marrow aides", "a spokesman for Ilse Marrow".
import { OFFICIAL, SPOKES } from './english/people.ts'
import { isBodyNoun, isPersonNoun } from './english/person-nouns.ts'
import type { Names, Person } from './find-names.ts'
import type { Range } from './scene.ts'
import type { Token } from './tokenise.ts'

/** The person who speaks, or undefined. `core`: the range without what hangs on it. */
export function findHeadPerson(
  tokens: readonly Token[],
  range: Range,
  core: Range,
  { personAt }: Pick<Names, 'personAt'>,
): Person | undefined {
  const people = tokens.slice(range.from, range.to).flatMap(({ at }) => {
    const found = personAt.get(at)
    return found && isHeadName(tokens, range, at) && !hasAides(tokens, range, at, found) ? [{ at, found }] : []
  })
  // Marrow spokeswoman Runa Hald: the second; Ilse Marrow, who met Runa Hald: the first
  const [one, two] = people
  const isOfOne = one && two && tokens.slice(one.at, two.at).every(({ pos }) => /^(NOUN|PROPN|ADJ)$/.test(pos))
  const person = (isOfOne ? two : one)?.found
  return person && isSpokesFor(tokens.slice(core.from, core.to), person, tokens, range) ? undefined : person
}

// "Ilse Marrow's office" names an office, not her
function isHeadName(tokens: readonly Token[], range: Range, from: number): boolean {
  const comma = tokens.slice(from, range.to).findIndex(({ text }) => text === ',')
  const name = tokens.slice(from, comma > 0 ? from + comma : range.to)
  const owns = name.findIndex(({ text }, i) => i > 0 && i < 5 && /^(’s|'s)$/.test(text))
  // one of the council's clerks, Ilse Marrow,: the name is that of whoever was told of before it
  const isApposed =
    tokens[from - 1]?.text === ',' && !tokens.slice(from, range.to).some(({ lower }) => /^(?:and|or)$/.test(lower))
  const isLast = comma < 0 || name.length === comma
  if (isApposed && isLast && from - range.from > 2 && owns < 0) return !SOMEBODY.test(wordsIn(tokens, range.from, from))
  if (isInClause(tokens, range, from)) return false
  return (
    (owns < 0 || owns === name.length - 1) &&
    !tokens
      .slice(range.from, from)
      .some(
        ({ lower }) =>
          /^(for|to|of|with|by|from|at|in|on|near|after|including|like|than|against)$/.test(lower) &&
          !isOfficeOf(tokens, range.from, from),
      )
  )
}

// Prosecutors who charged Peter Hale; lawyers representing him; an investigation into him; the party Peter Hale founded: the head is told of
// by what it did to him
function isInClause(tokens: readonly Token[], range: Range, from: number): boolean {
  const isClause = tokens.slice(range.from, from).some(({ pos, lower, at }) => {
    const isOpened = at > range.from && /^(?:who|whom|that|which|into)$/.test(lower)
    const isDoing = pos === 'VERB' && at > range.from && /^(?:NOUN|PROPN|PRON)$/.test(tokens[at - 1]?.pos ?? '')
    return isOpened || (isDoing && !/^(?:named|called|turned|identified|known|described)$/.test(lower))
  })
  if (isClause) return true
  let end = from
  while (end < range.to && tokens[end]?.pos === 'PROPN') end += 1
  const next = tokens[end]
  const isLed = /^(?:NOUN|PRON)$/.test(tokens[from - 1]?.pos ?? '') && from > range.from
  return isLed && end === range.to - 1 && next?.pos === 'VERB' && !/ing$/.test(next.lower)
}

// Secretary of State Ilse Marrow; the head of the Prisoners’ Bureau, Teodor Lisk: the "of" belongs to the office
function isOfficeOf(tokens: readonly Token[], from: number, to: number): boolean {
  const office = wordsIn(tokens, from, to)
  return OFFICIAL.test(office) && !/ (?:of|for)$/.test(office) && !SOMEBODY.test(office)
}

function wordsIn(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ')
}

// a person close to the president, Aldric Tovan: the name is the president's
const SOMEBODY = /^(?:\p{L}+ ){0,3}?(?:persons?|people|sources?|someone|somebody) /u

// Marrow aides, a Marrow campaign source, the Marrow administration: whoever is hers is not she
function hasAides(tokens: readonly Token[], { to }: Range, at: number, { mentions }: Person): boolean {
  const end = mentions.find(({ from }) => from === at)?.to ?? at + 1
  let next = end
  while (next < to && /^(NOUN|PROPN|ADJ)$/.test(tokens[next]?.pos ?? '')) next += 1
  const head = tokens[next - 1]
  const isOthers = head !== undefined && (isPersonNoun(head.lower) || isBodyNoun(head.lower) || head.lower === 'office')
  return next > end && isOthers && !/^\p{Lu}/u.test(head.text)
}

// A spokesman for the rebels, Omar Dieng,: he is the spokesman. But: a spokesman for the president, Ivan Petrov,: not told which of the two
function isNamedAfter(tokens: readonly Token[], { from, to }: Range, mention: Range): boolean {
  const before = tokens[mention.from - 2]
  const isOfOne = before === undefined || isPersonNoun(before.lower)
  const isPlural = /s$/.test(before?.lower ?? '') // the rebels, the prosecutors
  return mention.from > from && mention.to === to && tokens[mention.from - 1]?.text === ',' && (!isOfOne || isPlural)
}

// a spokesman for Ilse Marrow: she does not speak herself
function isSpokesFor(words: readonly Token[], person: Person, tokens: readonly Token[], range: Range): boolean {
  const at = words.findIndex(({ lower }) => SPOKES.test(lower))
  const mention = person.mentions.find(({ from, to }) => from >= range.from && to <= range.to)
  if (mention && isNamedAfter(tokens, range, mention)) return false
  return (
    at >= 0 &&
    mention !== undefined &&
    tokens.slice(range.from + at, mention.from).some(({ lower }) => /^(for|of)$/.test(lower))
  )
}
