// The frame of a letter: one column in a table, since some mail programs know no other way to hold a width.
import { type Html, html, safeLink } from '../html.ts'
import { DARK_SHEET, MAIL_STYLE as S } from './mail-style.ts'

/** The letter as a whole document. `preview`: what a list of mails shows beside the subject. */
export function frameLetter({
  title,
  preview,
  body,
}: {
  readonly title: string
  readonly preview: string
  readonly body: Html
}): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>${DARK_SHEET}</style>
</head>
<body class="page" style="${S.page}">
<div style="${S.hidden}" aria-hidden="true">${preview}</div>
<table role="presentation" class="outer" style="${S.outer}" cellpadding="0" cellspacing="0"><tr><td align="center" style="${S.gutter}">
<table role="presentation" style="${S.column}" cellpadding="0" cellspacing="0"><tr><td class="cell" style="${S.cell}">
${body}
</td></tr></table>
</td></tr></table>
</body>
</html>
`.toString()
}

/** A link in a letter; where the address is not safe only its words. */
export function mailLink(address: string | undefined, words: Html | string): Html {
  const href = address === undefined ? undefined : safeLink(address)
  return href === undefined ? html`${words}` : html`<a class="link" href="${href}" style="${S.a}">${words}</a>`
}
