// Pages of what people keep beside things: all that bears a tag, and all that is followed, with what is new on it.
import type { Target } from '../../model/decision.ts'
import type { Instant } from '../../model/id.ts'
import { type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import type { Links } from '../links.ts'
import { counted } from '../origin-words.ts'
import { renderPage, type Shell } from '../page.ts'
import { tagAddress } from '../review/render-notes.ts'

/** A thing on such a list. */
export interface BesideItem {
  readonly number: number // of the decision that put it there
  readonly by: string
  readonly at: Instant
  readonly noun: Target['noun']
  readonly called: string
  readonly href?: string // absent: its words are gone
  readonly news?: readonly string[] // of what is followed: what is new since
  readonly more?: string // its facts, in short
}

export interface BesideView {
  readonly items: readonly BesideItem[]
  readonly tag?: string
  readonly tags?: readonly { readonly tag: string; readonly count: number }[] // all that there are
  readonly whose?: 'own' | 'all'
  readonly since?: Instant // of what is followed: when it was last looked at
}

/** What bears the tag. */
export function renderTagPage(view: BesideView, links: Links, shell: Shell): string {
  const words = WORDS.beside
  const title = view.tag === undefined ? words.allTags : words.tag(view.tag)
  const tags = (view.tags ?? []).map(
    ({ tag, count }) =>
      html`<li><a href="${tagAddress(tag)}" dir="auto">${tag}</a> <span class="meta">${counted(count, 'thing')}</span></li>`,
  )
  const body = html`<h1 dir="auto">${title}</h1>
${view.tag !== undefined && renderItems(view, shell, words.noneTagged)}
${view.tag === undefined && (tags.length > 0 ? html`<ul class="list">${tags}</ul>` : html`<p class="note">${words.noTags}</p>`)}
${view.tag !== undefined && html`<p class="back">${link('/tags', words.allTags)}</p>`}`
  return renderPage({ shell, title: `${title} · ${WORDS.frame.product}`, here: 'review', links, body })
}

/** What is followed. */
export function renderWatchPage(view: BesideView, links: Links, shell: Shell): string {
  const words = WORDS.beside
  const [own, all] = [view.whose === 'own', view.whose === 'all']
  const body = html`<h1>${words.watching}</h1>
<nav class="choices" aria-label="${words.whose}"><ul><li><a href="/watching"${own && html` aria-current="true"`}>${words.own}</a></li><li><a href="/watching?whose=all"${all && html` aria-current="true"`}>${words.everybody}</a></li></ul></nav>
${renderItems(view, shell, words.noneWatched)}`
  return renderPage({ shell, title: `${words.watching} · ${WORDS.frame.product}`, here: 'review', links, body })
}

function renderItems({ items }: BesideView, _shell: Shell, empty: string): Html {
  if (items.length === 0) return html`<p class="note">${empty}</p>`
  return html`<ol class="items">${items.map(renderItem)}</ol>`
}

function renderItem({ number, by, at, noun, called, href, news, more }: BesideItem): Html {
  const words = WORDS.beside
  return html`<li data-item tabindex="-1"><p><span class="noun">${words.nouns[noun]}</span> ${href === undefined ? html`<span dir="auto">${called}</span>` : html`<a href="${href}" data-open dir="auto">${called}</a>`}</p>
${news && news.length > 0 && html`<ul class="news">${news.map((line) => html`<li>${line}</li>`)}</ul>`}
${news && news.length === 0 && html`<p class="meta">${words.nothingNew}</p>`}
<p class="meta">${more !== undefined && `${more}. `}${href === undefined && `${words.goneWords}. `}<bdi>${by}</bdi>, ${dayWords(at)}, <a href="/decisions#d${number}">${WORDS.review.decisionNumber(number)}</a></p></li>`
}
