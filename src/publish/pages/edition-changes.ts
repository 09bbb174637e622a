// What one version of an edition changed of another, line by line: put in, taken out, reworded, moved. A line is the same line by
// its id. Moved is what stands in another section, or was taken out of an order that most lines kept.
import type { Edition, SectionKind } from '../../model/edition.ts'
import type { Id } from '../../model/id.ts'
import { keptInOrder } from '../editing/kept-in-order.ts'
import type { LineChange } from './edition-edit-view.ts'

/** A line as an edition has it, an editor's own included, in the order of print. */
export interface PrintedLine {
  readonly id: Id<'line'>
  readonly text: string
  readonly section: SectionKind
}

/** The changes: first those of what stands in the later version, in its order, then what it lacks. */
export function listLineChanges(before: Edition, after: Edition): LineChange[] {
  const [was, is] = [listPrintedLines(before), listPrintedLines(after)]
  const [wasById, isById] = [byId(was), byId(is)]
  const stayed = keptInOrder(is.map(({ id }) => wasById.get(id)?.at ?? -1))
  const changes = is.flatMap(({ id, text, section }, at): LineChange[] => {
    const old = wasById.get(id)
    if (!old) return [{ what: 'added', line: id, section, now: text }]
    const isMoved = old.section !== section || !stayed.has(at)
    return [
      ...(old.text === text ? [] : [{ what: 'reworded', line: id, section, was: old.text, now: text } as const]),
      ...(isMoved ? [{ what: 'moved', line: id, section, now: text } as const] : []),
    ]
  })
  const gone = was.filter(({ id }) => !isById.has(id))
  return [
    ...changes,
    ...gone.map(({ id, text, section }) => ({ what: 'dropped', line: id, section, was: text }) as const),
  ]
}

/** All lines of an edition in the order of print. */
export function listPrintedLines({ sections }: Edition): PrintedLine[] {
  return sections.flatMap(({ kind: section, own = [], items }) => {
    const lines = items.flatMap(({ heading, lines, own: after = [] }) => [
      ...(heading ? [heading] : []),
      ...lines,
      ...after,
    ])
    return [...own, ...lines].map(({ id, text }) => ({ id, text, section }))
  })
}

function byId(lines: readonly PrintedLine[]): ReadonlyMap<Id<'line'>, PrintedLine & { readonly at: number }> {
  return new Map(lines.map((line, at) => [line.id, { ...line, at }]))
}
