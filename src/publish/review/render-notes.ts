// What people keep beside a thing: notes, tags, and who follows it. Shown to all who read the desk; a reviewer can take each
// away again, which is an undoing like any other.
import { mayDo } from '../../model/account.ts'
import { attribute, type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import type { Shell } from '../page.ts'
import { renderHidden } from './render-actions.ts'
import type { ReviewTarget } from './review-target.ts'

/** The block; nothing where nothing is kept, and on a page in a folder. */
export function renderNotes(target: ReviewTarget, shell: Shell | undefined): Html {
  const { notes = [], tags = [], watched } = target.now
  if (!shell || (notes.length === 0 && tags.length === 0 && !watched)) return html``
  const words = WORDS.review
  const undo = (number: number, words: string, label?: string) =>
    renderUndo(target, shell, { number, words, ...(label !== undefined && { label }) })
  return html`<section class="kept-beside" aria-label="${words.notes}">
${tags.length > 0 && html`<p class="tags"><span class="label">${words.tags}:</span> ${tags.map(({ number, tag }) => html`<span class="tag"><a href="${tagAddress(tag)}" dir="auto">${tag}</a>${undo(number, words.remove, `${words.remove}: ${tag}`)}</span> `)}</p>`}
${notes.map(({ number, by, at, text }) => html`<div class="kept-note" id="d${number}"><p class="note-text" dir="auto">${text}</p><p class="meta"><bdi>${by}</bdi>, ${dayWords(at)} ${undo(number, words.remove)}</p></div>`)}
${watched && html`<p class="meta">${words.watchedBy(watched.by)} ${undo(watched.number, words.stop)}</p>`}
</section>`
}

/** Where all things with a tag are listed. */
export function tagAddress(tag: string): string {
  return `/tag/${encodeURIComponent(tag)}`
}

interface Undoing {
  readonly number: number
  readonly words: string
  readonly label?: string // where the words alone do not tell which one
}

function renderUndo(target: ReviewTarget, shell: Shell, { number, words, label }: Undoing): Html {
  if (!mayDo(shell.viewer.role, 'reviewer')) return html``
  return html`<form class="inline" method="post" action="/decide">${renderHidden(target, shell)}<input type="hidden" name="decision" value="${number}"><button class="quiet" name="kind" value="undo"${attribute('aria-label', label)}>${words}</button></form>`
}
