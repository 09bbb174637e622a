// The frame of every page: no script, one stylesheet, real landmarks, a way past the menu.
import type { Viewer } from '../model/account.ts'
import { attribute, type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import type { Links } from './links.ts'

/** What the frame shows on a served page: who looks at it. A page in a folder has none. */
export interface Shell {
  readonly viewer: Viewer
  readonly csrf: string // the token that every form of the page sends
  readonly isShared: boolean // true: there are accounts, so that one can sign out
}

export interface Page {
  readonly shell?: Shell
  readonly title: string
  readonly here:
    | 'edition'
    | 'editions'
    | 'ledger'
    | 'reports'
    | 'report'
    | 'changes'
    | 'claim'
    | 'today'
    | 'stories'
    | 'story'
    | 'people'
    | 'person'
    | 'search'
    | 'review'
    | 'sources'
    | 'decisions'
    | 'settings'
    | 'account'
    | 'missing'
  readonly links: Links
  readonly body: Html
}

/** A whole document, beginning with its doctype. */
export function renderPage({ title, here, links, body }: Page): string {
  const menu: readonly (readonly [Page['here'], string | undefined, string])[] = [
    ['edition', links.edition(), WORDS.frame.edition],
    ['editions', links.editions, WORDS.frame.editions],
    ['ledger', links.ledger, WORDS.frame.ledger],
    ['reports', links.reports, WORDS.frame.reports],
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
<a class="skip" href="#main">${WORDS.frame.skip}</a>
<header class="site">
<p class="name">${link(links.edition(), WORDS.frame.product)}</p>
<nav aria-label="${WORDS.frame.menu}"><ul>${entries}</ul></nav>
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer class="site"><p>${WORDS.frame.foot}</p></footer>
</body>
</html>
`.toString()
}
