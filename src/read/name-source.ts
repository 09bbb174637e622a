// What the words of a source stand for: a person, a body, a government, an outlet, a document, or somebody unnamed.
// Named and unnamed by the words alone, never by guess.
import type { Bounds } from '../model/span.ts'
import { beforeDash, beforeExcepted, coreOf, withoutBrackets, withoutPlace } from './cut-source.ts'
import { DOCUMENT, ORGANISATION, STATE_ORGAN } from './english/bodies.ts'
import { usualGender } from './english/given-names.ts'
import { OUTLET_NAME, OUTLET_NOUNS, outletNamed } from './english/outlets.ts'
import { COUNTS, EXPERT, KIN, OFFICIAL, SPOKES, UNNAMED } from './english/people.ts'
import { isBodyNoun, isPersonNoun, isPlainPeople } from './english/person-nouns.ts'
import { findHeadPerson } from './find-head-person.ts'
import type { Names, Person } from './find-names.ts'
import { type Members, membersOf } from './find-relative.ts'
import {
  bodyOfSpokes,
  KIND_OF_OUTLET,
  LINKED_NAME,
  nameBody,
  OUTLETS_KIND,
  TIME_NAME,
  withoutEpithet,
} from './name-body.ts'
import { anonymous, headOf, isNamed, isPartOf, singular } from './name-unnamed.ts'
import { type Range, type Scene, textOf } from './scene.ts'
import { partsOf, withoutApposed } from './split-source.ts'
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
      readonly nth?: number // 2 for "a second source"
    }
  | { readonly kind: 'pronoun'; readonly word: string }

/** The voices behind the words of a source, in order; none where the words are no source at all. */
export function nameSource(scene: Scene, whole: Range, names: Names): Voice[] {
  const range = beforeExcepted(scene, beforeDash(scene, whole))
  if (range.from === range.to) return []
  const isPerson = (part: Range): boolean => {
    const own = tokensOf(scene, part)
    const [head] = own.filter(({ at }) => names.personAt.has(at))
    if (!head) return false
    const end = names.personAt.get(head.at)?.mentions.find(({ from }) => from === head.at)?.to ?? head.at + 1
    const next = end < part.to ? scene.tokens[end] : undefined
    if (next && /^(?:NOUN|ADJ)$/.test(next.pos) && /^\p{Ll}/u.test(next.text)) return false // a Marrow supporter
    if (scene.tokens[head.at - 1]?.lower === 'of') return false // chief executive of Marrow Rail
    return own
      .slice(0, head.at - part.from)
      .every(({ pos, lower }) => lower === 'of' || !/^(?:ADP|VERB|AUX|PRON|SCONJ)$/.test(pos))
  }
  const parts = withoutApposed(scene, withoutGroup(scene, partsOf(scene, range), isPerson), isPerson)
  const isList = parts.some(({ from }, nth) => nth > 0 && /^(?:and|nor)$/.test(scene.tokens[from - 1]?.lower ?? ''))
  if (parts.length > 1 && isList && !isSpokesman(scene, range)) {
    // Corvin Hale and not Ilse Marrow
    const told = parts.filter(({ from }) => scene.tokens[from]?.lower !== 'not')
    const voices = told.map((part) => nameOne(scene, part, names))
    const known = voices.filter((voice) => voice !== undefined)
    const isAll = known.length === voices.length
    if (isAll && known.every(({ kind }) => /^(person|organisation|government|outlet)$/.test(kind))) return known
    // Ilse Marrow and her aides: she is named, whoever else spoke
    if (isAll && known[0]?.kind === 'person' && known.every(({ kind }) => /^(person|anonymous)$/.test(kind)))
      return known
  }
  const voice = nameOne(scene, range, names)
  return voice ? [voice] : []
}

// [Its owners], Ilse Marrow and Oskar Brell, said; but: the council, Ilse Marrow and Oskar Brell said
function withoutGroup(scene: Scene, parts: Range[], isPerson: (part: Range) => boolean): Range[] {
  const [group, ...others] = parts
  const named = others.filter(isPerson)
  const last = scene.tokens[(group?.to ?? 0) - 1]
  const isGroup =
    group !== undefined && !isPerson(group) && /s$/.test(last?.lower ?? '') && isPersonNoun(singular(last?.lower ?? ''))
  return isGroup && named.length > 1 && scene.tokens[group.to]?.text === ',' ? others : parts
}

// Peter Hale, a spokesman for Ilse Marrow and Oskar Brell: one speaks, for both
function isSpokesman(scene: Scene, range: Range): boolean {
  const words = tokensOf(scene, range)
  const at = words.findIndex(({ lower }) => SPOKES.test(lower))
  const comma = words.findIndex(({ text }) => text === ',')
  const and = words.findIndex(({ lower }) => lower === 'and')
  return comma > 0 && comma < at && at < and && words.slice(at, and).some(({ lower }) => /^(?:for|of)$/.test(lower))
}

function tokensOf({ tokens }: Scene, { from, to }: Range): readonly Token[] {
  return tokens.slice(from, to)
}

function nameOne(scene: Scene, whole: Range, names: Names): Voice | undefined {
  const { tokens } = scene
  const range = withoutBrackets(tokens, withoutPlace(tokens, whole))
  const core = coreOf(tokens, range)
  const words = tokens.slice(core.from, core.to)
  const first = words[0]
  if (!first) return undefined
  if (words.length === 1 && /^(he|she|they|it|we|i|you|who|him|her|them|his|hers|their|its)$/.test(first.lower))
    return { kind: 'pronoun', word: POSSESSOR.get(first.lower) ?? first.lower }

  // QUESTION: Will he sign?: whoever asks in a transcript
  if (words.length === 1 && /^(?:Q|QUESTION|REPORTER|JOURNALIST)$/.test(first.text))
    return { kind: 'anonymous', head: 'reporter', count: { atLeast: 1, atMost: 1 }, isDefinite: false, isAmong: false }

  // four ministers, one of whom said so: a minister; Marrow and Hale, one of whom said so: which of them, nobody tells
  const members = membersOf(scene, whole)
  if (members) return partOf(scene, members, names)
  if (/^(?:whom|which|that)$/.test(words.at(-1)?.lower ?? '')) return undefined

  // No official would confirm it; nobody admitted it: no unnamed source
  if (/^(?:nobody|none)$/.test(first.lower)) return undefined
  if (words.length > 1 && first.lower === 'no' && /^\p{Ll}/u.test(words[1]?.text ?? '')) return undefined

  // his father, Hale's wife: one person, told by kin, and no unnamed source; who it is, the text may tell elsewhere
  if (KIN.test(words.at(-1)?.lower ?? '') && isOwned(words)) return undefined

  // Another said there was no plan.: one more of those spoken of, however the tagger took the capital
  if (words.length === 1 && first.lower === 'another') return anonymous(words, first, names)

  const person = findHeadPerson(tokens, range, core, names)
  if (person) return { kind: 'person', name: person.name, person, ...(person.role && { role: person.role }) }

  const printed = textOf(scene, core)
    .replace(/\s+(?:him|her|it|them)sel(?:f|ves)$/i, '') // the ministry itself
    .replace(/^(the|a|an)\s+/i, '')
    .replace(/[’']s$/, '')
  const plain = names.acronyms.get(printed) ?? printed // AROL, of which the text has told what it stands for
  // Marrow, of whom the text has two: a person, and which of them is not told
  const bare = plain.replace(/^(?:Mr|Mrs|Ms|Miss|Dr)\.? /, '')
  if (names.shared.has(bare)) return { kind: 'person', name: bare }
  const outlet =
    outletNamed(names.acronyms.has(printed) ? plain : textOf(scene, core)) ??
    OUTLETS_KIND.exec(plain)?.[1] ??
    KIND_OF_OUTLET.exec(plain)?.[1] // The Hill reported: the article belongs to the name
  if (outlet) return { kind: 'outlet', name: outlet }
  const known = nameBody(plain, names)
  if (known) return known
  if (LINKED_NAME.test(plain)) return { kind: STATE_ORGAN.test(plain) ? 'government' : 'organisation', name: plain }
  // Senate Republicans, the Liberals: a party by its people; but some Republicans are some of them
  if (PARTY.test(plain) && !COUNTS.has(first.lower)) return { kind: 'organisation', name: plain }
  if (OUTLETS_OWN.test(textOf(scene, core))) return { kind: 'document', name: plain.toLowerCase() }
  const head = headOf(words)
  // the Transport Workers of Karsk, United Farm Workers: a union by its name
  if (
    head &&
    /^Workers$/.test(head.text) &&
    /^\p{Lu}/u.test(tokens[head.at - 1]?.text ?? '') &&
    tokens[head.at - 1]?.lower !== 'the'
  )
    return { kind: 'organisation', name: plain }
  // a third of Karskians; most of those who voted: people by their country, and nobody's name
  if (head && isPartOf(words, head)) return anonymous(words, head, names)
  // Hispanics, Christians: people, though their name has a capital
  if (head && words.length <= 2 && /s$/.test(head.lower) && isPlainPeople(head.lower))
    return anonymous(words, head, names)
  // many Karskians, Muslim Karskians: some of a people; but the Karskians are their government
  if (
    head &&
    words.length > 1 &&
    first.lower !== 'the' &&
    /^\p{Lu}\p{L}+(?:ans|ians|ese|tinos|spanics|slims|stians)$/u.test(head.text)
  )
    return anonymous(words, head, names)
  // the coast guard, Karsk's border guard: a body; but: a border guard, two border guards, the captain of the coast guard
  const isCounted = COUNTS.has(first.lower) || /^an?$/.test(first.lower)
  if (
    !isCounted &&
    /^(?!.*\bof\b).*\b(?:coast|border|national|home|palace|presidential|republican|revolutionary) ?guards?$/i.test(
      plain,
    )
  )
    return { kind: 'government', name: plain }
  // Karsk's general staff, the Karskan delegation: a body; but: a delegation, some staff
  const isBodyOfMany = /\b(?:general staff|high command|delegation)$/i.test(
    words
      .map(({ text }) => text)
      .join(' ')
      .replace(/ of \p{Lu}.*$/u, ''),
  )
  if (!isCounted && isBodyOfMany && words.some(({ text, pos }) => pos === 'PROPN' && /^\p{Lu}/u.test(text)))
    return { kind: 'government', name: plain }
  // a judge handling a lawsuit is no lawsuit
  if (
    head &&
    !/^\p{Lu}/u.test(head.text) &&
    isPersonNoun(head.lower) &&
    !SPOKES.test(head.lower) &&
    !isNamed(words, head)
  )
    return anonymous(words, head, names)
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
  if (ORGANISATION.test(plain)) return { kind: 'organisation', name: withoutEpithet(plain) }
  if (DOCUMENT.test(plain) || /\p{Lu}.* (?:Act|Treaty|Accords?|Protocol|Convention|Bill)$/u.test(plain))
    return { kind: 'document', name: plain }
  if (head && (OFFICIAL.test(plain) || EXPERT.test(plain)) && !isNamed(words, head))
    return anonymous(words, head, names)
  // an Ostmerian shipowner: whoever is brought in with "a" and a plain noun is not named
  const isNoun = head?.pos === 'NOUN' && !/^\p{Lu}/u.test(head.text)
  const isMet = head !== undefined && names.introductions.some((met) => met.head === singular(head.lower))
  if (head && isNoun && !isNamed(words, head) && ((COUNTS.has(first.lower) && isPersonNoun(head.lower)) || isMet))
    return anonymous(words, head, names)
  // Karskan-born voters, all of the Karskan candidates: people, and nobody's name
  if (head && isPersonNoun(head.lower) && !/^\p{Lu}/u.test(head.text) && !isNamed(words, head))
    return anonymous(words, head, names)
  // Shipowner confirms letters: a capital only because a headline begins with it
  const own = scene.sentences[scene.sentenceOf[first.at] ?? -1]
  const isLone = words.length === 1 && own?.from === first.at && own.kind === 'headline'
  if (isLone && head && isPersonNoun(head.lower) && usualGender(head.text) === undefined)
    return anonymous(words, head, names)
  if (words.some(({ text, pos, lower }) => /^\p{Lu}/u.test(text) && /^(PROPN|X)$/.test(pos) && !TIME_NAME.test(lower)))
    return { kind: 'organisation', name: plain }
  if (words.length === 1 && /^\p{Lu}{3,}$/u.test(first.text)) return { kind: 'organisation', name: plain } // HALE: We never asked.
  // The ferry sank, Stark said.: a noun elsewhere, and a name here
  const isInside = scene.sentences[scene.sentenceOf[first.at] ?? -1]?.from !== first.at
  if (words.length === 1 && isInside && /^\p{Lu}\p{Ll}/u.test(first.text)) return { kind: 'organisation', name: plain }
  if (!head || !/^(NOUN|NUM|PRON|ADJ)$/.test(head.pos)) return undefined
  // both sides, adoption agencies: bodies, none of them named
  if (isBodyNoun(head.lower)) return { kind: 'organisation', name: plain.toLowerCase() }
  // the projections, a post, the shot: what shows or says it is no person
  if (head.pos === 'NOUN' && !isPersonNoun(head.lower)) return { kind: 'document', name: plain.toLowerCase() }
  return anonymous(words, head, names)
}

function partOf(scene: Scene, { whole, part }: Members, names: Names): Voice | undefined {
  const head = headOf(tokensOf(scene, whole))
  if (!head || names.people.some(({ mentions }) => mentions.some(({ from }) => from >= whole.from && from < whole.to)))
    return undefined
  const uncounted = tokensOf(scene, whole).filter(({ lower }) => !COUNTS.has(lower))
  const [atLeast, atMost] = COUNTS.get(part.lower) ?? [1]
  const count = { atLeast, ...(atMost && { atMost }) }
  return { ...anonymous(uncounted, head, names), isAmong: true, isDefinite: false, count }
}

const POSSESSOR: ReadonlyMap<string, string> = new Map(
  Object.entries({ his: 'he', hers: 'she', their: 'they', its: 'it' }),
)

// the report, this newspaper: of an outlet that the text has named, or of the doc's own
const OUTLETS_OWN = new RegExp(`^(?:the|this|that|its|their)?\\s*(?:report|article|${OUTLET_NOUNS})$`, 'i')

function isOwned(words: readonly Token[]): boolean {
  return words.some(({ lower }) => /^(?:his|her|their|my|’s|'s)$/.test(lower))
}

const PARTY =
  /^(?:[\p{Lu}][\p{L}.-]* ){0,2}(?:Republicans|Democrats|Liberals|Conservatives|Socialists|Greens|Tories|Christian Democrats|Social Democrats|Labour|Communists|Nationalists|Populists)$/u
