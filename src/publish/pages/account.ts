// A person's own account: the password, the browsers that are signed in, and the tokens for programs.
import { type Account, mayDo, ROLES, SCOPES, type Session, type Token } from '../../model/account.ts'
import { renderButton, renderForm } from '../form.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { renderPage, type Shell } from '../page.ts'
import { momentWords } from './moment-words.ts'

export interface AccountView {
  readonly account?: Account // absent: the desk has no accounts
  readonly sessions: readonly Session[]
  readonly session?: string // the one that looks
  readonly tokens: readonly Token[]
  readonly secret?: string // a token just made
  readonly done?: keyof typeof DONE // just now
  readonly fault?: string // why it was not
}

const words = WORDS.account

const DONE = { password: words.changed, sessions: words.ended, revoked: words.revoked } as const

/** The page of one's own account. */
export function renderAccount(view: AccountView, links: Links, shell: Shell): string {
  const { account, done, fault, secret } = view
  const body = html`<h1>${words.title}</h1>
${account ? html`<p dir="auto">${words.who(account.name, account.role)}</p>` : html`<p>${words.alone}</p>`}
${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`}
${done !== undefined && html`<p class="told" role="status">${DONE[done]}</p>`}
${secret !== undefined && html`<p class="told" role="status">${words.made}</p><p><code class="secret">${secret}</code></p>`}
${account && renderOwn(view, account, shell)}
${mayDo(shell.viewer.role, 'admin') && html`<p class="back"><a href="/accounts">${WORDS.accounts.title}</a></p>`}`
  return renderPage({ title: `${words.title} · ${WORDS.frame.product}`, here: 'account', links, body, shell })
}

function renderOwn(view: AccountView, account: Account, shell: Shell): Html {
  return html`<section aria-labelledby="tokens"><h2 id="tokens">${words.tokens}</h2>
<p class="meta">${words.tokensHint}</p>
${view.tokens.length === 0 ? html`<p>${words.noTokens}</p>` : html`<ul class="list">${view.tokens.map((token) => renderToken(token, shell))}</ul>`}
${renderForm(
  { action: '/account/tokens', shell },
  html`<p><label for="label">${words.label}</label> <input id="label" name="label" maxlength="100" required></p>
<p><label for="scope">${words.scope}</label> <select id="scope" name="scope">${scopesOf(account)}</select></p>
<p><label for="days">${words.days}</label> <input id="days" name="days" type="number" min="1" max="366" value="90" required></p>
<p><button type="submit">${words.make}</button></p>`,
)}</section>
<section aria-labelledby="sessions"><h2 id="sessions">${words.sessions}</h2>
<ul class="list">${view.sessions.map((session) => renderSession(session, view.session))}</ul>
${renderButton({ action: '/account/sessions', shell }, words.endAll)}</section>
<section aria-labelledby="password"><h2 id="password">${words.password}</h2>
${renderForm(
  { action: '/account/password', shell },
  html`<p><label for="before">${words.before}</label>
<input id="before" name="before" type="password" autocomplete="current-password" required></p>
<p><label for="after">${words.after}</label>
<input id="after" name="after" type="password" autocomplete="new-password" aria-describedby="after-hint" required></p>
<p class="meta" id="after-hint">${words.afterHint}</p>
<p><button type="submit">${words.change}</button></p>`,
)}</section>`
}

function scopesOf({ role }: Account): Html[] {
  return SCOPES.slice(0, ROLES.indexOf(role) + 1).map((scope) => html`<option value="${scope}">${scope}</option>`)
}

function renderToken({ id, label, scope, until, seen }: Token, shell: Shell): Html {
  const told = words.tokenLine(scope, momentWords(until), seen && momentWords(seen))
  return html`<li><span dir="auto">${label}</span> <span class="meta">${told}</span>
${renderButton({ action: '/account/tokens/revoke', shell }, words.revoke, { id })}</li>`
}

function renderSession({ id, from, seen, address }: Session, own: string | undefined): Html {
  return html`<li>${words.sessionLine(momentWords(from), momentWords(seen), address)}${id === own && html` <strong>${words.thisOne}</strong>`}</li>`
}
