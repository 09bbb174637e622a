// Where there is a mouse and room, the buttons of a line show when it is pointed at; this says so to who may press them.
import { mayDo } from '../../model/account.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Shell } from '../page.ts'

/** The hint; nothing for readers, nor in a folder. */
export function renderHoverHint(shell: Shell | undefined): Html {
  if (!shell || !mayDo(shell.viewer.role, 'reviewer')) return html``
  return html`<p class="note hover-hint">${WORDS.review.hover}</p>`
}
