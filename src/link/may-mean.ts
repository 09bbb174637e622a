// Whether one who is called by less than a name may be somebody who is named in full.
import type { Teller } from '../model/origin.ts'
import { foldBody } from './fold-name.ts'
import { isUndecided } from './is-bare-body.ts'

/** True for one who is called by an office, by the kind of a body or by one word. */
export function isVague({ name, isBare }: Teller): boolean {
  return isBare === true || isUndecided(name) || !foldBody(name).includes(' ')
}

/** True for one whom the report calls the spokesman of a body, or the like. */
export function isSpokesman({ evidence: { quote } }: Teller): boolean {
  return /\bspokes(?:man|woman|person)\b|\bpress secretary\b/i.test(quote)
}

/** True where what a report calls the one, who is not named in full there, may mean the other. */
export function mayMean(one: Teller, other: Teller): boolean {
  if (other.isBare || isUndecided(other.name)) return false
  if (isUndecided(one.name)) return isOfOffice(one, other)
  return isPartOf(one, other) || isSurnameOf(one, other) || isSpokenFor(one, other)
}

const ROLE =
  /\b(?:minister|president|premier|chancellor|governor|mayor|envoy|ambassador|secretary|general|spokes(?:man|woman|person)|director|commander|chief|chairman|chairwoman|leader|judge|prosecutor|negotiator|adviser|official|senator|lawmaker|king|queen)\b/gi

// “the Belvar foreign minister”, and Foreign Minister Pavel Druze; also Pavel Druze, of whom the words do not tell what he is
function isOfOffice(one: Teller, other: Teller): boolean {
  const [own, others] = [rolesIn(one.name), rolesIn(other.evidence.quote)]
  const [mine, theirs] = [portfoliosIn(one.name), portfoliosIn(other.evidence.quote)]
  const isOther = mine.length > 0 && theirs.length > 0 && !mine.some((each) => theirs.includes(each))
  const isPerson = /^\p{Lu}\S*(?: \S+)* \p{Lu}\S+$/u.test(other.name) && !isBodyName(other.name)
  return !isOther && (own.some((role) => others.includes(role)) || (own.length > 0 && others.length === 0 && isPerson))
}

// its prime minister is not the foreign minister
function portfoliosIn(words: string): string[] {
  return (words.match(PORTFOLIO) ?? []).map((word) => word.toLowerCase())
}

const PORTFOLIO =
  /\b(?:prime|foreign|defen[cs]e|interior|finance|justice|health|energy|trade|transport|economy|education|culture|agriculture|environment|information|labou?r|home|deputy|vice)\b/gi

function rolesIn(words: string): string[] {
  return (words.match(ROLE) ?? []).map((word) => word.toLowerCase())
}

// the navy, and the Belvar navy; the country's interior ministry, and the Zemlin interior ministry
function isPartOf(one: Teller, other: Teller): boolean {
  if (!one.isBare) return false
  const own = wordsOf(one.name).filter((word) => !/^(?:country|nation|state)$/.test(word))
  const others = new Set(wordsOf(other.name))
  return own.length > 0 && own.length < others.size && own.every((word) => others.has(word))
}

// Druze, and Pavel Druze; but not Karsk, and the Bank of Karsk or Radio Karsk
function isSurnameOf(one: Teller, other: Teller): boolean {
  const [own, others] = [wordsOf(one.name), wordsOf(other.name)]
  return (
    own.length === 1 && others.length > 1 && others.length <= 4 && !isBodyName(other.name) && own[0] === others.at(-1)
  )
}

function isBodyName(name: string): boolean {
  return wordsOf(name).some((word) => BODY.test(word))
}

const BODY =
  /^(?:of|ministry|agency|radio|television|tv|bank|party|union|council|commission|university|institute|government|army|navy|group|company|news|press|post|times|courier|herald|gazette|office|court|police|parliament|committee|centre|center|foundation|movement|front|alliance|federation|association|airlines?|airport|club|united|real|new|south|north|east|west|central|upper|lower|greater|cross|crescent)$/

// Belvar navy spokesman Jiri Holt, and the Belvar navy, or the navy
function isSpokenFor(one: Teller, other: Teller): boolean {
  const isBody = one.isBare === true || isBodyName(one.name) || wordsOf(one.name).length === 1 // a spokesman for Ilse Marrow is not she
  if (!isSpokesman(other) || !isBody) return false
  const own = foldBody(one.name)
  return own !== '' && own !== foldBody(other.name) && ` ${foldBody(other.evidence.quote)} `.includes(` ${own} `)
}

function wordsOf(name: string): string[] {
  return foldBody(name).split(' ')
}
