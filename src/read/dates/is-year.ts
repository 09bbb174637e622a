// Whether four digits are a year: "in 2031", "the 2031 election" are, "2031 people", "some 2000 soldiers", "page 2031" not.
import { type Look, standsFree, wordAt } from './look.ts'

/** True where the number at the word is meant as a year. */
export function isYear(look: Look, at: number): boolean {
  const word = wordAt(look, at)
  const year = word.number ?? 0
  if (year < 1500 || !(standsFree(look, at, at + 1) || isYearRange(look, at) || endsYearRange(look, at))) return false
  const before = wordAt(look, at - 1)
  const after = wordAt(look, at + 1)
  if (
    NUMBERED.test(before.text) ||
    (/^(?:\.|:)$/.test(before.text) && /^(?:no|nos|nr|p|pp|vol)$/.test(wordAt(look, at - 2).text))
  )
    return false
  if (COUNTED.test(after.text) || (after.text === '-' && after.isGlued && LENGTH.test(wordAt(look, at + 2).text)))
    return false
  const isCued = CUES.test(before.text)
  if (year < 1800 || year > 2099) return /^(?:in|since|year|until)$/.test(before.text)
  if (ABOUT.test(before.text) && !isEnd(after.text)) return false
  if (isCued || isEnd(after.text)) return true
  // "2031 soldiers fell": a number of things; "2031 elections" with an article before was let through above
  const isRecent = year % 50 !== 0 && year > 1980 && year < 2060 // a paper writes 2,031 of things
  return (
    isRecent ||
    !(/^\p{Ll}+s$/u.test(after.text) && !after.isCapital && !after.text.endsWith('ss') && !NOT_PLURAL.test(after.text))
  )
}

function isYearRange(look: Look, at: number): boolean {
  const mark = wordAt(look, at + 1)
  const next = wordAt(look, at + 2)
  const isShort = next.end - next.start === 2 || next.end - next.start === 4
  return /^[-–/]$/.test(mark.text) && mark.isGlued && next.isGlued && next.number !== undefined && isShort
}

// 2028-2031: the second
function endsYearRange(look: Look, at: number): boolean {
  const [year, mark, word] = [wordAt(look, at - 2), wordAt(look, at - 1), wordAt(look, at)]
  const isFirst = year.number !== undefined && year.end - year.start === 4 && year.number < (word.number ?? 0)
  const after = wordAt(look, at + 1)
  return (
    isFirst &&
    /^[-–]$/.test(mark.text) &&
    mark.isGlued &&
    word.isGlued &&
    !(after.isGlued && /^[\p{L}\p{N}-]/u.test(after.text))
  )
}

function isEnd(text: string): boolean {
  return (
    text === '' ||
    /^[.,;:?!)("”’'\]–—]$/.test(text) ||
    /^(?:and|or|to|but|when|as|after|before|that|which|the)$/.test(text)
  )
}

const CUES =
  /^(?:in|since|by|until|till|before|after|during|from|through|of|early|late|mid|year|the|its|s|his|her|their|our|this|between|for|than|circa|end|winter|spring|summer|fall|autumn)$/
const ABOUT =
  /^(?:about|some|nearly|almost|around|over|under|least|most|roughly|approximately|exactly|only|another|than|up)$/
const NUMBERED =
  /^(?:no|page|pages|version|v|flight|route|chapter|section|room|article|channel|gate|resolution|number|item|highway|model|boeing|airbus|windows|extension|bus|unit|box|pp|line|rs|usd|eur|gbp)$/
const COUNTED =
  /^(?:people|men|women|children|percent|per|miles|km|kilomet(?:er|re)s|met(?:er|re)s|feet|acres|hectares|dollars|euros|pounds|tons|tonnes|troops|soldiers|years|months|weeks|days|hours|hrs|minutes|gmt|local|megawatts|kg|barrels|points|votes|homes|jobs|times|million|billion)$/
const LENGTH = /^(?:year|mile|km|foot|man|strong|page|seat|member|bed|meter|metre)$/
const NOT_PLURAL = /^(?:was|is|has|as|this|does|his|its|us|saw|plus|perhaps|always|brings|marks)$/
