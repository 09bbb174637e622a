// The edition as its readers see it: above it where it stands (composed, a draft, issued, corrected) and all that was corrected,
// dated; beside a corrected line what it said before. A draft says that it is one.
import { mayDo } from '../../model/account.ts'
import type { Correction, EditionVersion } from '../../model/edition-version.ts'
import type { Id } from '../../model/id.ts'
import { editionTitle, keyOf, titleWithin } from '../edition-title.ts'
import { pageFeeds, renderFeeds } from '../feeds/page-feeds.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import type { Links } from '../links.ts'
import { csrfField, type PageInParts, renderFrame, type Shell } from '../page.ts'
import { tellRemovals } from '../tell-removals.ts'
import { type EditionPlace, editionAddress, type KeptVersion, renderKeptBy, renderState } from './edition-address.ts'
import { renderDay } from './time.ts'

/** An edition with where it stands. */
export interface EditionView extends EditionPlace {
  readonly title?: string // an editor's own
  readonly kept?: KeptVersion // the version that is shown; absent: composed just now
  readonly newest?: number // of a draft after it, for who may see drafts
  readonly printed?: number // the version that readers see, where another one is shown
}

/** The page around the edition's own words, which are the same for all who read it. */
export function renderEditionPage(view: EditionView, body: Html, links: Links, shell?: Shell): PageInParts {
  const head = view.title ?? editionTitle(view)
  const frame = renderFrame({
    title: `${WORDS.frame.product}, ${titleWithin(head)}`,
    here: 'edition',
    links,
    feeds: pageFeeds(links, 'editions', WORDS.frame.editions),
    ...(shell && { shell }),
  })
  return {
    before: `${frame.before}${renderWhere(view, shell)}\n`,
    kept: body,
    after: `\n${renderForms(view, links)}${frame.after}`,
  }
}

// As files to take away, and how to follow the editions.
function renderForms(view: EditionView, links: Links): Html {
  const { editionAs } = links
  const words = WORDS.formats
  if (editionAs === undefined) return html``
  const { kept, printed } = view
  const version = printed !== undefined || kept?.state === 'draft' ? kept?.number : undefined // without one: what readers have
  const forms = (['html', 'md', 'txt', 'json'] as const).map(
    (form, i) =>
      html`${i > 0 && ', '}<a href="${editionAs(keyOf(view), form, version)}">${words.forms[form === 'html' ? 'single' : form]}</a>`,
  )
  return html`<p class="meta">${words.otherForms} ${forms}.</p>
${renderFeeds(links, 'editions')}`
}

// Where it stands, and for those who may work on it the way to do so.
function renderWhere(view: EditionView, shell: Shell | undefined): Html {
  const { kept, newest, printed } = view
  const words = WORDS.editing
  const told = !kept
    ? words.asComposed
    : kept.state === 'draft'
      ? words.isDraft
      : html`${kept.state === 'issued' ? words.issuedOn : words.correctedOn} ${renderDay(kept.at)} ${words.by} <bdi>${kept.by}</bdi>.`
  const others = [
    printed !== undefined && html` <a href="${editionAddress(view)}">${words.older}</a>`,
    newest !== undefined &&
      html` <a href="${editionAddress(view, undefined, { version: String(newest) })}">${words.newer(newest)}</a>`,
  ].filter((each) => each !== false)
  return html`<aside class="edition-where" aria-label="${words.whereItStands}"><p>${renderState(kept?.state ?? 'composed')} ${told}${kept?.state === 'draft' && html` ${renderKeptBy(kept)}.`}${others}</p>
${shell && renderWays(view, shell)}</aside>`
}

function renderWays(view: EditionView, shell: Shell): Html {
  const { kept, newest } = view
  const words = WORDS.editing
  const { role } = shell.viewer
  if (!mayDo(role, 'reviewer')) return html``
  const isKept = kept !== undefined || newest !== undefined
  const edit =
    mayDo(role, 'editor') &&
    (isKept
      ? html`<a class="button" href="${editionAddress(view, 'edit')}" data-key="e" aria-keyshortcuts="e">${words.edit}</a>`
      : html`<form class="inline" method="post" action="${editionAddress(view, 'draft')}">${csrfField(shell)}<button data-key="d" aria-keyshortcuts="d">${words.draft}</button></form>`)
  const versions =
    isKept &&
    html`<a href="${editionAddress(view, 'versions')}" data-key="v" aria-keyshortcuts="v">${words.versions}</a>`
  return html`<div class="edition-acts">${edit}${versions}</div>`
}

/** All corrections, the newest first, as they stand above the edition. Nothing where there are none. */
export function renderCorrections(corrections: readonly Correction[]): Html {
  if (corrections.length === 0) return html``
  const words = WORDS.editing
  const items = corrections.toReversed().map(({ at, line, was, now, why }) => {
    const told =
      was === undefined
        ? html`${words.putIn}: <ins dir="auto">${now ?? ''}</ins>`
        : now === undefined
          ? html`${words.tookOut}: <del dir="auto">${was}</del>`
          : html`${words.said}: <del dir="auto">${was}</del> ${words.nowSays}: <ins dir="auto">${now}</ins>`
    const day = renderDay(at)
    return html`<li><p><strong>${line === undefined ? day : html`<a href="#line-${line}">${day}</a>`}</strong> ${told}</p><p class="meta">${words.because}: <span dir="auto">${why}</span></p></li>`
  })
  return html`<section class="corrections" aria-labelledby="s-corrections"><h2 id="s-corrections">${words.corrections}</h2><ol>${items}</ol></section>`
}

/** That lines were struck, as it stands above the edition. Nothing where none were. */
export function renderRemovals(version: Pick<EditionVersion, 'removals'>): Html {
  const told = tellRemovals(version)
  return html`${told.map((each) => html`<p class="note removal" role="note" dir="auto">${each}</p>`)}`
}

/** What stands beside a line that was corrected; nothing beside others. */
export function renderCorrected(line: Id<'line'>, corrections: readonly Correction[]): Html | undefined {
  const last = corrections.findLast((one) => one.line === line)
  if (!last) return undefined
  const words = WORDS.editing
  return html` <span class="corrected-here" id="line-${line}"><strong>${words.correctedHere(dayWords(last.at))}.</strong>${last.was !== undefined && html` ${words.said}: <del dir="auto">${last.was}</del>`} ${words.because}: <span dir="auto">${last.why}</span></span>`
}
