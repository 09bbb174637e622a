// Whether what is said says of a claim that it is not so: that it is false, that there was no such thing, that what was
// told of did not happen. What will not be, what is not wanted and what is not known deny nothing.
import { FACT } from './english/act-words.ts'

const BE = "(?:is|are|was|were|be|['’]s|['’]re|being)"
const FLATLY =
  '(?:just |simply |entirely |completely |categorically |absolutely |totally |patently |flatly |utterly |wholly |plainly |all )?'
// false; false as well; false news. But false modesty: a thing of that kind, and no claim
const NO_NOUN =
  '(?! (?!(?:and|or|but|nor|as|in|on|at|to|that|from|for|with|when|where|because|since|if|again|now|today|too|by|about|according|entirely|altogether|news|information|reports?|reporting|claims?|rumou?rs?|accusations?|allegations?|statements?|stor(?:y|ies)|narratives?|propaganda)\\b)\\p{L})'
// The passport was false; his papers were fabricated: what is forged, of which nobody claimed anything
const FORGED =
  '(?:passports?|visas?|permits?|licen[cs]es?|(?:number|licen[cs]e) plates|identit(?:y|ies)|papers|certificates?|invoices?|banknotes?|coins?|beards?|moustaches?|alarms?)'
// The report is “not true”; that’s a lie; the claim is baseless
const IS_FALSE = new RegExp(
  `(?<!\\b${FORGED} )\\b${BE} ${FLATLY}[“"]?(?:not true|untrue|false${NO_NOUN}|baseless|unfounded|groundless|fabricated|fiction|nonsense|a fabrication|an invention|an? (?:\\p{L}+ )?lie|a hoax|made up|wrong to say|a myth|not (?:the case|accurate|correct))(?!\\p{L})`,
  'u',
)
// That is fake; the letter is bogus. But the passport was fake: a thing, of which nobody claimed anything
const SPOKEN_OF =
  '(?:that|this|it|they|these|those|all|everything|which|news|claims?|reports?|stor(?:y|ies)|accounts?|accusations?|allegations?|rumou?rs?|letters?|memos?|documents?|papers?|recordings?|tapes?|videos?|footage|photo(?:graph)?s?|pictures?|images?|messages?|e-?mails?|posts?|tweets?|quot(?:es?|ations?)|statements?|evidence)'
const IS_FAKE = new RegExp(
  `\\b${SPOKEN_OF}(?:['’](?:s|re)|(?: \\S+){0,6}? ${BE}) ${FLATLY}[“"]?(?:fake|bogus)(?!\\p{L})${NO_NOUN}`,
  'u',
)
// The idea that Zemlin poisoned the wells is absurd
const IS_ABSURD =
  /\b(?:idea|notion|suggestion|claim|allegation|accusation|charge|report|rumou?r)s? (?:that|of) [^.;]{1,200}? (?:is|are|was|were) (?:\p{L}+ )?(?:absurd|ridiculous|ludicrous|laughable|preposterous)\b/u
// lies about it; is lying; it did not happen. But: the engineer was lying in the road; it did not happen by accident
const NOT_TRUE =
  /\b(?:not true|no truth (?:in|to)|nothing of the (?:sort|kind)|no such \p{L}+|(?:pure|complete|total|sheer) (?:fabrication|invention|fiction|nonsense)|peddling (?:\p{L}+ )?fiction|(?:(?:is|are|was|were|been)|['’](?:s|re)) lying(?= (?:about|when|to (?:you|us|me|him|her|them|everyone|everybody|people))\b|[^\p{L}\s]|$)|keeps? lying|never happened|no evidence (?:that|of|to (?:support|suggest))|did(?: not|n['’]t) happen(?! (?:in a|by|over|without|because|just|only|spontaneously)\b))/u
// No, said the envoy. / “Absolutely not,” she said.
const SCREAM = /^\W*no\W+(?:no\W*)+$/ // “No, no, no!” she screamed.
const NO =
  /^\W*(?:no|nope|absolutely not|of course not|not at all|that['’]s not (?:what|how|true|right))\b(?=[,.!;”"]|\s(?:what|how|true|right))/
// called the account [a fabrication]; described it as false; branded [the report a lie]; calls [this a false narrative]
const CALLED =
  /\b(?:call|describe|brand|label|characteri[sz]e|dub|denounce|slam|decr(?:y|ie)|brush)(?:s|es|ed|d|ing)?\b/
const FALSE_WORD =
  /\b(?:untrue|false|falsehoods?|baseless|unfounded|groundless|fabricat(?:ed|ions?)|fiction|nonsense|inventions?|lies?|hoax(?:es)?|fake|bogus|myth|rubbish|fantasy)\b/

// “A lie,” Hale said of the report. But: the truth lies in between
const LIE =
  /^\W*(?:(?:an?|the|pure|utter|complete|total|outright|blatant|another|simply|just|all) ){0,3}(?:lies?|fabrications?|inventions?|fiction|nonsense|hoax(?:es)?|rubbish|fantasy|falsehoods?|fake|untrue|false|baseless)\b(?! in\b)/
// “Hale denies it. He is lying.”; but: we have denied this many times
const OF_DENIER = /(?<!\b(?:i|we)(?:['’]ve| have| had)? (?:\p{L}+ly |always |repeatedly )?)\bden(?:y|ies|ied)\b/u

// They were the agreed lists, and any assertion to the contrary is a lie: said all the more firmly
const TO_THE_CONTRARY =
  /\b(?:any|every|all) (?:\p{L}+ )?(?:assertions?|claims?|suggestions?|reports?|talk|statements?)? ?(?:to the contrary|that says? otherwise)\b(?: (?:is|are|was|were|would be) [^.;”"]*)?/u
const OF_MATTER = /\b(?:said|says) (?:of|about) \p{L}/u

// I flatly deny that; they’d be wrong
const I_DENY = /^\W*(?:i|we) (?:\p{L}+ly )?(?:deny(?! (?:them|him|her|you)\b)|refute|dispute)\b/u
const WRONG =
  /\b(?:they|he|she|you|that|it|this)(?:['’]d be|['’]s|['’]re| would be| is| are| was| were) (?:just |simply |dead |flat |flat-out |completely |absolutely |totally |plain )?(?:wrong|incorrect|inaccurate|mistaken)\b(?! (?:for|to|with|about|on|of|that|when|if)\b|,? (?:and|so) (?:i|we|it|they|he|she) (?:(?:am|are|is|was|were|deeply|sincerely) )?(?:apologi|regret|sorry))/u
const OWN_DEED =
  /(?:^|[.!?]\s+)\W*(?:i|we) (?!(?:think|believe|know|knew|heard|hear|read|say|said|saw|see|have|had|checked|looked|reviewed|examined|deny|denied|reject|rejected)\b)(?!(?:[^.!?]* )?(?:not|never|no)\b)(?![^.!?]*n['’]t\b)[^.!?]*[.!?,]\s+(?:but |and )?(?=(?:that|it|this)\b)/u
// If you think that the landing was fake …; I hope they are fake: supposed, not said
const SUPPOSED = /(?:^|[\s“"])(?:if|whether|unless|suppose|hopes?|hoped|hoping|wish(?:es|ed)?)\b/
// I doubt that it is false; nobody could prove that it was; it is too early to say that it is. But: no doubt it is false
const UNCLAIMED =
  /(?<!(?:\b(?:no|not|never|nobody|one|any|a|of|in|little|beyond|without)|n['’]t) )\bdoubt(?:s|ed)?\b|\b(?:can|could)(?:not| not|n['’]t) (?:say|tell|prove|show|claim|confirm|be sure|rule out)\b(?! (?:\p{L}+ly|often|more|enough|too)\b)|(?:\bnot|n['’]t) (?:\p{L}+ )?(?:clear|certain|sure|known|proven?)\b|\bunclear\b|\bnever (?:said|claimed|suggested|alleged|argued|thought|believed|meant)\b|\b(?:do|does|did|would)(?: not|n['’]t) (?:think|believe|say|claim|suggest|know)\b(?! so\b)|\b(?:nobody|no one) (?:\p{L}+ ){0,2}?(?:prove[dns]?|show[ns]?|says?|said|claim(?:s|ed)?|believe[sd]?|thinks?|thought|suggest(?:s|ed)?|knows?|knew)\b|\btoo (?:early|soon) to (?:say|tell|know|judge)\b/u

// What is said under such words goes up to the next mark or the next "but".
function isSupposed(before: string): boolean {
  const sentence = before.split(/[.;]/).at(-1) ?? ''
  return SUPPOSED.test(sentence) || UNCLAIMED.test(sentence.split(/[,:!?…—–]|\b(?:but|because)\b/).at(-1) ?? '')
}

// the ministry’s denial that the dam was sold is a lie: whoever says so bears out that it was
const OF_DENIAL = /^[“"'‘]?(?:that )?(?:(?!of\b|claims?\b|reports?\b)\S+ ){0,4}?[“"]?denials?\b/

// The ministry had not made an offer; the envoy never met them; there was no offer: told as not having happened
const NOT_SO =
  /^(?:that )?((?:\S+ ){0,5}?)[“"]?(?:never|(?:had|has|have|did|was|were)(?: not|n['’]t)|there (?:was|were|had been|has been|have been) no|nobody|no one) (.+)/u
// will never sign; if he had not come; those who did not vote
const NO_EVENT =
  /\b(?:will|would|can|could|must|should|to|if|unless|who|which|because|although|though|when|while|where|than)\b/
// had not made any offer; had never been there at all: said against somebody who said so
const AGAINST = /^(?:\S+ ){0,6}?(?:any|anything|anybody|anyone|ever|whatsoever|at all)\b/
const STATES =
  /^(?:say|tell|state|insist|clarify|stress|assert|maintain|declare|add|affirm|reply|respond|write|reiterate|emphasi[sz]e|underline|retort|counter|tweet|argue|explain|note|contend|continue|claim|post)$/
// By these an answer is given: The ministry insisted that it had not made an offer.
const ANSWERS = /^(?:insist|clarify|stress|maintain|reply|respond|reiterate|emphasi[sz]e|underline|retort|counter)$/
// did not know, had not decided, was not willing, no one could win, no military solution, had not agreed: a state of mind or of affairs, and no
// event that was told of
const UNWILLING =
  /^(?:\p{L}+ly )?(?:want(?:ed|s)?|would(?! have\b)|will|could|can|should|must|might|may|military|solution|winners?|victors?|other (?:way|option)|agreed?|reach(?:ed)?|produced?|yield(?:ed)?|resolved?|comment(?:ed)?|discuss(?:ed)?|wish|see|know|willing|ready|able|sure|clear|expect|intend|believe|think|hear|heard|aware|told|deny|dispute|rule|need|care|mind|plan|decided?|seen|yet|like|get|understand|feel|mean|seem|remember|recall|point|doubt|question|reason|way|time|substitute|choice|alternative|hope|excuse|room|place|one|chance|hurry|just|only|merely|simply)\b/u

/** True where a denial is what the words, all in small letters, are about. */
export function isOfDenial(content: string): boolean {
  return OF_DENIAL.test(content)
}

/** True where the words, all in small letters, say that something is not so. `lemma`: the cue's verb; `before`, `after`: what stands there. */
export function saysNotSo(lemma: string, cue: string, content: string, before: string, after = ''): boolean {
  if (isOfDenial(content)) return false
  const own = content.replace(TO_THE_CONTRARY, '')
  if (own !== content) return /\b(?:not|never|no)\b|n['’]t\b/.test(own) || saysNotSo(lemma, cue, own, before, after)
  if (/\b(?:said|says) of\b/.test(cue) && LIE.test(content)) return true
  if (CALLED.test(cue) || /\bas$/.test(cue)) {
    const word = FALSE_WORD.exec(content)
    if (word && !isSupposed(content.slice(0, word.index))) return true
  }
  if (NO.test(content) && !SCREAM.test(content)) return true
  // “This is wrong,” she said of the tariff: a judgement; of the report: a denial
  const isJudged =
    /^\W*(?:this|that|it)\b/.test(content) && OF_MATTER.test(`${cue} ${after}`) && !FACT.test(`${cue} ${after}`)
  for (const pattern of [I_DENY, IS_FALSE, IS_FAKE, IS_ABSURD, NOT_TRUE, ...(isJudged ? [] : [WRONG])]) {
    const found = pattern.exec(content)
    // “Hale denies that it was sold. He is lying.”: bears out what he denies
    const isOfDenier = pattern === NOT_TRUE && OF_DENIER.test(content.slice(0, found?.index))
    // “We closed the school. That was wrong”: what the speaker did, and nothing that was claimed
    const isOfDeed = pattern === WRONG && OWN_DEED.test(content.slice(0, (found?.index ?? 0) + 5))
    if (found && !isOfDenier && !isOfDeed && !isSupposed(content.slice(0, found.index))) return true
  }
  const negated = STATES.test(lemma) ? NOT_SO.exec(content.replace(/^[“"'‘]+/, '')) : null
  const [, subject = '', rest = ''] = negated ?? []
  if (!negated || UNWILLING.test(rest) || NO_EVENT.test(subject)) return false
  return (
    ANSWERS.test(lemma) ||
    AGAINST.test(rest) ||
    SPOKE.test(`${subject}${rest}`) ||
    answers(`${subject} ${rest}`, before)
  )
}

// “I never said that,” / said that she had never called for a blockade: against somebody who puts words in one's mouth
const SPOKE =
  /^[“"'‘]?(?:i|we|he|she|it|they|[\p{L}.]+) (?:said|say|suggest(?:ed)?|call(?:ed)?|claim(?:ed)?|propos(?:e|ed)|advocat(?:e|ed)|ask(?:ed)?|order(?:ed)?|threaten(?:ed)?|promis(?:e|ed)|accus(?:e|ed)|insult(?:ed)?|mock(?:ed)?|endors(?:e|ed)|us(?:e|ed) the (?:word|phrase|term))\b/u

const CLAUSE = 14 // words; what follows in a long quotation is another sentence
const LEAST = 4 // letters of a word that tells a matter
const ROOT = 5 // letters that two forms of a word share: offer, offered

// Meridian reported that Karsk had offered to leave. … “We made no such offer,” she said; she said that Karsk had not
// offered to leave: what is said not to be so has been told or asked just before
function answers(clause: string, before: string): boolean {
  const roots = (words: string): string[] =>
    (words.match(/\p{L}+/gu) ?? [])
      .filter((word) => word.length >= LEAST && !EMPTY.test(word))
      .map((word) => word.slice(0, ROOT))
  const told = new Set(
    roots(
      before
        .split(/(?<=[.!?]) /)
        .filter((one) => !NEGATIVE.test(one))
        .join(' '),
    ),
  )
  const own = [...new Set(roots(clause.split(/\s+/).slice(0, CLAUSE).join(' ')))]
  const shared = own.filter((root) => told.has(root)).length
  return shared >= 3 || (shared >= 2 && shared >= own.length / 2)
}

// The talks ended without agreement.: told as not so already, so that saying it again answers nothing
const NEGATIVE = /\b(?:not|no|never|without|fail(?:s|ed)?|failure|denie[sd]|collapsed|stalled)\b|n['’]t\b/

const EMPTY =
  /^(?:that|this|they|them|there|were|have|with|from|been|what|when|would|will|said|says|about|which|their|some|than|then|also|into|just|only|very|more|much|such|does|never|your|people|think|know)$/
