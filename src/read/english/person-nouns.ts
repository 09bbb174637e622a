// Which nouns are for people: those behind which somebody unnamed may speak. Told by the noun's ending, since English
// makes most of them so, with the words that only look alike.
import { EXPERT, OFFICIAL, UNNAMED } from './people.ts'

const PEOPLE =
  /^(?:parents?|rivals?|fathers?|mothers?|brothers?|sisters?|sons?|daughters?|wife|wives|husbands?|widows?|cousins?|uncles?|aunts?|child|children|kids?|boys?|girls?|guys?|youths?|teens?|adults?|folks?|fans?|crowds?|audience|neighbou?rs?|veterans?|hosts?|guests?|pilots?|priests?|nuns?|monks?|imams?|rabbis?|bishops?|students?|citizens?|patriots?|peers?|heads?|chiefs?|chairs?|candidates?|nominees?|delegates?|aides?|allies|ally|hostages?|captives?|guards?|cops?|troops|sheriffs?|mayors?|kings?|queens?|princes?|nobles?|whites|blacks|latinos?|hispanics?|conservatives?|liberals?|progressives?|moderates?|independents?|evangelicals?|christians?|muslims?|jews|catholics?|millennials?|elders?|rebels?|militants?|militias?|survivors?|victims?|detainees?|americans?|europeans?|nurses?|cooks?|clerks?|heirs?|stars?|bosses|boss|staff|famil(?:y|ies)|individuals?|couples?|households?|electorate|users?|advocates?|proponents?|opponents?|backers?|boosters?|detractors?|s[kc]eptics?|campaigners?|lobb(?:y|ies)ists?|hopefuls?|half|percent|those|guys|brass|confidants?|loyalists?|surrogates?|pundits?|elites?|hawks?|doves?|wonks?|moms?|dads?|pals?|faithful|base|masses|community|communities|citizenry|public|majority|minority|regulars?|locals?|nationals?|natives?|blogger|someone|somebody|anyone|everyone)$/
const ENDING =
  /(?:[^aeiou]er|[aeiou]er|or|ist|ian|man|men|woman|women|ee|eer|ant|ent|ess|ivist|crat|path|naut|iff|ard)s?$/
// a letter, a poll of voters' number, a paper: these end alike and are no people
const THINGS =
  /^(?:letters?|papers?|newspapers?|numbers?|orders?|offers?|answers?|matters?|members?hip|posters?|letters?|quarters?|headquarters|chapters?|trailers?|stickers?|banners?|weather|computers?|servers?|twitter|centers?|centres?|powers?|towers?|rivers?|water|corners?|dinners?|winters?|summers?|semesters?|registers?|folders?|filters?|errors?|factors?|sectors?|mirrors?|monitors?|doors?|floors?|colou?rs?|tumors?|rumou?rs?|favou?rs?|honou?rs?|lists?|exists?|movements?|statements?|documents?|agreements?|governments?|departments?|parliaments?|comments?|arguments?|payments?|elements?|segments?|amendments?|announcements?|endorsements?|assessments?|judgments?|judgements?|establishments?|environments?|events?|accents?|contents?|percents?|talents?|tents?|continents?|instruments?|grants?|plants?|restaurants?|warrants?|want|variants?|process(?:es)?|press|address(?:es)?|congress|success|business(?:es)?|progress|witness|committees?|fees?|degrees?|trees?|coffees?|employee-owned|standards?|boards?|cards?|records?|awards?|yards?|regards?|tariffs?|layers?|surveys?|chambers?|disasters?|trailers?|flyers?|over|after|never|ever|other)$/

/** True for a noun, in small letters, by which people are called for what they are, and no party or state. */
export function isPlainPeople(noun: string): boolean {
  return PEOPLE.test(noun) && !/^(?:americans?|europeans?|conservatives?|liberals?|independents?|greens)$/.test(noun)
}

/** True for a noun, in small letters, that stands for a person or for people. */
export function isPersonNoun(noun: string): boolean {
  if (UNNAMED.test(noun) || PEOPLE.test(noun)) return true
  if (THINGS.test(noun)) return false
  const single = noun.replace(/s$/, '')
  return OFFICIAL.test(single) || EXPERT.test(single) || (noun.length > 4 && ENDING.test(noun))
}

// unions, agencies, both sides: bodies, though none is named
const BODIES_OF =
  /^(?:groups?|corporations?|compan(?:y|ies)|firms?|agenc(?:y|ies)|embass(?:y|ies)|unions?|parties|party|outlets?|networks?|organi[sz]ations?|associations?|committees?|campaigns?|businesses|banks?|universit(?:y|ies)|schools?|churches|hospitals?|sides?|teams?|camps?|courts?|states?|governments?|ministries|ministry|departments?|institutions?|establishment|industry|coalitions?|countr(?:y|ies)|nations?|cit(?:y|ies)|townships?|count(?:y|ies)|boards?|think-tanks?|foundations?|militar(?:y|ies)|regimes?|administrations?)$/

/** True for a noun, in small letters, that stands for a body or for several. */
export function isBodyNoun(noun: string): boolean {
  return BODIES_OF.test(noun)
}
