// Every line of a version has an id of its own, so that an edit can name it: where the rules printed a sentence twice, such as the
// wording of a claim over two items, the later one gets another.
import { digestOfParts } from '../../model/digest.ts'
import type { Edition, Line } from '../../model/edition.ts'
import { asId } from '../../model/id.ts'
import type { NonEmpty } from '../../model/span.ts'

/** The edition with no id twice. The same edition gives the same ids. */
export function withOwnIds(edition: Edition): Edition {
  const seen = new Set<string>()
  const name = (line: Line): Line => {
    let { id } = line
    for (let nth = 2; seen.has(id); nth++) id = asId<'line'>(digestOfParts(line.id, nth))
    seen.add(id)
    return id === line.id ? line : { ...line, id }
  }
  return {
    ...edition,
    sections: edition.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({
        ...item,
        ...(item.heading && { heading: name(item.heading) }),
        lines: item.lines.map(name) as unknown as NonEmpty<Line>,
      })),
    })),
  }
}
