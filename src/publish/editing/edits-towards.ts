// The edits that lead from an edition to what is wanted. Parts that keep their order among each other stay; of the others each is
// moved once. What comes out is tried as it is found: edits that would not lead there are a fault of ours.
import { digestOfParts } from '../../model/digest.ts'
import type { Edit, EditPlace } from '../../model/edit.ts'
import type { Line } from '../../model/edition.ts'
import { asId, type Id } from '../../model/id.ts'
import { applyEdit, type Edited, type Editing, openEditing } from './apply-edits.ts'
import { keptInOrder } from './kept-in-order.ts'
import { findPart, linesOf, type OpenItem, ownLinesOf } from './open-parts.ts'
import type { AddedLine, Wanted, WantedItem, WantedLine, WantedOwn } from './wanted.ts'

/**
 * The edits, in the order in which they are to be made. Every section that is wanted must be there, and every line with an id; an own
 * line that is not is a new one.
 */
export function editsTowards(before: Edited, wanted: Wanted): readonly Edit[] {
  const edits: Edit[] = []
  const state = openEditing(before, { by: 'nobody', checkWording: () => [], lineOf: standIn })
  const make = (edit: Edit): void => {
    const refused = applyEdit(edit, state)
    if (refused !== undefined) throw new Error(`an edit towards what is wanted cannot be made: ${refused}`)
    edits.push(edit)
  }
  changeWords(before, wanted, make)
  dropParts(before, wanted, make)
  const placed = placeItems(state, wanted, make)
  for (const { item, reach } of placed) placeLines(state, item, reach, make)
  for (const section of wanted.sections) {
    placeOwn(state, section.own, { section: section.kind }, make)
    for (const item of section.items) {
      const last = item.lines.at(-1)
      if (last) placeOwn(state, item.own, { after: nameOf(last) }, make)
    }
  }
  return edits
}

type Make = (edit: Edit) => void

// A line that is added stands under its attribution until the rules have made it.
function standIn(attribution: string): Line {
  const id = asId<'line'>(attribution)
  return { id, text: attribution, claims: [], evidence: [] as unknown as Line['evidence'] }
}

function nameOf(line: WantedLine | AddedLine): Id<'line'> {
  return 'id' in line ? line.id : asId<'line'>(line.attribution)
}

function changeWords({ edition, title }: Edited, wanted: Wanted, make: Make): void {
  if (wanted.title !== title) make({ kind: 'title', ...(wanted.title !== undefined && { text: wanted.title }) })
  for (const { kind, note } of wanted.sections) {
    const was = edition.sections.find((section) => section.kind === kind)?.note
    if (note !== was) make({ kind: 'note', section: kind, ...(note !== undefined && { text: note }) })
  }
  const words = new Map([...linesOf(edition), ...ownLinesOf(edition)].map(({ id, text }) => [id, text]))
  for (const one of partsOf(wanted)) {
    const was = one.id && words.get(one.id)
    if (one.id && was !== undefined && was !== one.text) make({ kind: 'reword', line: one.id, text: one.text })
  }
}

/** Everything with words that is wanted. */
function partsOf({ sections }: Wanted): (WantedLine | WantedOwn)[] {
  return sections.flatMap(({ own, items }) => [
    ...own,
    ...items.flatMap((item) => [
      ...(item.heading ? [item.heading] : []),
      ...item.lines.flatMap((line) => ('id' in line ? [line] : [])),
      ...item.own,
    ]),
  ])
}

function dropParts({ edition }: Edited, wanted: Wanted, make: Make): void {
  const kept = new Set(partsOf(wanted).map(({ id }) => id))
  for (const section of edition.sections) {
    for (const { id } of section.own ?? []) if (!kept.has(id)) make({ kind: 'drop', what: 'line', line: id })
    for (const { heading, lines, own = [] } of section.items) {
      const parts = [...(heading ? [heading] : []), ...lines, ...own]
      const dropped = parts.filter(({ id }) => !kept.has(id))
      if (dropped.length === parts.length) make({ kind: 'drop', what: 'item', line: lines[0].id })
      else for (const { id } of dropped) make({ kind: 'drop', what: 'line', line: id })
    }
  }
}

/** An item where it is wanted, and a part of it that stays in it. */
interface PlacedItem {
  readonly item: WantedItem
  readonly reach: Id<'line'>
}

/** Brings every item into its section and order; one that is no item yet begins with its first line. */
function placeItems(state: Editing, wanted: Wanted, make: Make): PlacedItem[] {
  const matched = matchItems(state, wanted)
  return wanted.sections.flatMap(({ kind, items }) => {
    const section = state.sections.find(({ of }) => of.kind === kind)
    const places = items.map((item) => {
      const own = matched.get(item)
      return own && section ? section.items.indexOf(own) : -1
    })
    const stay = keptInOrder(places)
    let after: Id<'line'> | undefined
    return items.map((item, i): PlacedItem => {
      const own = matched.get(item)
      const to: EditPlace = { section: kind, ...(after !== undefined && { after }) }
      const first = item.lines[0] as WantedLine | AddedLine
      const reach = own ? reachOf(own, item) : nameOf(first)
      if (own && !stay.has(i)) make({ kind: 'move', what: 'item', line: reach, to })
      if (!own) make('id' in first ? { kind: 'move', what: 'line', line: first.id, to } : { kind: 'add', ...first, to })
      after = reach
      return { item, reach }
    })
  })
}

// An item is the one that its heading is of; without a heading, the one that most of its lines are in.
function matchItems(state: Editing, { sections }: Wanted): Map<WantedItem, OpenItem> {
  const matched = new Map<WantedItem, OpenItem>()
  const taken = new Set<OpenItem>()
  const take = (item: WantedItem, own: OpenItem | undefined): void => {
    if (!own || taken.has(own)) return
    matched.set(item, own)
    taken.add(own)
  }
  const items = sections.flatMap((section) => section.items)
  for (const item of items) if (item.heading) take(item, findPart(state.sections, item.heading.id)?.item)
  for (const item of items) {
    if (matched.has(item)) continue
    const homes = item.lines.flatMap((line) => ('id' in line ? (findPart(state.sections, line.id)?.item ?? []) : []))
    const free = homes.filter((home) => !taken.has(home))
    const most = [...Map.groupBy(free, (home) => home).values()].toSorted((a, b) => b.length - a.length)[0]
    take(item, most?.[0])
  }
  return matched
}

function reachOf(own: OpenItem, { heading, lines }: WantedItem): Id<'line'> {
  const staying = lines.find((line) => 'id' in line && own.lines.some(({ id }) => id === line.id))
  const reach = heading?.id ?? (staying && nameOf(staying))
  if (reach === undefined) throw new Error('an item was matched that has nothing in common')
  return reach
}

function placeLines(state: Editing, { heading, lines }: WantedItem, reach: Id<'line'>, make: Make): void {
  const there = findPart(state.sections, reach)?.item?.lines ?? []
  const places = lines.map((line) => there.findIndex(({ id }) => id === nameOf(line)))
  const stay = keptInOrder(places)
  const firstKept = lines.find((_, i) => stay.has(i))
  let before: Id<'line'> | undefined = heading?.id
  for (const [i, line] of lines.entries()) {
    if (!stay.has(i)) {
      const to: EditPlace | undefined =
        before !== undefined ? { after: before } : firstKept ? { before: nameOf(firstKept) } : undefined
      if (!to) throw new Error('an item without a heading keeps none of its lines')
      make('id' in line ? { kind: 'move', what: 'line', line: line.id, to } : { kind: 'add', ...line, to })
    }
    before = nameOf(line)
  }
}

function placeOwn(state: Editing, own: readonly WantedOwn[], first: EditPlace, make: Make): void {
  const isOfSection = 'section' in first
  const found = 'after' in first && first.after !== undefined ? findPart(state.sections, first.after) : undefined
  const list = isOfSection
    ? (state.sections.find(({ of }) => of.kind === first.section)?.own ?? [])
    : (found?.item?.own ?? [])
  const places = own.map(({ id }) => list.findIndex((line) => line.id === id))
  const stay = keptInOrder(places)
  let before: Id<'line'> | undefined
  for (const [i, line] of own.entries()) {
    const id = line.id ?? newId(state, line.text)
    const to: EditPlace = before === undefined ? first : { after: before }
    const isThere = findPart(state.sections, id)?.as === 'own'
    if (!isThere) make({ kind: 'own', text: line.text, to, id })
    else if (!stay.has(i)) make({ kind: 'move', what: 'line', line: id, to })
    before = id
  }
}

function newId({ sections }: Editing, text: string): Id<'line'> {
  for (let nth = 1; ; nth++) {
    const id = asId<'line'>(digestOfParts('own', text, nth))
    if (!findPart(sections, id)) return id
  }
}
