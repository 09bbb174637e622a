// What is marked in the text of a report: what lines and links lean on, what was read in it, and who is named.
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import { overlaps, type Span } from '../model/span.ts'
import { anchorOf, type Links } from './links.ts'
import type { TextMark } from './mark-text.ts'
import type { ReportPerson, StoredReport } from './stored-report.ts'

/** What is cited and what was read. Of the `quiet` nothing is seen until a link leads there. */
export function marksOf(
  { doc, reading }: StoredReport,
  evidence: readonly Evidence[],
  quiet: readonly Evidence[],
): TextMark[] {
  const loud = new Set(evidence.flatMap((piece) => (piece.doc === doc.id ? anchorOf(piece.span) : [])))
  const own = [...evidence, ...quiet].filter((piece) => piece.doc === doc.id)
  const anchors = new Map(own.map(({ span }) => [anchorOf(span), span] as const))
  const cited = [...anchors].map(
    ([anchor, span]): TextMark => ({ kind: 'evidence', span, anchor, isQuiet: !loud.has(anchor) }),
  )
  const read = (reading?.attributions ?? []).flatMap(({ source, cue, content }): TextMark[] => [
    ...(source.kind === 'unstated' ? [] : source.words.map((span) => ({ kind: 'source', span }) as const)),
    ...cue.map((span) => ({ kind: 'cue', span }) as const),
    ...content.map((span) => ({ kind: 'content', span }) as const),
  ])
  return [...cited, ...read]
}

/** Who is named; `links`: where it is asked that names lead to whoever they are of. */
export function marksOfPeople(people: readonly ReportPerson[], links: Links | undefined): TextMark[] {
  return apart(people).map(({ id, span }): TextMark => {
    const href = links?.person?.(id)
    return { kind: 'person', span, ...(href !== undefined && { href }) }
  })
}

// "the Lantern Palace" within "a Lantern Palace official": a link holds no other, so the longer stands.
function apart(people: readonly ReportPerson[]): { readonly id: Id<'entity'>; readonly span: Span }[] {
  const all = people.flatMap(({ id, spans }) => spans.map((span) => ({ id, span })))
  const taken: (typeof all)[number][] = []
  for (const one of all.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))) {
    if (!taken.some(({ span }) => overlaps(span, one.span))) taken.push(one)
  }
  return taken
}
