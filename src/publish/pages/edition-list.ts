// All editions: for each week and watch where it stands, who brought it there and when, and what can be done with it. Drafts are
// told to reviewers and up only; for a reader such a week is one that is not issued.
import { mayDo } from '../../model/account.ts'
import type { WatchHead } from '../../model/watch.ts'
import { editionDays, keyOf } from '../edition-title.ts'
import { pageFeeds, renderFeeds } from '../feeds/page-feeds.ts'
import { attribute, type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { counted } from '../origin-words.ts'
import { csrfField, renderPage, type Shell } from '../page.ts'
import { type EditionPlace, editionAddress, type KeptVersion, renderKeptBy, renderState } from './edition-address.ts'

/** One edition of the list. */
export interface ListedEdition extends EditionPlace {
  readonly reports?: number // of the week; absent: not counted for this watch
  readonly latest?: KeptVersion // whatever its state
  readonly printed?: KeptVersion // that readers see
}

/** The editions of one watch, the latest week first. */
export interface WatchEditions {
  readonly watch?: WatchHead // absent: of all that the desk holds
  readonly items: readonly ListedEdition[]
}

export interface EditionListView {
  readonly watches: readonly WatchEditions[]
}

/** The page. */
export function renderEditionList({ watches }: EditionListView, links: Links, shell?: Shell): string {
  const words = WORDS.editing
  const leaning = shell?.leaning ?? 0
  const body = html`<header class="masthead"><h1>${words.editions}</h1>
<p class="about-list">${words.aboutEditions}</p></header>
${leaning > 0 && html`<p class="leaning-told"><a href="/editions/leaning">${words.leaning(leaning)}</a></p>`}
${watches.map((own) => renderWatch(own, watches.length === 1, shell))}
${renderFeeds(links, 'editions')}`
  return renderPage({
    title: `${words.editions} · ${WORDS.frame.product}`,
    here: 'editions',
    links,
    body,
    feeds: pageFeeds(links, 'editions', words.editions),
    ...(shell && { shell }),
  })
}

function renderWatch({ watch, items }: WatchEditions, isAlone: boolean, shell: Shell | undefined): Html {
  const words = WORDS.editing
  const id = `watch-${watch?.id ?? 'all'}`
  const head =
    !isAlone &&
    html`<h2 id="${id}">${watch?.name ?? words.allHeld}</h2>${watch?.question !== undefined && html`<p class="note">${watch.question}</p>`}`
  const list =
    items.length > 0
      ? html`<ol class="items editions">${items.map((item) => renderItem(item, shell))}</ol>`
      : html`<p class="note">${words.noWeeks}</p>`
  return html`<section${attribute('aria-labelledby', isAlone ? undefined : id)}>${head}${list}</section>`
}

function renderItem(item: ListedEdition, shell: Shell | undefined): Html {
  const { week, reports, latest, printed } = item
  const words = WORDS.editing
  const role = shell?.viewer.role ?? 'reader'
  const shown = mayDo(role, 'reviewer') ? latest : printed
  const days = editionDays(item)
  const id = `edition-${keyOf(item)}`
  const address = editionAddress(item, undefined, {
    version: shown && shown !== printed ? String(shown.number) : undefined,
  })
  return html`<li id="${id}" data-item tabindex="-1">
<p class="headline"><a href="${address}" data-open>${words.weekOf(days)}</a> ${renderState(shown?.state ?? 'composed')}</p>
<p class="meta">${week}${reports !== undefined && `, ${counted(reports, 'report')}`}${shown && html`; ${renderKeptBy(shown)}`}${shown && printed && shown.number !== printed.number && html`; <a href="${editionAddress(item)}">${words.older}, ${words.version(printed.number)}</a>`}</p>
${shell && renderActs(item, shell, days)}</li>`
}

function renderActs(item: ListedEdition, shell: Shell, days: string): Html {
  const words = WORDS.editing
  const { role } = shell.viewer
  const { latest } = item
  const of = html`<span class="visually-hidden">: ${days}</span>` // which, for who hears the row alone
  if (!mayDo(role, 'reviewer')) return html``
  const edit =
    mayDo(role, 'editor') &&
    (latest
      ? html`<a class="button" href="${editionAddress(item, 'edit')}" data-key="e" data-key-label="${words.edit}" aria-keyshortcuts="e">${words.edit}${of}</a>`
      : html`<form class="inline" method="post" action="${editionAddress(item, 'draft')}">${csrfField(shell)}<button data-key="d" data-key-label="${words.draft}" aria-keyshortcuts="d">${words.draft}${of}</button></form>`)
  const versions =
    latest &&
    html`<a href="${editionAddress(item, 'versions')}" data-key="v" data-key-label="${words.versions}" aria-keyshortcuts="v">${words.versions}${of}</a>`
  return html`<div class="edition-acts">${edit}${versions}</div>`
}
