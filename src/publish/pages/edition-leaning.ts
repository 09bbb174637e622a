// Lines of issued editions under which something has changed: the page that they rest on, or where their claim stands.
import type { Id, Instant } from '../../model/id.ts'
import { editionTitle } from '../edition-title.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { renderPage, type Shell } from '../page.ts'
import { type EditionPlace, editionAddress } from './edition-address.ts'
import { renderDay } from './time.ts'

/** One such line, and one thing that changed under it. */
export interface LeaningItem extends EditionPlace {
  readonly line: Id<'line'>
  readonly text: string
  readonly kind: 'page' | 'claim'
  readonly told: string // what changed
  readonly href?: string // where that is shown
  readonly at?: Instant
}

/** The page. */
export function renderLeaningPage(leaning: readonly LeaningItem[], links: Links, shell: Shell): string {
  const words = WORDS.editing
  const body = html`<header class="masthead"><h1>${words.leaningTitle}</h1><p class="about-list">${words.leaningAbout}</p></header>
${leaning.length > 0 ? html`<ol class="items">${leaning.map(renderLeaning)}</ol>` : html`<p class="note">${words.leaningNone}</p>`}
<p class="back"><a href="/editions">${words.editions}</a></p>`
  return renderPage({ shell, title: `${words.leaningTitle} · ${WORDS.frame.product}`, here: 'editions', links, body })
}

function renderLeaning({ line, text, kind, told, href, at, ...place }: LeaningItem, i: number): Html {
  const words = WORDS.editing
  const change = kind === 'page' ? words.leaningPage : words.leaningClaim
  return html`<li id="leaning-${i}" data-item tabindex="-1"><p class="line" dir="auto">${text}</p>
<p><strong>${href === undefined ? change : html`<a href="${href}" data-open>${change}</a>`}</strong>: <span dir="auto">${told}</span>${at && html`, ${renderDay(at)}`}</p>
<p class="meta">${editionTitle(place)} · <a href="${editionAddress(place, 'edit')}#line-${line}" data-key="e" data-key-label="${words.edit}" aria-keyshortcuts="e">${words.correct}</a></p></li>`
}
