// Whom "he" or "she" means: of those the text has spoken of in the sentences before, the one who stands most in the light.
// Every such pronoun of the doc is settled in the order of the text, since it keeps its bearer in the light as a name does.
// Where two stand as much in it, nobody is chosen.
import { type ChainBook, type Entry, mentionsBefore, noteSeen, type Seen } from './chain-book.ts'
import { isHuman } from './english/people.ts'
import { turnAround } from './find-turns.ts'
import { type Gender, genderOf, genderOfPronoun } from './judge-gender.ts'
import { type Range, type Scene, spanOf } from './scene.ts'
import { lineOf, type Standing, weighMention } from './weigh-mention.ts'

/** Whom the gendered pronoun at this token means, with all before it settled first; undefined where it is not told. */
export function resolvePronoun(scene: Scene, at: number, book: ChainBook): Entry | undefined {
  for (; book.next <= at; book.next++) {
    const token = scene.tokens[book.next]
    const gender = token && genderOfPronoun(token.lower)
    const isQuoted = (scene.quotationOf[book.next] ?? -1) >= 0
    if (token?.lower === 'the' && !isQuoted) noteHolder(scene, book.next, book)
    if (!token || !gender || (isQuoted && book.next !== at)) continue
    const found = choose(scene, token.at, gender, book)
    book.meant.set(token.at, found)
    if (found) noteSeen(book, found, token)
  }
  if (!book.meant.has(at)) {
    const gender = genderOfPronoun(scene.tokens[at]?.lower ?? '')
    book.meant.set(at, gender && choose(scene, at, gender, book))
  }
  return book.meant.get(at)
}

// The envoy rose. She …: "the envoy" keeps Ilse Marrow in the light, if of those spoken of only she is one
function noteHolder(scene: Scene, at: number, book: ChainBook): void {
  const { tokens } = scene
  let end = at + 1
  while (end - at < LONGEST_ROLE && /^(ADJ|NOUN)$/.test(tokens[end]?.pos ?? '')) end += 1
  const [first, head] = [tokens[at], tokens[end - 1]]
  if (!first || !head || head.pos !== 'NOUN' || !isHuman(head.lower) || tokens[end]?.pos === 'PROPN') return
  const holders = listLit(scene, at, book).filter(
    ({ entry: { voice } }) => voice.kind === 'person' && voice.person?.roleWords.has(head.lower),
  )
  const [only, ...others] = holders
  if (only && others.length === 0) noteSeen(book, only.entry, { start: first.start, end: head.end })
}

const LONGEST_ROLE = 4 // words with the article

const REACH = 9 // sentences of the reporter's; beyond them a pronoun has another antecedent
const FADE = 0.45 // what one more sentence leaves of a mention
const IN_OWN_WORDS = 0.3 // of one whom the pronoun's own quotation names: few speak so of themselves
const MORE = 0.2 // of each further mention in a sentence
const SPOKE = 3 // who spoke last goes on speaking
const UNSURE = 0.55 // of one whom the text has called neither
const UNSURE_FURTHER_ON = 0.25 // and who was not in the last sentence
/** As much as the first in the light: then it is not told which of two. */
export const AS_MUCH = 0.85

interface Light {
  readonly lines: Map<number, { most: number; sum: number }>
  isUsedAsSubject: boolean // in the pronoun's own sentence
}

/** An entry with how much it stands in the light. */
export interface Lit {
  readonly entry: Entry
  readonly score: number
  readonly isNear: boolean // spoken of in the same sentence or the one before
  readonly isUsedAsSubject: boolean
}

/** Whom the text has spoken of before the token, one person each unless other entries are wanted, with their light. */
export function listLit(scene: Scene, at: number, book: ChainBook, accepts = isOne): Lit[] {
  const own = lineOf(scene, at)
  const quotation = scene.quotationOf[at] ?? -1
  const lights = new Map<Entry, Light>()
  const turn = turnAround(scene, at)
  const label = turn && spanOf(scene, turn.label) // MS. VALE: The President said so. She …: within her turn Vale is I, and nobody else
  const offset = scene.tokens[at]?.start ?? 0
  for (const seen of mentionsBefore(book, offset)) {
    if (seen.entry.isUndecided || !accepts(seen.entry)) continue
    if (label && seen.entry.mentions.some(({ span }) => span.start < label.end && label.start < span.end)) continue
    if (seen.entry.kind !== 'person' && seen.entry.isSpoken && seen.entry !== book.speaker?.entry && accepts === isOne)
      continue
    const standing = standingOf(scene, seen, book)
    if (!standing) continue
    if (own - standing.line > REACH) break
    const light: Light = lights.get(seen.entry) ?? { lines: new Map(), isUsedAsSubject: false }
    lights.set(seen.entry, light)
    const isShared = standing.isQuoted && quotation >= 0 && scene.quotationOf[standing.at] === quotation
    const weight = isShared ? standing.weight * 3 : standing.weight
    const line = light.lines.get(standing.line) ?? { most: 0, sum: 0 }
    light.lines.set(standing.line, { most: Math.max(line.most, weight), sum: line.sum + weight })
    if (standing.line === own && standing.isSubject) light.isUsedAsSubject = true
  }
  return [...lights].map(([entry, light]) => ({
    entry,
    score: scoreOf(scene, entry, light, own, book),
    isNear: light.lines.has(own) || light.lines.has(own - 1),
    isUsedAsSubject: light.isUsedAsSubject,
  }))
}

function choose(scene: Scene, at: number, gender: Gender, book: ChainBook): Entry | undefined {
  const fitting = listLit(scene, at, book)
    .filter(({ entry }) => (genderOf(entry) ?? gender) === gender)
    .filter(({ isUsedAsSubject }) => !(isUsedAsSubject && isObject(scene, at)))
    .filter(({ entry }) => !isHearer(scene, at, entry))
  const others = fitting.filter(({ entry }) => entry !== book.speaker?.entry)
  const turn = others.some(({ isNear }) => isNear) ? turnOf(scene, at, book) : 'open'
  if (turn === 'untold') return undefined
  const [first, second] = (turn === 'another' ? others : fitting)
    .map((lit) => ({
      ...lit,
      score:
        lit.score *
        (genderOf(lit.entry) === gender ? 1 : lit.isNear ? UNSURE : UNSURE_FURTHER_ON) *
        (isNamedInOwn(scene, at, lit.entry) ? IN_OWN_WORDS : 1),
    }))
    .toSorted((a, b) => b.score - a.score)
  if (!first || (second && second.score > AS_MUCH * first.score)) return undefined
  if (genderOf(first.entry) === undefined && (!second || second.score < first.score / 2)) first.entry.gender = gender
  return first.entry
}

// Hale accused Brell of theft. He denied it; “Sell it,” Hale told Brell. “It is too late,” he replied: not he who spoke just before. Hale said
// that Brell stole it. He denies it: not told which
function turnOf(scene: Scene, at: number, book: ChainBook): 'another' | 'untold' | 'open' {
  const { speaker } = book
  const { tokens, sentences, sentenceOf } = scene
  const does = tokens.slice(at + 1, at + 3).find(({ pos }) => pos === 'VERB')?.lower ?? ''
  const isReply = REPLIES.test(does)
  if (speaker && /^s?he$/.test(tokens[at]?.lower ?? '') && SPEAKS.test(does) && wasAsked(scene, at, book))
    return 'another'
  if (!speaker || !(isReply || DENIES.test(does)) || !/^s?he$/.test(tokens[at]?.lower ?? '')) return 'open'
  const own = sentenceOf[at] ?? -1
  const near = [own, own - 1, own - 2].find(
    (one) => (sentences[one]?.span.start ?? Number.POSITIVE_INFINITY) <= speaker.at,
  )
  if (near === undefined || /^(?:asked|when|pressed|questioned)$/.test(tokens[sentences[own]?.from ?? -1]?.lower ?? ''))
    return 'open' // Asked whether he would sue, he replied
  const words = tokens.slice(sentences[near]?.from, sentences[near]?.to)
  if (isReply) return 'another'
  const verb = words.find(({ lower }) => ACCUSES.test(lower))
  return verb === undefined ? 'untold' : isPassive(tokens, verb.at) ? 'open' : 'another'
}

// Hale asked Brell about the road. “It is long,” he said.: Brell, whom the sentence before asks; but: Hale asked Brell to leave. He said
function wasAsked(scene: Scene, at: number, { speaker, entries }: ChainBook): boolean {
  const { tokens, sentences, sentenceOf, quotationOf } = scene
  const before = [1, 2]
    .map((back) => sentences[(sentenceOf[at] ?? -1) - back])
    .find((one) => one && !isWithin(quotationOf, one))
  if (!before || !speaker || speaker.at < (tokens[before.from]?.start ?? 0)) return false
  const words = tokens.slice(before.from, before.to)
  const ask = words.find(({ lower, at: place }) => /^ask(?:s|ed)$/.test(lower) && (quotationOf[place] ?? -1) < 0)
  if (!ask || /^(?:not|never|n't|n’t)$/.test(tokens[ask.at - 1]?.lower ?? '')) return false
  const named = (place: number): Entry | undefined =>
    entries.find(
      ({ kind, mentions }) =>
        kind === 'person' && mentions.some(({ form, span }) => form === 'name' && span.start === tokens[place]?.start),
    )
  const asked = named(ask.at + 1)
  const next = words.find(({ pos, at: place }) => place > ask.at + 1 && pos !== 'PROPN')
  const isQuestion = /^(?:about|how|whether|if|why|what|when|where|who|which)$/.test(next?.lower ?? '')
  const hearer = TELLS.test(tokens[at + 1]?.lower ?? '') ? named(at + 2) : speaker.entry
  return asked !== undefined && asked !== speaker.entry && isQuestion && hearer === speaker.entry
}

function isWithin(quotationOf: Scene['quotationOf'], { from, to }: Range): boolean {
  return Array.from({ length: to - from }, (_, step) => quotationOf[from + step] ?? -1).every(
    (quotation) => quotation >= 0,
  )
}

// Hale, accused of theft; was accused of it; Asked about it, Hale said
function isPassive(tokens: Scene['tokens'], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  return (
    before === undefined ||
    /^(?:[,.;]|is|are|was|were|been|being)$/.test(before.lower) ||
    /^(?:of|by|about)$/.test(next?.lower ?? '')
  )
}

const REPLIES = /^(?:repl(?:ies|ied)|answer(?:s|ed)|respond(?:s|ed)|retort(?:s|ed)|countered)$/
const DENIES = /^(?:den(?:ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|refut(?:es|ed)|disput(?:es|ed))$/
const ACCUSES = /^(?:accus(?:es|ed)|blam(?:es|ed)|charg(?:es|ed)|alleg(?:es|ed)|ask(?:s|ed))$/

// “It is long,” he told Hale.: not Hale
function isHearer({ tokens }: Scene, at: number, { mentions }: Entry): boolean {
  const hearer = TELLS.test(tokens[at + 1]?.lower ?? '') ? tokens[at + 2] : undefined
  return (
    hearer !== undefined &&
    mentions.some(({ form, span }) => form === 'name' && span.start <= hearer.start && hearer.start < span.end)
  )
}

// “Marrow should go,” she said.: hardly Marrow
function isNamedInOwn({ tokens, sentences, sentenceOf, quotationOf }: Scene, at: number, { mentions }: Entry): boolean {
  const own = sentences[sentenceOf[at] ?? -1]
  if (!own || (quotationOf[at] ?? -1) >= 0 || !SPEAKS.test(tokens[at + 1]?.lower ?? '')) return false
  const quoted = tokens.slice(own.from, own.to).filter(({ at: place }) => (quotationOf[place] ?? -1) >= 0)
  const [start, end] = [quoted[0]?.start ?? 0, quoted.at(-1)?.end ?? 0]
  return mentions.some(({ form, span }) => form === 'name' && span.start >= start && span.end <= end)
}

const TELLS =
  /^(?:tells?|told|asks?|asked|warn(?:s|ed)|assur(?:es|ed)|inform(?:s|ed)|remind(?:s|ed)|advis(?:es|ed)|urg(?:es|ed))$/
const SPEAKS =
  /^(?:says?|said|tells?|told|add(?:s|ed)|wrote|writes|tweeted|warn(?:s|ed)|declar(?:es|ed)|continu(?:es|ed))$/

function scoreOf(scene: Scene, entry: Entry, { lines }: Light, own: number, book: ChainBook): number {
  let score = 0
  for (const [line, { most, sum }] of lines) score += (most + MORE * (sum - most)) * FADE ** (own - line)
  if (book.speaker?.entry === entry) {
    const said = standingOf(scene, book.speaker, book)
    if (said) score += SPOKE * FADE ** Math.max(0, own - said.line)
  }
  return score
}

function standingOf(scene: Scene, seen: Seen, { standings }: ChainBook): Standing | undefined {
  if (!standings.has(seen)) standings.set(seen, weighMention(scene, seen.at, seen.end))
  return standings.get(seen)
}

/** True for one person: named, unnamed, or speaking for a body. */
export function isOne(entry: Entry): boolean {
  return (
    entry.kind === 'person' ||
    entry.isSpoken === true ||
    (entry.voice.kind === 'anonymous' && entry.count?.atMost === 1 && isHuman(entry.voice.head))
  )
}

// Marrow told him: not Marrow
function isObject({ tokens }: Scene, at: number): boolean {
  const { lower = '' } = tokens[at] ?? {}
  return lower === 'him' || (lower === 'her' && !/^(NOUN|ADJ|PROPN|NUM|VERB)$/.test(tokens[at + 1]?.pos ?? ''))
}
