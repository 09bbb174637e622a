// The audit log, a page at a time, for those who keep the accounts.
import type { Audited } from '../../model/account.ts'
import type { Listed } from '../../model/listing.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { renderPage, type Shell } from '../page.ts'
import { momentWords } from './moment-words.ts'

const words = WORDS.audit

/** A page of the audit log. */
export function renderAudit({ items, next }: Listed<Audited>, links: Links, shell: Shell): string {
  const heads = [words.when, words.what, words.who, words.whom, words.from, words.detail]
  const body = html`<h1>${words.title}</h1>
<p class="meta">${words.about}</p>
${
  items.length === 0
    ? html`<p>${words.none}</p>`
    : html`<div class="scroll" role="region" aria-label="${words.title}" tabindex="0"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${items.map(renderRow)}</tbody></table></div>`
}
${next !== undefined && html`<p class="back"><a rel="next" href="/audit?after=${encodeURIComponent(next)}">${words.next}</a></p>`}`
  return renderPage({ title: `${words.title} · ${WORDS.frame.product}`, here: 'account', links, body, shell })
}

function renderRow({ at, what, who, whom, address, detail }: Audited): Html {
  return html`<tr><td><time datetime="${at}">${momentWords(at)}</time></td><td>${what}</td>
<td dir="auto">${who ?? words.unknown}</td><td dir="auto">${whom ?? ''}</td><td>${address ?? words.here}</td><td dir="auto">${detail ?? ''}</td></tr>`
}
