// English or unknown: the reader knows English only, so telling other languages apart would change nothing.

const COMMON = new Set(
  'the of and to in a that is was for on with as he it by at from be has have had his they not are were said this which an but or its who will'.split(
    ' ',
  ),
)
const SAMPLE = 6_000 // characters: enough for a steady share
const SHARE = 0.2 // English news runs near 0.4, other Latin-script languages under 0.1

/** `en` where enough of the words are English function words, else `und` (BCP 47: undetermined). */
export function findLanguage(text: string): string {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const hits = words.filter((word) => COMMON.has(word)).length
  return words.length > 0 && hits / words.length >= SHARE ? 'en' : 'und'
}

/** The language that the words show, with the page's own tag where the two agree or the words show none. */
export function judgeLanguage(text: string, declared: string | undefined): string {
  const shown = findLanguage(text)
  if (shown === 'en') return declared && /^en\b/i.test(declared) ? declared : shown
  return declared && (text.length < 400 || !/^en\b/i.test(declared)) ? declared : shown // short texts show little
}
