// One change between two printed forms: told to the reader, a trim at the edge, words run together, or an alteration.
import { isNegator } from './find-negations.ts'
import type { Unit } from './split-quote.ts'

/** Two printed forms with their units. */
export interface Forms {
  readonly earlier: { readonly text: string; readonly units: readonly Unit[] }
  readonly later: { readonly text: string; readonly units: readonly Unit[] }
}

/** Where two forms part: from and until which unit of each; one of the two may be empty. */
export interface Edit {
  readonly a: readonly [from: number, until: number]
  readonly b: readonly [from: number, until: number]
}

export type EditKind = 'declared' | 'trimmed' | 'joined' | 'altered'

/** What one change did. */
export function judgeEdit(edit: Edit, { earlier, later }: Forms): EditKind {
  const [cutFrom, leftIn] = isEmpty(edit.b) ? [earlier, later] : [later, earlier]
  const [cut, place] = isEmpty(edit.b) ? [edit.a, edit.b] : [edit.b, edit.a]
  const isCutOnly = isEmpty(edit.a) || isEmpty(edit.b)
  if (isInBrackets(edit, { earlier, later })) return isTurned(edit, { earlier, later }) ? 'altered' : 'declared'
  if (!isCutOnly) return 'altered'
  const around = gapAt(cutFrom, cut)
  const isEdge = place[0] === 0 || place[0] === leftIn.units.length
  const turns = hasNotBeside(cutFrom, cut) && !isWhole(cutFrom, cut)
  if (/\.\.\.|…|\. \. \./.test(gapAt(leftIn, place))) return turns ? 'altered' : 'declared'
  if (turns) return 'altered'
  if (isEdge) return 'trimmed'
  return SENTENCE_ENDS.test(around) || cutFrom.units.slice(cut[0], cut[1] + 1).some(({ isOpening }) => isOpening)
    ? 'joined'
    : 'altered'
}

const SENTENCE_ENDS = /[\p{Ll}\d)\]"”’][.!?]["”’)\]]*\s/u

/**
 * Of the places that a cut may be laid at, the one that is told to the reader, or is at the edge: of "the pact, the whole
 * pact" printed as "the … pact", either "pact" may be the one that was kept.
 */
export function slides(edit: Edit, forms: Forms): Edit {
  if (!isEmpty(edit.a) && !isEmpty(edit.b)) return edit
  const { units } = isEmpty(edit.b) ? forms.earlier : forms.later
  const moved = (by: number): Edit => ({ a: [edit.a[0] + by, edit.a[1] + by], b: [edit.b[0] + by, edit.b[1] + by] })
  const [from, until] = isEmpty(edit.b) ? edit.a : edit.b
  const places: Edit[] = [edit]
  for (let by = 1; from - by >= 0 && units[from - by]?.key === units[until - by]?.key; by++) places.push(moved(-by))
  for (let by = 0; until + by < units.length && units[from + by]?.key === units[until + by]?.key; by++)
    places.push(moved(by + 1))
  if (places.length === 1) return edit
  const rank = (one: Edit): number => KINDS.indexOf(judgeEdit(one, forms))
  return places.reduce((best, one) => (rank(one) < rank(best) ? one : best))
}

const KINDS: readonly EditKind[] = ['declared', 'trimmed', 'joined', 'altered']

// "[Karsk] will not sign" for "they will not sign": brackets tell the reader, on either side, also of what is left out
// beside them.
function isInBrackets({ a, b }: Edit, { earlier, later }: Forms): boolean {
  const all = (units: readonly Unit[]): boolean => units.length > 0 && units.every((unit) => unit.isInBrackets)
  const [before, after] = [earlier.units.slice(...a), later.units.slice(...b)]
  if (all(before) || all(after)) return true
  const beside = (
    cut: Forms['earlier'],
    [from, until]: Edit['a'],
    left: Forms['earlier'],
    [before, after]: Edit['b'],
  ): boolean =>
    before === after &&
    [
      [cut.units[from - 1], left.units[before - 1]],
      [cut.units[until], left.units[after]],
    ].some(([own, other]) => other?.isInBrackets && !own?.isInBrackets)
  return beside(earlier, a, later, b) || beside(later, b, earlier, a)
}

// "We will not sign" printed as "We [will] sign": brackets excuse no "not".
function isTurned({ a, b }: Edit, { earlier, later }: Forms): boolean {
  const nots = (units: readonly Unit[]): number => units.filter(({ word }) => isNegator(word)).length
  return nots(earlier.units.slice(...a)) > nots(later.units.slice(...b))
}

// A "not" in the words cut that belongs to a sentence of which words are kept: "Not now. We said no, and we sign" printed as
// "we sign" loses the second "no".
function hasNotBeside(form: Forms['earlier'], [from, until]: Edit['a']): boolean {
  const ends = Array.from({ length: until - from + 1 }, (_, at) => from + at).filter((at) =>
    /[.!?;]/.test(textBetween(form, at - 1, at).trimEnd()),
  )
  const [first = until, last = from] = [ends[0], ends.at(-1)]
  return form.units.slice(from, until).some(({ word }, at) => {
    const isKeptBefore = from > 0 && from + at < first
    const isKeptAfter = until < form.units.length && from + at >= last
    return isNegator(word) && (isKeptBefore || isKeptAfter)
  })
}

// A clause or a sentence between two stops goes with the "not" of its own; "not true" printed as "true" does not.
function isWhole(form: Forms['earlier'], [from, until]: Edit['a']): boolean {
  const [start, end] = [textBetween(form, from - 1, from), textBetween(form, until - 1, until)]
  return (from === 0 || STOP.test(start)) && (until === form.units.length || STOP.test(end))
}

const STOP = /[,;:.!?…—–]|\s-\s|--/

/** The text between the unit before a stretch and the unit after it. */
function gapAt({ text, units }: Forms['earlier'], [from, until]: Edit['a']): string {
  return text.slice(units[from - 1]?.end ?? 0, units[until]?.start ?? text.length)
}

function textBetween({ text, units }: Forms['earlier'], before: number, after: number): string {
  return text.slice(units[before]?.end ?? 0, units[after]?.start ?? text.length)
}

function isEmpty([from, until]: Edit['a']): boolean {
  return from === until
}
