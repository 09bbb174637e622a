// The page that stands where a report or a capture was: that it was removed, when, by whom and why, and what of it stays.
import type { ToldRemoval } from '../model/removal.ts'
import { html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { dayWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { renderPage, type Shell } from './page.ts'

/** The page. */
export function renderRemoved({ number, at, cause, why }: ToldRemoval, links: Links, shell?: Shell): string {
  const words = WORDS.removal
  const body = html`<h1>${words.title}</h1>
<p>${words.report(dayWords(at))} <span dir="auto">${words.why(why)}</span> (${words.causes[cause]})</p>
<p>${words.stays(number)}</p>
<p class="back">${link(links.today ?? links.edition(), links.today ? WORDS.refused.back : WORDS.missing.toEdition)}</p>`
  return renderPage({
    title: `${words.title} · Readout`,
    here: 'missing',
    links,
    body,
    ...(shell && { shell }),
  })
}
