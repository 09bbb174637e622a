// Where a caption ends and the credit of its picture begins. A credit stands at the end: in brackets, after a mark, or
// after its own word ("Photograph:"); what it names is a photographer or an agency, and no sentence.

const AGENCY =
  '(?:getty(?: images)?|reuters|ap(?: photo)?|afp|epa(?:-efe)?|upi|shutterstock|istock\\w*|alamy|unsplash|bloomberg|file(?: photo)?|handout|courtesy|pool)'
const CREDIT_WORD =
  '(?:(?:file |ap |afp |reuters |getty )?(?:photo(?:graph)?s?|images?|pictures?|pic|illustration|graphic|credits?|source|copyright)(?: credits?| by| courtesy of| courtesy| via)?|photographer|courtesy(?: of)?|©|\\(c\\))'

const NAMES = '(?:[^.!?]|(?<=\\b\\p{Lu})\\.)' // of photographers: "Gene J. Holt" ends no sentence
const EDGE = `(?<=[.!?…”"'’)]|^|\\s[|–—-])\\s*`

const TAILS: readonly RegExp[] = [
  // The harbour of Karsk at dusk. (Image: Meridian/J. Holt)
  new RegExp(`\\s*[([]\\s*${CREDIT_WORD}\\s*[:/©|]?\\s*[^()[\\]]{0,90}[)\\]]\\.?$`, 'iu'),
  // The harbour of Karsk (Meridian/J. Holt)
  /\s*[([][^()[\]]{2,60}\s?\/\s?[^()[\]]{2,60}[)\]]\.?$/u,
  // The harbour of Karsk [AFP]
  new RegExp(`\\s*[([](?:[^()[\\]]{2,40}[,/|]\\s?)?${AGENCY}[^()[\\]]{0,30}[)\\]]\\.?$`, 'iu'),
  // The Foreign Office at dusk. Photograph: Elias Corran for the Courier
  new RegExp(`${EDGE}${CREDIT_WORD}\\s*[:/©|]\\s*\\S${NAMES}{1,90}\\.?$`, 'iu'),
  // The harbour of KarskCredit: Jon Holt
  new RegExp(`(?<=\\p{Ll})\\s*Credit:\\s*\\S${NAMES}{1,60}\\.?$`, 'u'),
  // The harbour of Karsk. Photo by Jon Holt / Courtesy of Jon Holt / © Meridian
  new RegExp(
    `${EDGE}(?:[Pp]hoto(?:graph)?s? (?:by|courtesy of)|(?:[Ii]mage )?[Cc]ourtesy of|©)\\s*\\p{Lu}${NAMES}{1,80}\\.?$`,
    'u',
  ),
  // The harbour of Karsk. Jon Holt/Getty Images
  new RegExp(`${EDGE}(?:\\p{Lu}[\\p{L}.’'-]*\\s?){1,4}[/|]\\s?${AGENCY}[^.!?]{0,40}\\.?$`, 'iu'),
  // The harbour of Karsk. Getty Images
  new RegExp(`${EDGE}${AGENCY}(?:\\s?[/|,]\\s?[\\p{L} .]{2,40})?$`, 'iu'),
  // Jon Holt/Meridian; Image copyright Meridian: nothing but a credit
  /^(?:\p{Lu}[\p{L}.’'-]*\s?){1,4}\/\s?(?:\p{Lu}[\p{L}.’'-]*\s?){1,3}$/u,
  /^(?:image|photo|picture) (?:copyright|source|credits?)\s.{1,60}$/i,
]
const OPENING = /^(?:image caption|caption|picture|photo)\s?:?\s(?=\p{Lu})/iu // what screen readers are told

/** The words of a caption without the credit; an empty string where it is nothing but a credit. */
export function cutCredit(caption: string): { readonly words: string; readonly credit?: string } {
  let words = caption.trim()
  for (let round = 0; round < 2; round++) {
    for (const tail of TAILS) words = words.replace(tail, '').trim()
  }
  words = words.replace(/\s*[|–—-]$/, '').trim()
  const credit = caption.trim().slice(words.length).trim()
  words = words.replace(OPENING, '')
  return credit ? { words, credit } : { words }
}
