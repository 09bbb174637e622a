// What a line looks like: prose, a title, a label, a byline, a day. Shapes only; what follows from them is decided where
// lines are seen together.

const SENTENCE_END = /[.!?…]["”’'»)\]]*$/
const LIST_MARK = /^(?:[-–—•*▪·]|\d{1,2}[.)])\s/
const SPEECH =
  /\b(?:said|says|told|tells|added|adds|wrote|writes|asked|asks|stated|states|replied|continued|read|reads|tweeted|posted|explained|noted|declared)\b/i

// "In other news:", "Veldania ministry briefings:", "ALSO THIS WEEK:"; other lines with a colon lead into someone's words.
const HEADING_WITH_COLON =
  /^(?:In other\b|Elsewhere\b|Also\b|Meanwhile\b|More\b|.*\b(?:news|updates?|developments?|briefs?|briefings?|notes|headlines|corrections?):$|[\p{Lu}\d\W]+$)/u

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY = `(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4})`
const DATE_LINE = new RegExp(
  `^(?:(?:first )?(?:published|updated|posted|last (?:updated|modified)|created|issued|date)(?: on| at)?:? ?)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?${DAY}(?:\\b.{0,60})?$`,
  'i',
)
const STAMPED =
  /^\W{0,3}(?:first )?(?:published|updated|posted|last (?:updated|modified)|created|issued)\b(?=.*\d).{3,100}$/i
const READING_TIME = /^(?:\d{1,2}|one|two|three|four|five) ?-?min(?:ute)?s?(?: read)?$/i
const BYLINE =
  /^(?:[Bb]y|BY|(?:[Ww]ords|WORDS|[Ss]tory|STORY|[Tt]ext|TEXT|[Rr]eporting|REPORTING|[Ww]ritten|WRITTEN) (?:by|By|BY)|(?:[Bb]yline|BYLINE):)\s+(?:\p{Lu}|(?:[Tt]he|our|staff)\s)[\p{L}\d.,&’'\-| /@:]{2,110}$/u
// By Monday the soldiers had left the bridge / By March 4, / By the river the soldiers were waiting; but By May Holt
const BY_THEN =
  /^by (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:$|,| \d)|the (?:time|end|start|beginning|middle)\b|[^,|]*\b(?:is|are|was|were|has|have|had|will|would|could)\b)/i

/** The number of words: stretches of letters or digits. */
export function countWords(line: string): number {
  return line.slice(0, 2000).match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

/** "The envoy left Karsk on Monday." A line that ends as sentences do, introduces words, lists, or runs too long for a title. */
export function isProse(line: string): boolean {
  if (isByline(line) || isDateLine(line)) return false
  if (LIST_MARK.test(line)) return true
  const words = countWords(line)
  if (/[:;,—–-]["”’']?$/.test(line)) return words >= 3
  if (SENTENCE_END.test(line) && !/[?!]["”’']?$/.test(line)) return words >= 4 || /^["“‘']/.test(line)
  if (/[?!]["”’'»)\]]*$/.test(line)) return words > 14 || /^["“]/.test(line)
  return words > (isTitleCase(line) ? 26 : 18) || /^["“].*["”]$/.test(line)
}

/** "Karsk Talks Collapse Over Grain": most of the longer words begin with a capital. */
export function isTitleCase(line: string): boolean {
  const long = line.slice(0, 400).match(/(?<![\p{L}’'])\p{L}{4,}/gu) ?? []
  return long.length > 1 && long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length >= 0.75
}

/** "Karsk talks collapse over grain": could stand above a report or a part of one. */
export function isTitleLike(line: string): boolean {
  return line.length <= 180 && !isProse(line) && /^["“‘'([]?[\p{Lu}\p{N}]/u.test(line) && /\p{L}{2}/u.test(line)
}

/** "GRAIN AND GUNS", "In other news:" but not "The envoy said:", nor "Q: Was it signed?" */
export function isHeading(line: string): boolean {
  if (LIST_MARK.test(line) || /[.,;…—–"”’]$/.test(line) || !/\p{L}{2}/u.test(line) || isByline(line)) return false
  if (/^(?:[QA]|[\p{Lu}][\p{Lu} .-]+):\s*\S/u.test(line)) return false
  if (line.endsWith(':')) return countWords(line) <= 14 && !SPEECH.test(line) && HEADING_WITH_COLON.test(line)
  return countWords(line) <= 12 && line.length <= 90 && /^["“‘'([]?[\p{Lu}\p{N}]/u.test(line)
}

/** "By Ilse Marrow", "By Ilse Marrow and Jon Holt, Meridian News Agency". */
export function isByline(line: string): boolean {
  return (
    line.length <= 120 &&
    BYLINE.test(line) &&
    !BY_THEN.test(line) &&
    (!SENTENCE_END.test(line.replace(/\b\p{Lu}\.$/u, '')) || /^byline:/i.test(line)) &&
    !SPEECH.test(line)
  )
}

/** "Published: 14 February 2024, 09:30", "5 min read". */
export function isDateLine(line: string): boolean {
  return (
    line.length <= 110 &&
    !/[.!?]$/.test(line) &&
    (DATE_LINE.test(line) ||
      READING_TIME.test(line) ||
      (STAMPED.test(line) && /\b\d{4}\b|\b\d{1,2}[:.]\d{2}\b|\bago$/.test(line))) &&
    !SPEECH.test(line)
  )
}

/** "World", "Asia-Pacific", "Veldania Politics": one to three words, each with a capital. */
export function isLabel(line: string): boolean {
  return line.length <= 40 && /^\p{Lu}[\p{L}&’'-]*(?: (?:and |& |of )?\p{Lu}[\p{L}&’'-]*){0,2}$/u.test(line)
}

/** Letters and digits alone, in lower case: titles repeated with other marks are the same. */
export function foldTitle(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
