// Words by which saying does something to a claim: the cue that names the act, and the objects on which the act turns.
// Patterns look at words as printed, in small letters.
import type { Act } from '../../model/act.ts'
import { isPersonNoun } from './person-nouns.ts'

// dismissed the report, rejected the notion that …: what is said to be so, and so can be denied
export const FACT =
  /\b(?:accusations?|allegations?|charges?|claims?|rumou?rs?|reports?|reporting|suggestions?|notions?|implications?|assertions?|contentions?|insinuations?|speculation|narratives?|story|stories|accounts?|(?:mis)?characteri[sz]ations?|portrayals?|labels?|theor(?:y|ies)|ideas? that|talk (?:of|that|about)|premise|version|findings?|conclusions?|perceptions?|propaganda|(?:view|belief|arguments?) that)\b/

// dismissed criticism of the plan: nothing in it is so or not so
const CRITICISM = /\b(?:criticisms?|calls? for|demands? for|concerns?|complaints?|attacks?)\b/

// denied the appeal: a request is turned down
const REQUEST =
  /^(?:the |a |an |his |her |their |its |any )?(?:[\p{L}.’'-]+ ){0,3}(?:requests?|appeals?|applications?|motions?|petitions?|permission|bail|asylum)\b/u
// denied the raise, a permit for the bridge; but: permit fraud, a licence that was forged
const GRANT =
  /^(?:the |a |an |his |her |their |its |any )?(?:(?!secret|illegal|forged|false|fake)[\p{L}.’'-]+ )?(?:permits?|licen[cs]es?|raise|extension|parole)(?=\s*$|[.,;]| (?:for|to|on)\b)/u
// denied Karsk entry to the hall; tried to deny her the nomination: kept from somebody, which says nothing
const WITHHELD =
  /^(?:[\p{L}.’'-]+ ){0,5}(?:entry|access|visas?|victory|nominations?|seats?|votes?|rights?|opportunit(?:y|ies)|majority|chance|delegates|services?|treatment|promotion|benefits|credentials|funding|coverage|entrance|credit|food|aid|status|title)\b/u
// denied that the vote was rigged, blocking aid, allegations of rights abuses, the aid convoy had been hit: what is said to be so, and is
// neither asked for nor kept from anybody
const ALLEGED = new RegExp(
  [
    '^(?:that\\b',
    '(?:\\p{L}+ly |ever |even )?(?!(?:voting|housing|boarding|banking|fishing|landing|mining|working|broadcasting|funding|operating|building)\\b)\\p{L}{2,}ing\\b',
    "(?:[\\p{L}.’'-]+ ){0,4}?(?:accusations?|allegations?|claims?|rumou?rs?|reports?|suggestions?|charges)\\b",
    "(?:(?!(?:that|which|who|whom|because|after|when)\\b)[\\p{L}.’'-]+ ){1,7}?(?:had|has|have|was|were|is|are|would|will)\\b)",
  ].join('|'),
  'u',
)
// rejected the suggestion of a truce: an offer; the suggestion of a rift is denied
const SUGGESTED =
  /\bsuggestions? (?:of|for|to (?:hold|freeze|stop|end|meet|open|start|resume)) (?:(?:an?|the|new|more|direct|peace|formal) ){0,2}(?:cease-?fires?|truces?|armistice|talks|negotiations|meetings?|summit|deal|pact|agreement|compromise|settlement|swap|exchange|war|conflict|fighting)\b/
// rebutted the proposals: not claims, and so turned down
const PROPOSED =
  /^(?:\S+ ){0,4}?(?:proposals?|plans?|criticisms?|critiques?|attacks?|attempts?|efforts?|offers?|demands?)\b/u
// The findings contradict her account: they speak for nobody
const SHOWS =
  /\b(?:words|findings?|evidence|statements?|remarks|reports?|documents?|records?|e-?mails?|videos?|footage|accounts?|testimony|positions?|results?|data|facts?|figures|numbers|actions|policy)\b/

// The Senate confirmed the judge: that is a vote
const APPOINTED = /\b(?:nominees?|nominations?|nominated|judges?|justices?|picks?|appointments?|appointees?)\b/
const VOTING = /\b(?:senate|senators|parliament|committee|council|republicans|democrats|lawmakers|deputies|party)\b/

// withdrew the remark: what was said, not troops
const UTTERANCE =
  /\b(?:remarks?|comments?|statements?|claims?|accusations?|allegations?|reports?|words|endorsements?|articles?|stor(?:y|ies)|apolog(?:y|ies))\b/

const KNOWING = /^(?:any |all |having )?(?:knowledge|role|involvement|links?|ties|part|responsibility|connections?)\b/

// told Meridian a deal to free the crew was close: what is told of, and nobody is told to do it
const OF_MATTER =
  /^(?:\S+ ){0,3}?[“"]?(?:abilit(?:y|ies)|agreements?|arrangements?|attempts?|bids?|calls?|campaigns?|chances?|commitments?|deals?|decisions?|demands?|desire|efforts?|failure|intentions?|invitations?|measures?|mission|moves?|need|offers?|opportunit(?:y|ies)|orders?|pacts?|plans?|pledges?|pressure|promises?|proposals?|readiness|reasons?|refusal|requests?|rights?|schemes?|steps?|talks|threats?|times?|vows?|ways?|willingness|work)[”"]? to /u

/** Whether the words after a cue allow the act that the cue names; else the act they make of it. */
export type Turn = (after: string, source: string, isLed: boolean) => Act | undefined // led: what is said stands before the cue

const always =
  (act: Act): Turn =>
  () =>
    act

// rejected the report -> denies; rejected the offer -> rejects
/** Of a cue that turns something down: the words after it are `denied` where they are said to be so. */
export const rejectsOrDenies: Turn = (after) => {
  const object = after.split(/\s+/).slice(0, 8).join(' ')
  // dismissed the account as absurd; rejected that he had signed
  if (
    /\bas (?:\S+ ){0,3}?[“"']?(?:untrue|false|baseless|unfounded|fabricat|fiction|nonsense|absurd|ridiculous|ludicrous|lies?\b|hoax|fake|propaganda|rubbish|speculat|inaccurate|conspirac|misinformation|rumou?r)/.test(
      after,
    ) ||
    /^that\b/.test(after)
  )
    return 'denies'
  if (SUGGESTED.test(object)) return 'rejects'
  return FACT.test(object) && !CRITICISM.test(object.split(FACT)[0] ?? '') ? 'denies' : 'rejects'
}

function isOfSomebody(after: string): boolean {
  const [, ...words] = after.split(/\s+/).slice(0, 5)
  const end = words.findIndex((word) => /^(?:of|about|in|on|over|for|by)$/.test(word))
  return isPersonNoun((end < 0 ? words : words.slice(0, end)).findLast((word) => isPersonNoun(word)) ?? '')
}

/** Cues that tell the act, the surest first; the words after the cue may turn it. */
export const CUE_ACTS: readonly (readonly [RegExp, Turn])[] = [
  // The paper retracted its report. / Hale walked back the remark.
  [
    /\b(?:retract(?:s|ed|ing|ions?)?|recant\w*|(?:walk|walks|walked|walking|take|takes|took|taken|taking) back|backtrack\w*)\b/,
    always('retracts'),
  ],
  [
    /\bwithdr(?:aw|aws|ew|awn|awing)\b/,
    (after) => (UTTERANCE.test(after) || /^it\b/.test(after) ? 'retracts' : undefined),
  ],
  [/\bcorrect(?:s|ed|ing|ions?)?\b/, always('corrects')],
  // Hale has since disavowed the remark; disavowed any knowledge of it; disavowed the militia
  [/\bdisavow\w*\b/, (after) => (KNOWING.test(after) ? 'denies' : UTTERANCE.test(after) ? 'retracts' : 'rejects')],
  [
    /\bden(?:y|ies|ied|ying|ials?)\b/,
    (after) => {
      if (ALLEGED.test(after)) return 'denies'
      return REQUEST.test(after) || GRANT.test(after) ? 'rejects' : WITHHELD.test(after) ? 'asserts' : 'denies'
    },
  ],
  // Karsk disputes the account; but the dispute over the dam
  [/\bdisput(?:e|es|ed|ing)\b/, (after) => (/^(?:over|between|with|about|among)\b/.test(after) ? undefined : 'denies')],
  [/\bcontradict\w*\b/, (_, source) => (SHOWS.test(source) ? 'asserts' : 'denies')],
  [
    /\b(?:refut|rebut|debunk|disclaim)\w*\b/,
    (after) => (PROPOSED.test(after) && !FACT.test(after.slice(0, 40)) ? 'rejects' : 'denies'),
  ],
  // pushed back against those who say that the bridge is lost
  [
    /\b(?:push\w* back|hit\w* back|fir\w* back)\b/,
    (after) => (FACT.test(after) || /\bsay\b/.test(after) ? 'denies' : undefined),
  ],
  [/\b(?:was|were|been|being|is|are) dismissed\b/, (after) => (/^as\b/.test(after) ? 'denies' : undefined)],
  [
    /\b(?:reject|dismiss|rebuff|discount)(?:s|es|ed|ing|ions?|al)?\b|\b(?:shoot|shoots|shot|knock|knocks|knocked) down\b|\bscoff\w*\b|\bpooh-pooh\w*\b/,
    rejectsOrDenies,
  ],
  [
    /\brul(?:e|es|ed|ing) out\b|\bspurn\w*\b|\boppos(?:e|es|ed|ing|ition)\b|\bobject(?:s|ed|ing)? to\b|\bvot(?:e|es|ed|ing) against\b|\bveto\w*\b|\b(?:turn|turns|turned|turning|struck|strikes|strike|vote|voted) down\b|\bturn(?:s|ed|ing)? against\b|\bbalk(?:s|ed|ing)? at\b|\brenounc\w*\b|\bsaid no to\b/,
    always('rejects'),
  ],
  // The envoy is not convinced that …
  [
    /\b(?:doubts?|doubted|doubting|s[ck]eptical\w*|unconvinced|not (?:\p{L}+ )?(?:convinced|sold|persuaded))\b/u,
    always('doubts'),
  ],
  [
    /\bquestion(?:s|ed|ing)?\b/,
    // questioned the account; but questioned the former envoy: asked
    (after) =>
      /^(?:the |his |her |their |its |whether|how|why|if)\b/.test(after) && !isOfSomebody(after) ? 'doubts' : undefined,
  ],
  [/\bthreat(?:en|ens|ened|ening|s)\b/, always('threatens')],
  [
    /\b(?:promis(?:e|es|ed|ing)|vow(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|sw(?:ear|ears|ore|orn|earing)|guarantee(?:s|d|ing)?|commit(?:s|ted|ting|ment)? to)\b/,
    always('promises'),
  ],
  [
    /\b(?:confirm(?:s|ed|ing|ation)?|verif(?:y|ies|ied|ying|ication))\b/,
    // Twelve soldiers confirmed dead; Hale confirmed as envoy: they confirm nothing
    (after, source) =>
      /^(?:dead|killed|wounded|injured|missing|as)\b/.test(after) ||
      (APPOINTED.test(after.split(/\s+/).slice(0, 8).join(' ')) && VOTING.test(source))
        ? undefined
        : 'confirms',
  ],
  [
    /\b(?:acknowledg\w*|admit(?:s|ted|ting)?|admissions?|conced(?:e|es|ed|ing)|concession)\b/,
    (after) => (/^defeat\b/.test(after) ? 'announces' : 'confirms'),
  ],
  // pleaded not guilty to the theft; pleaded guilty
  [/\bplead(?:s|ed|ing)? not guilty\b/, always('denies')],
  [/\bplead(?:s|ed|ing)? (?:guilty|no contest)\b/, always('confirms')],
  // Hale urged the council to meet. / called for a vote / asked that it be put off
  [
    /\b(?:demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)|implor\w*|plead(?:s|ed|ing)?|beg(?:s|ged|ging)?|exhort\w*|order(?:s|ed|ing)?|instruct(?:s|ed|ing)?|call(?:s|ed|ing)? (?:up)?on|call(?:s|ed|ing)? for|appeal(?:s|ed|ing)? (?:to|for))\b/,
    always('demands'),
  ],
  // Drivers petitioned for a bridge; asked for a recount; but: asked for comment
  [/\bpetition(?:s|ed|ing)? for\b/, always('demands')],
  [
    /\bask(?:s|ed|ing)? for\b/,
    (after) =>
      /^(?:a |any |his |her |their |its )?(?:comments?|reactions?|responses?|clarification|details?)\b/.test(after)
        ? undefined
        : 'demands',
  ],
  [/\bappeal(?:s|ed|ing)?$/, (after) => (/^to \p{L}/u.test(after) ? 'demands' : undefined)],
  [
    /\b(?:ask|request|tell|told|direct|advis|encourag|push|press|lobb|warn)(?:s|e|ed|es|ing|y|ied|ying)?\b/,
    // but Karsk plans to leave, Hale told Meridian; Hale told Meridian Karsk had agreed to leave
    (after, _, isLed) =>
      !isLed &&
      !OF_MATTER.test(after) &&
      /^(?:(?!(?:\p{L}{3,}ed|is|are|was|were|has|have|had|will|would|wants?|plans?|hopes?|intends?|tr(?:y|ies)|seeks?|means?|meant|sought)\b)\S+ ){0,3}?to (?!be (?:named|identified|quoted))\p{L}/u.test(
        after,
      ) &&
      !/^(?:whether|if|about|how|what|why|that)\b/.test(after)
        ? 'demands'
        : undefined,
  ],
  [
    /\binsist(?:s|ed|ing)?\b/,
    (after) =>
      /^(?:\S+ ){0,8}?[“"]?(?:must|should|has to|have to)\b/.test(after) || /^on\b/.test(after) ? 'demands' : undefined,
  ],
  [/\b(?:announc|unveil|proclaim)\w*\b/, always('announces')],
  [
    /\bdeclar(?:e|es|ed|ing)\b/,
    (after) =>
      /^(?:\S+ ){0,2}?(?:candidacy|victory|war|emergency|state of|independence|ceasefire|cease-fire|bankruptcy|intention)\b/.test(
        after,
      )
        ? 'announces'
        : undefined,
  ],
]

/** What somebody who refuses or declines will not do: speak to it; anything else is turned down. */
export const SPEAKING =
  /^(?:\p{L}+ly )?(?:comment|say|discuss|elaborate|answer|respond|reply|talk|speak|name|identify|reveal|disclose|specify|address|explain|detail|provide (?:\p{L}+ )?(?:details?|comment|information)|give (?:\p{L}+ )?(?:details?|reasons?|names?|comment|figures?|dates?|numbers?|timeline|timetable|an? answer|an? interview)|confirm|deny|be (?:named|identified|quoted|interviewed|drawn(?! into))|weigh in|offer (?:\p{L}+ )?(?:details?|comment)|take questions|go into|share|speculate|rule out|characteri[sz]e|describe|clarify|engage with (?:the )?questions?)\b/u
