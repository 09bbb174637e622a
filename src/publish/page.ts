// The frame of every page: no script, one stylesheet, real landmarks, a way past the menu.
import { attribute, type Html, html, link } from './html.ts'
import type { Links } from './links.ts'

export interface Page {
  readonly title: string
  readonly here: 'edition' | 'editions' | 'ledger' | 'reports' | 'report' | 'changes' | 'claim' | 'missing'
  readonly links: Links
  readonly body: Html
}

/** A whole document, beginning with its doctype. */
export function renderPage({ title, here, links, body }: Page): string {
  const menu: readonly (readonly [Page['here'], string | undefined, string])[] = [
    ['edition', links.edition(), 'Edition'],
    ['editions', links.editions, 'All editions'],
    ['ledger', links.ledger, 'Ledger'],
    ['reports', links.reports, 'Reports'],
  ]
  const entries = menu.flatMap(([key, href, words]) =>
    href === undefined
      ? []
      : [html`<li><a href="${href}"${attribute('aria-current', key === here ? 'page' : undefined)}>${words}</a></li>`],
  )
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${links.style}">
</head>
<body class="page-${here}">
<a class="skip" href="#main">Skip to the text</a>
<header class="site">
<p class="name">${link(links.edition(), 'Readout')}</p>
<nav aria-label="Pages"><ul>${entries}</ul></nav>
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer class="site"><p>Every line opens the stored words that it rests on. What is not known is called unknown.</p></footer>
</body>
</html>
`.toString()
}
