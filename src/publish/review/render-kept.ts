// The message on the page that a decision leads back to: that it was kept, under which number, and how to take it back.
import { mayDo } from '../../model/account.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Shell } from '../page.ts'

/** A decision that was just kept. */
export interface Kept {
  readonly number: number
  readonly by: string
  readonly kind: keyof typeof WORDS.decisions.kinds
  readonly isPending: boolean // not yet in what is linked
  readonly at: string // the address of the page, to come back to once it is undone
}

/** "Kept as decision 21 by Ada Orme: confirmed", with a button that undoes it; at the top of the page, and focused. */
export function renderKept({ number, by, kind, isPending, at }: Kept, shell: Shell | undefined): Html {
  const words = WORDS.review
  const undo =
    shell &&
    mayDo(shell.viewer.role, 'reviewer') &&
    html` <form class="inline" method="post" action="/decide"><input type="hidden" name="_csrf" value="${shell.csrf}"><input type="hidden" name="at" value="${at}"><input type="hidden" name="decision" value="${number}"><button name="kind" value="undo" data-key="u" aria-keyshortcuts="u">${words.action.undo}</button></form>`
  return html`<div class="kept" id="kept" role="status" tabindex="-1">${words.kept(number, by)}${WORDS.decisions.kinds[kind]}.${isPending && html` <span class="pending">${words.keptApplying}</span>`}${undo}</div>`
}
