// Sources that nobody names: how many they are, of which side, and whether the text has spoken of them before.
import { COUNTS, ONE_HOLDER, TITLES, UNNAMED } from './english/people.ts'
import { isPersonNoun } from './english/person-nouns.ts'
import { STATE_BY_ADJECTIVE } from './english/states.ts'
import type { Names } from './find-names.ts'
import type { Voice } from './name-source.ts'
import type { Token } from './tokenise.ts'

const PART =
  /^(?:one|two|three|four|some|several|many|most|all|both|each|none|another|number|group|members?|couple|majority|plurality|minority|percent|cent|%|half|third|quarter|two-thirds|three-quarters|share|handful|dozens?|scores|hundreds|thousands|millions|chorus|crowd|array|collection|lot|lots|bulk|any|few|fewer|tens)$/

/** True where the head is what the phrase is a part of: "a third of Karskians", "all of the candidates". */
export function isPartOf(words: readonly Token[], head: Token): boolean {
  const of = words.findIndex(({ lower }) => lower === 'of')
  return (
    of > 0 &&
    PART.test(words[of - 1]?.lower ?? '') &&
    words.indexOf(head) > of &&
    (isPersonNoun(head.lower) || /^\p{Lu}\p{L}+(?:ans|is|ese|ish)$/u.test(head.text))
  )
}

/** The noun that the phrase is about: "three Veldanian officials", "one of the officials" -> officials; "a third" -> third. */
export function headOf(words: readonly Token[]): Token | undefined {
  const of = words.findIndex(({ lower }) => lower === 'of')
  const isPartitive = of > 0 && PART.test(words[of - 1]?.lower ?? '')
  const inner = words.slice(of + 1)
  const link = inner.findIndex(({ pos }) => pos === 'ADP')
  const list = isPartitive ? (link > 0 ? inner.slice(0, link) : inner) : of > 0 ? words.slice(0, of) : words
  // Lindrian officials and others: the officials are what is known of them
  const others = list.findIndex(({ lower }) => lower === 'others')
  const named = others > 1 ? list.slice(0, others - 1) : list
  return (
    named.findLast(
      ({ pos, lower }) => /^(NOUN|PROPN|PRON|NUM)$/.test(pos) || UNNAMED.test(lower) || lower === 'chief',
    ) ?? words.at(-1)
  )
}

// "envoy Ilse Marrow" is named; "Karskian officials" and "a Meridian source" are not
export function isNamed(words: readonly Token[], head: Token): boolean {
  const at = words.indexOf(head)
  return (
    words.slice(at + 1).some(({ text, lower }) => /^\p{Lu}/u.test(text) && !TITLES.test(lower)) &&
    words[at + 1]?.lower !== 'of'
  )
}

export function anonymous(words: readonly Token[], head: Token, names: Names): Voice & { readonly kind: 'anonymous' } {
  const lower = words.map((word) => word.lower)
  const of = lower.indexOf('of')
  const isAmong =
    (of > 0 && of <= 3 && /^(the|those|these|its|their)$/.test(lower[of + 1] ?? '')) ||
    lower.some((word) => /^(second|third|fourth|fifth|another|other|them)$/.test(word)) ||
    (words.length === 1 && SOME_OF_THEM.test(head.lower))
  const ordinal = ORDINALS.findIndex((word) => lower.includes(word))
  const nth = ordinal < 0 ? undefined : ordinal + 2
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
    isDefinite: (/^(the|this|that|these|those|both)$/.test(lower[0] ?? '') || isBare(words, head)) && !isAmong,
    isAmong,
    ...(nth && { nth }),
  }
}

// COUNCIL CHAIR QUITS, Council chair quits: headlines leave out the article
function isBare(words: readonly Token[], head: Token): boolean {
  return ONE_HOLDER.test(head.lower) && words.every(({ pos, lower }) => pos !== 'DET' && !COUNTS.has(lower))
}

/** A number alone: some of those who were spoken of. */
// Five ministers back the plan, though two reject it.: ministers
export const SOME_OF_THEM = /^(?:several|two|three|four|five|six|both)$/

const ORDINALS = ['second', 'third', 'fourth', 'fifth']

/** True for an adjective that says whose side somebody is on: "Karskan", "Western". */
export function isSide({ text, lower }: Token, names: Pick<Names, 'adjectives'>): boolean {
  return (
    STATE_BY_ADJECTIVE.has(lower) ||
    names.adjectives.has(lower) ||
    /^(western|european|arab|gulf|nato|opposition|rebel|separatist)$/i.test(text) ||
    (/^\p{Lu}\p{L}+(an|ian|ish|ese|ic)$/u.test(text) && text.length > 5)
  )
}

/** The singular of a noun for people. */
export function singular(noun: string): string {
  if (noun === 'people') return 'person'
  if (/(wo)?men$/.test(noun)) return noun.replace(/men$/, 'man')
  if (/(?:ss|sh|ch|x)es$/.test(noun)) return noun.slice(0, -2)
  return /ies$/.test(noun) ? noun.replace(/ies$/, 'y') : /[^s]s$/.test(noun) ? noun.slice(0, -1) : noun
}
