// What each attribution of a doc says, made ready for matching: its words with all mentions of one entity made equal,
// its quotations, and whether it only points back ("the report", "such an offer", "it").
import type { Attribution } from '../model/attribution.ts'
import { blockAt } from '../model/doc.ts'
import { cite, type Evidence } from '../model/evidence.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Chain, Mention } from '../model/reading.ts'
import { contains, makeSpan, type Span, wordsOf } from '../model/span.ts'
import { foldPerson } from './fold-name.ts'
import { makeStatement, type Naming, type Statement, type Term } from './make-statement.ts'
import type { Entities } from './match-entities.ts'
import { splitWords } from './split-words.ts'
import { stemWord } from './stem-word.ts'

/** One attribution's content. */
export interface Content {
  readonly at: number // the doc's place in the log
  readonly read: ReadDoc
  readonly attribution: Attribution
  readonly evidence: Evidence
  readonly statement: Statement
  readonly quotes: readonly Evidence[] // marks left out
  readonly speakers: readonly string[] // ids of entities
  readonly surnames: readonly string[] // of the speakers who are people, folded
  readonly isUnderDenial: boolean // told within words that say it is not so
  readonly isPointer: boolean // names no matter of its own
}

// Words that point at a claim without saying it: "dismissed the report", "called such an offer untrue".
const POINTING: ReadonlySet<string> = new Set(
  `report reporting claim allegation assertion accusation account story article news rumour rumor speculation offer
  proposal suggestion matter issue question comment request true untrue false accurate inaccurate incorrect wrong
  correct fabrication invention nonsense fake baseless groundless unfounded development information`
    .split(/\s+/)
    .map(stemWord),
)
// "any kind of offer": these neither say nor point.
const FILLING: ReadonlySet<string> = new Set('kind sort thing such detail'.split(' ').map(stemWord))
const TELLING = 0.5 // weight from which a word says what a claim is about
const TELLING_FEWEST = 2

/** The contents of a doc's attributions, body only (headlines and captions repeat it), in order of the text. */
export function makeContents(at: number, read: ReadDoc, { entityOf }: Entities): Content[] {
  const mentions = listMentions(read)
  return read.reading.attributions
    .filter(({ content }) => isBody(read, content[0].start))
    .map((attribution): Content => {
      const { text } = read.doc
      const pieces = withSubject(text, attribution)
      const words = wordsOf(text, pieces)
      const namings = nameWithin(pieces, mentions, (chain) => entityOf(read.doc.id, chain.id)?.id)
      const { source } = attribution
      const who = source.kind === 'unstated' ? [] : source.who
      const entities = who.flatMap((chain) => entityOf(read.doc.id, chain) ?? [])
      const speakers = entities.map(({ id }) => id)
      const statement = makeStatement(
        words,
        [...namings, ...nameSpeaker(words, speakers[0])],
        !beginsSentence(text, pieces[0].start),
      )
      const quotes = read.reading.quotations
        .filter((quotation) => attribution.content.some((piece) => contains(widen(piece), quotation)))
        .flatMap((quotation) => withoutMarks(text, quotation) ?? [])
      return {
        at,
        read,
        attribution,
        evidence: cite(read.doc, chooseSpan(text, pieces)),
        statement,
        quotes: quotes.map((span) => cite(read.doc, span)),
        speakers,
        surnames: entities.flatMap(({ kind, name }) => (kind === 'person' ? foldPerson(name).slice(-1) : [])),
        isUnderDenial: isUnderDenial(read, attribution),
        isPointer: isPointer(statement),
      }
    })
    .sort((a, b) => a.attribution.content[0].start - b.attribution.content[0].start)
}

/** True for text of the report itself: neither headline nor standfirst, byline, heading or caption. */
export function isBody({ doc }: ReadDoc, offset: number): boolean {
  const kind = blockAt(doc, offset)?.kind
  return kind === undefined || kind === 'paragraph' || kind === 'quote'
}

/** Words of a statement that point at a claim: "report", "offer". */
export function pointersOf({ terms }: Statement): string[] {
  return terms.filter(({ stem }) => POINTING.has(stem)).map(({ stem }) => stem)
}

/** Words of a statement that say something of their own: neither names nor words that point. */
export function mattersOf({ terms }: Statement): string[] {
  const isMatter = ({ weight, stem, isName }: Term): boolean =>
    weight > TELLING && !isName && !POINTING.has(stem) && !FILLING.has(stem)
  return terms.filter(isMatter).map(({ stem }) => stem)
}

/** True where a statement names no matter of its own. */
export function isPointer({ terms }: Statement): boolean {
  const telling = terms.filter(({ weight, stem }) => weight > TELLING && !POINTING.has(stem) && !FILLING.has(stem))
  return telling.length < TELLING_FEWEST
}

interface Placed {
  readonly chain: Chain
  readonly mention: Mention
}

/** Mentions of people and bodies: what they name is one, whatever it is called. Countries are one by their words. */
export function listMentions({ reading }: ReadDoc): Placed[] {
  return reading.chains
    .filter(({ kind }) => kind === 'person' || kind === 'organisation')
    .flatMap((chain) => chain.mentions.map((mention) => ({ chain, mention })))
}

/** Mentions inside pieces as namings of the pieces' words joined by blanks; the innermost of two that overlap. */
export function nameWithin(
  pieces: readonly Span[],
  mentions: readonly Placed[],
  keyOf: (chain: Chain) => string | undefined,
): Naming[] {
  const namings: Naming[] = []
  let offset = 0
  for (const piece of pieces) {
    for (const { chain, mention } of mentions) {
      const key = contains(piece, mention.span) ? keyOf(chain) : undefined
      if (key === undefined) continue
      namings.push({
        start: mention.span.start - piece.start + offset,
        end: mention.span.end - piece.start + offset,
        key,
      })
    }
    offset += piece.end - piece.start + 1
  }
  return namings.sort((a, b) => a.end - a.start - (b.end - b.start))
}

// "We will sign," the envoy said -> we: the envoy.
function nameSpeaker(words: string, key: string | undefined): Naming[] {
  if (key === undefined) return []
  const found = words.matchAll(/(?<![\p{L}'’])(?:I|[Ww]e|[Uu]s|[Oo]urs?|[Mm]y|me)(?![\p{L}'’.])/gu)
  return [...found].map((match) => ({ start: match.index, end: match.index + match[0].length, key }))
}

function beginsSentence(text: string, start: number): boolean {
  return (
    /(?:^|[.!?:\n]["”’]?\s*|["“‘]\s*)$/.test(text.slice(Math.max(0, start - 4), start)) ||
    /["“‘]/.test(text[start] ?? '')
  )
}

// Veldania has offered to leave the dam: "to leave the dam" is no claim without who offered it.
function withSubject(text: string, { act, source, cue, content }: Attribution): Attribution['content'] {
  const [first] = content
  if (act === 'declines to comment') return content
  if (source.kind === 'unstated' || content.length > 1 || !/^to\s/i.test(text.slice(first.start, first.end)))
    return content
  const subject = source.words[0]
  const isInOrder = subject.end <= cue[0].start && (cue.at(-1) ?? cue[0]).end <= first.start
  const isOneSentence = !/[.!?]["”’]?\s/.test(text.slice(subject.end, first.start))
  return isInOrder && isOneSentence ? [makeSpan(text, subject.start, first.end)] : content
}

// denied that [Veldania had offered to leave]: the inner words are put forward by nobody.
function isUnderDenial({ reading }: ReadDoc, { within }: Attribution): boolean {
  const outer = reading.attributions.find(({ id }) => id === within)
  if (!outer) return false
  return (
    outer.act === 'denies' ||
    outer.act === 'rejects' ||
    outer.act === 'doubts' ||
    isUnderDenial({ reading } as ReadDoc, outer)
  )
}

// One span for evidence: the whole content if it is one piece, else its longest piece of four words or more, else all
// from the first piece to the last, with the words between.
function chooseSpan(text: string, pieces: Attribution['content']): Span {
  const longest = [...pieces].sort((a, b) => b.end - b.start - (a.end - a.start))[0] ?? pieces[0]
  const isEnough = pieces.length === 1 || splitWords(text.slice(longest.start, longest.end)).length >= 4
  const last = pieces.at(-1) ?? pieces[0]
  return isEnough ? trimSpan(text, longest) : makeSpan(text, pieces[0].start, last.end)
}

// that the offer stands, -> the offer stands: the claim without the word that joins it to its cue.
function trimSpan(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end)
  const lead = /^(?:\s|[,:])*(?:that\s+)?/i.exec(words)?.[0].length ?? 0
  const tail = /[\s,;:]*$/.exec(words)?.[0].length ?? 0
  const isRest = lead + tail < words.length && words.slice(lead, words.length - tail).isWellFormed()
  return isRest ? makeSpan(text, span.start + lead, span.end - tail) : span
}

// A content may begin inside its marks, or the marks inside the content.
function widen({ start, end }: Span): Span {
  return { start: start - 2, end: end + 2 }
}

function withoutMarks(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end)
  const lead = /^["“”'‘’«»„\s]*/.exec(words)?.[0].length ?? 0
  const tail = /["“”'‘’«»„\s,]*$/.exec(words)?.[0].length ?? 0
  if (lead + tail >= words.length) return undefined
  return makeSpan(text, start + lead, end - tail)
}
