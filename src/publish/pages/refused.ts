// The page for what cannot be had: why, and where to go.
import { html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { renderPage, type Shell } from '../page.ts'

/** What the server says of it. */
export interface Refused {
  readonly status: number
  readonly detail: string
}

/** The page of a refusal. */
export function renderRefused({ status, detail }: Refused, links: Links, shell?: Shell): string {
  const title = WORDS.refused.title(status)
  const body = html`<h1>${title}</h1>
<p>${detail}</p>
<p class="back"><a href="${links.today ?? links.edition()}">${WORDS.refused.back}</a></p>
${status === 401 && html`<p class="back"><a href="/sign-in">${WORDS.refused.signIn}</a></p>`}`
  return renderPage({
    title: `${title} · ${WORDS.frame.product}`,
    here: 'missing',
    links,
    body,
    ...(shell && { shell }),
  })
}
