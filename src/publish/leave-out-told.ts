// What was told already: a claim is told once, each holder's answer to it once, and no words twice. It is found again by what it
// may repeat, since a week has more of it than each matter should look through.
import type { Id } from '../model/id.ts'
import { contains, overlaps, type Span } from '../model/span.ts'
import { contentKey, type Saying } from './find-sayings.ts'
import { type Side, sideOf } from './sides.ts'
import { outermost, stretchSpan } from './write-line.ts'

/** The sayings that tell nothing which one of `used` or an earlier one of their own told already. */
export function leaveOutTold(sayings: readonly Saying[], used: readonly Saying[]): Saying[] {
  const told = openTold(used)
  return sayings.filter((saying) => {
    if (told.has(saying)) return false
    told.add(saying)
    return true
  })
}

/** What was told, and whether a saying tells nothing else. */
export interface AlreadyTold {
  readonly has: (saying: Saying) => boolean
  readonly add: (saying: Saying) => void
  readonly addPrinted: (saying: Saying) => void // what stands inside its sentence is told too, whatever side it takes
}

/** Told are the sayings of `used`, as printed. */
export function openTold(used: readonly Saying[] = []): AlreadyTold {
  const claims = new Set<string>()
  const words = new Set<string>()
  const places = new Map<Id<'doc'>, Place[]>()
  const put = (saying: Saying, isPrinted: boolean): void => {
    for (const claim of saying.claims) claims.add(claimKey(saying, claim))
    words.add(wordsKey(saying))
    const place = { span: spanIn(saying), side: sideOf(saying), isPrinted }
    const known = places.get(saying.doc.id)
    if (known) known.push(place)
    else places.set(saying.doc.id, [place])
  }
  for (const saying of used) put(saying, true)
  return {
    has(saying) {
      if (saying.claims.some((claim) => claims.has(claimKey(saying, claim)))) return true
      const near = places.get(saying.doc.id)
      return (near !== undefined && isThere(saying, near)) || words.has(wordsKey(saying))
    },
    add: (saying) => put(saying, false),
    addPrinted: (saying) => put(saying, true),
  }
}

/** What was told so far in an edition. */
export interface ToldSoFar {
  readonly add: (used: readonly Saying[]) => void
  readonly near: (sayings: readonly Saying[]) => Saying[] // those that one of these could tell again
}

/** Nothing told yet. */
export function makeToldSoFar(): ToldSoFar {
  const claims = new Map<string, Saying[]>()
  const words = new Map<string, Saying[]>()
  const docs = new Map<string, Saying[]>()
  return {
    add(used) {
      for (const saying of used) {
        for (const claim of saying.claims) put(claims, claimKey(saying, claim), saying)
        put(words, wordsKey(saying), saying)
        put(docs, saying.doc.id, saying)
      }
    },
    near(sayings) {
      const found = new Set<Saying>()
      const take = (known: readonly Saying[] = []): void => {
        for (const saying of known) found.add(saying)
      }
      for (const saying of claims.size > 0 ? sayings : []) {
        for (const claim of saying.claims) take(claims.get(claimKey(saying, claim)))
        take(words.get(wordsKey(saying)))
        take(docs.get(saying.doc.id))
      }
      return [...found]
    },
  }
}

interface Place {
  readonly span: Span
  readonly side: Side
  readonly isPrinted: boolean
}

// One sentence read as two sayings, one within the other, is printed once.
function isThere(saying: Saying, near: readonly Place[]): boolean {
  const [span, side] = [spanIn(saying), sideOf(saying)]
  return near.some(
    (place) => (place.isPrinted && contains(place.span, span)) || (place.side === side && overlaps(place.span, span)),
  )
}

function spanIn(saying: Saying): Span {
  return stretchSpan(outermost(saying))
}

// Most sayings put their claims forward: its id alone stands for that.
function claimKey(saying: Saying, claim: Id<'claim'>): string {
  const side = sideOf(saying, claim)
  return side === 'for' ? claim : `${claim} ${side} ${saying.holder ?? ''}`
}

function wordsKey(saying: Saying): string {
  const side = sideOf(saying)
  return side === 'for' ? contentKey(saying) : `${side} ${saying.holder ?? ''}: ${contentKey(saying)}`
}

function put(map: Map<string, Saying[]>, key: string, saying: Saying): void {
  const known = map.get(key)
  if (known) known.push(saying)
  else map.set(key, [saying])
}
