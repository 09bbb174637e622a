// What can be set for a desk: each with its value, where that comes from, its default and what it is for. Admins change them
// here; what is wrong is said beside what was typed, and nothing is written.
import { mayDo } from '../../model/account.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { csrfField, renderPage, type Shell } from '../page.ts'

/** One setting. A part for each value that is set by itself: one, but for settings with a least and a most. */
export interface ShownSetting {
  readonly name: string
  readonly about: string
  readonly value: string // as it is written in the file
  readonly fallback: string // the default, likewise
  readonly from?: string // where it is set: settings.json, or a variable of the environment; absent: it is the default
  readonly parts: readonly { readonly key: string; readonly value: string; readonly isLong?: boolean }[] // key '' where there is but one
  readonly hint: string // how it is typed
}

export interface SettingsView {
  readonly path: string // of the file
  readonly settings: readonly ShownSetting[]
  readonly refused?: { readonly name: string; readonly why: string; readonly typed: Readonly<Record<string, string>> }
}

const SETTINGS_FILE = 'settings.json'

/** The page of settings. */
export function renderSettings(view: SettingsView, links: Links, shell?: Shell): string {
  const words = WORDS.settings
  const mayChange = shell !== undefined && mayDo(shell.viewer.role, 'admin')
  const items = view.settings.map((setting) =>
    renderSetting(setting, view, { links, shell: mayChange ? shell : undefined }),
  )
  const body = html`<header class="masthead"><h1>${words.title}</h1>
<p class="meta">${words.about} <code>${view.path}</code>. ${mayChange ? words.mayChange : words.mayNot}</p></header>
<ol class="items settings">${items}</ol>
<p class="note">${words.takesEffect}</p>
${shell && mayDo(shell.viewer.role, 'editor') && html`<p class="note">${WORDS.status.seeAlso} <a href="/status">${WORDS.status.title}</a>.</p>`}
${mayChange && html`<p class="note">${words.accounts} <a href="/accounts">${WORDS.accounts.title}</a>. <a href="/removals">${WORDS.removals.title}</a>.</p>`}`
  return renderPage({ title: `${words.title} · Readout`, here: 'settings', links, body, ...(shell && { shell }) })
}

function renderSetting(
  setting: ShownSetting,
  { refused }: SettingsView,
  { links, shell }: { readonly links: Links; readonly shell: Shell | undefined },
): Html {
  const { name, about, value, fallback, from } = setting
  const isOutside = from !== undefined && from !== SETTINGS_FILE
  const words = WORDS.settings
  const own = refused?.name === name ? refused : undefined
  return html`<li id="setting-${name}" data-item>
<h2 id="s-${name}">${name}</h2>
<p class="about">${about}</p>
<dl class="facts"><div><dt>${words.now}</dt><dd>${shown(value)} <span class="meta">${from === undefined ? words.fromDefault : isOutside ? words.fromVariable(from) : words.fromFile}</span></dd></div>
<div><dt>${words.fallback}</dt><dd>${shown(fallback)}</dd></div></dl>
${own && html`<p class="fault" role="alert" id="fault-${name}">${own.why}</p>`}
${shell && !isOutside && renderForm(setting, own?.typed, { links, shell })}</li>`
}

// an empty text or list as a word, else as the file has it
function shown(value: string): Html {
  return value === '""' || value === '[]' ? html`${WORDS.settings.none}` : html`<code>${value}</code>`
}

function renderForm(
  { name, value, parts, hint, from }: ShownSetting,
  typed: Readonly<Record<string, string>> | undefined,
  { links, shell }: { readonly links: Links; readonly shell: Shell },
): Html {
  const words = WORDS.settings
  const inputs = parts.map(({ key, value: now, isLong }) => {
    const field = key === '' ? 'value' : `value.${key}`
    const id = `f-${name}-${key || 'value'}`
    const wrong = typed && html` aria-invalid="true" aria-describedby="fault-${name}"`
    const text = typed?.[field] ?? now
    const control = isLong
      ? html`<textarea id="${id}" name="${field}" rows="${Math.min(24, text.split('\n').length + 1)}" spellcheck="false"${wrong}>${`\n${text}`}</textarea>`
      : html`<input id="${id}" name="${field}" type="text" value="${text}" autocomplete="off"${wrong}>`
    return html`<p class="field"><label for="${id}">${key === '' ? html`${words.value}<span class="visually-hidden">: ${name}</span>` : words.valueOf(name, key)}</label>${control}</p>`
  })
  return html`<form class="filter" method="post" action="${links.settings ?? ''}">${csrfField(shell)}
<input type="hidden" name="name" value="${name}"><input type="hidden" name="was" value="${value}">${inputs}
<button name="do" value="set" aria-label="${words.set} ${name}">${words.set}</button>${from !== undefined && html` <button name="do" value="reset" aria-label="${words.reset} ${name}">${words.reset}</button>`}
<span class="hint">${hint}</span></form>`
}
