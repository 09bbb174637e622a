// Forms of served pages. Each carries the token that shows that this desk made it for this reader.
import { type Html, html } from './html.ts'
import { csrfField, type Shell } from './page.ts'

/** A form that is sent to `action`, with whatever stands in it. */
export function renderForm({ action, shell }: { readonly action: string; readonly shell: Shell }, body: Html): Html {
  return html`<form method="post" action="${action}">
${csrfField(shell)}
${body}
</form>`
}

/** A form that is one button. `fields`: what it sends along. */
export function renderButton(
  to: { readonly action: string; readonly shell: Shell },
  words: string,
  fields: Readonly<Record<string, string>> = {},
): Html {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return renderForm(to, html`${hidden}<button type="submit">${words}</button>`)
}
