// The words that mark how a headline stands to what it tells of, as parts of patterns. A word is here where it gives the
// same sign in nearly every headline; those that do so beside certain words only stand in mark-patterns.ts.

/** What tells that something is told: "the report that", "rumours of". */
export const REPORT = parts(`
  reports?, claims?, rumou?rs?, stor(?:y|ies), tales?, talk, charges?, allegations?, accusations?, news, suggestions?, speculation
`)

export const PICTURE = parts(
  'photographs?, photos?, pictures?, images?, videos?, clips?, footage, recordings?, films?, tapes?',
)

/** It is not so. */
export const LIE = parts(`
  fakes?, faked, faking, hoax(?:es)?, bogus, fabricat\\w+, fictitious, fiction, invented, inventing, invents?, inventions?,
  made[- ]up, forged, forger(?:y|ies), doctored, manipulated, photoshopped, airbrushed, deepfakes?, montages?, satir(?:e|ical),
  spoofs?, parod(?:y|ies), pranks?, ruses?, canards?, myths?, urban legend, fairy ?tale, lies?(?! (?:in|on|at|ahead|behind|low)\\b), lied, lying, untrue,
  false(?:hood|ly)?, (?<!(?:go|goes|gone|went) )wrong, incorrect, inaccurate, baseless, unfounded, groundless, unsubstantiated, nonsense, rubbish(?:es|ed),
  disinformation, misinformation, misleading, mis(?:captioned|labelled|labeled|attributed), out of context,
  too good to be true, no such thing, debunk\\w*, disprov\\w+, refut\\w+, discredit\\w*, dispel\\w*, quash\\w*,
  (?:do not|don['’]t) (?:believe|fall for|be fooled), fooled, duped, not so fast, nothing (?:but|more than)
`)

/** It is so. */
export const SURE = parts('true, genuine, real, authentic, correct, accurate, right, the case')

/** Words that turn a verb round, in front of it. */
export const NOT = `(?:\\bnot|n['’]t|\\b(?:cannot|never|neither|yet to|un(?:able|willing) to|(?:refus|declin|fail)\\w* to|stop\\w* short of))`

/** It is left open whether it is so. */
export const HEDGE = parts(`
  reportedly, allegedly, apparently, supposedly, purportedly, possibly, perhaps, maybe, probably, likely, seemingly,
  by some accounts, unconfirmed, unverified, unclear, unproven, uncertain, unsure, unaware, no knowledge of, if true,
  doubt\\w*, scepti\\w+, skepti\\w+, wonder(?:s|ed|ing)?, whether, considers?, considering, (?:been|being) considered, mull(?:s|ed|ing)?, ponder\\w*,
  weigh(?:s|ing), under consideration, await(?:s|ing)? confirmation, (?<!\\bas )expected, wants, wanted to, hopes? to, urges, urged, demands (?:that|to), demanded, calls? (?:for|on), threat(?:s|ens?|ened) to, tr(?:ies|ied|y|ying) to, attempts? to,
  prob(?:e|es|ing) (?:into|of|claims?|reports?), fears? (?:grow|mount|rise|that|of|over), mystery (?:over|surrounds), remains? a mystery,
  questions? (?:over|about|remain|arise|whether), what if, what (?:is|we|you) (?:know|known|need),
  closer? to (?:a )?(?:deal|agreement|accord|\\w+ing), nearing, on the (?:verge|brink) of, (?:fact|fake|true|real|legend|myth|hoax|truth) or \\w+
`)

/** Somebody says it. */
export const SAYING = parts(`
  says?, said, saying, tells?, told, claim(?:ed|ing), alleg(?:es?|ed|ing), rumou?red, suspected, supposed, so-called, presumed,
  purported, report(?:ed|ing), according to, insists?, insisted, believes?, thinks?, fears?, feared, suggests?, suggested,
  argues?, argued, announc(?:es?|ed|ing), assur(?:es?|ed), swears?, swore, testif(?:y|ies|ied), tweets?, tweeted, writes?,
  stress(?:es|ed), reckons?, speculates?, stated, recounts?, describ(?:es?|ed), tells? of, hints?, hinted, maintains?, asserts?, contends?, accus\\w+, blam\\w+, suspects?, predicts?, forecasts?,
  warns?, warned, hopes?, expects?, asks, asked, recalls?, remembers?, cit(?:es|ed|ing), quot(?:es|ed|ing), sources?, insiders?,
  word has it, theory, theories, gossip, hearsay, question(?:s|ed)
`)

function parts(list: string): string {
  return list.trim().split(/,\s*/).join('|')
}
