// Other words for a line, on the same evidence: checked again, and marked with whatever the evidence does not bear out.
import type { Edit } from '../../model/edit.ts'
import type { Line } from '../../model/edition.ts'
import type { Id } from '../../model/id.ts'
import { curlMarks } from '../make-line.ts'
import { asPrinted, type Editing } from './apply-edits.ts'
import { findPart, type OpenItem } from './open-parts.ts'

type Of<K extends Edit['kind']> = Extract<Edit, { readonly kind: K }>

/** Gives a line, a heading or an own line other words. The ruled words again make it the ruled line. */
export function rewordLine({ line: id, text }: Of<'reword'>, state: Editing): string | undefined {
  const words = curlMarks(asPrinted(text))
  if (words === '') return 'a line needs words; to take it out, drop it'
  const found = findPart(state.sections, state.added.get(id) ?? id)
  if (!found) return `there is no line ${id} in the edition`
  if (found.as === 'own') {
    const list = found.item?.own ?? found.section.own
    const at = list.findIndex((line) => line.id === id)
    list[at] = { id, text: words, by: state.by }
    return undefined
  }
  return replace(found.item, state.added.get(id) ?? id, (line) => {
    if (line.text === words) return line
    const ruled = line.reworded?.ruled ?? line.text
    const { refs: _refs, reworded: _reworded, ...rest } = line
    if (words === ruled) return state.ruledLine?.(line.id) ?? { ...rest, text: ruled }
    return { ...rest, text: words, reworded: { by: state.by, ruled, misses: state.checkWording(words, line) } }
  })
}

/** Accepts what was found missing in a reworded line, with the reason for it. */
export function acceptMisses({ line: id, why }: Of<'accept'>, state: Editing): string | undefined {
  const reason = asPrinted(why)
  if (reason === '') return 'why is it accepted? the reason is kept with the line'
  const found = findPart(state.sections, id)
  if (!found || found.as === 'own') return `there is no line ${id} with evidence in the edition`
  let isMissing = false
  replace(found.item, id, (line) => {
    isMissing = (line.reworded?.misses.length ?? 0) > 0
    const accepted = { by: state.by, why: reason }
    return line.reworded && isMissing ? { ...line, reworded: { ...line.reworded, accepted } } : line
  })
  return isMissing ? undefined : 'nothing was found missing in that line'
}

function replace(item: OpenItem | undefined, id: Id<'line'>, change: (line: Line) => Line): undefined {
  if (item?.heading?.id === id) item.heading = change(item.heading)
  const at = item?.lines.findIndex((line) => line.id === id) ?? -1
  const line = item?.lines[at]
  if (item && line) item.lines[at] = change(line)
  return undefined
}
