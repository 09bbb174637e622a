// How a headline shows how it stands to what it tells of: one pattern for each way, under the sentence it is for. They are
// tried in this order, and words that one has taken are no other's, so that "not true" holds no "not" and no "true".
import { HEDGE, LIE, NOT, PICTURE, REPORT, SAYING, SURE } from './mark-words.ts'

export type MarkKind =
  | 'open' // hedged, asked, doubted, not confirmed
  | 'false' // it is not so
  | 'true' // it is so
  | 'deny' // somebody says that it is not so
  | 'take back' // a report or a denial is withdrawn
  | 'said' // somebody says it
  | 'not' // turns the words after it round
  | 'stop' // turns the words around it round

const BARE = '(?:the|an?|its|his|her|their|all|any|as|new|latest|media|press|false)'

/**
 * The patterns of the marks, in the order in which they are tried. What must stand before is looked for once the words
 * themselves are found: a look back from every place of a long text takes minutes.
 */
export const PATTERNS: readonly (readonly [MarkKind, RegExp])[] = [
  // Hale does not deny meeting the dealer. Karsk will neither confirm nor deny it. It could not be verified.
  [
    'open',
    pattern(`${NOT}(?:\\s+[\\w’']+){0,2}?\\s+
      (?:confirm\\w*(?:\\s+n?or\\s+den\\w+)?|den(?:y|ies|ied|ying)|rul\\w+\\sout|exclud\\w+|verif\\w+|comment\\w*|say|speak|
      discuss|substantiated|proven|proved|known|aware|clear|certain|sure)\\b`),
  ],
  // Karsk has no comment. Veldania is silent on the reports.
  ['open', pattern(`\\bno\\s(?:comment|word|answer|reply|confirmation)\\b|\\bsilen(?:t|ce)\\s(?:on|over|about)\\b`)],
  // It is not true that no offer was made. There is no evidence that the dam leaks.
  ['false', pattern(`${NOT}(?:\\s+[\\w’']+){0,2}?\\s+(?:${SURE})\\b`)],
  [
    'false',
    pattern(`\\b(?:no|zero|without(?:\\sany)?|lack\\sof|little)\\s(?:\\w+\\s)?
      (?:evidence|proof|truth|basis|sign|trace|indication|grounds|foundation|substance)\\b`),
  ],
  // Did Karsk sell the bridge? No. It never happened.
  ['false', pattern(`(?<=^\\W*|[.?!:]\\W*)no(?=[,.:;!]|\\s*[—–-]\\s|$)`)],
  [
    'false',
    pattern(
      `${NOT}\\s(?:really\\s|actually\\s|even\\s)?(?:exist(?:s|ed)?|happen(?:s|ed)?|occur(?:s|red)?|t(?:ook|ake|aken)\\splace)\\b`,
    ),
  ],
  // The photograph is no hoax. The story was not made up.
  ['true', pattern(`(?:${NOT}|\\bno\\b)(?:\\s+(?:an?|the|all|just|entirely))?\\s+(?:${LIE})\\b`)],
  // The picture of the flood was taken in another year. The clip is five years old.
  [
    'false',
    pattern(`\\b(?:(?:is|are|was|were)\\s(?:in\\sfact\\s|actually\\s|really\\s)?
      (?:taken|shot|filmed|recorded|made|staged)\\s(?:in|at|years|during|for|by|on)|years?\\sold|(?:in\\sfact|actually|really)\\s(?:shows?|depicts?)|
      (?:date|stem|come)s?\\sfrom|from\\s(?:another|an\\sold|an\\searlier|a\\sdifferent))\\b(?<=\\b(?:${PICTURE})\\b.*)`),
  ],
  // Nothing could be further from the truth.
  ['false', pattern(`\\b(?:nothing\\scould\\sbe\\s)?(?:far|further)\\sfrom\\s(?:the\\struth|true|reality)\\b`)],
  // Turns out the wolf was a dog all along. The ghost was just a curtain. The weeping statue explained.
  [
    'false',
    pattern(
      `\\b(?:was|were|is|are)\\s(?:just|only|merely|simply|actually|really|in\\sfact)\\s(?:an?|the|some)\\b(?!\\s(?:few|hour|day|week|month|year|matter)\\b)`,
    ),
  ],
  [
    'false',
    pattern(
      `\\bturn(?:s|ed)?\\sout\\sto\\sbe\\b(?!\\s(?:true|genuine|real|right|correct)\\b)|\\bnever\\s(?:was|were)(?=$|[.,;:])`,
    ),
  ],
  ['false', pattern(`\\ball\\salong\\b(?<=\\b(?:was|were)\\b.*)|(?<!,\\s)\\bexplained(?=:|$)`)],
  // An earlier version of this article said so. Hale is at home, contrary to reports.
  ['false', pattern(`\\b(?:earlier|previous|original)\\s(?:version|article|report|headline|story)\\b`)],
  ['true', pattern(`\\bdespite\\s(?:${BARE}\\s)*denials?\\b`)],
  ['false', pattern(`\\bcontrary\\sto\\b(?=.*\\b(?:${REPORT}|reported|belief)\\b)`)],
  ['false', pattern(`\\bdespite\\s(?:${BARE}\\s)*(?:(?:rumou?rs?|reports?|talk)\\b|what\\swas\\s(?:said|reported))`)],
  [
    'take back',
    pattern(`\\b(?:tak(?:es?|ing)|took)\\sback\\b|\\bwalk(?:s|ed|ing)?\\sback\\b|\\b(?:retract|recant|backtrack)\\w*`),
  ],
  [
    'take back',
    pattern(
      `\\b(?:withdr[ae]w\\w*|pull(?:s|ed)?|remov\\w+|apologi[sz]\\w+\\sfor)\\s(?:${BARE}\\s)*(?:${REPORT}|denial)\\b`,
    ),
  ],
  ['false', pattern(`\\b(?:${LIE})\\b`)],
  // Hale denies it. The palace dismisses talk of a visit. The rumour was put to rest. The court clears her of theft.
  [
    'deny',
    pattern(
      `\\b(?:den(?:y|ies|ied|ying|ials?)(?!\\s(?:entry|access|visas?|bail|permission|parole|leave)\\b)|disput(?:es|ing|ed\\sby)|disavow\\w*|contradict\\w*|rebut\\w*|disown\\w*)\\b`,
    ),
  ],
  [
    'deny',
    pattern(`\\b(?:dismiss|reject|rebuff|scotch|scoff|laugh|brush|wave?|knock|shoo?t|end|shrug|ridicule?|deflate?|mock)(?:s|es|d|ed|ing)?
      (?:\\s(?:off|at|away|down|aside))?(?:\\s${BARE})*(?:\\s[\\w'’]+){0,2}\\s(?:${REPORT})\\b`),
  ],
  ['deny', pattern(`\\b(?:pour\\w*\\scold\\swater|(?:put|lay|laid)s?\\sto\\srest)\\b`)],
  ['deny', pattern(`\\b(?:clear(?:s|ed)|acquit\\w*|exonerat\\w+|absolv\\w+)\\b(?=.*\\b(?:of|over)\\b)`)],
  // It is true that the envoy has resigned. Karsk confirms the sale. An offer was made after all.
  [
    'true',
    pattern(
      `\\b(?:it\\sis|it['’]s|are|is|was|were|proves?|turn(?:s|ed)\\sout)(?:\\sto\\sbe)?\\s(?:indeed\\s)?(?:true|genuine|real|authentic|official)\\b`,
    ),
  ],
  [
    'true',
    pattern(`\\b(?:confirm\\w*|verif(?:y|ies|ied)|acknowledg\\w+|admit\\w*|admission|conced\\w+|confess\\w*|owns?\\sup|after\\sall|indeed|
      it\\semerges|stands?\\sby|stood\\sby|genuine|authentic)\\b`),
  ],
  ['true', pattern(`(?<=^\\W*|[.?!:]\\W*)(?:true|yes|it['’]s\\sofficial|official)\\b`)],
  // If Karsk sells the bridge. The bridge should be sold.
  ['open', pattern(`\\b(?:if|unless|should(?!\\s+not\\b|n['’]t))\\b`)],
  // The river may rise in May. It could not be reached: that is no hedge.
  ['open', pattern(`\\b(?:may|might|could(?!\\s+not\\b|n['’]t))\\b`, 'gu')],
  // The film appears to show troops. Forty are feared dead. The clip purports to show it.
  [
    'open',
    pattern(`\\b(?:appear|seem)(?:s|ed)?(?=\\s(?:to|as|that|set|likely))|\\blook(?:s|ed)?\\s(?:like|as\\sif|set|likely|poised)\\b|
      \\b(?:purport|claim)\\w*\\sto\\b`),
  ],
  [
    'open',
    pattern(`\\b(?:believed|thought|feared|rumou?red|suspected|reported|said|alleged|understood|presumed|expected|assumed|tipped)
      (?=\\s(?:to|dead|lost|killed|missing|hurt|injured|gone)\\b)`),
  ],
  // The river reportedly rose. Experts doubt that it did. The mayor is asked whether it did.
  ['open', pattern(`\\b(?:${HEDGE})\\b`)],
  // Three officials say so. Rumours of a stroke swirl. The mayor is accused of it.
  [
    'said',
    pattern(
      `\\b(?:${REPORT})\\b(?<!\\btalk(?!\\s(?:of|about|that)))(?!\\s(?:\\d+|\\w+\\s)?(?:lives|life|responsibility|victory)\\b)|\\b(?:${SAYING})\\b`,
    ),
  ],
  // No soldier was killed. Halvia refuses to sign. The harbour is free of mines. But: not only Karsk, no fewer than ten.
  [
    'not',
    pattern(`\\bno\\sone\\b|\\b(?:not(?!\\s(?:only|just|to\\smention)\\b)|no(?!\\s(?:fewer|less|more\\sthan|wonder|sooner)\\b)|never|none|
      nobody|nothing|nowhere|neither|without|cannot|hardly|free\\s(?:of|from)|far\\sfrom|instead\\sof|rather\\sthan|
      (?:refus|fail|declin)\\w*\\sto|(?:nearly|almost)(?!\\s(?:\\d|all|every|half|an?\\b|\\w+teen\\b|\\w+ty\\b|two|three|four|five|six|seven|eight|nine|ten))|avoid\\w*|stop\\w*\\sshort\\sof|rul(?:es?|ed|ing)\\sout|un(?:able|willing)\\sto)\\b|n['’]t\\b`),
  ],
  // The plan for the dam is dropped. Corvenia halts arms deliveries.
  [
    'stop',
    pattern(`\\b(?:cancel\\w*|scrap(?:s|ped|ping)?|shelv\\w+|abandon\\w*|\\bdropped(?<=\\b(?:plans?|charges|case|bid|idea|order|visit|lawsuit)\\b.*)|drop(?:s|ped)?(?=(?:\\s\\w+){0,2}\\s(?:plans?|charges|case|bid|idea|order|visit|lawsuit)\\b)|postpon\\w+|(?<!\\bto\\s)(?:halt\\w*|stop(?:s|ped|ping)?)|
      ceas(?:e|es|ed|ing)|lift(?:s|ed|ing)?(?=\\s(?:\\w+\\s)?(?:ban|siege|curfew|sanctions|embargo|blockade)\\b)|suspend\\w*|revers(?:e|es|ed|ing)|revok\\w+|overturn\\w*|back(?:s|ed)?\\sout)\\b`),
  ],
]

/** A word that speaks of a report or a picture: "false claim", "hoax letter", "doctored photograph". */
export const REPORT_NOUN = new RegExp(
  `^(?:${REPORT}|${PICTURE}|letters?|articles?|posts?|quotes?|interviews?|headlines?|alarms?|alerts?|documents?|statements?|evidence)$`,
  'iu',
)

/** What goes on as it was, where a claim tells of a change: "the embassy is open as usual". */
export const GOES_ON = new RegExp(
  `\\b(?:still|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|keep(?:s|ing)?|kept|continu(?:e|es|ed|ing)|goes on|go on|went on|` +
    `stick(?:s|ing)? to|stuck to|as usual|as before|as it is|as they are|in place|all there|accounted for|unchanged|intact|untouched)\\b`,
  'iu',
)

// The lines of one pattern are one; a space in a word list is any space.
function pattern(source: string, flags = 'giu'): RegExp {
  return new RegExp(source.replace(/\n\s*/g, ''), flags)
}
