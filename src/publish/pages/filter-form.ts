// A form that narrows a list. It is sent by GET, so that its address brings the list back; what it does not show goes along unseen.
import { attribute, type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Asked } from './list-frame.ts'

/** One field of a form: a choice where there are options, else a line of text. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly value: string | undefined
  readonly type?: 'text' | 'date' | 'search'
  readonly options?: readonly (string | { readonly value: string; readonly words: string })[]
  readonly isWide?: true
}

/** The form; `along` names what of the query goes with it unseen. */
export function renderFilterForm({ path, query }: Asked, along: readonly string[], fields: readonly Html[]): Html {
  const unseen = along.flatMap((name) => {
    const value = query[name]
    return value ? [html`<input type="hidden" name="${name}" value="${value}">`] : []
  })
  return html`<form class="filter" method="get" action="${path}">${unseen}${fields}<button>${WORDS.lists.narrow}</button></form>`
}

/** A field with its label. Empty fields are sent along and mean nothing. */
export function renderField({ name, label, value, type = 'text', options, isWide }: Field): Html {
  const id = `f-${name}`
  const input = options
    ? renderSelect(id, name, value, options)
    : html`<input id="${id}" name="${name}" type="${type}"${attribute('value', value)}${type !== 'date' && html` dir="auto"`}>`
  return html`<p class="field${isWide && ' wide'}"><label for="${id}">${label}</label>${input}</p>`
}

function renderSelect(
  id: string,
  name: string,
  value: string | undefined,
  options: NonNullable<Field['options']>,
): Html {
  const all = options.map((option) => (typeof option === 'string' ? { value: option, words: option } : option))
  // what the address asks for stays chosen even where it is none of those that are offered
  const extra = value && !all.some((option) => option.value === value) ? [{ value, words: value }] : []
  const drawn = [{ value: '', words: WORDS.lists.any }, ...extra, ...all].map(
    (option) =>
      html`<option value="${option.value}"${option.value === (value ?? '') && html` selected`}>${option.words}</option>`,
  )
  return html`<select id="${id}" name="${name}">${drawn}</select>`
}
