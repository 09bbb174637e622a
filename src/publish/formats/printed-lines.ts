// Which lines of an edition are printed: the heading of an item only where its lines need it, over the lead and over what answers it.
import type { Edition, Item, Line, Section } from '../../model/edition.ts'
import { UNDER_CLAIMS } from '../render-html.ts'

/** The heading of an item where it is printed. */
export function printedHeading({ heading }: Item, kind: Section['kind']): Line | undefined {
  return kind === 'lead' || UNDER_CLAIMS.has(kind) ? heading : undefined
}

/** All lines that are printed, in order; one that is printed twice is in it twice. */
export function printedLines({ sections }: Pick<Edition, 'sections'>): Line[] {
  return sections.flatMap(({ kind, items }) =>
    items.flatMap((item) => {
      const heading = printedHeading(item, kind)
      return heading ? [heading, ...item.lines] : item.lines
    }),
  )
}
