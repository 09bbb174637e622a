// What a page prints beside each thing that can be ruled on: the rulings so far, notes and tags, and for a reviewer the row of
// what there is to do; and below, what was decided about the thing that the page is of.
import type { Target } from '../../model/decision.ts'
import type { Id } from '../../model/id.ts'
import { type Html, html } from '../../publish/html.ts'
import type { Shell } from '../../publish/page.ts'
import { decisionsAddress } from '../../publish/pages/decisions.ts'
import { renderActions } from '../../publish/review/render-actions.ts'
import { renderHistoryOf } from '../../publish/review/render-decided.ts'
import { renderNotes } from '../../publish/review/render-notes.ts'
import type { Desk } from '../desk.ts'
import { openGrounds } from '../find-target.ts'
import { becameOf } from '../list-decided.ts'
import { makeDecidedItem } from './make-decided-item.ts'
import { listOn, makeReviewTarget, openReviewing, type Shown } from './make-target.ts'

/** What stands beside a thing. `doc`: of something said, the report that it stands in, where that is known. */
export type ActionsFor = (noun: Target['noun'], id: string, label: string, doc?: Id<'doc'>) => Html

export interface PageActions {
  readonly actionsFor: ActionsFor
  /** What was decided about the thing of the page. */
  readonly historyFor: (noun: Target['noun'], id: string) => Html
}

const SHOWN = 20 // decisions, on the page of a thing; the rest is in the list of all

/** For the page at this address; nothing where it is not known who looks. `about`: what is known of its thing. */
export function openActions(
  desk: Pick<Desk, 'store'>,
  shell: Shell | undefined,
  at: string,
  about: Pick<Shown, 'formerIds' | 'read' | 'seen'> = {},
): Partial<PageActions> {
  if (!shell) return {}
  const reviewing = openReviewing(desk)
  const { decided, linkedTo } = reviewing
  return {
    actionsFor(noun, id, label, doc) {
      const place = noun === 'attribution' ? `#said-${id}` : ''
      const target = makeReviewTarget({ noun, id, label, at: at + place, ...about, ...(doc && { doc }) }, reviewing)
      return html`${renderNotes(target, shell)}${renderActions(target, shell, noun === 'attribution')}`
    },
    historyFor(noun, id) {
      const inReport = noun === 'report' && about.read ? decided.inReport(about.read.doc.name) : []
      const own = [...new Set([...listOn({ noun, id, ...about }, reviewing), ...inReport])]
      const grounds = openGrounds(desk)
      const shown = own.toSorted((a, b) => b.number - a.number).slice(0, SHOWN)
      const items = shown.map((one) => makeDecidedItem(becameOf(one, grounds, linkedTo), decided))
      const more = own.length > SHOWN && noun !== 'report' ? decisionsAddress({ noun, thing: id }) : undefined
      return renderHistoryOf(items, shell, { at, ...(more !== undefined && { more }) })
    },
  }
}
