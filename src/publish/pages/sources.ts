// What the desk follows, and how it goes with each: when it was last had, what went wrong last, when it is asked again, since
// when it is silent. Editors follow, pause, go on and remove here.
import { mayDo } from '../../model/account.ts'
import type { Followed, Health } from '../../model/followed.ts'
import { type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { capital, counted } from '../origin-words.ts'
import { csrfField, renderPage, type Shell } from '../page.ts'
import { openLink } from './items.ts'
import { type Asked, renderChoices, renderItems } from './list-frame.ts'
import { renderMinute, spanWords } from './time.ts'

export interface SourcesView {
  readonly asked: Asked
  readonly items: readonly { readonly source: Followed; readonly health: Health }[]
  readonly next?: string
  readonly total: number // on the desk, however they are
  readonly hasContact: boolean // publishers are told whom to write to
  readonly stopped?: string // why nothing is taken in just now
  readonly told?: readonly string[] // what became of what was asked for
}

/** The page of sources. */
export function renderSources(view: SourcesView, links: Links, shell?: Shell): string {
  const { asked, items, next, total, told = [] } = view
  const words = WORDS.sources
  const canEdit = shell !== undefined && mayDo(shell.viewer.role, 'editor')
  const states = [
    { words: WORDS.lists.any },
    ...(['followed', 'paused', 'silent', 'failing'] as const).map((value) => ({ value, words: words.states[value] })),
  ]
  const body = html`<header class="masthead"><h1>${words.title}</h1>
<p class="meta">${total > 0 ? words.count(capital(counted(total, 'source'))) : ''}</p></header>
${view.stopped !== undefined && html`<p class="fault" role="alert">${WORDS.status.stopped(view.stopped)}</p>`}
${told.length > 0 && html`<div class="told" role="status"><ul>${told.map((line) => html`<li dir="auto">${line}</li>`)}</ul></div>`}
${total > 0 && renderChoices(words.state, 'state', states, asked)}
${renderItems(
  items.map((one) => renderSource(one, links, canEdit ? shell : undefined)),
  {
    empty:
      total > 0 ? WORDS.lists.noneSo : html`<p>${words.empty}</p><p>${canEdit ? words.emptyCure : words.emptyAsk}</p>`,
    next,
    asked,
  },
)}
${canEdit && renderAdding(view, links, shell)}
<p class="note"><a href="${links.sources ?? ''}/export.opml" download>${words.export}</a></p>`
  return renderPage({ title: `${words.title} · Readout`, here: 'sources', links, body, ...(shell && { shell }) })
}

type Line = SourcesView['items'][number]

function renderSource({ source, health }: Line, links: Links, shell: Shell | undefined): Html {
  const { id, title, url, kind, outlet, folder } = source
  const words = WORDS.sources
  return html`<li id="source-${id}" data-item>
<p class="headline" dir="auto">${openLink(`${links.sources ?? ''}#source-${id}`, title ?? url)} ${renderState({ source, health })}</p>
<p class="meta">${words.kinds[kind]}: ${link(url, url, 'noreferrer')}${outlet !== undefined && html`; ${words.printedBy} <bdi>${outlet}</bdi>`}${folder.length > 0 && html`; ${words.inFolder} <bdi>${folder.join(' / ')}</bdi>`}</p>
<dl class="facts">${renderHealth({ source, health })}</dl>
${shell && renderActions(source, links, shell)}</li>`
}

function renderState({ source, health }: Line): Html {
  const words = WORDS.sources.states
  const state =
    source.state === 'paused' ? 'paused' : health.isSilent ? 'silent' : health.fault ? 'failing' : 'followed'
  return html`<span class="state ${state}">${words[state]}</span>`
}

function renderHealth({ source, health }: Line): Html[] {
  const { asked, succeeded, fault, due, moved, items, perDay, usualGapMs, latest, isSilent } = health
  const words = WORDS.sources
  const fact = (name: string, value: Html | string): Html => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  const usual = usualGapMs === undefined ? '' : `; ${words.usually(spanWords(usualGapMs))}`
  return [
    fact(words.lastHad, succeeded ? renderMinute(succeeded) : asked ? words.neverHad : words.notAsked),
    ...(fault
      ? [fact(words.lastFault, html`<span dir="auto">${fault}</span>${asked && html`, ${renderMinute(asked)}`}`)]
      : []),
    fact(words.nextTry, source.state === 'followed' && due ? renderMinute(due) : words.noNext),
    fact(words.brought, `${words.found(items, perDay)}${usual}`),
    ...(isSilent && latest ? [fact(words.silentSince, renderMinute(latest))] : []),
    ...(moved ? [fact(words.moved, moved)] : []),
  ]
}

function renderActions({ id, state, title, url }: Followed, links: Links, shell: Shell): Html {
  const words = WORDS.sources
  const name = title ?? url
  const button = (value: string, label: string): Html =>
    html`<button name="state" value="${value}" aria-label="${label}: ${name}">${label}</button>`
  return html`<form class="actions" method="post" action="${links.sources ?? ''}/${id}">${csrfField(shell)}
${state === 'paused' ? button('followed', words.resume) : button('paused', words.pause)}
${button('removed', words.remove)}</form>`
}

function renderAdding({ hasContact }: SourcesView, links: Links, shell: Shell): Html {
  const words = WORDS.sources
  const base = links.sources ?? ''
  return html`<section aria-labelledby="s-add"><h2 id="s-add">${words.add}</h2>
${!hasContact && html`<p class="note">${words.noContact} ${link(links.settings, WORDS.frame.settings)}</p>`}
<form class="filter" method="post" action="${base}">${csrfField(shell)}
<p class="field wide"><label for="f-address">${words.address}</label><input id="f-address" name="address" type="text" inputmode="url" autocomplete="off" required></p>
<p class="field"><label for="f-what">${words.what}</label><select id="f-what" name="what"><option value="feed">${words.kinds.feed}</option><option value="page">${words.kinds.page}</option></select></p>
<p class="field"><label for="f-outlet">${words.outletField}</label><input id="f-outlet" name="outlet" type="text" dir="auto"></p>
<button>${words.follow}</button></form>
<p class="note">${words.addNote}</p>
<details><summary>${words.import}</summary>
<form method="post" action="${base}/import">${csrfField(shell)}
<p class="field wide"><label for="f-opml">${words.opml}</label><textarea id="f-opml" name="opml" rows="8" spellcheck="false" required></textarea></p>
<button>${words.importButton}</button></form></details></section>`
}
