// Bodies, governments and outlets by their names, and the body that a spokeswoman speaks for.
import { coreOf } from './cut-source.ts'
import { BODIES } from './english/actors.ts'
import { ORGANISATION, STATE_ORGAN } from './english/bodies.ts'
import { OUTLET_NAME, outletNamed } from './english/outlets.ts'
import { SPOKES } from './english/people.ts'
import { governmentName, inFull, organOf, STATE_BY_ADJECTIVE, STATE_BY_WORD } from './english/states.ts'
import type { Names } from './find-names.ts'
import type { Voice } from './name-source.ts'
import { type Range, type Scene, textOf } from './scene.ts'

/** A body, government or outlet by its name alone. */
export function nameBody(plain: string, names: Pick<Names, 'outlets' | 'adjectives' | 'states'>): Voice | undefined {
  const lower = plain.toLowerCase()
  const outlet = outletNamed(plain)
  if (outlet) return { kind: 'outlet', name: outlet }
  const own = names.outlets.find((name) => isShortFor(lower, name.toLowerCase()))
  if (own) return { kind: 'outlet', name: own }
  const body = BODIES.get(lower)
  if (body) return { kind: body.kind, name: body.name }
  const organ = organOf(plain)
  if (organ) return { kind: 'government', name: organ }
  const state = STATE_BY_WORD.get(inFull(lower))
  if (state) return { kind: 'government', name: governmentName(state) }
  const ofState = /^(\S+) (government|administration|authorities|leadership|side)$/i.exec(plain)
  const named = ofState && STATE_BY_ADJECTIVE.get(ofState[1]?.toLowerCase() ?? '')
  if (named) return { kind: 'government', name: governmentName(named) }
  if (ofState && ADMINISTRATION.test(plain)) return { kind: 'government', name: plain } // the Marrow administration
  if (ofState && /^\p{Lu}/u.test(plain)) return { kind: 'government', name: `${ofState[1]} government` }
  // Karsk said; "Karskian" in the same doc shows that Karsk is a place, and the place that speaks is its government
  for (const [adjective, place] of names.adjectives) {
    if (place.toLowerCase() === lower)
      return { kind: 'government', name: `${capital(adjective.replace(/s$/, ''))} government` }
    if (adjective === lower && lower.endsWith('s'))
      return { kind: 'government', name: `${capital(adjective.slice(0, -1))} government` }
  }
  return names.states.has(lower) ? { kind: 'government', name: `${plain} government` } : undefined
}

/** The name that a body, government or outlet is listed under, by any of its names alone: "Moscow", "the SBU". */
export function listedName(plain: string): string | undefined {
  const voice = nameBody(plain.replace(/^the /i, ''), { outlets: [], adjectives: new Map(), states: new Set() })
  return voice && 'name' in voice ? voice.name : undefined
}

export function bodyOfSpokes(scene: Scene, range: Range, names: Names): Voice | undefined {
  const { tokens } = scene
  const at = tokens.slice(range.from, range.to).findIndex(({ lower }) => SPOKES.test(lower))
  const link = tokens[range.from + at + 1]
  const from = /^(for|of|from|at)$/.test(link?.lower ?? '') ? range.from + at + 2 : range.from
  const to = from > range.from ? coreOf(tokens, { from, to: range.to }).to : range.from + at
  if (to <= from) return undefined
  const plain = textOf(scene, { from, to })
    .replace(/^(the|a|an|another)(?:\s+|$)/i, '') // a spokesman in Karsk: of no body that is named
    .replace(/[’']s?$/, '')
  // a spokesman for Marrow, who is a person: he speaks for himself
  if (
    names.people.some(
      ({ name, surname }) => name === plain || surname === plain.replace(/^(?:Mr|Mrs|Ms|Miss|Dr)\.? /, ''),
    )
  )
    return undefined
  if (!plain || /^(senior|unnamed|second|chief|his|her|their|its|my|our|your)$/i.test(plain)) return undefined
  const known = nameBody(plain, names)
  if (known) return known
  if (STATE_ORGAN.test(plain)) return { kind: 'government', name: plain }
  return /\p{Lu}/u.test(plain) || ORGANISATION.test(plain) ? { kind: 'organisation', name: plain } : undefined
}

const ADMINISTRATION = /^\p{Lu}\p{L}*(?<!an|ish|ese|ic|i|ch) administration$/u

export const TIME_NAME =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/

// "Meridian", "the Courier": the first or the last of an outlet's name
function isShortFor(short: string, name: string): boolean {
  const plain = name.replace(/^the /, '')
  if (plain === short) return true
  return (
    (plain.startsWith(`${short} `) && /^(news|press|wire|agency|media)\b/.test(plain.slice(short.length + 1))) ||
    (plain.endsWith(` ${short}`) && OUTLET_NAME.test(capital(short)))
  )
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** A name of capitals on both sides of a small word: Citizens for Fair Tolls. */
export const LINKED_NAME = /^\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)* (?:for|on|against) (?:(?:a|an|the) )?\p{Lu}/u

/** The name without the words in small letters before it: the nonpartisan Commission on River Debates. */
export function withoutEpithet(name: string): string {
  const [epithet = ''] = /^(?:(?!of\b|the\b|for\b)\p{Ll}[\p{L}-]+ )+(?=\p{Lu}\p{Ll})/u.exec(name) ?? []
  return ORGANISATION.test(epithet) ? name : name.slice(epithet.length)
}

/** The same with its kind before it: the Karskan news agency KNA, state broadcaster Radio Askevar. */
export const KIND_OF_OUTLET =
  /^(?:\p{L}[\p{L}’'-]* ){0,3}?(?:news agency|newswire|broadcaster|newspaper|daily|news site|news website|tabloid|magazine|(?:television|TV) channel|radio station) ((?:\p{Lu}|\d)[\p{L}\d’'.-]*(?: \p{Lu}[\p{L}’'.-]*){0,3})$/u

/** An outlet by its name and its kind, of which the name is the first group: El Diario newspaper. */
export const OUTLETS_KIND =
  /^((?:\p{Lu}[\p{L}’'.-]*|\d+)(?: (?:\p{Lu}[\p{L}’'.-]*|\d+|de|la|of|and))*) (?:newspaper|daily|news agency|news site|news website|broadcaster|magazine|radio|television|tabloid)$/u
