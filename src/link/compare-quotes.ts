// Two printed forms of one quotation: what the later printing did to the earlier. Unit by unit, since house styles
// change case, dashes and spelling and readers are told nothing by that. Never 'translated': that takes the reports
// around the forms, which `match-quotes` has.
import type { Change, Verdict } from '../model/quote-match.ts'
import { makeSpan } from '../model/span.ts'
import { alignUnits } from './align-units.ts'
import { isGrammar } from './common-words.ts'
import { isReported } from './is-reported.ts'
import { isSameUnits } from './is-same-units.ts'
import { type Edit, type EditKind, type Forms, judgeEdit, slides } from './judge-edit.ts'
import { splitQuote, type Unit } from './split-quote.ts'

export interface QuoteComparison {
  readonly verdict: Verdict
  readonly changes: readonly Change[] // spans are UTF-16 units into each form as given
  readonly kept: number // telling words that both have in the same order
}

const PARAPHRASE_BELOW = 0.5 // share of the telling words of the shorter form that the other has in the same order

/** Compares two printed forms. Never throws; two forms without words are verbatim if both are, else a paraphrase. */
export function compareQuotes(first: string, second: string): QuoteComparison {
  const [earlier, later] = [first.toWellFormed(), second.toWellFormed()] // of equal length, so offsets stay
  const [a, b] = [splitQuote(earlier), splitQuote(later)]
  const forms: Forms = { earlier: { text: earlier, units: a }, later: { text: later, units: b } }
  const edits = findEdits(a, b).map((edit) => slides(edit, forms))
  const kinds = edits.map((edit) => judgeEdit(edit, forms))
  const changes = edits.map((edit, i) => makeChange(forms, edit, kinds[i] === 'declared'))
  const { kept, share } = countKept(a, b, edits)
  const verdict = judge({ forms, edits, kinds, share })
  return { verdict, changes, kept }
}

interface Judged {
  readonly forms: Forms
  readonly edits: readonly Edit[]
  readonly kinds: readonly EditKind[]
  readonly share: number
}

function judge({ forms, edits, kinds, share }: Judged): Verdict {
  const isJoined = openings(forms.earlier.units) !== openings(forms.later.units)
  if (edits.length === 0) {
    const isSame = bare(forms.earlier) === bare(forms.later)
    return isJoined ? 'joined' : isSame ? 'verbatim' : 'same but for marks'
  }
  if (share < PARAPHRASE_BELOW) return 'paraphrase'
  const silent = kinds.filter((kind) => kind !== 'declared')
  if (silent.length === 0) return 'same but for marks'
  if (isReported(edits, forms)) return 'paraphrase'
  if (silent.includes('altered') || isMoved(edits, forms)) return 'altered inside marks'
  return isJoined || silent.includes('joined') ? 'joined' : 'trimmed'
}

function findEdits(a: readonly Unit[], b: readonly Unit[]): Edit[] {
  let [atA, atB] = [0, 0]
  return [...alignUnits(a, b), { a: a.length, b: b.length, length: 0 }].flatMap((stretch): Edit[] => {
    const bare: Edit = { a: [atA, stretch.a], b: [atB, stretch.b] }
    ;[atA, atB] = [stretch.a + stretch.length, stretch.b + stretch.length]
    if (bare.a[0] === bare.a[1] && bare.b[0] === bare.b[1]) return []
    const edit = widen(bare, a, b)
    return isSameUnits(a.slice(...edit.a), b.slice(...edit.b)) ? [] : [edit]
  })
}

// "don't" against "do": a change takes in whole words, with what is kept beside it on the other side.
function widen(edit: Edit, a: readonly Unit[], b: readonly Unit[]): Edit {
  let [[fromA, untilA], [fromB, untilB]] = [edit.a, edit.b]
  while (fromA > 0 && fromB > 0 && (a[fromA]?.isPart || b[fromB]?.isPart) && a[fromA - 1]?.key === b[fromB - 1]?.key) {
    fromA--
    fromB--
  }
  while (untilA < a.length && untilB < b.length && (a[untilA]?.isPart || b[untilB]?.isPart)) {
    untilA++
    untilB++
  }
  return { a: [fromA, untilA], b: [fromB, untilB] }
}

// How many telling words of the form that has fewer stand in the other in the same order; where it has nothing but words
// of grammar, all of them count.
function countKept(a: readonly Unit[], b: readonly Unit[], edits: readonly Edit[]): { kept: number; share: number } {
  const isBare = Math.min(a.filter(isTelling).length, b.filter(isTelling).length) === 0
  const countIn = (units: readonly Unit[]): number => (isBare ? units : units.filter(isTelling)).length
  const all = [countIn(a), countIn(b)] as const
  const keptIn = [
    all[0] - edits.reduce((sum, edit) => sum + countIn(a.slice(...edit.a)), 0),
    all[1] - edits.reduce((sum, edit) => sum + countIn(b.slice(...edit.b)), 0),
  ]
  const [kept, fewer] = [Math.min(...keptIn), Math.min(...all)]
  return { kept: isBare ? 0 : kept, share: fewer === 0 ? 0 : kept / fewer }
}

function isTelling({ word: { folded } }: Unit): boolean {
  return !isGrammar(folded)
}

// “We are tired,” Hale said. “The list is not complete.” printed as “We are tired. The list is not complete.”
function openings(units: readonly Unit[]): number {
  return units.filter(({ isOpening }) => isOpening).length
}

// "Tomorrow we sign" printed as "We sign tomorrow": cut at one edge, added at the other.
function isMoved(edits: readonly Edit[], { earlier, later }: Forms): boolean {
  const cut = new Set(edits.flatMap(({ a }) => earlier.units.slice(...a)).map(({ key }) => key))
  return edits.some(({ b }) => later.units.slice(...b).some(({ key }) => !isGrammar(key) && cut.has(key)))
}

// From the first word to the last, with marks of quotation and white space made equal.
function bare({ text, units }: Forms['earlier']): string {
  const words = text.slice(units[0]?.start ?? 0, units.at(-1)?.end ?? 0)
  const asks = /^[^\p{L}\p{N}]*\?/u.test(text.slice(units.at(-1)?.end ?? 0)) ? '?' : ''
  return (
    words
      .replace(/[“”„«»]/g, '"')
      .replace(/[‘’]/g, "'")
      .replace(/\s+/g, ' ') + asks
  )
}

function makeChange({ earlier, later }: Forms, { a, b }: Edit, isDeclared: boolean): Change {
  const before =
    a[0] < a[1] && makeSpan(earlier.text, earlier.units[a[0]]?.start ?? 0, earlier.units[a[1] - 1]?.end ?? 0)
  const after = b[0] < b[1] && makeSpan(later.text, later.units[b[0]]?.start ?? 0, later.units[b[1] - 1]?.end ?? 0)
  const kind = before && after ? 'replaced' : before ? 'cut' : 'added'
  return {
    kind,
    ...(before && { earlier: before }),
    ...(after && { later: after }),
    ...(isDeclared && { declared: true }),
  }
}
