// Who says it, where the network names but a scrap of them, or whoever hears it or is spoken of.
import { wholeRelative } from './find-relative.ts'
import { findSubject } from './find-sources.ts'
import { nounPhraseBefore, TIME } from './noun-phrase.ts'
import type { Draft, Relation } from './relation.ts'
import { isQuoteMark, type Range, type Scene } from './scene.ts'

/** The draft with the source that its sentence shows; with none where who is named only hears it. */
export function mendSource(scene: Scene, draft: Draft, ruled: readonly Relation[]): Draft {
  const whole = draft.source ? { ...draft, source: withNoun(scene, wholeRelative(scene, draft.source), draft) } : draft
  const own = withoutHearer(scene, withWholeSource(scene, whole, ruled))
  return withNameBefore(scene, withAuthor(scene, withNearer(scene, ofOwnParagraph(scene, own))))
}

// By Ilse Marrow ¶ [Karsk] called off the talks, saying: who stands in a byline or a headline does not say what the next paragraph tells
function ofOwnParagraph(scene: Scene, draft: Draft): Draft {
  const { source, cue } = draft
  const { sentences, sentenceOf } = scene
  const blockOf = (at: number): number | undefined => sentences[sentenceOf[at] ?? -1]?.block
  if (!source || source.to > cue.from || blockOf(source.from) === blockOf(cue.head)) return draft
  const subject = findSubject(scene, cue)
  const isNamed =
    subject && scene.tokens.slice(subject.from, subject.to).some(({ pos }) => /^(?:PROPN|NOUN)$/.test(pos))
  return isNamed ? { ...draft, source: subject } : draft
}

// there, [a] man believed to be a guard screamed: with what the article belongs to
function withNoun({ tokens }: Scene, { from, to }: Range, { cue }: Draft): Range {
  const isArticle = to - from === 1 && tokens[from]?.pos === 'DET' && /^(?:an?|the)$/.test(tokens[from]?.lower ?? '')
  const between = tokens.slice(to, cue.from)
  const isWhole =
    between.length > 0 &&
    between.length <= LONGEST_NOUN &&
    /^(?:NOUN|ADJ|PROPN)$/.test(between[0]?.pos ?? '') &&
    between.some(({ pos }) => /^(?:NOUN|PROPN)$/.test(pos)) &&
    between.every(({ pos }) => pos !== 'PUNCT')
  return isArticle && isWhole ? { from, to: cue.from } : { from, to }
}

const LONGEST_NOUN = 8 // words

// Belvar has recalled its envoy, [Rada Emin, a ministry spokeswoman], said.: the name is that of whoever is told of after it
function withNameBefore({ tokens }: Scene, draft: Draft): Draft {
  const { source, cue, content } = draft
  const last = content.at(-1)
  const isApposed = source && tokens[source.from - 1]?.text === ',' && /^an?$/.test(tokens[source.from]?.lower ?? '')
  if (!source || !last || !isApposed || source.to > cue.from || tokens[cue.from - 1]?.text !== ',') return draft
  let from = source.from - 1
  while (from > last.from && tokens[from - 1]?.pos === 'PROPN') from -= 1
  const isName = source.from - 1 - from >= 2 && tokens[from - 1]?.text === ',' && from - 1 > last.from
  if (!isName || last.to < from || last.to > source.from) return draft
  return {
    ...draft,
    source: { from, to: source.to },
    content: content.with(-1, { from: last.from, to: from - 1 }),
  }
}

// “It was sold,” Marrow began, but [Hale] cut in: “It was lent.”: whoever stands right before the cue, after "but"
function withNearer(scene: Scene, draft: Draft): Draft {
  const { source, cue } = draft
  const subject = source && source.to <= cue.from ? findSubject(scene, cue) : undefined
  if (!source || !subject || subject.to !== cue.from || subject.from - 1 <= source.to) return draft
  const isOther = /^(?:but|and|while)$/.test(scene.tokens[subject.from - 1]?.lower ?? '')
  const isNamed = scene.tokens.slice(subject.from, subject.to).every(({ pos }) => pos === 'PROPN')
  return isOther && isNamed ? { ...draft, source: subject } : draft
}

// Brand read out a statement from [Ilse Marrow]: “I did not sell it.”: the words of whoever wrote them
function withAuthor({ tokens }: Scene, draft: Draft): Draft {
  const { source, content } = draft
  const [first] = content
  if (!source || !first || first.from < source.to) return draft
  const between = tokens.slice(source.to, first.from)
  const noun = between.find(({ lower, at }) => WRITTEN.test(lower) && /^(?:from|by)$/.test(tokens[at + 1]?.lower ?? ''))
  const isRead = noun !== undefined && between.some(({ lower, at }) => at < noun.at && PASSED_ON.test(lower))
  const from = (noun?.at ?? 0) + 2
  let to = from
  while (to < first.from && /^(?:PROPN|NOUN|DET|ADJ)$/.test(tokens[to]?.pos ?? '')) to += 1
  const isNext = tokens.slice(to, first.from).every(({ pos }) => pos === 'PUNCT') // but: KNA, citing a letter from Marrow, said
  return isRead && isNext && to > from ? { ...draft, source: { from, to } } : draft
}

const WRITTEN =
  /^(?:statements?|messages?|texts?|letters?|notes?|answers?|repl(?:y|ies)|responses?|e-?mails?|posts?|words)$/
const PASSED_ON =
  /^(?:reads?|reading|show(?:s|ed|ing)?|shar(?:es|ed|ing)|relay(?:s|ed|ing)?|pass(?:es|ed|ing)|translat(?:es|ed|ing)|forward(?:s|ed|ing)?|quot(?:es|ed|ing)|cit(?:es|ed|ing))$/

// [The] shipowner, who asked not to be named, said: a source of which only a scrap was seen is the rule's
function withWholeSource(scene: Scene, draft: Draft, ruled: readonly Relation[]): Draft {
  const { tokens } = scene
  // An aide, who spoke freely because [they were not authorised to brief], said: nor is a clause a source
  const isScrap = (source: Range): boolean =>
    (source.to - source.from > 2 && isClause(tokens, source)) ||
    !tokens.slice(source.from, source.to).some(({ pos }) => /^(?:NOUN|PROPN|PRON|NUM|X|ADJ)$/.test(pos))
  if (!draft.source) return draft
  const told = whomTold(scene, draft.source)
  if (told) return { ...draft, source: told }
  const teller = tellerWithin(tokens, draft.source, draft.cue)
  if (teller) return { ...draft, source: teller }
  if (!isScrap(draft.source)) return draft
  return { ...draft, source: ruled.find((rule) => meets(draft, rule))?.source ?? draft.source }
}

// [Hale], whom Brand called “a thief”, said: he of whom the clause tells
function whomTold(scene: Scene, { from, to }: Range): Range | undefined {
  const { tokens, sentences, sentenceOf } = scene
  const isOpened = /^whom$/.test(tokens[from - 1]?.lower ?? '') && tokens[from - 2]?.text === ','
  if (!isOpened || !tokens.slice(from, to).some(isQuoteMark)) return undefined
  return nounPhraseBefore(scene, from - 2, sentences[sentenceOf[from] ?? -1]?.from ?? from)
}

// Hale, who [prosecutors] say took bribes, …: they say it, of him; but: Hale, who last week said
function tellerWithin(tokens: Scene['tokens'], source: Range, cue: Range): Range | undefined {
  if (!/^(?:who|whom|which)$/.test(tokens[source.from]?.lower ?? '') || source.to > cue.from) return undefined
  const words = tokens.slice(source.from + 1, cue.from).filter(({ text }) => text !== ',')
  const [first, last] = [words[0], words.at(-1)]
  // Hale, whom Brand called “a thief”, said: he says it
  if (words.some(isQuoteMark)) return undefined
  const isPhrase =
    /^(?:NOUN|PROPN|DET|ADJ|NUM|PRON)$/.test(first?.pos ?? '') &&
    /^(?:NOUN|PROPN)$/.test(last?.pos ?? '') &&
    !words.some(({ pos, text, lower }) => /^(?:VERB|AUX)$/.test(pos) || TIME.test(text) || TIMES.test(lower))
  return isPhrase && first && last ? { from: first.at, to: last.at + 1 } : undefined
}

const TIMES = /^(?:hour|day|week|month|year|time|morning|afternoon|evening|night|summer|winter|spring|autumn)s?$/

// Hale, told that the dam was sold, wept. / Hale, warned that it might burst, stayed.: he heard it, and nobody says from whom
function withoutHearer(scene: Scene, draft: Draft): Draft {
  const { tokens, sentences } = scene
  const { source, cue, content, sentence } = draft
  const isAfterComma = source !== undefined && source.to >= cue.from - 1 && tokens[cue.from - 1]?.text === ','
  if (!isAfterComma || cue.to - cue.from > 1 || !cue.past) return draft
  const end = sentences[sentence]?.to ?? cue.to
  const comma = tokens.findIndex(({ text }, at) => at > cue.to && at < end && text === ',')
  const verb = comma < 0 ? undefined : tokens.slice(comma + 1, end).find(({ pos }) => pos !== 'ADV')
  const goesOn = /^(?:VERB|AUX)$/.test(verb?.pos ?? '') && !verb?.lower.endsWith('ing')
  // Hale, the mayor, warned: that comma ends what is said of him
  const isInsert = tokens.slice(source.from, cue.from - 1).some(({ text }) => text === ',')
  if (!isHeard(`${tokens[cue.from]?.lower} ${tokens[cue.to]?.lower}`, isInsert, goesOn)) return draft
  const cut = goesOn ? content.map(({ from, to }) => ({ from, to: Math.max(from + 1, Math.min(to, comma)) })) : content
  return { ...draft, source: undefined, content: cut }
}

function isHeard(words: string, isInsert: boolean, goesOn: boolean): boolean {
  if (/^(?:told|informed) that$/.test(words)) return true // who tells it names a hearer: told aides that
  if (isInsert) return false
  return /^asked (?:that|whether|if)$/.test(words) || (goesOn && /^(?:warned|advised) that$/.test(words))
}

function isClause(tokens: Scene['tokens'], { from }: Range): boolean {
  const isSubject = /^(?:he|she|they|it|we|i)$/.test(tokens[from]?.lower ?? '')
  return isSubject && /^(?:AUX|VERB)$/.test(tokens[from + 1]?.pos ?? '')
}

/** True where the cues of both share a word. */
export function meets(a: Draft, b: Relation): boolean {
  return a.cue.from < b.cue.to && b.cue.from < a.cue.to
}
