// The forms of a page, without a browser: what each would send, with some of its fields filled in.
import { parseHTML } from 'linkedom'

export interface FoundForm {
  readonly action: string
  readonly method: 'get' | 'post'
  readonly fixed: readonly (readonly [string, string])[] // what goes along as it stands
  readonly texts: readonly string[] // the names of fields into which words can be typed
}

/** All forms into which words can be typed. */
export function formsOf(page: string): FoundForm[] {
  const { document } = parseHTML(page)
  return [...document.querySelectorAll('form')].flatMap((form) => {
    const fields = [...form.querySelectorAll('input, textarea, select')]
    const texts = fields.filter(isText).map((field) => field.getAttribute('name') ?? '')
    if (texts.length === 0) return []
    const button = form.querySelector('button[name]')
    const fixed = [...fields.filter((field) => !isText(field) && isSent(field)), ...(button ? [button] : [])].map(
      (field) => [field.getAttribute('name') ?? '', sentBy(field)] as const,
    )
    const method = form.getAttribute('method') === 'post' ? 'post' : 'get'
    return [{ action: form.getAttribute('action') ?? '', method, fixed, texts }]
  })
}

/** Sends it with the same words in every field of words. */
export async function sendForm(
  { action, method, fixed, texts }: FoundForm,
  words: string,
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
): Promise<Response> {
  const body = new URLSearchParams()
  for (const [name, value] of fixed) body.append(name, value)
  for (const name of texts) body.append(name, words)
  if (method === 'get') return fetch(`${url}${action}?${body}`, { headers, redirect: 'manual' })
  return fetch(url + action, { method: 'POST', body, headers: { ...headers, origin: url }, redirect: 'manual' })
}

type Field = ReturnType<ReturnType<typeof parseHTML>['document']['querySelectorAll']>[number]

function isText(field: Field): boolean {
  const type = field.getAttribute('type') ?? 'text'
  return (
    field.tagName === 'TEXTAREA' ||
    (field.tagName === 'INPUT' && ['text', 'search', 'password', 'number', 'date'].includes(type))
  )
}

function isSent(field: Field): boolean {
  const type = field.getAttribute('type') ?? ''
  return !['checkbox', 'radio'].includes(type) || field.hasAttribute('checked')
}

function sentBy(field: Field): string {
  if (field.tagName !== 'SELECT') return field.getAttribute('value') ?? ''
  const chosen = field.querySelector('option[selected]') ?? field.querySelector('option')
  return chosen?.getAttribute('value') ?? ''
}
