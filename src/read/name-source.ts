// What the words of a source stand for: a person, a body, a government, an outlet, a document, or somebody unnamed.
// Named and unnamed by the words alone, never by guess.
import type { Bounds } from '../model/span.ts'
import { BODIES, DOCUMENT, ORGANISATION, STATE_ORGAN } from './english/bodies.ts'
import { OUTLET_NAME, OUTLETS } from './english/outlets.ts'
import { COUNTS, EXPERT, OFFICIAL, SPOKES, TITLES, UNNAMED } from './english/people.ts'
import { governmentName, STATE_BY_ADJECTIVE, STATE_BY_WORD } from './english/states.ts'
import type { Names, Person } from './find-names.ts'
import { type Range, type Scene, textOf } from './scene.ts'
import type { Token } from './tokenise.ts'

/** Who speaks, as far as the words alone tell. */
export type Voice =
  | { readonly kind: 'person'; readonly name: string; readonly person?: Person; readonly role?: 'official' | 'expert' }
  | { readonly kind: 'organisation' | 'government' | 'outlet' | 'document'; readonly name: string }
  | {
      readonly kind: 'anonymous'
      readonly head: string // the noun, singular: "source"
      readonly count: Bounds
      readonly side?: string
      readonly isDefinite: boolean // "the official": somebody spoken of before
      readonly isAmong: boolean // "one of the sources", "a second source": of a group spoken of before
    }
  | { readonly kind: 'pronoun'; readonly word: string }

/** The voices behind the words of a source, in order; none where the words are no source at all. */
export function nameSource(scene: Scene, range: Range, names: Names): Voice[] {
  const parts = partsOf(scene, range)
  const isList = tokensOf(scene, range).some(({ lower }) => lower === 'and')
  if (parts.length > 1 && isList) {
    const voices = parts.map((part) => nameOne(scene, part, names))
    if (voices.every((voice) => voice !== undefined && /^(person|organisation|government|outlet)$/.test(voice.kind)))
      return voices.filter((voice) => voice !== undefined)
  }
  const voice = nameOne(scene, range, names)
  return voice ? [voice] : []
}

function tokensOf({ tokens }: Scene, { from, to }: Range): readonly Token[] {
  return tokens.slice(from, to)
}

// Both Washington and Moscow / The chancellery, the ministry and the guard
function partsOf({ tokens }: Scene, { from, to }: Range): Range[] {
  const parts: Range[] = []
  let start = tokens[from]?.lower === 'both' ? from + 1 : from
  let depth = 0
  for (let at = start; at < to; at++) {
    const token = tokens[at]
    if (token?.text === '(') depth += 1
    if (token?.text === ')') depth -= 1
    if (depth > 0 || !token || !(token.text === ',' || token.lower === 'and')) continue
    if (at > start) parts.push({ from: start, to: at })
    start = at + 1
  }
  if (start < to) parts.push({ from: start, to })
  return parts
}

function nameOne(scene: Scene, whole: Range, names: Names): Voice | undefined {
  const { tokens } = scene
  const range = withoutBrackets(tokens, whole)
  const core = coreOf(tokens, range)
  const words = tokens.slice(core.from, core.to)
  const first = words[0]
  if (!first) return undefined
  if (words.length === 1 && /^(he|she|they|it|we|i|you|who|him|her|them)$/.test(first.lower))
    return { kind: 'pronoun', word: first.lower }

  const person = names.people.find(({ mentions }) =>
    mentions.some(({ from, to }) => from >= range.from && to <= range.to && isHeadName(tokens, range, from)),
  )
  if (person && !isSpokesFor(words, person, tokens, range))
    return { kind: 'person', name: person.name, person, ...(person.role && { role: person.role }) }

  const plain = textOf(scene, core)
    .replace(/^(the|a|an)\s+/i, '')
    .replace(/[’']s$/, '')
  // Marrow, of whom the text has two: a person, and which of them is not told
  if (names.shared.has(plain)) return { kind: 'person', name: plain }
  const known = nameBody(plain, names)
  if (known) return known
  if (
    /^(the|this|that|its|their)?\s*(report|article|newspaper|paper|magazine|broadcaster|outlet|network|agency|daily|website|channel|station)$/i.test(
      textOf(scene, core),
    )
  ) {
    return { kind: 'document', name: plain.toLowerCase() }
  }
  const head = headOf(words)
  // a spokesman for the ministry, a Karsk government spokeswoman: unnamed, but the body speaks
  if (head && SPOKES.test(head.lower)) {
    const body = bodyOfSpokes(scene, range, names)
    if (body) return body
  }
  if (head?.lower === 'them' && words.length > 1) return anonymous(words, head, names)
  if (head && UNNAMED.test(head.lower) && !isNamed(words, head)) return anonymous(words, head, names)
  const isOrgan = STATE_ORGAN.test(plain)
  if (isOrgan) return { kind: 'government', name: plain }
  if (OUTLET_NAME.test(plain)) return { kind: 'outlet', name: plain }
  if (ORGANISATION.test(plain)) return { kind: 'organisation', name: plain }
  if (DOCUMENT.test(plain)) return { kind: 'document', name: plain }
  if (head && (OFFICIAL.test(plain) || EXPERT.test(plain)) && !isNamed(words, head))
    return anonymous(words, head, names)
  if (words.some(({ text, pos, lower }) => /^\p{Lu}/u.test(text) && /^(PROPN|X)$/.test(pos) && !TIME_NAME.test(lower)))
    return { kind: 'organisation', name: plain }
  return head && /^(NOUN|NUM|PRON|ADJ)$/.test(head.pos) ? anonymous(words, head, names) : undefined
}

/** Up to the first comma, "who", or preposition that does not belong to a title. */
function coreOf(tokens: readonly Token[], { from, to }: Range): Range {
  let end = from
  while (end < to) {
    const token = tokens[end]
    if (!token || /^[,(—–]$/.test(token.text) || /^(who|whose|which|that)$/.test(token.lower)) break
    if (token.pos === 'ADP' && end > from && !/^(of)$/.test(token.lower)) break
    if (token.pos === 'VERB' && end > from && /(ed|ing|ar|own)$/.test(token.lower) && tokens[end + 1]?.pos === 'ADP')
      break
    end += 1
  }
  return { from, to: Math.max(end, from + 1) }
}

function withoutBrackets(tokens: readonly Token[], { from, to }: Range): Range {
  const open = tokens.slice(from, to).findIndex(({ text }) => text === '(')
  return open > 0 ? { from, to: from + open } : { from, to }
}

// "Ilse Marrow's office" names an office, not her
function isHeadName(tokens: readonly Token[], range: Range, from: number): boolean {
  const name = tokens.slice(from, range.to)
  return (
    !name.some(({ text }, i) => i > 0 && i < 5 && /^(’s|'s)$/.test(text)) &&
    !tokens
      .slice(range.from, from)
      .some(({ lower }) => /^(for|to|of|with|by|from)$/.test(lower) && !isOfficeOf(tokens, range.from, from))
  )
}

// Secretary of State Ilse Marrow, president of Karsk Jon Oster: the "of" belongs to the office
function isOfficeOf(tokens: readonly Token[], from: number, to: number): boolean {
  return (
    tokens.slice(from, to).some(({ lower }) => OFFICIAL.test(lower)) &&
    tokens[to - 1]?.lower !== 'of' &&
    tokens[to - 1]?.lower !== 'for'
  )
}

function isSpokesFor(words: readonly Token[], person: Person, tokens: readonly Token[], range: Range): boolean {
  const at = words.findIndex(({ lower }) => SPOKES.test(lower))
  const mention = person.mentions.find(({ from, to }) => from >= range.from && to <= range.to)
  return (
    at >= 0 &&
    mention !== undefined &&
    tokens.slice(range.from + at, mention.from).some(({ lower }) => /^(for|of)$/.test(lower))
  )
}

/** A body, government or outlet by its name alone. */
export function nameBody(plain: string, names: Names): Voice | undefined {
  const lower = plain.toLowerCase()
  const outlet = OUTLETS.get(lower)
  if (outlet) return { kind: 'outlet', name: outlet }
  const own = names.outlets.find((name) => isShortFor(lower, name.toLowerCase()))
  if (own) return { kind: 'outlet', name: own }
  const body = BODIES.get(lower)
  if (body) return { kind: body.kind, name: body.name }
  const state = STATE_BY_WORD.get(lower)
  if (state) return { kind: 'government', name: governmentName(state) }
  const ofState = /^(\S+) (government|administration|authorities|leadership|side)$/i.exec(plain)
  const named = ofState && STATE_BY_ADJECTIVE.get(ofState[1]?.toLowerCase() ?? '')
  if (named) return { kind: 'government', name: governmentName(named) }
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

const TIME_NAME =
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

function bodyOfSpokes(scene: Scene, range: Range, names: Names): Voice | undefined {
  const { tokens } = scene
  const at = tokens.slice(range.from, range.to).findIndex(({ lower }) => SPOKES.test(lower))
  const link = tokens[range.from + at + 1]
  const from = /^(for|of|from|at)$/.test(link?.lower ?? '') ? range.from + at + 2 : range.from
  const to = from > range.from ? coreOf(tokens, { from, to: range.to }).to : range.from + at
  if (to <= from) return undefined
  const plain = textOf(scene, { from, to })
    .replace(/^(the|a|an|another)\s+/i, '')
    .replace(/[’']s?$/, '')
  if (!plain || /^(senior|unnamed|second|chief)$/i.test(plain)) return undefined
  const known = nameBody(plain, names)
  if (known) return known
  if (STATE_ORGAN.test(plain)) return { kind: 'government', name: plain }
  return /\p{Lu}/u.test(plain) || ORGANISATION.test(plain) ? { kind: 'organisation', name: plain } : undefined
}

/** The noun that the phrase is about: "three Russian sources", "one of the sources" -> sources; "a third" -> third. */
function headOf(words: readonly Token[]): Token | undefined {
  const of = words.findIndex(({ lower }) => lower === 'of')
  const isPartitive =
    of > 0 &&
    /^(one|two|three|four|some|several|many|most|all|both|each|none|another|number|group|members?|couple)$/.test(
      words[of - 1]?.lower ?? '',
    )
  const inner = words.slice(of + 1)
  const link = inner.findIndex(({ pos }) => pos === 'ADP')
  const list = isPartitive ? (link > 0 ? inner.slice(0, link) : inner) : of > 0 ? words.slice(0, of) : words
  // Lindrian officials and others: the officials are what is known of them
  const others = list.findIndex(({ lower }) => lower === 'others')
  const named = others > 1 ? list.slice(0, others - 1) : list
  return named.findLast(({ pos, lower }) => /^(NOUN|PROPN|PRON|NUM)$/.test(pos) || UNNAMED.test(lower)) ?? words.at(-1)
}

// "envoy Ilse Marrow" is named; "Karskian officials" and "a Meridian source" are not
function isNamed(words: readonly Token[], head: Token): boolean {
  const at = words.indexOf(head)
  return (
    words.slice(at + 1).some(({ text, lower }) => /^\p{Lu}/u.test(text) && !TITLES.test(lower)) &&
    words[at + 1]?.lower !== 'of'
  )
}

function anonymous(words: readonly Token[], head: Token, names: Names): Voice {
  const lower = words.map((word) => word.lower)
  const of = lower.indexOf('of')
  const isAmong =
    (of > 0 && of <= 3 && /^(the|those|these|its|their)$/.test(lower[of + 1] ?? '')) ||
    lower.some((word) => /^(second|third|fourth|fifth|another|other|them)$/.test(word))
  const counted = lower.map((word) => COUNTS.get(word)).find((count) => count !== undefined)
  const isPlural = /(s|people|men|women|authorities)$/.test(head.lower) && !/ss$/.test(head.lower)
  const hasOthers = lower.includes('others') && head.lower !== 'others'
  const [least = isPlural ? 2 : 1, most] =
    isPlural && counted?.[0] === 1 && of < 0 ? [2] : (counted ?? [isPlural ? 2 : 1])
  const one = !isPlural && counted === undefined ? 1 : most
  const side = words.find((word) => isSide(word, names))
  return {
    kind: 'anonymous',
    head: singular(head.lower),
    count: hasOthers
      ? { atLeast: least + 1 }
      : one === undefined
        ? { atLeast: Math.max(least, isPlural ? 2 : 1) }
        : { atLeast: least, atMost: one },
    ...(side && { side: side.text }),
    isDefinite: /^(the|this|that|these|those|both)$/.test(lower[0] ?? '') && !isAmong,
    isAmong,
  }
}

function isSide({ text, lower }: Token, names: Names): boolean {
  return (
    STATE_BY_ADJECTIVE.has(lower) ||
    names.adjectives.has(lower) ||
    /^(western|european|arab|gulf|nato|opposition|rebel|separatist)$/i.test(text) ||
    (/^\p{Lu}\p{L}+(an|ian|ish|ese|ic)$/u.test(text) && text.length > 5)
  )
}

function singular(noun: string): string {
  if (noun === 'people') return 'person'
  if (/(wo)?men$/.test(noun)) return noun.replace(/men$/, 'man')
  return /ies$/.test(noun) ? noun.replace(/ies$/, 'y') : /[^s]s$/.test(noun) ? noun.slice(0, -1) : noun
}
