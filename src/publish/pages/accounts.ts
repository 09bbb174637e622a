// All accounts of the desk, for those who keep them.
import { type Account, ROLES, type Token } from '../../model/account.ts'
import { renderButton, renderForm } from '../form.ts'
import { attribute, type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { renderPage, type Shell } from '../page.ts'
import { momentWords } from './moment-words.ts'

export interface AccountsView {
  readonly accounts: readonly Account[]
  readonly tokens: readonly Token[]
  readonly done?: string // the name that something was done to just now
  readonly fault?: string
}

const words = WORDS.accounts

/** The page of all accounts. */
export function renderAccounts({ accounts, tokens, done, fault }: AccountsView, links: Links, shell: Shell): string {
  const body = html`<h1>${words.title}</h1>
${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`}
${done !== undefined && html`<p class="told" role="status" dir="auto">${words.done(done)}</p>`}
<p class="meta">${words.roles}</p>
${accounts.length === 0 ? html`<p>${words.none}</p>` : html`<ul class="list accounts">${accounts.map((account, i) => renderOne(account, i, shell))}</ul>`}
<section aria-labelledby="add"><h2 id="add">${words.add}</h2>
${renderForm(
  { action: '/accounts', shell },
  html`<p><label for="name">${words.name}</label> <input id="name" name="name" autocomplete="off" dir="auto" required></p>
<p><label for="password">${WORDS.signIn.password}</label>
<input id="password" name="password" type="password" autocomplete="new-password" aria-describedby="hint" required></p>
<p class="meta" id="hint">${WORDS.account.afterHint}</p>
<p><label for="role">${words.role}</label> <select id="role" name="role">${roles(accounts.length === 0 ? 'admin' : 'reader')}</select></p>
<p><button type="submit">${words.submit}</button></p>`,
)}</section>
${
  tokens.length > 0 &&
  html`<section aria-labelledby="tokens"><h2 id="tokens">${words.tokens}</h2>
<ul class="list">${tokens.map((token) => renderToken(token, shell))}</ul></section>`
}
<p class="back"><a href="/audit">${words.audit}</a></p>`
  return renderPage({ title: `${words.title} · ${WORDS.frame.product}`, here: 'account', links, body, shell })
}

function roles(chosen: string): Html[] {
  return ROLES.map(
    (role) => html`<option value="${role}"${attribute('selected', role === chosen ? '' : undefined)}>${role}</option>`,
  )
}

function renderOne({ name, role, state, seen }: Account, i: number, shell: Shell): Html {
  const to = { action: '/accounts/change', shell }
  const own = { name }
  const switched = state === 'active' ? 'disabled' : 'active'
  return html`<li><span dir="auto">${name}</span> <span class="meta">${words.line(role, state, seen && momentWords(seen))}</span>
<details><summary>${words.change(name)}</summary>
${renderForm(
  to,
  html`<input type="hidden" name="name" value="${name}">
<div class="acts"><p><label for="role-${i}">${words.role}</label>
<select id="role-${i}" name="role">${roles(role)}</select></p>
<button type="submit">${words.set}</button></div>`,
)}
${renderForm(
  { action: '/accounts/password', shell },
  html`<input type="hidden" name="name" value="${name}">
<div class="acts"><p><label for="password-${i}">${words.password}</label>
<input id="password-${i}" name="password" type="password" autocomplete="new-password" required></p>
<button type="submit">${words.setPassword}</button></div>`,
)}
<div class="acts">${renderButton(to, state === 'active' ? words.disable : words.enable, { ...own, state: switched })}
${renderButton({ action: '/accounts/sessions', shell }, words.endAll, own)}
${renderButton({ action: '/accounts/remove', shell }, words.remove, own)}</div>
</details></li>`
}

function renderToken({ id, label, owner, scope, until, seen }: Token, shell: Shell): Html {
  const told = WORDS.account.tokenLine(scope, momentWords(until), seen && momentWords(seen))
  return html`<li><span dir="auto">${owner}: ${label}</span> <span class="meta">${told}</span>
${renderButton({ action: '/accounts/tokens/revoke', shell }, WORDS.account.revoke, { id })}</li>`
}
