// Words of which one rules out the others where they stand before the same word: less than 40 / more than 40; before the
// vote / after the vote; the first turbine / the second turbine. Most weigh nothing, so that no alignment sees them.
import type { Statement } from './make-statement.ts'

// a row a line; what stands between two strokes says the same
const ROWS = `
less fewer | more over least
under below beneath | over above
before | after
inside | outside
north northern | south southern | east eastern | west western
upper | lower
upstream | downstream
dozens | hundreds | thousands | millions | billions
first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth
`

const PLACES: ReadonlyMap<string, readonly (readonly [row: number, side: number])[]> = placeWords()
const NEAR = 4 // words ahead; "more than the 40", "before the council had voted"

/** The words of each that rule one another out, in a sentence; undefined where there are none. */
export function findRivals(a: Statement, b: Statement): string | undefined {
  const [ofA, ofB] = [listPlaced(a), listPlaced(b)]
  const isRival = (x: Placed, y: Placed): boolean => x.row === y.row && x.side !== y.side && x.before === y.before
  // more or less 40, neither before nor after the vote: whoever has both has what the other has
  const has = (all: readonly Placed[], { row, side, before }: Placed): boolean =>
    all.some((one) => one.row === row && one.side === side && one.before === before)
  for (const x of ofA)
    for (const y of ofB)
      if (isRival(x, y) && !has(ofA, y) && !has(ofB, x)) return `one says "${x.folded}", the other "${y.folded}"`
  return undefined
}

interface Placed {
  readonly row: number
  readonly side: number
  readonly folded: string
  readonly before: string // the stem of the next word that tells something
}

function listPlaced({ words, terms }: Statement): Placed[] {
  return words.flatMap(({ folded, end }, at): Placed[] => {
    const places = PLACES.get(folded)
    if (!places || /^(?:no|not|never|any)$/.test(words[at - 1]?.folded ?? '')) return [] // no less than 40
    const until = words[at + NEAR]?.end ?? Number.POSITIVE_INFINITY
    const next = terms.find((term) => term.start >= end && term.end <= until && !PLACES.has(term.folded))
    return next ? places.map(([row, side]) => ({ row, side, folded, before: next.stem })) : []
  })
}

function placeWords(): Map<string, (readonly [number, number])[]> {
  const placed = ROWS.trim()
    .split('\n')
    .flatMap((line, row) =>
      line.split('|').flatMap((words, side) =>
        words
          .trim()
          .split(' ')
          .map((word) => [word, [row, side] as const] as const),
      ),
    )
  const places = new Map<string, (readonly [number, number])[]>()
  for (const [word, place] of placed) places.set(word, [...(places.get(word) ?? []), place])
  return places
}
