// What was removed for good, when and why, and the form for an admin. What would go is shown before it goes.
import type { RemovalCause, ToldRemoval } from '../../model/removal.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import type { Links } from '../links.ts'
import { csrfField, renderPage, type Shell } from '../page.ts'

export interface TypedRemoval {
  readonly names: string
  readonly cause: Exclude<RemovalCause, 'retention'>
  readonly why: string
}

/** What would go. */
export interface PlannedRemoval {
  readonly reports: readonly string[]
  readonly captures: number
  readonly decisions: number
  readonly editions: readonly {
    readonly key: string
    readonly number: number
    readonly state: string
    readonly lines: number
  }[]
  readonly copies: readonly string[] // reports that share text with it and stay
  readonly feeds: readonly string[] // captures that told of it and stay
}

export interface RemovalsView {
  readonly removals: readonly (ToldRemoval & {
    readonly reports: number
    readonly captures: number
    readonly isOpen: boolean
  })[]
  readonly typed?: TypedRemoval
  readonly planned?: PlannedRemoval
  readonly problem?: string
}

const words = WORDS.removals

/** The page. */
export function renderRemovals(
  { removals, typed, planned, problem }: RemovalsView,
  links: Links,
  shell: Shell,
): string {
  const body = html`<header class="masthead"><h1>${words.title}</h1>
<p class="meta">${words.about}</p></header>
${problem !== undefined && html`<p class="fault" role="alert" dir="auto">${problem}</p>`}
${planned && typed ? renderPlan(planned, typed, shell) : renderForm(typed, shell)}
<section aria-labelledby="done"><h2 id="done">${words.done}</h2>
${removals.length === 0 ? html`<p>${words.none}</p>` : html`<ol class="items">${removals.map(renderOne)}</ol>`}</section>`
  return renderPage({ title: `${words.title} · Readout`, here: 'settings', links, body, shell })
}

function renderOne({ number, at, by, cause, why, reports, captures, isOpen }: RemovalsView['removals'][number]): Html {
  return html`<li id="r${number}" data-item><p><b>${words.took(reports, captures)}</b> (${WORDS.removal.causes[cause]}): <span dir="auto">${why}</span></p>
<p class="meta"><bdi>${by}</bdi>, <time datetime="${at}">${dayWords(at)}</time>. ${words.decision(number)} ${isOpen && words.open}</p></li>`
}

function renderForm(typed: TypedRemoval | undefined, shell: Shell): Html {
  const { names = '', cause = 'law', why = '' } = typed ?? {}
  const option = (value: TypedRemoval['cause']) =>
    html`<option value="${value}"${cause === value && html` selected`}>${words.causes[value]}</option>`
  return html`<form class="filter" method="post" action="/removals">${csrfField(shell)}
<p class="field"><label for="f-names">${words.names}</label><textarea id="f-names" name="names" rows="3" required spellcheck="false">${`\n${names}`}</textarea></p>
<p class="field"><label for="f-cause">${words.cause}</label><select id="f-cause" name="cause">${option('law')}${option('person at risk')}</select></p>
<p class="field"><label for="f-why">${words.why}</label><input id="f-why" name="why" type="text" value="${why}" required autocomplete="off"></p>
<button name="sure" value="no">${words.look}</button> <span class="hint">${words.hint}</span></form>`
}

function renderPlan(planned: PlannedRemoval, { names, cause, why }: TypedRemoval, shell: Shell): Html {
  const { reports, captures, decisions, editions, copies, feeds } = planned
  return html`<section aria-labelledby="plan"><h2 id="plan">${words.plan}</h2>
<ul>${reports.map((name) => html`<li dir="auto">${name}</li>`)}<li>${words.bytes(captures)}</li>
${decisions > 0 && html`<li>${words.decisions(decisions)}</li>`}
${editions.map(({ key, number, state, lines }) => html`<li>${words.lines(lines, key, number, state)}</li>`)}
${copies.map((name) => html`<li>${words.copy} <span dir="auto">${name}</span></li>`)}
${feeds.map((id) => html`<li>${words.feed} <code>${id}</code></li>`)}</ul>
<form method="post" action="/removals">${csrfField(shell)}<input type="hidden" name="names" value="${names}"><input type="hidden" name="cause" value="${cause}"><input type="hidden" name="why" value="${why}">
<button name="sure" value="yes">${words.sure}</button> <a href="/removals">${words.back}</a></form></section>`
}
