// What the reader's attributions say to how a text stands to a claim: an act that leaves it open, denies it or bears it out,
// and whether the words that have the claim are laid to somebody. Words in scare quotes are laid to somebody as well.

import type { TextPart, Voice } from './list-parts.ts'
import { makeStatement, type Statement } from './make-statement.ts'
import { type Matter, matchMatter, subjectOf } from './match-matter.ts'
import { splitWords } from './split-words.ts'

export interface Heard {
  readonly open?: string
  readonly denied?: string
  readonly verdict?: string
  readonly said?: string
}

const HALF = 0.5 // of what the sentence has of the claim

/** What the voices of a part say to the claim; each field holds the words that do. */
export function hearVoices(claim: string, { share }: Matter, { text, voices }: TextPart): Heard {
  const statement = makeStatement(claim)
  const holds = (words: string): boolean => matchMatter(statement, makeStatement(words)).share >= HALF * share
  const subject = new Set(subjectOf(statement).map(({ stem }) => stem))
  const telling = voices.filter(({ content }) => holds(content))
  const cueOf = (...acts: Voice['act'][]): string | undefined => telling.find(({ act }) => acts.includes(act))?.cue
  const [open, denied] = [
    cueOf('declines to comment', 'did not respond', 'doubts'),
    cueOf('denies', 'rejects', 'retracts', 'corrects'),
  ]
  const isOwn = ({ source }: Voice): boolean =>
    /^(?:its|his|her|their)\b/iu.test(source) || splitWords(source).some(({ stem }) => subject.has(stem))
  // Tovan announces a visit: his own doing. The rebels' radio announced it: somebody says so.
  const verdict = cueOf('confirms') ?? telling.find((voice) => voice.act === 'announces' && isOwn(voice))?.cue
  const said = telling.find(isSaying)?.cue ?? findScareQuotes(text, statement)
  return { ...(open && { open }), ...(denied && { denied }), ...(verdict && { verdict }), ...(said && { said }) }
}

const SHOWING = /\b(?:show|reveal|prove|find|found|learn|discover|emerge|know|knew|establish|determin|detect)/iu
const LABEL = /^(?:fake|false|hoax|true|confirmed|debunked|myth|correction|breaking|exclusive|update|video|watch)$/iu

// "Radio Askevar: lightning struck the dam" is laid to the radio; "records show that it snowed" is not laid to records, and
// "Halvia signs the treaty" to nobody.
function isSaying({ act, source, cue, content, isQuoted }: Voice): boolean {
  if (act !== 'asserts' || SHOWING.test(cue) || LABEL.test(source)) return false
  return cue === ':' || isQuoted || /^(?:that|whether|if)\b/iu.test(content)
}

// Ketter dam 'struck by lightning'
const SCARE_QUOTES = /(?<![\p{L}\p{N}])['‘"“]([^'‘’"“”]+(?:['’]\p{L}[^'‘’"“”]*)*)['’"”](?!\p{L})/gu

function findScareQuotes(text: string, claim: Statement): string | undefined {
  const tells = (words: string): boolean => !matchMatter(claim, makeStatement(`… ${words}`)).isVerbMissing
  return [...text.matchAll(SCARE_QUOTES)].find(([, words = '']) => tells(words))?.[0]
}
