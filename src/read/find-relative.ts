// Whom "who" and "which" stand for, and who is meant by what is put to them: "questions to the chancellery".
import { isHuman } from './english/people.ts'
import type { Names } from './find-names.ts'
import { ASKED } from './find-silence.ts'
import { findSubject } from './find-sources.ts'
import { singular } from './name-unnamed.ts'
import { nounPhraseBefore } from './noun-phrase.ts'
import type { Range, Scene } from './scene.ts'
import type { Token } from './tokenise.ts'

/** The words that "which" and "who" stand for; the source itself where it is neither. */
// a report by Meridian, which said / Ancroft, who has called
export function antecedentOf(scene: Scene, source: Range, names: Names, isSilence: boolean): Range {
  const isRelative = source.to - source.from === 1 && /^(?:which|who)$/.test(scene.tokens[source.from]?.lower ?? '')
  const after = scene.tokens[source.to]?.text === ',' ? source.to + 1 : source.to
  const members = membersOf(scene, source)
  if (members && /^(?:all|both|each|neither|none)$/.test(members.part.lower)) return members.whole
  if (!isRelative && scene.tokens[after]?.lower === 'who') return apposedTo(scene, source, names) ?? source
  const found = isRelative && findSubject(scene, { from: source.to, to: source.to + 1 })
  if (!found) return source
  const askedOf = isSilence && askedIn(scene, found)
  if (askedOf) return askedOf
  const other = notThis(scene, found)
  if (other) return other
  return scene.tokens[source.from]?.lower === 'who' ? whoIn(scene, found, names) : found
}

/** Who is asked, where the words are what is put to them. */
// referred questions to the chancellery, which did not respond: the chancellery, not the questions
export function askedIn({ tokens }: Scene, { from, to }: Range): Range | undefined {
  const link = tokens.slice(from, to).find(({ lower, at }) => lower === 'to' && ASKED.test(tokens[at - 1]?.lower ?? ''))
  return link && link.at + 1 < to && tokens[link.at + 1]?.pos !== 'VERB' ? { from: link.at + 1, to } : undefined
}

// It was Marrow, not Hale, who said so: Marrow
function notThis(scene: Scene, { from, to }: Range): Range | undefined {
  const { tokens, sentences, sentenceOf } = scene
  const not = tokens.slice(Math.max(0, from - 1), to).find(({ lower }) => lower === 'not')
  if (!not || tokens[not.at - 1]?.text !== ',') return undefined
  return nounPhraseBefore(scene, not.at - 1, sentences[sentenceOf[from] ?? -1]?.from ?? from)
}

// Ilse Marrow, the head of the council, who said: she, not the council's head
// a wave of alarm among legal experts, who said: the experts, not the wave
function whoIn(scene: Scene, found: Range, names: Names): Range {
  const apposed = apposedTo(scene, found, names)
  if (apposed) return apposed
  const { tokens } = scene
  const words = tokens.slice(found.from, found.to)
  const link = words.findLastIndex(({ pos, lower }) => pos === 'ADP' || lower === 'to')
  const last = words.at(-1)
  // was praised Friday by Sen. Dora Hale, who said: she, whatever stands before "by"
  const by = words.findLastIndex(({ lower }) => lower === 'by')
  const agent = by < 0 ? undefined : words.slice(by + 1).find(({ at }) => names.personAt.has(at))
  const end = agent && names.personAt.get(agent.at)?.mentions.find(({ from }) => from === agent.at)?.to
  const isLast = end !== undefined && !tokens.slice(end, found.to).some(({ lower }) => isHuman(singular(lower)))
  if (agent && isLast) return { from: agent.at, to: found.to }
  // denied entry to Peter Hale, who said: he, and not the entry
  const isNamed = link > 0 && names.personAt.has(found.from + link + 1)
  if (isNamed && !words.slice(0, link).some(({ lower }) => isHuman(singular(lower))))
    return { from: found.from + link + 1, to: found.to }
  if (link <= 0 || !last || !isHuman(singular(last.lower))) return found
  const head = words
    .slice(
      0,
      words.findIndex(({ pos }) => pos === 'ADP'),
    )
    .at(-1)
  return head && isHuman(singular(head.lower)) ? found : { from: found.from + link + 1, to: found.to }
}

function apposedTo({ tokens }: Scene, { from }: Range, names: Names): Range | undefined {
  if (tokens[from - 1]?.text !== ',') return undefined
  // Dora Hale of Ketter, the deputy mayor, who said
  const isOfPlace = /^(?:of|from)$/.test(tokens[from - 3]?.lower ?? '') && tokens[from - 2]?.pos === 'PROPN'
  return names.mentionByEnd.get(from - 1) ?? (isOfPlace ? names.mentionByEnd.get(from - 3) : undefined)
}

/** The words of a source with all that "whom" needs, and without what stands before "what". */
// [both of whom], of which the network gives a part; involved with what [lawmakers] called fraud
export function wholeRelative({ tokens }: Scene, { from, to }: Range): Range {
  const whom = [to - 1, to, to + 1].find((at) => tokens[at]?.lower === 'whom' && tokens[at - 1]?.lower === 'of')
  if (whom !== undefined && whom - 2 <= from) return { from: whom - 2, to: whom + 1 }
  const what = tokens.slice(from, to - 1).findLast(({ lower }) => lower === 'what')
  return what ? { from: what.at + 1, to } : { from, to }
}

/** A group, and the word for those of it who are meant: "one of whom". */
export interface Members {
  readonly whole: Range
  readonly part: Token
}

/** Of whom "whom" speaks, and which part of them: "two envoys, both of whom opposed it". */
export function membersOf({ tokens, ...scene }: Scene, { to }: Range): Members | undefined {
  // the network may give "both", "whom", or all three
  const whom = [to - 1, to, to + 1].find((at) => tokens[at]?.lower === 'whom' && tokens[at - 1]?.lower === 'of')
  const part = whom === undefined ? undefined : tokens[whom - 2]
  if (!part) return undefined
  const stop = tokens[part.at - 1]?.text === ',' ? part.at - 1 : part.at
  const floor = scene.sentences[scene.sentenceOf[part.at] ?? -1]?.from ?? 0
  const whole = nounPhraseBefore({ tokens, ...scene }, stop, floor)
  return whole && { whole, part }
}
