// Whom "they" and "it" mean: two people named together, people whom a noun names, a body, a document; of those spoken of in
// the sentences before the one that stands most in the light.
import type { ChainBook, Entry } from './chain-book.ts'
import { DOCUMENT, ORGANISATION, STATE_ORGAN } from './english/bodies.ts'
import { OUTLET_NOUNS } from './english/outlets.ts'
import { isHuman } from './english/people.ts'
import type { Names } from './find-names.ts'
import { findNominals, isPeople, isThing } from './find-nominals.ts'
import { isOne, listLit } from './resolve-pronoun.ts'
import { type Range, type Scene, textOf } from './scene.ts'
import { lineOf, weighMention } from './weigh-mention.ts'

/** What a pronoun goes back to: entries of before, or words that are now to be resolved. */
export type Antecedent = { readonly entries: readonly Entry[] } | { readonly range: Range }

const FADE = 0.5 // what one more sentence leaves of a mention
const REACH = 3 // sentences of the reporter's before the pronoun's own

interface Weighed {
  readonly antecedent: Antecedent
  readonly score: number
}

/** The antecedent of "they", "them", "it" at the token; undefined where nothing fits. */
export function resolveOthers(scene: Scene, at: number, names: Names, book: ChainBook): Antecedent | undefined {
  const isIt = /^(it|its)$/.test(scene.tokens[at]?.lower ?? '')
  const weighed = isIt ? weighThings(scene, at, book) : weighMany(scene, at, names, book)
  return weighed.toSorted((a, b) => b.score - a.score)[0]?.antecedent
}

// Voters want change. They see no plan.: people by a noun; Marrow and Hald met. They agreed.: two together
function weighMany(scene: Scene, at: number, names: Names, book: ChainBook): Weighed[] {
  const within = reachBefore(scene, at)
  const pairs = findPairs(scene, within, names, book).map(({ entries, from, to }) =>
    weigh(scene, at, { entries }, { from, to }, PAIR),
  )
  const people = findNominals(scene, within, isPeople).map((range) => weigh(scene, at, { range }, range, 1))
  const groups = listLit(scene, at, book, (entry) => !isOne(entry) && isMany(entry)).map(({ entry, score }) => ({
    antecedent: { entries: [entry] },
    score: score * (entry.voice.kind === 'anonymous' ? 1 : BODY),
  }))
  return [...pairs, ...people, ...groups]
}

const PAIR = 1.2 // two named together are what "they" is for
const BODY = 0.6 // a body is "they" at times

function isMany({ kind, voice, count }: Entry): boolean {
  if (voice.kind === 'anonymous') return count?.atMost !== 1 && isHuman(voice.head)
  return /^(organisation|government|outlet|group)$/.test(kind)
}

// The commission counts bolts. It said two were loose.
function weighThings(scene: Scene, at: number, book: ChainBook): Weighed[] {
  const within = reachBefore(scene, at)
  const things = findNominals(scene, within, isThing)
    .filter(
      ({ from, to }) => weighMention(scene, scene.tokens[from]?.start ?? 0, scene.tokens[to - 1]?.end ?? 0)?.isSubject,
    )
    .map((range) => {
      const text = textOf(scene, range)
      const speaks = ORGANISATION.test(text) || STATE_ORGAN.test(text) || DOCUMENT.test(text) || OUTLET.test(text)
      return weigh(scene, at, { range }, range, speaks ? 1 : MUTE)
    })
  const bodies = listLit(scene, at, book, ({ kind, voice }) => isBody(kind) && voice.kind !== 'anonymous').map(
    ({ entry, score }) => ({ antecedent: { entries: [entry] }, score }),
  )
  return [...things, ...bodies]
}

const OUTLET = new RegExp(`\\b(?:${OUTLET_NOUNS}|editorial)$`, 'i')
const MUTE = 0.2 // what seldom says anything

function isBody(kind: Entry['kind']): boolean {
  return /^(organisation|government|outlet|document)$/.test(kind)
}

function weigh(scene: Scene, at: number, antecedent: Antecedent, { from, to }: Range, factor: number): Weighed {
  const { tokens } = scene
  const standing = weighMention(scene, tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)
  const lines = standing ? lineOf(scene, at) - standing.line : 0
  return { antecedent, score: (standing?.weight ?? 0) * FADE ** lines * factor }
}

const MOST = 600 // words; a doc without sentences is a list or noise

function reachBefore(scene: Scene, at: number): Range {
  const own = lineOf(scene, at)
  let from = at
  while (from > 0 && at - from < MOST && own - lineOf(scene, from - 1) <= REACH) from -= 1
  return { from, to: at }
}

// Ilse Marrow and Runa Hald; with a title or a comma between
function findPairs(scene: Scene, within: Range, names: Names, book: ChainBook): (Range & { entries: Entry[] })[] {
  const { mentions } = names
  const pairs: (Range & { entries: Entry[] })[] = []
  for (let i = firstFrom(mentions, within.from); i + 1 < mentions.length; i++) {
    const [first, second] = [mentions[i], mentions[i + 1]]
    if (!first || !second || second.from >= within.to) break
    if (second.person === first.person || second.from - first.to > LONGEST_TITLE) continue
    const between = scene.tokens.slice(first.to, second.from)
    const isJoined =
      between[0]?.lower === 'and' && between.slice(1).every(({ pos }) => /^(PROPN|NOUN|ADJ|DET)$/.test(pos))
    if (!isJoined) continue
    const entries = [first, second].flatMap(({ person }) => entryCalled(book, person.name) ?? [])
    if (entries.length === 2) pairs.push({ entries, from: first.from, to: second.to })
  }
  return pairs
}

const LONGEST_TITLE = 8 // words

/** The index of the first mention at or after the token. By halving. */
function firstFrom(mentions: readonly Range[], from: number): number {
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.from ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

function entryCalled(book: ChainBook, name: string): Entry | undefined {
  const ending = `person ${name.toLowerCase().split(' ').at(-1)}`
  return book.byEnding.get(ending)?.find((entry) => entry.name === name)
}
