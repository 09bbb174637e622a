// Which lines of an edition are printed: the heading of an item only where its lines need it, over the lead and over what answers it.
import type { Edition, Item, Line, SectionKind } from '../model/edition.ts'

/** Sections whose items stand each under the claim that they answer. */
export const UNDER_CLAIMS: ReadonlySet<SectionKind> = new Set(['denials and non-comments', 'corrected or withdrawn'])

/** The heading of an item where it is printed: of a dash item the headline is not. */
export function printedHeading({ heading }: Pick<Item, 'heading'>, kind: SectionKind): Line | undefined {
  return kind === 'lead' || UNDER_CLAIMS.has(kind) ? heading : undefined
}

/** The lines of an item that are printed, in their order. */
export function printedOfItem(item: Item, kind: SectionKind): readonly Line[] {
  const heading = printedHeading(item, kind)
  return heading ? [heading, ...item.lines] : item.lines
}

/** All lines that are printed, in order; one that is printed twice is in it twice. */
export function printedLines({ sections }: Pick<Edition, 'sections'>): Line[] {
  return sections.flatMap(({ kind, items }) => items.flatMap((item) => printedOfItem(item, kind)))
}
