// What each attribution of a doc says, made ready for matching: its words with all mentions of one entity made equal,
// its quotations, and whether it only points back ("the report", "such an offer", "it").
import { isSilent } from '../model/act.ts'
import type { Attribution } from '../model/attribution.ts'
import { blockAt } from '../model/doc.ts'
import { cite, type Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { contains, type Span, wordsOf } from '../model/span.ts'
import type { VectorOf } from '../model/vector.ts'
import { chooseSpan, chooseWording, withoutMarks } from './choose-words.ts'
import { wordsOfContent } from './content-words.ts'
import { isPointer } from './find-pointers.ts'
import { foldPerson } from './fold-name.ts'
import { isUnsaid } from './is-unsaid.ts'
import { openingOf } from './list-texts.ts'
import { makeStatement, type Naming, type Statement } from './make-statement.ts'
import type { Who } from './match-entities.ts'
import { listMentions, nameSpeaker, nameSubject, nameWithin } from './name-mentions.ts'
import { type Quoted, quoted } from './quoted.ts'

/** One attribution's content. */
export interface Content {
  readonly read: ReadDoc
  readonly attribution: Attribution
  readonly evidence: Evidence
  readonly wording: string // as a claim that these words open would be put
  readonly pieces: readonly Evidence[] // that the wording is quoted from
  readonly statement: Statement
  readonly head: Statement // what the doc as a whole is about
  readonly asked: Statement // "Asked about the pact, she declined to comment"; empty where nothing was asked
  readonly quotes: readonly Quoted[]
  readonly speakers: readonly string[] // ids of entities
  readonly surnames: readonly string[] // of the speakers who are people, folded
  readonly isUnderDenial: boolean // told within words that say it is not so
  readonly isPointer: boolean // names no matter of its own
}

/** The contents of a doc's attributions, body only (headlines and captions repeat it), in order of the text. */
export function makeContents(read: ReadDoc, who: Who, vectorOf: VectorOf = () => undefined): Content[] {
  const mentions = listMentions(read)
  const head = withVector(makeStatement(openingOf(read)), vectorOf)
  return read.reading.attributions
    .filter(
      (attribution) =>
        isBody(read, attribution.content[0].start) &&
        !isOfSelf(read, attribution) &&
        !isQuestion(read, attribution) &&
        !isTerms(read, attribution) &&
        !isUnsaid(read, attribution),
    )
    .map((attribution): Content => {
      const { text } = read.doc
      const { pieces, words } = wordsOfContent(read, attribution)
      const { wording, spans } = chooseWording(text, pieces)
      const namings = nameWithin(pieces, mentions, (chain) => who.get(chain.id))
      const { source } = attribution
      const chains = source.kind === 'unstated' ? [] : source.who
      const entities = chains.flatMap((chain) => who.get(chain) ?? [])
      const speakers = entities.map(({ id }) => id)
      const made = makeStatement(
        words,
        withSubject([...namings, ...nameSpeaker(words, entities[0])], nameSubject(words, entities[0])),
        !beginsSentence(text, pieces[0].start),
      )
      const { published } = read.doc
      const statement = withVector({ ...made, ...(published && { printed: published }) }, vectorOf)
      const quotes = read.reading.quotations
        .filter((quotation) => attribution.content.some((piece) => contains(widen(piece), quotation)))
        .flatMap((quotation) => withoutMarks(text, quotation) ?? [])
      return {
        read,
        attribution,
        evidence: cite(read.doc, chooseSpan(text, pieces)),
        wording,
        pieces: spans.map((span) => cite(read.doc, span)),
        statement,
        head,
        asked: makeStatement(findAsked(read, attribution)),
        quotes: quotes.map((span) => quoted(cite(read.doc, span))),
        speakers,
        surnames: chains.flatMap((chain) => surnameOf(read, chain)),
        isUnderDenial: isUnderDenial(read, attribution),
        isPointer: isPointer(statement),
      }
    })
    .sort((a, b) => a.attribution.content[0].start - b.attribution.content[0].start)
}

// Where the reading took "it" for the speaker, the land that it speaks for goes with it; for somebody else, it stays theirs.
function withSubject(namings: readonly Naming[], subject: readonly Naming[]): Naming[] {
  const known = namings.map((one) => ({
    ...one,
    ...subject.find(({ start, end, key }) => start === one.start && end === one.end && key === one.key),
  }))
  return [...known, ...subject]
}

function surnameOf({ reading }: ReadDoc, id: Id<'chain'>): string[] {
  const chain = reading.chains.find((one) => one.id === id)
  return chain?.kind === 'person' ? foldPerson(chain.name).slice(-1) : []
}

function withVector(statement: Statement, vectorOf: VectorOf): Statement {
  const vector = vectorOf(statement.text)
  return vector ? { ...statement, vector } : statement
}

// “We believe the pact holds,” Marrow said.: what she believes is what she said, not a second voice
function isOfSelf({ doc }: ReadDoc, { within, source }: Attribution): boolean {
  return within !== undefined && source.kind !== 'unstated' && /^(?:I|we)$/i.test(wordsOf(doc.text, source.words))
}

// “Who will pay for the dam?” Hale asked. / QUESTION: The dam is lost. Who will pay? / Hale asked whether the dam was
// lost.: asking puts nothing forward
function isQuestion({ doc: { text } }: ReadDoc, { source, cue, content }: Attribution): boolean {
  const isTurn = source.kind !== 'unstated' && wordsOf(text, cue) === ':'
  if (isTurn && /^(?:Q|QUESTION|REPORTER|JOURNALIST)$/.test(wordsOf(text, source.words))) return true
  const isAsked = /\b(?:ask|wonder)(?:s|ed|ing)?$/i.test(wordsOf(text, cue))
  if (isAsked && /^(?:whether|if)\s/i.test(wordsOf(text, content))) return true
  const end = content.at(-1)?.end ?? 0
  return /^(?:[^.!?]+\?["”’']*\s*)+$/.test(`${wordsOf(text, content)}${text[end] === '?' ? '?' : ''}`)
}

// The shipowner asked not to be named because his vessels call there.: on what terms he spoke, and no news
function isTerms({ doc: { text } }: ReadDoc, { content }: Attribution): boolean {
  return /^(?:not to be|to not be|to remain) (?:named|identified|quoted|anonymous|unnamed)\b/.test(
    wordsOf(text, content),
  )
}

/** True for text of the report itself: neither headline nor standfirst, byline, heading or caption. */
export function isBody({ doc }: ReadDoc, offset: number): boolean {
  const kind = blockAt(doc, offset)?.kind
  return kind === undefined || kind === 'paragraph' || kind === 'quote'
}

function beginsSentence(text: string, start: number): boolean {
  return (
    /(?:^|[.!?:\n]["”’]?\s*|["“‘]\s*)$/.test(text.slice(Math.max(0, start - 4), start)) ||
    /["“‘]/.test(text[start] ?? '')
  )
}

// Asked whether the ministry had seen the paper, she declined to comment.
function findAsked({ doc, reading }: ReadDoc, { act, source, cue }: Attribution): string {
  if (!isSilent(act) || source.kind === 'unstated') return ''
  const until = Math.min(source.words[0].start, cue[0].start)
  const sentence = reading.sentences.find(({ start, end }) => start <= until && until < end)
  const lead = sentence ? doc.text.slice(sentence.start, until) : ''
  return /^(?:when\s+)?asked\s/i.test(lead) ? lead : ''
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

// A content may begin inside its marks, or the marks inside the content.
function widen({ start, end }: Span): Span {
  return { start: start - 2, end: end + 2 }
}
