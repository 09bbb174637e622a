// The menu of every page. What can be reached depends on where the page lies: a folder has an edition and a ledger, the desk
// itself has all of it, and what only reviewers may do is shown to reviewers only.
import { mayDo } from '../model/account.ts'
import { attribute, type Html, html } from './html.ts'
import { WORDS } from './interface-words.ts'
import type { Links } from './links.ts'
import type { Page, Shell } from './page.ts'

interface Entry {
  readonly here: readonly Page['here'][] // the pages that it stands for, its own first
  readonly href: string | undefined
  readonly words: string
  readonly letter: string // g and this letter go there
}

/** The entries that there are for this page, the current one marked. */
export function renderMenu(here: Page['here'], links: Links, shell?: Shell): Html {
  const entries = listEntries(here, links, shell).flatMap(({ here: own, href, words, letter }) => {
    if (href === undefined) return []
    const current = own[0] === here ? 'page' : own.includes(here) ? 'true' : undefined
    const go = shell && html` data-go="${letter}"`
    return [html`<li><a href="${href}"${attribute('aria-current', current)}${go}>${words}</a></li>`]
  })
  return html`<nav aria-label="${WORDS.frame.menu}"><ul>${entries}</ul></nav>`
}

function listEntries(here: Page['here'], links: Links, shell: Shell | undefined): readonly Entry[] {
  const { frame } = WORDS
  const mayReview = shell !== undefined && mayDo(shell.viewer.role, 'reviewer')
  const [leaning, alarms] = [shell?.leaning ?? 0, shell?.alarms ?? 0]
  const mayEdit = shell !== undefined && mayDo(shell.viewer.role, 'editor')
  return [
    { here: ['today'], href: links.today, words: frame.today, letter: 't' },
    { here: ['stories', 'story'], href: links.stories, words: frame.stories, letter: 's' },
    { here: ['ledger', 'claim'], href: links.ledger, words: frame.ledger, letter: 'l' },
    { here: ['reports', 'report', 'changes'], href: links.reports, words: frame.reports, letter: 'r' },
    { here: ['people', 'person'], href: links.people, words: frame.people, letter: 'p' },
    { here: ['search'], href: links.search, words: frame.search, letter: 'f' },
    { here: ['review'], href: mayReview ? links.review : undefined, words: frame.review, letter: 'v' },
    { here: ['edition', 'editions'], href: links.edition(), words: frame.edition, letter: 'e' },
    ...(leaning > 0
      ? [{ here: [], href: '/editions/leaning', words: WORDS.editing.leaningMenu(leaning), letter: 'h' }]
      : []),
    { here: ['mail'], href: mayEdit ? links.mail : undefined, words: WORDS.mail.title, letter: 'm' },
    { here: ['sources'], href: links.sources, words: frame.sources, letter: 'o' },
    { here: ['decisions'], href: links.decisions, words: frame.decisions, letter: 'd' },
    ...(alarms > 0 || (mayEdit && here === 'status')
      ? [{ here: ['status'] as const, href: '/status', words: WORDS.status.menu(alarms), letter: 'y' }]
      : []),
    { here: ['settings'], href: links.settings, words: frame.settings, letter: 'c' },
  ]
}
