// What an edition had and has no longer: parts of the versions before the newest, and of the edition as it was composed. Where all of
// an item is gone, it is one part. Each is as it last stood.

import { listVersionsOf } from '../../archive/edition-versions.ts'
import { findRecord } from '../../archive/pinned-docs.ts'
import type { Edition, Item, Line, OwnLine, SectionKind } from '../../model/edition.ts'
import type { Id } from '../../model/id.ts'
import type { Desk } from '../desk.ts'
import { type EditionKey, openVersion, type WholeVersion } from './find-edition.ts'

/** A part that was dropped. */
export interface DroppedPart {
  readonly id: Id<'line'> // that it is put back by: of an item its first line's
  readonly section: SectionKind
  readonly part:
    | { readonly kind: 'item'; readonly item: Item }
    | { readonly kind: 'line'; readonly line: Line }
    | { readonly kind: 'own'; readonly own: OwnLine }
  readonly after: readonly Id<'line'>[] // what stood before it in its item, the nearest first
}

const LOOKED_BACK = 12 // versions: further back lies what nobody misses any more

/** The parts, what was dropped last first. */
export function listDropped(desk: Pick<Desk, 'store'>, { ref, version }: WholeVersion): DroppedPart[] {
  const key: EditionKey = { week: ref.week, ...(ref.watch !== undefined && { watch: ref.watch }) }
  const earlier = listVersionsOf(desk.store, key.week, key.watch)
    .filter(({ ref: other }) => other.number < ref.number)
    .slice(-LOOKED_BACK)
    .toReversed()
    .map(({ ref: other }) => openVersion(desk, key, other.number).version.edition)
  const composed = version.composed && (findRecord(desk.store, version.composed) as Edition | undefined)
  const known = new Set(idsOf(version.edition))
  const dropped: DroppedPart[] = []
  for (const edition of [...earlier, ...(composed ? [composed] : [])]) {
    const parts = partsMissing(edition, known)
    dropped.push(...parts)
    for (const id of parts.flatMap(idsOfPart)) known.add(id)
  }
  return dropped
}

function partsMissing({ sections }: Edition, known: ReadonlySet<Id<'line'>>): DroppedPart[] {
  return sections.flatMap(({ kind: section, items, own = [] }) => [
    ...listOwn(own, section, [], known),
    ...items.flatMap((item): DroppedPart[] => {
      if (!idsOfItem(item).some((id) => known.has(id))) {
        return [{ id: item.lines[0].id, section, part: { kind: 'item', item }, after: [] }]
      }
      const lines = [...(item.heading ? [item.heading] : []), ...item.lines]
      const gone = lines.flatMap((line, at): DroppedPart[] => {
        const after = lines.slice(0, at).map(({ id }) => id)
        // a heading alone has no place to go
        if (known.has(line.id) || line === item.heading) return []
        return [{ id: line.id, section, part: { kind: 'line', line }, after: after.toReversed() }]
      })
      const before = lines.map(({ id }) => id).toReversed()
      return [...gone, ...listOwn(item.own ?? [], section, before, known)]
    }),
  ])
}

function listOwn(
  lines: readonly OwnLine[],
  section: SectionKind,
  after: readonly Id<'line'>[],
  known: ReadonlySet<Id<'line'>>,
): DroppedPart[] {
  return lines
    .filter(({ id }) => !known.has(id))
    .map((own) => ({ id: own.id, section, part: { kind: 'own', own }, after }))
}

function idsOf({ sections }: Edition): Id<'line'>[] {
  return sections.flatMap(({ own = [], items }) => [...own.map(({ id }) => id), ...items.flatMap(idsOfItem)])
}

function idsOfItem({ heading, lines, own = [] }: Item): Id<'line'>[] {
  return [...(heading ? [heading] : []), ...lines, ...own].map(({ id }) => id)
}

function idsOfPart({ part }: DroppedPart): Id<'line'>[] {
  if (part.kind === 'item') return idsOfItem(part.item)
  return [part.kind === 'line' ? part.line.id : part.own.id]
}
