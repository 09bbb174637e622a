// The page for what is not there.
import { html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import type { Links } from './links.ts'
import { renderPage, type Shell } from './page.ts'

/** The page for an address where nothing is: what was asked for, and where to go. */
export function renderMissing(what: string, links: Links, shell?: Shell): string {
  const body = html`<h1>${WORDS.missing.title}</h1>
<p>${what}</p>
<p class="back">${link(links.today ?? links.edition(), links.today ? WORDS.refused.back : WORDS.missing.toEdition)}</p>`
  return renderPage({
    title: `${WORDS.missing.title} · Readout`,
    here: 'missing',
    links,
    body,
    ...(shell && { shell }),
  })
}
