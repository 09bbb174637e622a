// The words of a source taken apart: which of them are a list of speakers, and which one name, or tell only what the one before is.
import { BODIES } from './english/actors.ts'
import { KIN } from './english/people.ts'
import { isPersonNoun } from './english/person-nouns.ts'
import { STATE_BY_ADJECTIVE, STATE_BY_WORD } from './english/states.ts'
import type { Range, Scene } from './scene.ts'
import type { Token } from './tokenise.ts'

/** Nouns for a body at whose name "of" and "for" go on. */
export const BODY =
  /^(?:Ministry|Department|Cent(?:re|er)|Office|Bureau|Institute|Committee|Council|Commission|Agency|Board|Foundation|Society|Association|Organi[sz]ation|School|Federation|Union|Academy|Authority|Directorate|Alliance|Coalition|Campaign|Movement|Campaigners|Citizens|Fund)$/

/** The parts of a list; one, where it is none. */
// Both Karsk and Veldania / The chancellery, the ministry and the guard
export function partsOf({ tokens }: Scene, { from, to }: Range): Range[] {
  const parts: Range[] = []
  let start = /^(?:both|neither)$/.test(tokens[from]?.lower ?? '') ? from + 1 : from
  let depth = 0
  for (let at = start; at < to; at++) {
    const token = tokens[at]
    if (token?.text === '(') depth += 1
    if (token?.text === ')') depth -= 1
    if (depth > 0 || !token || !(token.text === ',' || /^(?:and|nor)$/.test(token.lower))) continue
    if (joinsName(tokens, start, at, to) || joinsTitle(tokens, start, at, to) || listsName(tokens, start, at, to))
      continue
    if (at > start) parts.push({ from: start, to: at })
    start = at + 1
  }
  if (start < to) parts.push({ from: start, to })
  return parts
}

// Radio Karsk President and Chief Executive Corvin Hale: two offices of one; but: the President and Prime Minister Hale
function joinsTitle(tokens: readonly Token[], from: number, and: number, to: number): boolean {
  const [before, next] = [tokens[and - 1], tokens[and + 1]]
  const isTitled = OFFICE.test(before?.text ?? '') && and - from > 1 && /^\p{Lu}/u.test(tokens[from]?.text ?? '')
  const isLed = /^(?:the|both|a|an)$/i.test(tokens[from]?.text ?? '')
  const words = tokens.slice(and + 1, to)
  const office = words.findIndex(({ text }) => OFFICE.test(text))
  const isOffice = /^\p{Lu}/u.test(next?.text ?? '') && office >= 0 && office < words.length - 2
  return isTitled && !isLed && isOffice && words.slice(office + 1).every(({ text }) => /^\p{Lu}/u.test(text))
}

const OFFICE =
  /^(?:President|Director|Chair(?:man|woman)?|Executive|Chief|Editor|Manager|Founder|Owner|Secretary|Publisher|Head)$/

const BODY_AT_END =
  /^(?:Services?|Affairs|Industries|Coalition|Consortium|Trust|Network|Foundation|Fund|Cent(?:re|er)|Society|Federation|League|Alliance|Initiative|Company|Corporation|Commission|Council|Association|Union|Authority|Directorate|Department|Agency|Institute|Committee|Office|Bureau|Administration)$/
// what such bodies are for: of other words nothing shows that they are no name of a second body
const FIELD =
  /^(?:Health|Welfare|Education|Sports?|Culture|Trade|Industry|Labou?r|Social|Human|Rural|Development|Energy|Environment|Forestry|Fisheries|Food|Agriculture|Transport|Communications?|Technology|Science|Research|Information|Tourism|Housing|Urban|Regional|Immigration|Citizenship|Border|Customs|Excise|Order|Justice|Security|Emergency|Disaster|Mines|Natural|Resources|Economy|Finance|Planning|Investment|Innovation|Youth|Family|Women|Children|Veterans|Explosives|Firearms|Tobacco|Alcohol|Conservation|Global|Warming|International|Strategic|Public|Private|Budget|Democracy|Oversight|Reform|Homeland|Population|Wildlife|Fish|Independence|Law|Ways|Means|Armed|Foreign|Economic|Harbour|Harbor)$/

// the Ministry of Health and Welfare; Fisheries and Harbour Services: one body, and no list of two
function joinsName(tokens: readonly Token[], from: number, and: number, to: number): boolean {
  const isCapital = (at: number): boolean => /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? '')
  if (tokens[and]?.lower !== 'and' || !isCapital(and - 1) || and + 1 >= to || !isCapital(and + 1)) return false
  let end = and + 1
  while (end < to && isCapital(end)) end += 1
  const before = tokens.slice(from, and)
  const link = before.findIndex(({ lower }, i) => /^(?:of|for|on)$/.test(lower) && BODY.test(before[i - 1]?.text ?? ''))
  const isOf =
    link > 0 && before.slice(link + 1).every(({ text, lower }) => /^[\p{Lu},]/u.test(text) || /^(?:the|a)$/.test(lower))
  const [one, other, last] = [and - 1, and + 1, end - 1].map((at) => tokens[at]?.text ?? '')
  // the Office of Roads and Rivers: two plain words, and the second no body of its own
  if (
    isOf &&
    end === and + 2 &&
    and - (from + link) <= 3 &&
    PLAIN.test(other ?? '') &&
    !ALONE.test(other ?? '') &&
    !isState(other) &&
    !isState(one)
  )
    return true
  if (isOf)
    return FIELD.test(other ?? '') && FIELD.test(one ?? '') && (FIELD.test(last ?? '') || BODY_AT_END.test(last ?? ''))
  return (
    BODY_AT_END.test(last ?? '') &&
    end - and > 2 &&
    (FIELD.test(one ?? '') || (/^Services?$/.test(one ?? '') && tokens[from]?.lower === 'the'))
  )
}

// Rivers, Growth, Transport: what a body may be for; but Vantix, Hale
const PLAIN = /(?:[^s]s|wth|lth|ion|ment|nce|ity|ture|ing)$/
// the Ministry of Defence and Parliament: two
const ALONE =
  /^(?:Parliament|Congress|Senate|Assembly|Police|Army|Navy|Government|Cabinet|Palace|Chancellery|Presidency|Treasury|Church|Kremlin|Pentagon|Interpol|President|Minister)$/

function isState(word: string | undefined): boolean {
  const lower = word?.toLowerCase() ?? ''
  return STATE_BY_WORD.has(lower) || STATE_BY_ADJECTIVE.has(lower) || BODIES.has(lower)
}

// the Bureau of Alcohol, Tobacco, Firearms and Explosives: capitals without an article up to the "and"
function listsName(tokens: readonly Token[], from: number, comma: number, to: number): boolean {
  const isOf = tokens.slice(from, comma).some(({ text, at }) => BODY.test(text) && tokens[at + 1]?.lower === 'of')
  const and = tokens.slice(comma, to).find(({ lower }) => lower === 'and')
  if (tokens[comma]?.text !== ',' || !isOf || !and) return false
  const isNames = tokens.slice(comma + 1, and.at).every(({ text }) => text === ',' || /^\p{Lu}\p{Ll}/u.test(text))
  return isNames && and.at > comma + 1 && tokens[and.at - 1]?.text !== ',' && joinsName(tokens, from, and.at, to)
}

/** The parts without those that only tell what the person before them is. */
// Jane Clay, a former director of the service and a vice president of the fund: she alone; Ilse Marrow, the envoy, and two aides: she and they
export function withoutApposed(
  { tokens }: Scene,
  parts: readonly Range[],
  isPerson: (part: Range) => boolean,
): Range[] {
  const kept: Range[] = []
  let isApposed = false
  for (const part of parts) {
    const [mark, before, first] = [tokens[part.from - 1]?.text, tokens[part.from - 2]?.text, tokens[part.from]]
    const isLed = /^(?:an?|the|its|his|her|their)$/.test(first?.lower ?? '') || /^\p{Ll}/u.test(first?.text ?? '')
    const tellsWhat =
      isLed &&
      (isOnePerson(tokens, part) || /^(?:who|whose|which|when|as|during|in|on|at|after)$/.test(first?.lower ?? ''))
    const last = kept.at(-1)
    const isWithin = mark === ',' ? tellsWhat && last !== undefined && isPerson(last) : isApposed && before !== ','
    const isClause =
      last !== undefined &&
      /^(?:AUX|VERB)$/.test(first?.pos ?? '') &&
      /^(?:has|have|had|is|are|was|were)$/.test(first?.lower ?? '')
    if (isClause || (!isPerson(part) && isWithin)) {
      isApposed = true
      continue
    }
    isApposed = false
    kept.push(part)
  }
  return kept
}

// the envoy, a former director of the service; but: several doctors, the army
function isOnePerson(tokens: readonly Token[], { from, to }: Range): boolean {
  const words = tokens.slice(from, to)
  const end = words.findIndex(({ pos, text }) => pos === 'ADP' || text === ',')
  const head = (end < 0 ? words : words.slice(0, end)).findLast(({ pos }) => /^(?:NOUN|PROPN|ADJ)$/.test(pos))
  return (
    head !== undefined &&
    (isPersonNoun(head.lower) ||
      KIN.test(head.lower) ||
      /^(?:executive|nephew|niece|cousin|uncle|aunt)$/.test(head.lower)) &&
    !/(?:[^s]s|men|women|people)$/.test(head.lower)
  )
}
