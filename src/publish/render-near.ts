// The claims that are near a claim and were held to be others, each with the reason.
import type { Claim } from '../model/claim.ts'
import type { Id } from '../model/id.ts'
import { html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import type { Links } from './links.ts'
import { renderPage, type Shell } from './page.ts'

/** A claim that is near another. */
export interface NearClaim {
  readonly claim: Id<'claim'>
  readonly wording: string
  readonly score: number // 0 to 1
  readonly because: string
}

/** The page. */
export function renderNear(
  { id, wording }: Pick<Claim, 'id' | 'wording'>,
  near: readonly NearClaim[],
  links: Links,
  shell?: Shell,
): string {
  const words = WORDS.claim
  const items = near.map(
    (one) =>
      html`<li data-item><a href="${links.claim?.(one.claim) ?? ''}" data-open dir="auto">${one.wording}</a><br><span class="meta">${words.nearness(one.score)}: ${one.because}</span></li>`,
  )
  const body = html`<header class="masthead"><p class="kicker">${words.nearTitle}</p>
<h1 class="long" dir="auto">${link(links.claim?.(id), `“${wording.replace(/^[\s"“]+|[\s"”]+$/g, '')}”`)}</h1></header>
${items.length > 0 ? html`<ol class="list">${items}</ol>` : html`<p class="note">${words.nearNone}</p>`}
<p class="back">${link(links.claim?.(id), words.backToClaim)}</p>`
  const title = `${words.nearTitle}: ${wording} · Readout`
  return renderPage({ title, here: 'claim', links, body, ...(shell && { shell }) })
}
