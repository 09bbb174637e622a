// The pages on which readers ask for mail, confirm it, and leave. Each is one thing to do, works without any script, and tells nobody
// who is on the list.
import { renderForm } from '../form.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { renderPage, type Shell } from '../page.ts'

const words = WORDS.subscribe

/** What one can ask for. */
export interface OfferedWatch {
  readonly id: string // '' for all that the desk holds
  readonly name: string
}

export interface SubscribeView {
  readonly watches: readonly OfferedWatch[]
  readonly address?: string // as typed before
  readonly watch?: string // as chosen before
  readonly fault?: string
}

/** The form. */
export function renderSubscribe(
  { watches, address = '', watch, fault }: SubscribeView,
  links: Links,
  shell: Shell,
): string {
  const choice =
    watches.length > 1
      ? html`<p><label for="watch">${words.what}</label>
<select id="watch" name="watch">${watches.map(({ id, name }) => html`<option value="${id}"${id === watch && html` selected`}>${name}</option>`)}</select></p>`
      : html``
  const described = fault !== undefined && html` aria-invalid="true" aria-describedby="fault"`
  return page(
    words.title,
    html`<p>${words.lead}</p>
${fault !== undefined && html`<p class="fault" id="fault" role="alert">${fault}</p>`}
${renderForm(
  { action: '/subscribe', shell },
  html`<p><label for="address">${words.address}</label>
<input id="address" name="address" type="email" inputmode="email" autocomplete="email" required maxlength="254" value="${address}"${described}></p>
${choice}
<p><button class="main" type="submit">${words.submit}</button></p>`,
)}`,
    links,
    shell,
  )
}

/** Says the same to everybody who asked. */
export function renderAsked(links: Links, shell: Shell): string {
  return page(words.askedTitle, html`<p role="status">${words.asked}</p>`, links, shell)
}

/** The page with the button that confirms. */
export function renderConfirm(
  { token, address, source }: { readonly token: string; readonly address: string; readonly source: string },
  links: Links,
  shell: Shell,
): string {
  const button = html`<p><button class="main" type="submit">${words.confirmButton}</button></p>`
  const body = html`<p>${words.confirmLead(address, source)}</p>
${renderForm({ action: `/subscribe/${token}`, shell }, button)}`
  return page(words.confirmTitle, body, links, shell)
}

/** The page with the button that leaves. It is for a mail program as well, so its form has no token. */
export function renderLeave(
  { token, source }: { readonly token: string; readonly source: string },
  links: Links,
  shell: Shell,
): string {
  const body = html`<p>${words.leaveLead(source)}</p>
<form method="post" action="/unsubscribe/${token}"><p><button class="main" type="submit">${words.leaveButton}</button></p></form>`
  return page(words.leaveTitle, body, links, shell)
}

/** What came of it. */
export type SubscribeSaying = 'confirmed' | 'over' | 'left' | 'unknown' | 'test' | 'off'

/** A page that only says what came of it. */
export function renderSaying(saying: SubscribeSaying, source: string, links: Links, shell: Shell): string {
  switch (saying) {
    case 'confirmed':
      return page(words.confirmedTitle, html`<p role="status">${words.confirmed(source)}</p>`, links, shell)
    case 'over':
      return page(
        words.overTitle,
        html`<p>${words.over}</p><p><a href="/subscribe">${words.again}</a></p>`,
        links,
        shell,
      )
    case 'left':
      return page(words.leftTitle, html`<p role="status">${words.left(source)}</p>`, links, shell)
    case 'unknown':
      return page(words.unknownTitle, html`<p>${words.unknown}</p>`, links, shell)
    case 'test':
      return page(words.testTitle, html`<p>${words.test}</p>`, links, shell)
    case 'off':
      return page(words.title, html`<p>${words.off}</p>`, links, shell)
  }
}

function page(title: string, body: Html, links: Links, shell: Shell): string {
  const whole = html`<h1>${title}</h1>
${body}`
  return renderPage({ title: `${title} · ${WORDS.frame.product}`, here: 'account', links, body: whole, shell })
}
