// Words that tell what somebody or something did, and nothing that was said: the network gives some of them a speaker.
import type { Relation } from './relation.ts'
import type { Scene } from './scene.ts'

// The council imposed sanctions; the law prohibits banks from trading; the chancellery called a meeting; lawmakers passed measures
const DEED = new RegExp(
  [
    '\\b(?:impos|prohibit|enact|pass)(?:e[ds]|es|s|ed|ing|e)?\\b(?! (?:on|along|up|for)\\b)',
    '\\b(?:bann?|barr?)(?:s|ed|ing)?\\b',
    // the assembly ratified the treaty; Karsk called off the talks
    '\\bratif(?:y|ies|ied|ying)\\b',
    '\\bcall(?:s|ed|ing)? off\\b',
    // the programme allows investors to stay; but: Hale allowed that, or the deal was late
    '\\b(?:forbid|permit|allow)(?:s|ed|ing)? (?:\\S+ ){1,5}?to \\p{L}',
    '\\bcall(?:s|ed|ing)? an? (?:emergency|urgent|extraordinary|special|crisis|snap|early) (?:meeting|session|election|summit|vote)\\b(?! an? )',
    // stripped out a call for weapons: the call is gone
    '\\b(?:strip|remov|delet|dropp|scrapp)\\p{L}*(?: out)? (?:(?:a|an|the|any|its|their|his|her) )?(?:call|demand|promise|threat|pledge|request)s?\\b',
    // did not apologise for the remark
    "(?:\\bnot|\\bnever|n[’']t) (?:\\p{L}+ly )?apologi[sz]",
  ].join('|'),
  'u',
)
const CLAUSE = /^(?:that|whether|if|how|why|what|when|where)\b/

/** True where the cue tells a deed, and what follows is no clause and stands in nobody's marks. */
export function tellsDeed({ tokens, quotationOf }: Scene, { cue, content, pattern }: Relation): boolean {
  const [first] = content
  if (!first || pattern === 'silence' || pattern === 'colon') return false
  if (content.some(({ from, to }) => quotationOf.slice(from, to).some((quotation) => quotation >= 0)))
    return isTitle(tokens, cue, content) || REMOVED.test(wordsOf(tokens, cue.from, cue.to))
  const [words, after] = [wordsOf(tokens, cue.from, cue.to), wordsOf(tokens, first.from, first.from + LONGEST_OBJECT)]
  if (/^(?:would|will)\b/.test(words) && !/\b(?:prohibit|allow|permit|forbid)/.test(words)) return false // a plan: Karsk would impose
  return first.from >= cue.to && !CLAUSE.test(after) && DEED.test(`${words} ${after}`) && isOfCue(tokens, cue)
}

const LONGEST_OBJECT = 8 // words of what follows by which a deed is told: called an emergency meeting
const REMOVED = /\b(?:strip|remov|delet|dropp|scrapp)\p{L}*(?: out)? /u
const LONGEST_TITLE = 6 // words

// the verb of the cue is that of the deed, not one of speech before it: said it had imposed sanctions
function isOfCue(tokens: Scene['tokens'], cue: Relation['cue']): boolean {
  return /^(?:impos|prohibit|enact|pass|bann|bar|forbid|permit|allow|call|ratif|strip|remov|delet|dropp|scrapp|apologi)/.test(
    tokens[cue.head]?.lower ?? '',
  )
}

// “Night Harbour” was written by Stringer.: a title
function isTitle(tokens: Scene['tokens'], cue: Relation['cue'], content: Relation['content']): boolean {
  const words = content.flatMap(({ from, to }) => tokens.slice(from, to)).filter(({ pos }) => pos !== 'PUNCT')
  const isMade = /^(?:written|composed|directed|performed|published|sung|recorded)$/.test(
    tokens[cue.to - 1]?.lower ?? '',
  )
  return isMade && words.length <= LONGEST_TITLE && !words.some(({ pos }) => /^(?:VERB|AUX)$/.test(pos))
}

function wordsOf(tokens: Scene['tokens'], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ')
}
