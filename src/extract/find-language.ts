// English is told by its function words; what is not English is named by franc, which compares letter triples (Cavnar and
// Trenkle 1994). The reader knows English only: a text of another language must never be taken for it, nor the reverse.
import { francAll } from 'franc'

const COMMON = new Set(
  'the of and to in a that is was for on with as he it by at from be has have had his they not are were said this which an but or its who will'.split(
    ' ',
  ),
)
const SAMPLE = 6_000 // characters: enough for a steady share
const SHARE = 0.2 // English news runs near 0.4, other Latin-script languages under 0.1
const PIECE = 300 // characters: over longer ones franc's scores draw together, and English comes near to all
const TOO_ENGLISH = 0.9 // of a piece's best score: other languages stay below 0.84, English lists of names come above 0.97
const LEAST = 200 // characters in Latin script; triples of fewer say little. Other scripts give themselves away

/** `en` where enough of the words are English function words, else the language (BCP 47) or `und`: undetermined. */
export function findLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const hits = words.filter((word) => COMMON.has(word)).length
  if (words.length > 0 && hits / words.length >= SHARE) return 'en'
  const isLatin = (sample.match(/\p{Script=Latin}/gu)?.length ?? 0) > words.join('').length / 2
  return words.length === 0 || (isLatin && sample.length < LEAST) ? 'und' : nameLanguage(sample)
}

/** The name that most pieces of the sample agree on. */
function nameLanguage(sample: string): string {
  const pieces = sample.toWellFormed().match(new RegExp(`[^]{1,${PIECE}}`, 'g')) ?? []
  const whole = pieces.length > 1 ? pieces.filter(({ length }) => length === PIECE) : pieces
  const names = Map.groupBy(whole.map(namePiece), (name) => name)
  const [best, votes] = [...names].sort(([, a], [, b]) => b.length - a.length)[0] ?? ['und', []]
  return votes.length > whole.length / 2 ? best : 'und'
}

function namePiece(piece: string): string {
  const scores = francAll(piece)
  const [best] = scores
  const english = scores.find(([code]) => code === 'eng')?.[1] ?? 0
  if (!best || best[0] === 'und' || english >= TOO_ENGLISH) return 'und'
  return asTag(best[0])?.split('-')[0] ?? 'und'
}

/** The language that the words show, with the page's own tag where the two agree or the words show none. */
export function judgeLanguage(text: string, declared: string | undefined): string {
  const shown = findLanguage(text)
  const isForeign = declared !== undefined && !/^en\b/i.test(declared)
  if (shown !== 'und' && shown !== 'en' && isForeign) return declared // its own name for Malay or Indonesian is the better one
  if (shown !== 'und') return declared?.split('-')[0] === shown ? declared : shown
  return declared && (text.length < 400 || isForeign) ? declared : shown // short texts show little
}

/** `en_gb` -> en-GB, `deu` -> de; undefined for "english" and other words that are no tag. */
export function asTag(words: string): string | undefined {
  const [first = ''] = words.split(/[,;]/)
  const tag = first.trim().replaceAll('_', '-')
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined // en-12345-x: shaped like a tag and none
  }
}
