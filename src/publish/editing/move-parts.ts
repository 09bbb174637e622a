// Moving, dropping and putting in: items among sections, lines among items, an editor's own lines after them.
import type { Edit, EditPlace } from '../../model/edit.ts'
import type { Line, OwnLine } from '../../model/edition.ts'
import { asId, type Id } from '../../model/id.ts'
import type { Editing } from './apply-edits.ts'
import { type Found, findPart, type OpenItem, type OpenSection } from './open-parts.ts'

type Of<K extends Edit['kind']> = Extract<Edit, { readonly kind: K }>

/** Moves an item or a line. */
export function movePart({ what, line: id, to }: Of<'move'>, state: Editing): string | undefined {
  const found = find(id, state)
  if (!found) return gone(id)
  if (to === 'up' || to === 'down') return step(found, what, idOf(id, state), to === 'up' ? -1 : 1)
  if (what === 'item') return moveItem(found, to, state)
  if (found.as === 'heading') return 'a heading stays with its item; move the item'
  const own = findOwn(found, idOf(id, state))
  if (own) {
    const reason = checkPlace(to, own.id, state)
    if (reason !== undefined) return reason
    takeOut(found, own.id)
    return putOwn(own, to, state)
  }
  const line = found.item?.lines.find((one) => one.id === idOf(id, state))
  if (!line) return gone(id)
  const reason = checkPlace(to, line.id, state)
  if (reason !== undefined) return reason
  const before = { section: found.section, item: found.item as OpenItem }
  // beside an item that this leaves empty: it takes the place of that one
  const isSame = 'section' in to && to.after !== undefined && find(to.after, state)?.item === before.item
  if (isSame && before.item.lines.length === 1 && !before.item.heading) return 'it is an item of its own there already'
  const story = before.item.of.story
  takeOut(found, line.id)
  return putLine(line, to, state, story && { story })
}

/** Drops an item with all that is in it, or one line. */
export function dropPart({ what, line: id }: Of<'drop'>, state: Editing): string | undefined {
  const found = find(id, state)
  if (!found) return gone(id)
  if (what === 'line') {
    takeOut(found, idOf(id, state))
    return undefined
  }
  if (!found.item) return 'it is a line of an editor’s own, and no item; drop the line'
  found.section.items.splice(found.section.items.indexOf(found.item), 1)
  return undefined
}

/** Puts a line where it is to go. */
export function putLine(line: Line, to: EditPlace, state: Editing, of: OpenItem['of'] = {}): string | undefined {
  if ('section' in to) {
    const reason = checkPlace(to, line.id, state)
    const section = state.sections.find(({ of: { kind } }) => kind === to.section)
    if (reason !== undefined || !section) return reason
    section.items.splice(placeAfter(section, to.after, state), 0, { of, lines: [line], own: [] })
    return undefined
  }
  const beside = 'after' in to ? to.after : to.before
  const found = find(beside, state)
  if (!found) return gone(beside)
  if (!found.item) return 'a line of an editor’s own before the items has no item to put a line into'
  const at = found.item.lines.findIndex(({ id }) => id === idOf(beside, state))
  const last = found.as === 'own' ? found.item.lines.length : at + 1 // after the heading is before the first line
  found.item.lines.splice('after' in to ? last : Math.max(0, at), 0, line)
  return undefined
}

/** Puts an editor's own line: after another one, after the lines of an item, or before the items of a section. */
export function putOwn(line: OwnLine, to: EditPlace, state: Editing): string | undefined {
  const reason = checkPlace(to, line.id, state)
  if (reason !== undefined) return reason
  const beside = 'before' in to ? to.before : to.after
  const found = beside === undefined ? undefined : find(beside, state)
  if (beside !== undefined && !found) return gone(beside)
  const section = found?.section ?? state.sections.find(({ of }) => 'section' in to && of.kind === to.section)
  const list = found?.item?.own ?? section?.own
  if (!list) return 'there is no such place'
  const at = found?.as === 'own' ? list.findIndex(({ id }) => id === beside) : -1
  list.splice('before' in to ? Math.max(0, at) : at + 1, 0, line)
  return undefined
}

function moveItem({ section, item }: Found, to: EditPlace, state: Editing): string | undefined {
  if (!item) return 'it is a line of an editor’s own, and in no item; move the line'
  if (!('section' in to)) return 'an item goes into a section, after another item or first'
  const target = state.sections.find(({ of }) => of.kind === to.section)
  if (!target) return noSection(to.section)
  const after = to.after === undefined ? undefined : find(to.after, state)
  if (to.after !== undefined && !after) return gone(to.after)
  if (after?.item === item) return 'an item cannot stand after itself'
  section.items.splice(section.items.indexOf(item), 1)
  target.items.splice(placeAfter(target, to.after, state), 0, item)
  return undefined
}

function step(found: Found, what: 'item' | 'line', id: Id<'line'>, by: 1 | -1): string | undefined {
  if (found.as === 'heading' && what === 'line') return 'a heading stays with its item; move the item'
  const { section, item } = found
  if (what === 'item' && !item) return 'it is a line of an editor’s own, and in no item; move the line'
  const end = by < 0 ? 'it is the first already' : 'it is the last already'
  if (what === 'item') return swap(section.items, section.items.indexOf(item as OpenItem), by) ? undefined : end
  const list: (Line | OwnLine)[] = found.as === 'own' ? (item?.own ?? section.own) : (item?.lines ?? [])
  const at = list.findIndex((line) => line.id === id)
  return swap(list, at, by) ? undefined : `${end} of its item`
}

function swap<T>(list: T[], at: number, by: 1 | -1): boolean {
  const [one, other] = [list[at], list[at + by]]
  if (one === undefined || other === undefined) return false
  list[at] = other
  list[at + by] = one
  return true
}

function checkPlace(to: EditPlace, own: Id<'line'>, state: Editing): string | undefined {
  if ('section' in to && !state.sections.some(({ of }) => of.kind === to.section)) return noSection(to.section)
  const beside = 'before' in to ? to.before : to.after
  if (beside === undefined) return undefined
  const found = find(beside, state)
  if (!found) return gone(beside)
  if (idOf(beside, state) === own && !('section' in to)) return 'a line cannot stand beside itself'
  if ('section' in to && found.section.of.kind !== to.section) {
    return `what it is to stand after is in “${found.section.of.kind}”, not in “${to.section}”`
  }
  return undefined
}

function placeAfter(section: OpenSection, after: Id<'line'> | undefined, state: Editing): number {
  const item = after === undefined ? undefined : find(after, state)?.item
  return item ? section.items.indexOf(item) + 1 : 0
}

function takeOut({ section, item, as }: Found, id: Id<'line'>): void {
  if (as === 'heading') delete item?.heading
  const list: (Line | OwnLine)[] = as === 'own' ? (item?.own ?? section.own) : (item?.lines ?? [])
  const at = list.findIndex((line) => line.id === id)
  if (as !== 'heading' && at >= 0) list.splice(at, 1)
}

function findOwn({ section, item, as }: Found, id: Id<'line'>): OwnLine | undefined {
  return as === 'own' ? (item?.own ?? section.own).find((line) => line.id === id) : undefined
}

function find(id: Id<'line'>, state: Editing): Found | undefined {
  return findPart(state.sections, idOf(id, state))
}

// A line that was added by these edits may be named by its attribution.
function idOf(id: Id<'line'>, { added }: Editing): Id<'line'> {
  return added.get(id) ?? id
}

function gone(id: string): string {
  return `there is no line ${asId<'line'>(id)} in the edition`
}

function noSection(kind: string): string {
  return `the edition has no section “${kind}”`
}
