// The way in: a name and a password, and where to go from there.
import { renderForm } from '../form.ts'
import { attribute, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { renderPage, type Shell } from '../page.ts'

export interface SignInView {
  readonly to: string // an address of this desk
  readonly name?: string // as typed before
  readonly isWrong?: true // name and password of the last try
}

/** The page to sign in on. */
export function renderSignIn({ to, name, isWrong }: SignInView, links: Links, shell: Shell): string {
  const words = WORDS.signIn
  const body = html`<h1>${words.title}</h1>
${isWrong && html`<p class="fault" id="fault" role="alert">${words.wrong}</p>`}
${renderForm(
  { action: '/sign-in', shell },
  html`<input type="hidden" name="to" value="${to}">
<p><label for="name">${words.name}</label>
<input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" dir="auto" required${attribute('value', name)}${attribute('aria-describedby', isWrong && 'fault')}></p>
<p><label for="password">${words.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required></p>
<p><button class="main" type="submit">${words.submit}</button></p>`,
)}
<p class="meta">${words.forgotten}</p>`
  return renderPage({ title: `${words.title} · ${WORDS.frame.product}`, here: 'account', links, body, shell })
}
