// How mail stands, for those who edit: mailings and counts. Addresses are for admins, and what is not known they settle here.
import type { Listed } from '../../model/listing.ts'
import {
  DELIVERY_STATES,
  type Delivery,
  type Subscriber,
  type SubscriberState,
  type ToldMailing,
} from '../../model/mailing.ts'
import { renderForm } from '../form.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { renderPage, type Shell } from '../page.ts'
import { momentWords } from './moment-words.ts'

const words = WORDS.mail

export interface MailView {
  readonly mailings: readonly ToldMailing[]
  readonly counts: readonly { readonly watch: string; readonly state: SubscriberState; readonly count: number }[]
  readonly waiting: number
  readonly deliveries?: readonly Delivery[] // those that wait, for an admin
  readonly isOpen: boolean // whoever asks may come onto the list
  readonly done?: string
  readonly fault?: string
}

/** The page. */
export function renderMail(view: MailView, links: Links, shell: Shell): string {
  const { mailings, counts, waiting, deliveries, isOpen, done, fault } = view
  const body = html`<h1>${words.title}</h1>
<p class="meta">${words.about}${isOpen && html` <a href="/subscribe">${words.form}</a>`}</p>
${done !== undefined && html`<p class="told" role="status">${done}</p>`}
${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`}
${waiting > 0 && renderWaiting(waiting, deliveries, shell)}
<h2>${words.mailings}</h2>
${mailings.length === 0 ? html`<p>${words.none}</p>` : renderTable(words.mailings, [words.what, words.begun, words.by, words.tally], mailings.map(mailingCells))}
<h2>${words.subscribers}</h2>
${
  counts.length === 0
    ? html`<p>${words.noSubscribers}</p>`
    : renderTable(
        words.subscribers,
        [words.watch, words.state, words.count],
        counts.map(({ watch, state, count }) => [watch === '' ? words.all : watch, state, count]),
      )
}
${deliveries && html`<p class="back"><a href="/mail/subscribers">${words.addresses}</a></p>`}`
  return renderPage({ title: `${words.title} · ${WORDS.frame.product}`, here: 'mail', links, body, shell })
}

/** The addresses, a page at a time. */
export function renderAddresses({ items, next }: Listed<Subscriber>, links: Links, shell: Shell): string {
  const rows = items.map(({ address, watch, state, since, how }) => [
    address,
    watch === '' ? words.all : watch,
    state,
    html`<time datetime="${since}">${momentWords(since)}</time>`,
    how,
  ])
  const body = html`<h1>${words.subscribers}</h1>
${items.length === 0 ? html`<p>${words.noSubscribers}</p>` : renderTable(words.subscribers, [words.address, words.watch, words.state, words.since, words.how], rows)}
${next !== undefined && html`<p class="back"><a rel="next" href="/mail/subscribers?after=${encodeURIComponent(next)}">${words.next}</a></p>`}
<p class="back"><a href="/mail">${words.title}</a></p>`
  return renderPage({ title: `${words.subscribers} · ${WORDS.frame.product}`, here: 'mail', links, body, shell })
}

type Cell = Html | string | number

function renderTable(name: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): Html {
  return html`<div class="scroll" role="region" aria-label="${name}" tabindex="0"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td dir="auto">${cell}</td>`)}</tr>\n`)}</tbody></table></div>`
}

function mailingCells({ kind, watch, week, number, begun, by, tally }: ToldMailing): Cell[] {
  const far = DELIVERY_STATES.filter((state) => tally[state] > 0).map((state) => `${tally[state]} ${state}`)
  return [
    `${words.kinds[kind]} ${watch === '' ? '' : `${watch}, `}${week} (${number})`,
    html`<time datetime="${begun}">${momentWords(begun)}</time>`,
    by,
    far.length > 0 ? far.join(', ') : words.nobody,
  ]
}

function renderWaiting(count: number, deliveries: readonly Delivery[] | undefined, shell: Shell): Html {
  if (!deliveries) return html`<h2>${words.waiting}</h2><p>${words.waitingCount(count)}</p>`
  const all = deliveries.map(
    ({
      id,
      address,
      state,
      at,
      reply = '',
    }) => html`<li><p><bdi>${address}</bdi> <span class="meta">${state}, ${momentWords(at)}: ${reply}</span></p>
${renderForm(
  { action: '/mail/settle', shell },
  html`<input type="hidden" name="id" value="${id}">
<p class="field wide"><label for="why-${id}">${words.reason}</label><input id="why-${id}" name="why" required maxlength="500" dir="auto"></p>
<p>${state === 'unknown' && html`<button name="as" value="sent">${words.sent}</button> `}<button name="as" value="resend">${words.resend}</button></p>`,
)}</li>`,
  )
  return html`<h2>${words.waiting}</h2><p class="note">${words.waitingAbout}</p><ul class="list">${all}</ul>`
}
