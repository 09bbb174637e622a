// What all lists have in common: a heading with a count, filters that keep one another, the things themselves, and where it
// goes on. A list that is empty says why, and what to do.
import { attribute, type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { addressOf, type Query } from './address.ts'

/** A list as it was asked for. */
export interface Asked {
  readonly path: string
  readonly query: Query // what was asked for, `after` included
}

/** One choice of a filter; without a value it is left out of the address. */
export interface Choice {
  readonly value?: string
  readonly words: string
}

/** A row of links, one a choice, the one in force marked. */
export function renderChoices(label: string, name: string, choices: readonly Choice[], { path, query }: Asked): Html {
  const chosen = query[name] ?? ''
  const links = choices.map(({ value = '', words }) => {
    const current = attribute('aria-current', value === chosen ? 'true' : undefined)
    return html`<li><a href="${addressOf(path, query, { [name]: value })}"${current}>${words}</a></li>`
  })
  return html`<nav class="choices" aria-label="${label}"><span aria-hidden="true">${label}</span><ul>${links}</ul></nav>`
}

/** What a list is narrowed to beside its choices, each with a link that lifts it. */
export function renderNarrowed(
  narrowed: readonly { readonly name: string; readonly words: string }[],
  asked: Asked,
): Html {
  if (narrowed.length === 0) return html``
  const items = narrowed.map(
    ({ name, words }) =>
      html`<li><span dir="auto">${words}</span> <a href="${addressOf(asked.path, asked.query, { [name]: undefined })}" aria-label="${WORDS.lists.liftLabel(words)}">${WORDS.lists.lift}</a></li>`,
  )
  return html`<ul class="narrowed" aria-label="${WORDS.lists.narrowed}">${items}</ul>`
}

/** The things of a list, or what is said where there is none, and the links to the rest. */
export function renderItems(
  items: readonly Html[],
  { empty, next, asked }: { readonly empty: Html | string; readonly next: string | undefined; readonly asked: Asked },
): Html {
  if (items.length === 0) {
    const start =
      asked.query.after &&
      html`<p class="pages"><a href="${addressOf(asked.path, asked.query)}">${WORDS.lists.first}</a></p>`
    return html`<div class="empty">${typeof empty === 'string' ? html`<p>${empty}</p>` : empty}</div>${start}`
  }
  return html`<ol class="items">${items}</ol>
${renderPages(next, asked)}`
}

function renderPages(next: string | undefined, { path, query }: Asked): Html {
  if (next === undefined && !query.after) return html`<p class="pages">${WORDS.lists.all}</p>`
  return html`<nav class="pages" aria-label="${WORDS.lists.pages}">
${query.after && html`<a href="${addressOf(path, query)}">${WORDS.lists.first}</a>`}
${next === undefined ? html`<span>${WORDS.lists.last}</span>` : html`<a rel="next" href="${addressOf(path, query, { after: next })}">${WORDS.lists.next}</a>`}
</nav>`
}
