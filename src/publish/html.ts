// Pages are written with one tagged template that escapes whatever it is given. Only another value of its own passes
// as it stands, and the compiler refuses everything that is not text, a number or such a value.

declare const safe: unique symbol

/** Markup that was written here or escaped here. */
export interface Html {
  readonly [safe]: true
  toString(): string
}

type Hole = Html | string | number | false | undefined | readonly (Html | string | number)[]

class Markup {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** `html`<li>${words}</li>``: escaped text; lists are joined, `false` and `undefined` print nothing. */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  let text = strings[0] ?? ''
  for (let i = 0; i < holes.length; i++) text += printHole(holes[i]) + strings[i + 1]
  return markup(text)
}

/** `name="value"` with its leading space, or nothing where there is no value. Names are ours, never from outside. */
export function attribute(name: string, value: string | undefined): Html {
  return markup(value === undefined ? '' : ` ${name}="${escapeText(value)}"`)
}

/** The address if it is http, https or relative to the page; anything else (`javascript:`, `data:`) gives nothing. */
export function safeLink(address: string): string | undefined {
  const trimmed = address.trim()
  if (/^https?:\/\//i.test(trimmed)) return URL.canParse(trimmed) ? trimmed : undefined
  // A colon before the first slash, question or hash mark makes a scheme; `//` and `/\` leave for another host.
  const startsElsewhere = /^[\\/]{2}/.test(trimmed) || /^[^/?#]*:/.test(trimmed) || hasControl(trimmed)
  return startsElsewhere || trimmed === '' ? undefined : trimmed
}

/** A link where the address is safe, else only its words. */
export function link(address: string | undefined, words: Html | string, rel?: string): Html {
  const href = address === undefined ? undefined : safeLink(address)
  return href === undefined ? html`${words}` : html`<a href="${href}"${attribute('rel', rel)}>${words}</a>`
}

function printHole(hole: Hole): string {
  if (hole === undefined || hole === false) return ''
  if (Array.isArray(hole)) return hole.map(printHole).join('')
  return hole instanceof Markup ? hole.toString() : escapeText(String(hole))
}

function markup(text: string): Html {
  return new Markup(text) as unknown as Html
}

function escapeText(text: string): string {
  if (!/[&<>"']/.test(text)) return text // as nearly all is
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 32) return true
  return false
}
