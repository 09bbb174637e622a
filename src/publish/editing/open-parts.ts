// An edition taken apart, so that its parts can be moved about, and put together again. An item may be without lines meanwhile.
import type { Edition, Item, Line, OwnLine, Section } from '../../model/edition.ts'
import type { Id } from '../../model/id.ts'
import type { NonEmpty } from '../../model/span.ts'

export interface OpenItem {
  readonly of: Omit<Item, 'heading' | 'lines' | 'own'>
  heading?: Line
  readonly lines: Line[]
  readonly own: OwnLine[]
}

export interface OpenSection {
  readonly of: Section
  readonly items: OpenItem[]
  readonly own: OwnLine[]
  note: string | undefined
}

/** The parts of an edition; what is done to them changes nothing of it. */
export function openParts({ sections }: Edition): OpenSection[] {
  return sections.map((section) => ({
    of: section,
    items: section.items.map(({ heading, lines, own = [], ...of }) => ({
      of,
      ...(heading && { heading }),
      lines: [...lines],
      own: [...own],
    })),
    own: [...(section.own ?? [])],
    note: section.note,
  }))
}

/** The edition with these parts. An item that has no line left is gone; lines of an editor's own in it stay in the section. */
export function closeParts(edition: Edition, sections: readonly OpenSection[]): Edition {
  return { ...edition, sections: sections.map(closeSection) }
}

function closeSection({ of, items, own, note }: OpenSection): Section {
  const { own: _own, note: _note, ...rest } = of
  const first: OwnLine[] = [...own]
  const closed: Item[] = []
  for (const item of items) {
    const [line, ...others] = item.lines
    if (line) {
      const lines: NonEmpty<Line> = [line, ...others]
      closed.push({
        ...item.of,
        ...(item.heading && { heading: item.heading }),
        lines,
        ...(item.own.length > 0 && { own: item.own }),
      })
      continue
    }
    const before = closed.pop()
    if (before) closed.push({ ...before, ...joinOwn(before.own ?? [], item.own) })
    else first.push(...item.own)
  }
  return { ...rest, items: closed, ...joinOwn(first, []), ...(note !== undefined && { note }) }
}

function joinOwn(own: readonly OwnLine[], more: readonly OwnLine[]): { own?: readonly OwnLine[] } {
  return own.length + more.length > 0 ? { own: [...own, ...more] } : {}
}

/** Where a part of this id is: a line, a heading, or an editor's own line, with all around it. */
export interface Found {
  readonly section: OpenSection
  readonly item?: OpenItem // absent: an own line before the items
  readonly as: 'line' | 'heading' | 'own'
}

/** The part of this id; undefined where there is none. */
export function findPart(sections: readonly OpenSection[], id: Id<'line'>): Found | undefined {
  for (const section of sections) {
    if (section.own.some((line) => line.id === id)) return { section, as: 'own' }
    for (const item of section.items) {
      if (item.heading?.id === id) return { section, item, as: 'heading' }
      if (item.lines.some((line) => line.id === id)) return { section, item, as: 'line' }
      if (item.own.some((line) => line.id === id)) return { section, item, as: 'own' }
    }
  }
  return undefined
}

/** Every line of an edition with evidence, headings too, in its order. */
export function linesOf({ sections }: Pick<Edition, 'sections'>): Line[] {
  return sections.flatMap(({ items }) => items).flatMap(({ heading, lines }) => (heading ? [heading, ...lines] : lines))
}

/** Every line of an editor's own, in its order. */
export function ownLinesOf({ sections }: Pick<Edition, 'sections'>): OwnLine[] {
  return sections.flatMap(({ own = [], items }) => [...own, ...items.flatMap((item) => item.own ?? [])])
}
