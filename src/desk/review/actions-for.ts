// What a page prints beside each thing that can be ruled on: the rulings so far, and for a reviewer the row of what there is to
// do. One for each page, so that decisions are looked up once.
import type { Target } from '../../model/decision.ts'
import type { Html } from '../../publish/html.ts'
import type { Shell } from '../../publish/page.ts'
import { renderActions } from '../../publish/review/render-actions.ts'
import { renderNotes } from '../../publish/review/render-notes.ts'
import type { Desk } from '../desk.ts'
import { makeReviewTarget, openReviewing, type Shown } from './make-target.ts'

/** What there is beside the noun, the id and what the thing is called. */
export type MoreShown = Omit<Shown, 'noun' | 'id' | 'label' | 'at'> & {
  readonly place?: string // the id of its element on the page, to come back to
}

export type ActionsFor = (noun: Target['noun'], id: string, label: string, more?: MoreShown) => Html

export interface PageActions {
  readonly actionsFor: ActionsFor
  /** Notes, tags and who follows it. */
  readonly notesFor: ActionsFor
}

/** For the page at this address. */
export function openActions(desk: Pick<Desk, 'store'>, shell: Shell | undefined, at: string): PageActions {
  const reviewing = openReviewing(desk)
  const target = (...[noun, id, label, { place, ...more } = {}]: Parameters<ActionsFor>) => {
    const hash = place === undefined ? '' : `#${place}`
    return makeReviewTarget({ noun, id, label, at: at.split('#')[0] + hash, ...more }, reviewing)
  }
  return {
    actionsFor: (...thing) => renderActions(target(...thing), shell),
    notesFor: (...thing) => renderNotes(target(...thing), shell),
  }
}
