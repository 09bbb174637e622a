// The message on the page that a decision leads back to: that it was kept, under which number, and how to take it back.
import { mayDo } from '../../model/account.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { csrfField, type Shell } from '../page.ts'

/** A decision that was just kept. */
export interface Kept {
  readonly number: number
  readonly by: string
  readonly kind: keyof typeof WORDS.decisions.kinds
  readonly isPending: boolean // not yet in what is linked
  readonly at: string // the address of the page, to come back to once it is undone
}

/** "Kept as decision 21 by Ada Orme: confirmed", with a button that undoes it: what the frame of the page tells. */
export function renderKept({ number, by, kind, isPending, at }: Kept, shell: Shell): Html {
  const words = WORDS.review
  const undo =
    mayDo(shell.viewer.role, 'reviewer') &&
    html` <form class="inline" method="post" action="/decide">${csrfField(shell)}<input type="hidden" name="at" value="${at}"><input type="hidden" name="decision" value="${number}"><button name="kind" value="undo" data-undo aria-keyshortcuts="u">${words.action.undo}</button></form>`
  return html`<span>${words.kept(number, by)}${WORDS.decisions.kinds[kind]}.${isPending && html` <span class="pending">${words.keptApplying}</span>`}</span>${undo}`
}
