// What saying it does to the claim: asserts, denies, confirms, demands, would not say. First whether anything was said,
// then the cue, then what is said. A negated cue does nothing: whoever has not promised promises nothing.
import type { Act } from '../model/act.ts'
import type { Attribution } from '../model/attribution.ts'
import { CUE_ACTS, rejectsOrDenies } from './english/act-words.ts'
import { isOfDenial, saysNotSo } from './judge-denial.ts'
import { judgeSilence } from './judge-silence.ts'

export interface ActInput {
  readonly lemma: string // of the cue's verb; empty where the lexicon does not know it
  readonly isSilence: boolean // the cue is one of silence: "declined to comment"
  readonly cue: string // as printed
  readonly content: string // as printed
  readonly source?: string // as printed
  readonly isLed?: boolean // what is said stands before the cue
  readonly before?: string // what stands before the attribution, some sentences
  readonly after?: string // what stands behind the cue, some words
}

const NOT = /\b(?:not(?! only)|never|no longer|neither|nor|hardly|stopped|(?:has|have|had) yet to|unable to)\b|n['’]t\b/

/** True for a verb that by itself tells what saying it does to a claim: denies, rejects, corrects. */
export function tellsAct(lemma: string | undefined): boolean {
  return lemma !== undefined && TELLING.test(lemma)
}

const TELLING =
  /^(?:deny|refute|rebut|dispute|disavow|reject|dismiss|rebuff|rule out|confirm|acknowledge|admit|concede|announce|doubt|question|correct|retract|withdraw)$/

// does not support the plan; is not on board with it
const UNSUPPORTING =
  /\b(?:do|does|did|is|are|was|were|will|would|can|could)(?: not| never|n['’]t) (?:\p{L}+ly )?(?:support|back(?! (?:down|off|out)\b)|favou?r|endorse|agree with|approve of|on board|in (?:favou?r|support) of|sold on)\b/u
// the video does not support the claim: it turns nothing down
const SPEECHLESS =
  /\b(?:videos?|footage|stud(?:y|ies)|evidence|data|findings?|records?|documents?|figures|numbers|polls?|surveys?|facts?|results?|court|law|constitution|tape|photos?)\b/
const RENEWS = /\b(?:repeat|reiterat|renew|reaffirm|issu|stand(?:s|ing)? by$|stood by$)/

// Yes, that is true; it is true that: what was asked or reported is so. But: it is right that we help
const IS_SO =
  /^(?:[^\w“"]*[“"]\W*(?:yes|yeah)[,.!]|\W*(?:(?:that|this|it) (?:is|was)|(?:that|this|it)['’]s) (?:absolutely |quite |indeed )?(?:(?:true|correct)\b|right(?=\W*$|[,.!”"])))/

// Marrow will deny the report, would deny it if asked, was due to; Hale may not confirm it: nobody has yet. But could not confirm it: he
// was asked, and did not; would only confirm that it was so; would later confirm it: he did
const FORETOLD = new RegExp(
  [
    '\\b(?:will|could|(?:may|might|should|must)(?: not)?) (?:(?!not\\b|never\\b|neither\\b|only\\b)\\p{L}+ )?(?:deny|confirm|announce|retract|correct)\\b',
    '\\bwould (?!(?:not|never|neither|only|later|subsequently|then|soon|eventually)\\b)(?:\\p{L}+ )?(?:deny|confirm|announce)\\b',
    '\\b(?:set|due|expected|likely|about|ready|poised|scheduled|try(?:ing)?|hoping|preparing|planning|prepared) to (?:\\p{L}+ly )?(?:deny|confirm|announce|retract|correct)\\b',
  ].join('|'),
  'u',
)

// Hale all but confirmed it, nearly confirmed it, came close to confirming it: whatever he said, he did not
const ALMOST =
  /\b(?:all but|almost|nearly|virtually|practically|as good as|c(?:ame|omes?|oming) (?:\p{L}+ )?(?:close|near) to)\b/u
// called on Hale to admit it: demanded; hopes Hale will admit it, waits for him to: nobody has. But: was forced to admit it, had to
const CALLED_ON =
  /^(?!.*\b(?:(?:was|were|been|be|being|is|are) (?:\p{L}+ly )?(?:forced|obliged|compelled|made|quick)|ha(?:d|s|ve)) to (?:admit|acknowledge|concede|confirm|deny)\b).*?(?:\b(called? (?:up)?on|calls (?:up)?on|calling (?:up)?on|urg(?:e|es|ed|ing)|press(?:es|ed|ing)?|challeng(?:e|es|ed|ing)|ask(?:s|ed|ing)?|order(?:s|ed)?|demand(?:s|ed)?)|\b(?:wait(?:s|ed|ing)? for|forc(?:es|ed|ing)|hop(?:es|ed|ing)|want(?:s|ed)?|expect(?:s|ed|ing)?))\b (?:\S+ ){1,8}?(?:to|will|would) (?:admit|acknowledge|concede|confirm|deny)\b/u
// But: confirmed none of the crew had died
const OF_NOTHING =
  /^(?:neither|nothing|none of)\b(?!.*\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|did)\b)/
const IS_DONE_BY_WORDS: ReadonlySet<Act> = new Set(['confirms', 'announces', 'promises', 'corrects', 'retracts'])

// This has to stop; the minister must resign; “Free the crew!”: what others are to do, and do at once
const MUST =
  /(?<!\bi (?:may |might |will |would |do )?)\b(?:must|should|needs? to|has to|have to|['’]s got to|ought to) (?:\p{L}+ly )?(?:stop|end|go|resign|step down|step aside|withdraw|apologi[sz]e|drop out|be released|be freed|cease|retract|release|leave|halt|pull out|free)\b|^\W*(?:please |let us |stop |free (?:the|our|all) )/u
// “We reject this ultimatum,” / “I reject that claim,”: as in the third person
const I_REJECT = /^\W*(?:i|we) (?:\p{L}+ly )?reject (.+)/u
// Marrow denied this: “The dam is ours.” / denied the report: “That is a lie.”: a sentence of one's own after what is denied
const OWN_SENTENCE = /^(?:[^“"]{1,40}: )?[“"](?:[^\s”"]+ ){2,}[^”"]*[.!?][”"]?$/
const LEAD = 160 // characters: the first sentence

// If they cross, we will strike: harm by one's own hand
const WILL_HARM =
  /\bwill (?:\p{L}+ )?(?:retaliate|strike|hit|punish|destroy|respond with|answer with (?:force|fire)|pay (?:a|the|dearly))\b/u

/** The act, and for a silence how it came about. */
export function judgeAct(input: ActInput): Pick<Attribution, 'act' | 'silence'> {
  const [cue, content] = [plain(input.cue), plain(input.content)]
  const [source, before] = [plain(input.source ?? ''), plain(input.before ?? '')]
  if (FORETOLD.test(cue)) return { act: 'asserts' }
  const urged = CALLED_ON.exec(cue)
  if (urged) return { act: urged[1] === undefined ? 'asserts' : 'demands' }
  const silence = judgeSilence(cue, content, source, input.isSilence)
  if (silence) return silence
  // declined to follow suit; refused to help
  if (/\b(?:refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|unwilling)\b/.test(cue) && !NOT.test(cue)) {
    if (/\bto$/.test(cue) || /^to \p{L}/u.test(content) || /\bto \p{L}+(?: (?:with|in|on|for|to))?$/u.test(cue))
      return { act: 'rejects' }
  }
  // repeated his denial that the dam was sold
  if (RENEWS.test(cue) && isOfDenial(content)) return { act: 'denies' }
  const named = actOfCue(cue, content, source, input.isLed === true)
  if (named === 'denies' && input.isLed !== true && OWN_SENTENCE.test(content)) {
    return { act: saysNotSo(input.lemma, cue, content.slice(content.search(/[“"]/)), before) ? 'denies' : 'asserts' }
  }
  // disputed the ministry’s denial that the dam was sold: bears out that it was
  if (named === 'denies' && isOfDenial(content)) return { act: 'asserts' }
  if (named === 'rejects' && isOfDenial(content) && /\bdenials? that\b/.test(content)) return { act: 'asserts' }
  // all but denied it: that is no denial, and nobody said that it is so
  if (named === 'denies' && ALMOST.test(cue)) return { act: 'declines to comment', silence: 'left open' }
  if (named && IS_DONE_BY_WORDS.has(named) && ALMOST.test(cue)) return { act: 'asserts' }
  // confirmed neither the truce nor the talks; denied nothing
  if (named && OF_NOTHING.test(content)) {
    return /^(?:confirms|denies)$/.test(named)
      ? { act: 'declines to comment', silence: 'left open' }
      : { act: 'asserts' }
  }
  if (named)
    return {
      act: NOT.test(cue) && !/\bnot\b.*\b(?:convinced|sold|persuaded)\b|\bnot guilty\b/.test(cue) ? 'asserts' : named,
    }
  if (UNSUPPORTING.test(cue) && !SPEECHLESS.test(source))
    return { act: rejectsOrDenies(content, source, false) ?? 'rejects' }
  if (NOT.test(cue)) return { act: 'asserts' } // did not say that it was false; stopped short of calling it a lie
  const rejected = I_REJECT.exec(content)?.[1]
  if (rejected !== undefined) return { act: rejectsOrDenies(rejected, source, false) ?? 'rejects' }
  if (saysNotSo(input.lemma, cue, content, before, plain(input.after ?? ''))) return { act: 'denies' }
  if (IS_SO.test(content) || (cue === ':' && /^(?:yes|yeah)[,.!]/.test(content))) return { act: 'confirms' }
  if (/^no to \p{L}/u.test(content)) return { act: 'rejects' } // Marrow Says No To Debate
  if (MUST.test(content.slice(0, LEAD))) return { act: 'demands' }
  if (/\bwarn/.test(cue) && WILL_HARM.test(content)) return { act: 'threatens' }
  return { act: 'asserts' }
}

function actOfCue(cue: string, content: string, source: string, isLed: boolean): Act | undefined {
  for (const [pattern, turn] of CUE_ACTS) {
    const found = pattern.exec(cue)
    if (!found) continue
    // what the act is done to: the rest of the cue, then the content
    const after = `${cue.slice(found.index + found[0].length)} ${content}`.replace(/^[\s“”"'‘’,:]+/, '')
    const act = turn(after, source, isLed)
    if (act) return act
  }
  return undefined
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim().toLowerCase()
}
