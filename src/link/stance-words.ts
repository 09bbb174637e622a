// The words by which a headline shows how it stands to what it tells of, each kind under the sentence it is for. Earlier
// kinds win where two match the same words, so that "not true" is no "not" and no "true".

export type MarkKind =
  | 'open' // left open: hedged, asked, doubted, not confirmed
  | 'false' // it is not so
  | 'true' // it is so
  | 'deny' // somebody says that it is not so
  | 'take back' // a report or a denial is withdrawn
  | 'said' // somebody says it
  | 'not' // turns the words after it round
  | 'stop' // turns the words around it round

const NOT = `(?:\\bnot|n['’]t|\\bcannot|\\bnever|\\bneither|\\byet to|\\bun(?:able|willing) to|\\brefus\\w+ to|\\bdeclin\\w+ to)`
const REPORT =
  'reports?|claims?|rumou?rs?|stor(?:y|ies)|tales?|talk|charges?|allegations?|accusations?|news|suggestions?|speculation'
const PICTURE = 'photographs?|photos?|pictures?|images?|videos?|clips?|footage|recordings?|films?|tapes?'
const LIE =
  'fakes?|faked|hoax(?:es)?|bogus|fabricat\\w+|fictitious|fiction|invented|inventing|invents?|inventions?|fak(?:ed|ing)|made[- ]up|forged|forger(?:y|ies)|' +
  'doctored|manipulated|montages?|satir(?:e|ical)|spoofs?|pranks?|myths?|lies?|lied|lying|untrue|false(?:hood|ly)?|wrong|' +
  'incorrect|inaccurate|baseless|unfounded|groundless|unsubstantiated|nonsense|rubbish|disinformation|misinformation|' +
  'misleading|debunk\\w*|disprov\\w+|refut\\w+|discredit\\w*|dispel\\w*|quash\\w*|no such thing|mis(?:captioned|labelled|labeled|attributed)'
const SURE = 'true|genuine|real|authentic|correct|accurate|right|the case'

/** In the order in which they are tried. */
export const PATTERNS: readonly (readonly [MarkKind, RegExp])[] = [
  // Hale does not deny meeting the dealer. Karsk will neither confirm nor deny it. It could not be verified.
  [
    'open',
    new RegExp(
      `${NOT}(?:\\s+[\\w’']+){0,2}?\\s+(?:confirm\\w*(?:\\s+(?:n?or)\\s+den\\w+)?|den(?:y|ies|ied|ying)|rul\\w+ out|exclud\\w+|verif\\w+|comment\\w*|say|speak|discuss|substantiated|proven|proved|known|clear|certain|sure)\\b`,
      'giu',
    ),
  ],
  ['open', /\bno (?:comment|word|answer|reply|confirmation)\b|\bsilen(?:t|ce) (?:on|over|about)\b/giu],
  ['open', /\b(?:unconfirmed|unverified|unclear|unproven|uncertain|fact or fiction|true or false|what if)\b/giu],
  // It is not true that no offer was made. There is no evidence that the dam leaks.
  ['false', new RegExp(`${NOT}(?:\\s+[\\w’']+){0,2}?\\s+(?:${SURE})\\b`, 'giu')],
  [
    'false',
    /\b(?:no|zero|without(?: any)?|lack of|little) (?:\w+ )?(?:evidence|proof|truth|basis|sign|trace|indication|grounds|foundation|substance)\b/giu,
  ],
  // Did Karsk sell the bridge? No. It never happened.
  ['false', /(?<=^\W*|[.?!:]\W*)no(?=[,.:;!]|\s*[—–-]\s|$)/giu],
  [
    'false',
    new RegExp(
      `${NOT} (?:really |actually |even )?(?:exist(?:s|ed)?|happen(?:s|ed)?|occur(?:s|red)?|took place|take place|taken place)\\b`,
      'giu',
    ),
  ],
  // The photograph is no hoax. The story was not made up.
  ['true', new RegExp(`(?:${NOT}|\\bno\\b)(?:\\s+(?:an?|the|all|just|entirely))?\\s+(?:${LIE})\\b`, 'giu')],
  // Picture of the flood was taken in another year. The clip is five years old.
  [
    'false',
    new RegExp(
      `(?<=\\b(?:${PICTURE})\\b.*)\\b(?:(?:is|are|was|were) (?:in fact |actually |really )?(?:taken|shot|filmed|recorded|made) (?:in|at|years|during|for|by|on)|years? old|(?:date|stem|come)s? from|from (?:another|an old|an earlier|a different))\\b`,
      'giu',
    ),
  ],
  ['take back', /\b(?:tak(?:es?|ing)|took) back\b|\b(?:retract|recant|backtrack)\w*/giu],
  [
    'take back',
    new RegExp(`\\b(?:withdr[ae]w\\w*|pull(?:s|ed)?|remov\\w+) (?:its |the |a )?(?:${REPORT}|denial)\\b`, 'giu'),
  ],
  ['false', new RegExp(`\\b(?:${LIE})\\b`, 'giu')],
  // Hale denies it. The palace dismisses talk of a visit. The rumour was put to rest.
  ['deny', /\b(?:den(?:y|ies|ied|ying|ials?)|disput(?:es?|ed|ing)|disavow\w*|contradict\w*|rebut\w*|disown\w*)\b/giu],
  [
    'deny',
    new RegExp(
      `\\b(?:dismiss|reject|rebuff|scotch|scoff|laugh|brush|wav|knock|shoot|shot|end|bury|shrug|ridicul|deflat)\\w*(?: (?:off|at|away|down|aside))?(?: (?:the|all|a|any|as|new|latest|media|press))* (?:${REPORT})\\b`,
      'giu',
    ),
  ],
  ['deny', /\b(?:pour\w* cold water|(?:puts?|lays?|laid) to rest)\b/giu],
  // It is true that the envoy has resigned. Karsk confirms the sale. An offer was made after all.
  [
    'true',
    /\b(?:(?:it is|it['’]s|are|is|was|were|proves?|turns out|turned out)(?: to be)? (?:indeed )?(?:true|genuine|real|authentic|official))\b/giu,
  ],
  [
    'true',
    /\b(?:confirm\w*|verif(?:y|ies|ied)|acknowledg\w+|admit\w*|admission|conced\w+|confess\w*|owns? up|after all|indeed|it emerges|stands? by|stood by|announc\w+|genuine|authentic|truth)\b/giu,
  ],
  ['true', /(?<=^\W*|[.?!:]\W*)(?:true|yes|it['’]s official|official)\b/giu],
  // The light may have been a meteor. The river reportedly rose.
  [
    'open',
    /\b(?:reportedly|allegedly|apparently|supposedly|purportedly|possibly|perhaps|maybe|probably|likely|seemingly|by some accounts)\b/giu,
  ],
  ['open', /\b(?:may|might|could(?!\s+not\b|n['’]t))\b/gu],
  [
    'open',
    /\b(?:appear|seem)(?:s|ed)?(?= (?:to|as|that|set|likely))|\blook(?:s|ed)? (?:like|as if|set|likely|poised)\b|\b(?:purport|claim)\w* to\b/giu,
  ],
  [
    'open',
    /\b(?:believed|thought|feared|rumou?red|suspected|reported|said|alleged|understood|presumed|expected|assumed|tipped)(?= (?:to|dead|lost|killed|missing|hurt|injured|gone)\b)/giu,
  ],
  [
    'open',
    /\b(?:doubt\w*|scepti\w+|skepti\w+|wonder(?:s|ed|ing)?|whether|consider(?:s|ed|ing)|mull(?:s|ed|ing)?|ponder\w*|weighs|weighing|under consideration|look(?:s|ed|ing)? into|investigat\w+|prob(?:e|es|ing) (?:into|of|claim|report)\w*|fears? (?:grow|mount|rise|that|of|over)|mystery|calls? for proof|expected)\b/giu,
  ],
  // Three officials say so. Rumours of a stroke swirl. The mayor is accused of it.
  [
    'said',
    new RegExp(
      `\\b(?:${REPORT})\\b(?<!\\btalk(?! (?:of|about|that)))|\\b(?:says?|said|saying|tells?|told|claim(?:ed|ing)|alleg(?:es?|ed|ing)|rumou?red|suspected|supposed|so-called|presumed|purported|report(?:ed|ing)|according to|insists?|insisted|believes?|thinks?|fears?|feared|suggests?|suggested|argues?|argued|hints?|hinted|maintains?|asserts?|contends?|accus\\w+|blam\\w+|suspects?|predicts?|forecasts?|warns?|warned|hopes?|expects?|asks|asked|recalls?|remembers?|sources|word has it|theory|theories|gossip|hearsay|question(?:s|ed))\\b`,
      'giu',
    ),
  ],
  // No soldier was killed. Halvia refuses to sign. The harbour is free of mines.
  [
    'not',
    /\bno one\b|\b(?:not(?! (?:only|just|to mention)\b)|no(?! (?:fewer|less|more than|wonder|sooner)\b)|never|none|nobody|nothing|nowhere|neither|without|cannot|hardly|free of|free from|far from|instead of|rather than|(?:refus|fail|declin)\w* to|avoid\w*|stop\w* short of|rul(?:es?|ed|ing) out|unable to|unwilling to)\b|n['’]t\b/giu,
  ],
  // The plan for the dam is dropped. Corvenia halts arms deliveries.
  [
    'stop',
    /\b(?:cancel\w*|scrap(?:s|ped|ping)?|shelv\w+|abandon\w*|drop(?:s|ped)?|postpon\w+|halt\w*|stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)|suspend\w*|revers(?:e|es|ed|ing)|revok\w+|overturn\w*|back(?:s|ed)? out)\b/giu,
  ],
]

/** A word that speaks of a report or a picture: "false claim", "hoax letter", "doctored photograph". */
export const REPORT_NOUN = new RegExp(
  `^(?:${REPORT}|${PICTURE}|letters?|articles?|posts?|quotes?|interviews?|headlines?)$`,
  'iu',
)

/** What goes on as it was, where a claim tells of a change: "the embassy is open as usual". */
export const GOES_ON =
  /\b(?:still|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|keep(?:s|ing)?|kept|continu(?:e|es|ed|ing)|goes on|go on|went on|as usual|as before|as it is|as they are|in place|all there|accounted for|unchanged|intact|untouched)\b/iu
