// The frame of every page: one stylesheet, real landmarks, a way past the menu. A served page also says who looks at
// it, has a place for news, and loads the script that it can do without; a page in a folder has neither script nor form.
import type { Viewer } from '../model/account.ts'
import { attribute, type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import type { Links } from './links.ts'
import { renderMenu } from './menu.ts'

/** What the frame shows on a served page: who looks at it. A page in a folder has none. */
export interface Shell {
  readonly viewer: Viewer
  readonly csrf: string // the token that every form of the page sends
  readonly isShared: boolean // true: there are accounts, so that one can sign out
  readonly leaning?: number // issued lines that lean on what has changed, for editors
  readonly alarms?: number // things that are amiss with the desk, likewise
  readonly notice?: Html // what was done just now: that a decision was kept, with a button that undoes it
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
    | 'status'
    | 'mail'
    | 'account'
    | 'missing'
  readonly links: Links
  readonly body: Html
  readonly feeds?: readonly PageFeed[]
}

/** A feed of what a page shows. */
export interface PageFeed {
  readonly href: string
  readonly type: string
  readonly title: string
}

/** A whole document whose middle is the same for many who ask. */
export interface PageInParts {
  readonly before: string
  readonly kept: Html
  readonly after: string
}

/** A whole document, beginning with its doctype. */
export function renderPage(page: Page): string {
  const { before, after } = renderFrame(page)
  return `${before}${page.body.toString()}${after}`
}

/** What stands around the body of a page. */
export function renderFrame({ title, here, links, shell, feeds = [] }: Omit<Page, 'body'>): Omit<PageInParts, 'kept'> {
  const isIn = !shell?.isShared || shell.viewer.name !== '' // or else all that there is is the way in
  const before = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${links.style}">
${feeds.map((feed) => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.href}">\n`)}${shell && links.script !== undefined && html`<script type="module" src="${links.script}"></script>`}
</head>
<body class="page-${here}${shell && ' served'}"${shell && renderForScripts(shell, isIn ? links.events : undefined)}>
<a class="skip" href="#main">${WORDS.frame.skip}</a>
<header class="site">
<p class="name">${link(links.today ?? links.edition(), WORDS.frame.product)}</p>
${shell && isIn && renderFind(links)}
${shell?.isShared && isIn && renderViewer(shell, links)}
${isIn && renderMenu(here, links, shell)}
</header>
${shell && html`<div class="status" role="status">${shell.notice !== undefined && html`<div class="notice" id="notice" tabindex="-1">${shell.notice}</div>`}</div>`}
<main id="main" tabindex="-1">
`
  const after = html`
</main>
<footer class="site"><p>${WORDS.frame.foot}</p>${shell && html`<p class="keys" hidden><button type="button" data-help>${WORDS.frame.keys}</button></p>`}</footer>
</body>
</html>
`
  return { before: before.toString(), after: after.toString() }
}

/** The field that every form of a page sends, so that no other page can send the form for its reader. */
export function csrfField({ csrf }: Shell): Html {
  return html`<input type="hidden" name="_csrf" value="${csrf}">`
}

// Scripts have no words of their own: theirs come with the page.
function renderForScripts({ viewer }: Shell, events: string | undefined): Html {
  return html` data-words="${JSON.stringify(WORDS.script)}" data-viewer="${viewer.name}"${attribute('data-events', events)}`
}

function renderFind({ search }: Links): Html {
  if (search === undefined) return html``
  return html`<form class="find" role="search" action="${search}">
<label class="visually-hidden" for="find">${WORDS.frame.find}</label>
<input id="find" type="search" name="words" dir="auto" autocomplete="off" data-find aria-keyshortcuts="/">
<button>${WORDS.frame.search}</button>
</form>
`
}

function renderViewer(shell: Shell, { account, signOut }: Links): Html {
  const { name, role } = shell.viewer
  return html`<div class="viewer">
<p><span class="visually-hidden">${WORDS.frame.signedInAs} </span>${link(account, html`<bdi>${name}</bdi>`)} <span class="role">${role}</span></p>
${signOut !== undefined && html`<form method="post" action="${signOut}">${csrfField(shell)}<button>${WORDS.frame.signOut}</button></form>`}
</div>
`
}
