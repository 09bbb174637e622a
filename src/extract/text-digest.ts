// Whether two versions of a page say the same: a digest of the words of headline, standfirst and body. Counters, links to
// other reports, captions, bylines, white space and the style of quotation marks do not count; one changed word does.
import { digestOf } from '../model/digest.ts'
import type { BlockKind, Doc } from '../model/doc.ts'
import type { Digest } from '../model/id.ts'
import { nameFurniture } from './name-furniture.ts'

const COUNTED: ReadonlySet<BlockKind> = new Set(['headline', 'standfirst', 'heading', 'paragraph', 'quote'])

/** The digest of what a report says. Two docs of one page with the same digest differ in nothing that a reader reads. */
export function textDigest({ text, blocks }: Doc): Digest {
  const lines = blocks
    .filter(({ kind }) => COUNTED.has(kind))
    .map(({ span }) => text.slice(span.start, span.end))
    .filter((line) => !isTrivial(line))
    .map(foldMarks)
  return digestOf(lines.filter((line) => line !== '').join('\n'))
}

const NUMBER = '(?:\\d[\\d.,]*\\s?[kKmM]?|an?|one|two|three|four|five)'
const NOUN =
  'comments?|repl(?:y|ies)|responses?|views?|reads?|shares?|likes?|reactions?|votes?|followers?|retweets?|reposts?|readers?|downloads?'
const SPAN = '(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|day|week|month|year)s?'
const COUNTERS: readonly RegExp[] = [
  // 1,204 comments / 3.2K shares · 14 comments
  new RegExp(`^\\(?${NUMBER} (?:${NOUN})\\)?(?:\\s*[|·•,/]?\\s*\\(?${NUMBER} (?:${NOUN})\\)?)*[.!]?$`, 'i'),
  // Comments (1,204) / Views: 310
  new RegExp(`^(?:${NOUN})\\s*[:(]\\s*${NUMBER}\\)?$`, 'i'),
  // 5 min read / Reading time: 5 minutes
  new RegExp(
    `^(?:(?:estimated )?(?:reading|read) time\\s*:?\\s*)?${NUMBER}[ -]?${SPAN}(?:[ -]?(?:read|to read|listen|watch))?$`,
    'i',
  ),
  // Updated 3 minutes ago / Last updated: 10:42
  new RegExp(
    `^(?:(?:last |first )?(?:updated|published|posted|modified)\\s*:?\\s*(?:on |at )?)?(?:${NUMBER} ${SPAN} ago|just now|yesterday|today)(?:[ ,]*(?:at )?\\d{1,2}[:.]\\d{2}.{0,20})?$`,
    'i',
  ),
  /^(?:last |first )?(?:updated|published|posted|modified)\b(?=.*\d).{0,90}$/i,
]

/** True for a line that changes while the report stays as it is. */
function isTrivial(line: string): boolean {
  return (line.length <= 120 && COUNTERS.some((counter) => counter.test(line))) || nameFurniture(line) !== undefined
}

/** “It’s over” — he said… -> "It's over" - he said... */
function foldMarks(line: string): string {
  return line
    .normalize('NFKC')
    .replace(/[“”„‟«»″]|''|``/g, '"')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/\s*[–—―−-]+\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}
