// Words for people: offices, trades, and the nouns behind which nobody is named.

// Dmitry the minister, envoy Ilse Marrow: holders of an office, as the text presents them
export const OFFICIAL =
  /\b(president|vice[- ]president|premier|prime minister|minister|chancellor|secretary|undersecretary|under-secretary|deputy|ambassador|envoy|consul|senator|sen\.|rep\.|gov\.|governor|congressman|congresswoman|lawmaker|legislator|mayor|king|queen|prince|emir|general|gen\.|admiral|adm\.|colonel|commodore|brigadier|col\.|captain|capt\.|commander|marshal|lieutenant|major|chief of staff|speaker|spokesman|spokeswoman|spokesperson|adviser|advisor|commissioner|director|chairman|chairwoman|chair|judge|justice|prosecutor|attorney general|negotiator|diplomat|official|high representative|secretary-general|secretary general|head of|chief|representative|mp|councillor|delegate|mediator|foreign minister|leader|nominee|candidate|counsel|treasurer|inspector|governor-general|viceroy|regent)\b\.?/i

export const EXPERT =
  /\b(analyst|expert|professor|prof\.|historian|economist|scientist|political scientist|scholar|researcher|fellow|journalist|reporter|columnist|correspondent|commentator|author|writer|editor|lecturer|academic|strategist|pollster|consultant|lawyer|attorney|physician|doctor|specialist)\b/i

export const SPOKES = /\bspokes(?:man|woman|person|people|men)\b/i

/** Offices that one person holds at a time, so that "the governor" is somebody whom every reader can name. */
export const ONE_HOLDER =
  /^(?:president|premier|minister|chancellor|king|queen|pope|emir|governor|mayor|senator|congressman|congresswoman|secretary|candidate|nominee|front-?runner|contender|chairman|chairwoman|chair|speaker|republican|democrat|ambassador|commander-in-chief|monarch|incumbent|judge|justice|host|anchor|moderator|author|columnist|sheriff|prosecutor|officer|interviewer|general|bishop|pastor|businessman|businesswoman|billionaire|mogul|developer|owner|founder|director|manager|editor|professor|veteran|lawyer|attorney|congressional candidate)$/

/** The nouns behind which nobody is named. */
export const UNNAMED =
  /^(sources?|officials?|diplomats?|aides?|advisers?|advisors?|persons?|people|man|men|woman|women|insiders?|negotiators?|lawmakers?|legislators?|ministers?|officers?|generals?|commanders?|ambassadors?|envoys?|delegates?|participants?|analysts?|experts?|observers?|critics?|witness(?:es)?|residents?|supporters?|opponents?|others?|one|some|many|most|several|few|two|three|four|both|spokesm[ae]n|spokesw[ao]m[ae]n|spokespersons?|soldiers?|senators?|members?|allies|ally|colleagues?|operatives?|strategists?|investigators?|prosecutors?|lawyers?|executives?|employees?|staffers?|workers?|activists?|economists?|scholars?|researchers?|scientists?|voters?|republicans?|democrats?|politicians?|leaders?|negotiating|figures?|representatives?|authorities|mediators?|interlocutors?|intermediar(?:y|ies)|relatives?|friends?|historians?|delegations?|farmers?|protesters?|refugees?)$/i

export const TITLES =
  /^(mr|mrs|ms|miss|dr|sir|lord|lady|dame|prof|president|minister|sen|rep|gov|gen|col|capt|adm|lt|sgt|judge|justice|king|queen|prince|princess|pope|chancellor|senator|governor|ambassador|secretary|general|colonel|captain|admiral|commissioner|congressman|congresswoman|premier|envoy|mayor|marshal|professor|chairman|commodore|speaker|major|lieutenant|sergeant|brigadier|archbishop|bishop|sheikh|imam|rabbi|councilman|councilwoman|councillor|alderman|alderwoman|const|constable|supt|superintendent|insp|inspector|cpl|corporal|det|detective|sheriff|undersheriff|cmdr|maj|brig|rev|reverend|amb|atty)\.?$/i

/** How many a word counts: at least, at most. */
export const COUNTS: ReadonlyMap<string, readonly [number, number?]> = new Map([
  ['a', [1, 1]],
  ['an', [1, 1]],
  ['one', [1, 1]],
  ['another', [1, 1]],
  ['two', [2, 2]],
  ['both', [2, 2]],
  ['three', [3, 3]],
  ['four', [4, 4]],
  ['five', [5, 5]],
  ['six', [6, 6]],
  ['seven', [7, 7]],
  ['eight', [8, 8]],
  ['nine', [9, 9]],
  ['ten', [10, 10]],
  ['several', [3]],
  ['some', [2]],
  ['many', [3]],
  ['multiple', [2]],
  ['few', [2]],
  ['dozens', [24]],
] as [string, [number, number?]][])

const HUMAN =
  /(?:(?<!(?:pap|lett|numb|ord|matt|pow|answ|tow|chapt|off|riv|wat|bord|err|fact|sect|mann|cent|post|comput|care|summ|wint|dinn|weath|theat|corn|cov|disast|hum|charact|barri|quart|bann|tend|timb|lab|fav|min|maj|h)(?:er|or|our))(?:er|or)|ist|ian|man|woman|person|child|boy|girl|mother|father|husband|wife|son|daughter|brother|sister|friend|resident|student|veteran|guest|host|kid|guy|lady|nurse|fan|ally|aide|cashier|delegate|candidate|nominee|tycoon|mogul|magnate|billionaire|native|democrat|republican|attendee|survivor|parishioner|muslim|christian|jew|pastor|priest|witness|agent|expert|envoy|diplomat|official|source|analyst|captain|chief)$/i

/** True for a noun, singular, that one person may be called by. */
export function isHuman(noun: string): boolean {
  return UNNAMED.test(noun) || HUMAN.test(noun) || EXPERT.test(noun) || (OFFICIAL.test(noun) && !COLLECTIVE.test(noun))
}

// the delegation: one of its kind, but no "she"
const COLLECTIVE =
  /^(delegation|authority|team|group|committee|cabinet|crowd|embassy|office|ministry|study|report|paper|copy|statement)$/i

/** Nouns for kin, in small letters. */
export const KIN =
  /^(?:father|mother|wife|husband|son|daughter|brother|sister|widow|widower|fiancée?|boyfriend|girlfriend|grandfather|grandmother)$/
