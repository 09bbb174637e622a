// A newer composition with what editors had changed of the one before: moved, dropped, reworded and added lines stand where the words
// that they were made on still do. What cannot stand is said.
import type { Edit, RefusedEdit } from '../../model/edit.ts'
import type { Edition, Item, Line, OwnLine } from '../../model/edition.ts'
import { placeOf } from '../../model/evidence.ts'
import type { Id } from '../../model/id.ts'
import type { NonEmpty } from '../../model/span.ts'
import { applyEdits, type Edited, type EditingWith } from './apply-edits.ts'
import { editsTowards } from './edits-towards.ts'
import { linesOf, ownLinesOf } from './open-parts.ts'
import { wantedOf } from './wanted.ts'

/** What is carried over: the edition as it was composed before, and as editors left it. */
export interface Earlier {
  readonly composed: Edition
  readonly edited: Edited
}

/** `composed`: the newer edition, its lines under the ids of those that they came after. `left`: edits that do not stand. */
export function carryEdits(
  newer: Edition,
  { composed, edited }: Earlier,
  checkWording: EditingWith['checkWording'],
): { readonly composed: Edition; readonly edited: Edited; readonly left: readonly RefusedEdit[] } {
  const named = nameAfter(newer, composed)
  const was = new Map(linesOf(composed).map((line) => [line.id, line]))
  const is = new Map(linesOf(named).map((line) => [line.id, line]))
  const kept = new Map(linesOf(edited.edition).map((line) => [line.id, line]))
  const sections = new Set(named.sections.map(({ kind }) => kind))
  const all = editsTowards(
    { edition: composed },
    wantedOf(withSectionsOf(edited, composed), (id) => was.has(id)),
  )
  const left: RefusedEdit[] = []
  const stand = all.filter((edit) => {
    const reason = whyNot(edit, { was, is, sections })
    if (reason !== undefined) left.push({ edit, reason })
    return reason === undefined
  })
  const whose = new Map(ownLinesOf(edited.edition).map((line) => [line.id, line]))
  const made = applyEdits({ edition: named }, stand, {
    by: '',
    checkWording,
    lineOf: (id) => kept.get(id as Id<'line'>) ?? `there was no line ${id}`,
    ruledLine: (id) => is.get(id),
  })
  const again = made.refused.filter(({ edit }) => edit.kind !== 'add' || !is.has(edit.attribution as Id<'line'>))
  return {
    composed: named,
    edited: { ...made.edited, edition: giveBack(made.edited.edition, kept, whose) },
    left: [...left, ...again],
  }
}

function whyNot(
  edit: Edit,
  {
    was,
    is,
    sections,
  }: {
    readonly was: ReadonlyMap<Id<'line'>, Line>
    readonly is: ReadonlyMap<Id<'line'>, Line>
    readonly sections: ReadonlySet<string>
  },
): string | undefined {
  if (edit.kind === 'note' && !sections.has(edit.section))
    return `the edition has no section “${edit.section}” any more`
  if (edit.kind !== 'reword') return undefined
  const [before, now] = [was.get(edit.line), is.get(edit.line)]
  if (!before || !now || before.text === now.text) return undefined
  return `it was made on other words; the rules now print “${now.text}”`
}

// Who reworded, and what was accepted, is as it was; the evidence was tried again.
function giveBack(
  edition: Edition,
  kept: ReadonlyMap<Id<'line'>, Line>,
  whose: ReadonlyMap<Id<'line'>, OwnLine>,
): Edition {
  const line = (now: Line): Line => {
    const before = kept.get(now.id)
    const isSame = before?.reworded && now.reworded && before.text === now.text
    if (!isSame || !before.reworded || !now.reworded) return now
    const { by, accepted } = before.reworded
    const missed = JSON.stringify(before.reworded.misses) === JSON.stringify(now.reworded.misses)
    return { ...now, reworded: { ...now.reworded, by, ...(accepted && missed && { accepted }) } }
  }
  const own = (now: OwnLine): OwnLine => ({ ...now, by: whose.get(now.id)?.by ?? now.by })
  return {
    ...edition,
    sections: edition.sections.map((section) => ({
      ...section,
      ...(section.own && { own: section.own.map(own) }),
      items: section.items.map(
        (item): Item => ({
          ...item,
          ...(item.heading && { heading: line(item.heading) }),
          lines: item.lines.map(line) as unknown as NonEmpty<Line>,
          ...(item.own && { own: item.own.map(own) }),
        }),
      ),
    })),
  }
}

// A line of the newer edition that tells the same words of the same claim, with other counts, keeps the id of the one before.
function nameAfter(newer: Edition, composed: Edition): Edition {
  const before = new Map(linesOf(composed).map((line) => [line.id, line]))
  const now = new Set(linesOf(newer).map(({ id }) => id))
  const gone = [...before.values()].filter(({ id }) => !now.has(id))
  const byWords = Map.groupBy(gone, wordsKey)
  const name = (line: Line): Line => {
    if (before.has(line.id)) return line
    const id = byWords.get(wordsKey(line))?.shift()?.id
    return id === undefined ? line : { ...line, id }
  }
  return {
    ...newer,
    sections: newer.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({
        ...item,
        ...(item.heading && { heading: name(item.heading) }),
        lines: item.lines.map(name) as unknown as NonEmpty<Line>,
      })),
    })),
  }
}

function wordsKey({ claims, evidence, refs = [] }: Line): string {
  const copied = new Set(refs.flatMap(({ kind, evidence: at }) => (kind === 'copied' ? [at] : [])))
  const places = [...copied].flatMap((at) => (evidence[at] ? [placeOf(evidence[at])] : []))
  return JSON.stringify([claims[0] ?? '', places.toSorted()])
}

// Sections that the edited edition has and the composed one had not, such as one of a week's kind, are left out: their lines are added.
function withSectionsOf({ edition, title }: Edited, composed: Edition): Edited {
  const kinds = new Set(composed.sections.map(({ kind }) => kind))
  const sections = edition.sections.filter(({ kind }) => kinds.has(kind))
  return { edition: { ...edition, sections }, ...(title !== undefined && { title }) }
}
