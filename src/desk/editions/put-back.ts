// A part that was dropped, put back as it last was: after what it followed in its item, where that is still there; else at the head of
// its section.
import { ReadoutError } from '../../model/errors.ts'
import type { Id } from '../../model/id.ts'
import { closeParts, findPart, type OpenSection, openParts } from '../../publish/editing/open-parts.ts'
import type { Deciding } from '../decide.ts'
import { nextDraft } from './edit-edition.ts'
import { type EditionKey, nameEdition, type WholeVersion } from './find-edition.ts'
import { keepVersion, openLookedAt, type Word } from './keep-version.ts'
import { type DroppedPart, listDropped } from './list-dropped.ts'

export interface PutBackAsked extends EditionKey, Word {
  readonly from: number // the version that was looked at: it must be the newest
  readonly line: Id<'line'>
}

/** Keeps the draft that has the part again. Throws EDITION_UNKNOWN, EDITION_STALE, EDIT_REFUSED, USAGE. */
export async function putBack(desk: Deciding, asked: PutBackAsked): Promise<WholeVersion> {
  const newest = openLookedAt(desk, asked, asked.from)
  const { edition, title } = newest.version
  const dropped = listDropped(desk, newest).find(({ id }) => id === asked.line)
  const sections = openParts(edition)
  const section = sections.find(({ of }) => of.kind === dropped?.section)
  if (!dropped || !section) {
    throw new ReadoutError('EDIT_REFUSED', `${nameEdition(asked)}: no line ${asked.line} was dropped from it`)
  }
  put(dropped, section, sections)
  const edited = { edition: closeParts(edition, sections), ...(title !== undefined && { title }) }
  return await keepVersion(desk, nextDraft(newest, edited), asked)
}

function put({ part, after }: DroppedPart, section: OpenSection, sections: readonly OpenSection[]): void {
  const beside = after.map((id) => ({ id, item: findPart(sections, id)?.item })).find(({ item }) => item)
  if (part.kind === 'item') {
    const { heading, lines, own = [], ...of } = part.item
    section.items.unshift({ of, ...(heading && { heading }), lines: [...lines], own: [...own] })
  } else if (part.kind === 'own') (beside?.item?.own ?? section.own).push(part.own)
  else if (beside?.item) {
    beside.item.lines.splice(beside.item.lines.findIndex(({ id }) => id === beside.id) + 1, 0, part.line)
  } else section.items.unshift({ of: {}, lines: [part.line], own: [] })
}
