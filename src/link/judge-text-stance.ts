// How a headline or sentence stands to a claim: it reports it as so (for), reports it as not so (against), or only reports that
// it is said (observing), as in Emergent (Ferreira and Vlachos, NAACL 2016). Who owns the words decides: marks in the text
// turn the claim round, leave it open, or bear it out; docs/decisions/0014-stance-of-a-text.md has the order.

import { findMarks, isUnderDenial, type Marks } from './find-marks.ts'
import { foldPhrases } from './fold-phrases.ts'
import { hearVoices } from './hear-voices.ts'
import { listParts, type ReadText, type TextPart } from './list-parts.ts'
import { makeStatement, type Statement } from './make-statement.ts'
import { GOES_ON } from './mark-patterns.ts'
import { type Matter, matchMatter } from './match-matter.ts'

export interface TextStance {
  readonly stance: 'for' | 'against' | 'observing'
  readonly score: number // 0 to 1: how far the text speaks to the claim, and how plain the mark is that decides
  readonly because: string
}

interface Claim {
  readonly text: string
  readonly statement: Statement
  readonly turns: number
  readonly isDenial: boolean
}

const LONGEST = 1000 // UTF-16 units; a claim is a sentence

/** The stance of the text: that of the sentence that has most of the claim, with a verdict that follows it. */
export function judgeTextStance(claim: string, read: ReadText): TextStance {
  const text = foldPhrases(claim.slice(0, LONGEST))
  const { turns, denials } = findMarks(text)
  const made: Claim = { text, statement: makeStatement(text), turns: turns + denials, isDenial: denials > 0 }
  const judged = listParts(read).map((part) => judgePart(made, part))
  const best = judged.sort((a, b) => b.share - a.share)[0]
  if (!best) return { stance: 'observing', score: 0, because: 'the text has no words to judge' }
  const { stance, score, because } = best
  return { stance, score: Math.round(score * 1000) / 1000, because }
}

// Of the claim's weight; what has less shares a name or a word by chance.
const OTHER_MATTER = 0.25
const OTHER_TOLD = 0.15

// How plain each mark is; a person's judgement, not a probability.
const VERDICT = 1
const TURN = 0.9
const OPEN = 0.9
const OWN_VOICE = 0.8
const CONTRARY = 0.7
const OTHER = 0.2

function judgePart(claim: Claim, part: TextPart): TextStance & { readonly share: number } {
  const statement = makeStatement(part.text)
  const matter = matchMatter(claim.statement, statement)
  const { contrary, matched } = matter
  const marks = findMarks(part.text, {
    claim: claim.text,
    isDenial: claim.isDenial,
    isVerbMissing: matter.isVerbMissing,
    matched: contrary ? new Set([...matched, contrary.start]) : matched,
  })
  const judge = (stance: TextStance['stance'], plain: number, because: string): ReturnType<typeof judgePart> => ({
    stance,
    score: plain * (plain === OTHER ? matter.share : (1 + matter.share) / 2),
    because,
    share: matter.share,
  })
  const voice = hearVoices(claim.text, matter, part)
  const denials = marks.denials + (voice.denied && marks.denials + marks.turns === 0 ? 1 : 0)
  const turned = findTurn(claim, part, matter, { ...marks, denials })
  if (isOther(matter, turned, { ...marks, denials })) return judge('observing', OTHER, 'it tells of another matter')
  const open = findQuestion(part) ?? marks.open ?? voice.open
  if (open) return judge('observing', OPEN, `"${open}" leaves it open`)
  const verdict = marks.verdict ?? voice.verdict ?? voice.denied
  const said = marks.said ?? voice.said
  if (verdict)
    return judge(turned ? 'against' : 'for', VERDICT, `"${verdict}" says ${turned ? 'that it is not so' : 'so'}`)
  if (turned) return judge('against', turned.isPlain ? TURN : CONTRARY, turned.because)
  if (said) return judge('observing', OPEN, `"${said}" lays it to somebody`)
  if (matter.numbersDiffer) return judge('against', CONTRARY, 'it has another number')
  return judge('for', OWN_VOICE, 'the text says so in its own voice')
}

interface Turn {
  readonly isPlain: boolean // by a mark, not by a contrary word
  readonly because: string
}

// An odd number of turns more than the claim has itself is its contrary.
function findTurn(claim: Claim, part: TextPart, matter: Matter, marks: Marks): Turn | undefined {
  const byMarks = marks.turns + marks.denials + (matter.isUndone ? 1 : 0)
  const byWords = isContraryByWords(claim, part, matter, marks) ? 1 : 0
  if ((byMarks + byWords - claim.turns) % 2 === 0) return undefined
  if (byMarks + byWords === 0)
    return { isPlain: true, because: 'it says without a "not" what the claim says is not so' }
  if (byWords === 0) return { isPlain: true, because: 'it says that it is not so' }
  const because = matter.contrary
    ? `"${matter.contrary.words.join('" and "')}" are contrary`
    : 'it says that all is as it was'
  return { isPlain: false, because }
}

// Death hoax: Orrin is alive. The one says why the other, so they do not cancel each other. But: Karsk denies that he is alive.
function isContraryByWords(claim: Claim, part: TextPart, matter: Matter, marks: Marks): boolean {
  const { contrary } = matter
  if (contrary) return marks.denials === 0 || isUnderDenial(part.text, contrary.start)
  return marks.denials === 0 && goesOn(claim, part, matter, marks.turns)
}

// The ambassador remains in Lindria: so nobody has expelled him.
function goesOn(claim: Claim, part: TextPart, { isVerbMissing }: Matter, byMarks: number): boolean {
  return isVerbMissing && (byMarks - claim.turns) % 2 === 0 && GOES_ON.test(part.text) && !GOES_ON.test(claim.text)
}

function isOther(
  { share, toldShare, hasOtherNames, hasOtherSubject }: Matter,
  turned: Turn | undefined,
  marks: Marks,
): boolean {
  if (share < OTHER_MATTER || (marks.denials === 0 && (hasOtherNames || hasOtherSubject))) return true
  return toldShare < OTHER_TOLD && !turned && !marks.verdict && marks.denials === 0
}

// Has Karsk sold the bridge? But: Why did Karsk sell the bridge?
function findQuestion({ text }: TextPart): string | undefined {
  const isAsked = /\?["”'’]?\s*$/u.test(text) && !/^(?:why|how|when|where)\b/iu.test(text)
  return isAsked ? '?' : undefined
}
