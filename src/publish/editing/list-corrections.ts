// What an edition prints otherwise than the one that readers have: each line put in, taken out or in other words, as a correction.
import type { Correction } from '../../model/edition-version.ts'
import type { Id, Instant } from '../../model/id.ts'
import type { Edited } from './apply-edits.ts'
import { linesOf, ownLinesOf } from './open-parts.ts'

/** The corrections that lead from one to the other, in the order of the newer one, what was taken out last. Order alone is none. */
export function listCorrections(
  issued: Edited,
  corrected: Edited,
  { at, why }: { readonly at: Instant; readonly why: string },
): readonly Correction[] {
  const [was, now] = [wordsOf(issued), wordsOf(corrected)]
  const changed = [...now].flatMap(([line, text]): Correction[] => {
    const before = was.get(line)
    if (before === text) return []
    return [{ at, line, ...(before !== undefined && { was: before }), now: text, why }]
  })
  const gone = [...was].flatMap(([line, text]): Correction[] => (now.has(line) ? [] : [{ at, was: text, why }]))
  const titles = { ...(issued.title && { was: issued.title }), ...(corrected.title && { now: corrected.title }) }
  const title: Correction[] = issued.title === corrected.title ? [] : [{ at, ...titles, why }]
  return [...title, ...changed, ...gone, ...moved(issued, corrected, { at, why })]
}

function wordsOf({ edition }: Edited): ReadonlyMap<Id<'line'>, string> {
  return new Map([...linesOf(edition), ...ownLinesOf(edition)].map(({ id, text }) => [id, text]))
}

// A line that is told in another section stands otherwise: "in other news" says another thing of it than "denials".
function moved(
  issued: Edited,
  corrected: Edited,
  { at, why }: { readonly at: Instant; readonly why: string },
): Correction[] {
  const before = sectionsOf(issued)
  return [...sectionsOf(corrected)].flatMap(([line, { kind, text }]): Correction[] => {
    const was = before.get(line)
    if (was === undefined || was.kind === kind || was.text !== text) return []
    return [{ at, line, was: `${was.kind}: ${text}`, now: `${kind}: ${text}`, why }]
  })
}

function sectionsOf({ edition }: Edited): ReadonlyMap<Id<'line'>, { readonly kind: string; readonly text: string }> {
  return new Map(
    edition.sections.flatMap((section) =>
      [...linesOf({ sections: [section] }), ...ownLinesOf({ sections: [section] })].map(
        ({ id, text }) => [id, { kind: section.kind, text }] as const,
      ),
    ),
  )
}
