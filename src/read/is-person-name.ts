// Whether a name is that of a person: by its title, or as two to four words of which none is a place, a body or a day.
import { BODIES } from './english/actors.ts'
import { ORGANISATION, STATE_ORGAN } from './english/bodies.ts'
import { usualGender } from './english/given-names.ts'
import { OUTLET_NAME, OUTLETS } from './english/outlets.ts'
import { inFull, STATE_BY_ADJECTIVE, STATE_BY_WORD } from './english/states.ts'
import type { Name } from './find-names.ts'
import type { Scene } from './scene.ts'
import { isSurnameAlone } from './surname-of.ts'

/** True for Ilse Marrow and Senator Marrow; not for Port Sabel, the River Commission or Marrow alone. */
export function isPersonName(scene: Scene, name: Name, adjectives: ReadonlyMap<string, string>): boolean {
  const words = name.text.split(' ')
  const lower = name.text.toLowerCase()
  if (BODIES.has(lower) || OUTLETS.has(lower) || STATE_BY_WORD.has(lower)) return false
  if (words.some((word) => /^\p{Lu}{2,}$/u.test(word)) && words.length > 1 && !inCapitals(name)) return false // AG Marrow
  if (
    /\p{L}/u.test(name.title.replace(/\b(?:former|ex|then|republican|democrat|democratic)\b/gi, '')) &&
    words.length <= 4
  )
    return true
  if (words.length === 1 && isApposed(scene, name) && ![...adjectives.values()].includes(name.text)) return true
  if (words.length < 2 || words.length > 5 || (isSurnameAlone(name.text) && !isGivenToo(scene, name))) return false
  if (OUTLET_NAME.test(name.text) || ORGANISATION.test(name.text) || STATE_ORGAN.test(name.text)) return false
  if (
    words.some(
      (word) =>
        STATE_BY_WORD.has(word.toLowerCase()) ||
        STATE_BY_ADJECTIVE.has(word.toLowerCase()) ||
        adjectives.has(word.toLowerCase()),
    )
  )
    return false
  if (
    words.some((word) => NO_PERSON.test(word)) ||
    (COMPANY.test(words.at(-1) ?? '') && usualGender(words[0] ?? '') === undefined)
  )
    return false
  if (STATE_BY_WORD.has(inFull(lower))) return false // N. Korea
  if (isOwnerOfPlace(scene, name)) return false
  if (words.some((word) => /^(\p{Lu}{2,}|\d.*)$/u.test(word) && !/^\p{Lu}\.?$/u.test(word))) return false
  return (
    !/^(the|a|an|in|on|at|former|ex|then|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|north|south|east|west|new|great|san|los|saint|st\.|lake|mount|port|fort|cape|camp|upper|lower|act|street|avenue|northeast|northwest|southeast|southwest|northern|southern|eastern|western|downtown|greater|central)$/i.test(
      words[0] ?? '',
    ) &&
    !/^(president|chairman|chairwoman|director|executive|editor|manager|act|street|avenue|river|bridge|island|islands|city|county|valley|war|accord|accords|treaty|day|week|bay|sea|strait|pass|square|house|hall|palace|hotel|airport|harbour|harbor|port|peninsula|region|province|district)$/i.test(
      words.at(-1) ?? '',
    ) &&
    scene.tokens[name.from - 1]?.lower !== 'the'
  )
}

// Tovan, the Karskan president, said: one who holds an office. But: Karsk, the president said, had agreed
function isApposed({ tokens }: Scene, { from, to }: Name): boolean {
  if (tokens[from - 1]?.pos === 'ADP') return false // In Brenn, the mayor, Ilse Marrow, said
  if (tokens[to]?.text !== ',' || !/^(?:the|a|an|its|their|his|her)$/.test(tokens[to + 1]?.lower ?? '')) return false
  const words = tokens.slice(to + 2, to + 2 + LONGEST_OFFICE)
  const end = words.findIndex(({ pos }) => !/^(?:NOUN|PROPN|ADJ)$/.test(pos))
  const isNamed = tokens[to + 2 + end + 1]?.pos === 'PROPN'
  return end > 0 && words[end]?.text === ',' && HOLDER.test(words[end - 1]?.lower ?? '') && !isNamed
}

const LONGEST_OFFICE = 5 // words
const HOLDER =
  /^(?:president|minister|premier|chancellor|mayor|governor|senator|lawmaker|ambassador|envoy|general|colonel|admiral|commander|spokes(?:man|woman|person)|king|queen|judge|prosecutor|lawyer|engineer|professor|economist|analyst)$/

const NO_PERSON =
  /^(national|international|federal|general|state|states|united|supreme|electoral|central|republicans?|democrats?|democratic|says|said|is|are|was|has|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/i

// Ben Orrin, Della Hobbs: a given name, where no name of the text ends so; but: Zara Ben Orrin was there, and Ben Orrin said. Al Rayan may be
// a station: he is a man of whom the text says "he"
function isGivenToo({ doc, tokens }: Scene, { from, to, text }: Name): boolean {
  if (to - from !== 2 || !/^(?:Ben|Al|Van|Della)\b/.test(text)) return false
  const behind = doc.text.slice(tokens[to - 1]?.end ?? 0, (tokens[to - 1]?.end ?? 0) + NEAR)
  if (/^Al\b/.test(text) && !/\b(?:he|his|him)\b/i.test(behind)) return false
  return !tokens.some(
    ({ text: first }, at) =>
      at !== from &&
      first === tokens[from]?.text &&
      tokens[at + 1]?.text === tokens[from + 1]?.text &&
      tokens[at - 1]?.pos === 'PROPN',
  )
}

const NEAR = 150 // characters

// Bloomhaven Sam’s Club: a place, whoever Sam was
function isOwnerOfPlace({ tokens }: Scene, { to }: Name): boolean {
  return /^(?:’s|'s)$/.test(tokens[to]?.text ?? '') && PLACE.test(tokens[to + 1]?.text ?? '')
}

const PLACE =
  /^(?:Club|Hotel|Inn|Bar|Pub|Cafe|Café|Diner|Restaurant|Store|Market|Hospital|Church|Cathedral|College|School|Square|Bridge|Island|Point|Corner|Landing|Mill)$/

const COMPANY =
  /^(?:services?|guard|patrol|corps|brigade|command|affairs|industries|holdings|ltd|plc|gmbh|corp|airlines|airways|railways|motors|energy|systems|technologies|partners|securities|pharmaceuticals|laboratories|studios|records|entertainment|logistics|shipping)\.?$/i

/** True for a name printed in capitals throughout: ILSE MARROW. */
export function inCapitals({ text }: Name): boolean {
  return /^[\p{Lu}\s.’'-]{3,}$/u.test(text)
}
