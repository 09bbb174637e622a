// The versions of an edition, the latest first, and what one of them changed of the one before, line by line.
import { mayDo } from '../../model/account.ts'
import { editionDays } from '../edition-title.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { renderPage, type Shell } from '../page.ts'
import { SECTION_TITLES } from '../render-html.ts'
import { type EditionPlace, editionAddress, type KeptVersion, renderState, seenFields } from './edition-address.ts'
import type { LineChange } from './edition-edit-view.ts'
import { renderMinute } from './time.ts'

const words = WORDS.editing

export interface VersionsView extends EditionPlace {
  readonly versions: readonly KeptVersion[] // the latest first
  readonly shown?: { readonly number: number; readonly before?: number; readonly changes: readonly LineChange[] }
}

/** The page. */
export function renderVersionsPage(view: VersionsView, links: Links, shell: Shell): string {
  const { watch, versions, shown } = view
  const title = words.versionsOf(editionDays(view))
  const latest = versions[0]?.number
  const rows = versions.map((version) => renderRow(version, view, { shell, latest }))
  const body = html`<header class="masthead"><p class="kicker">${watch ? watch.name : WORDS.frame.edition}</p><h1>${words.weekOf(editionDays(view))}</h1>
<p class="about-list">${words.aboutVersions}</p></header>
${shown && renderShown(shown)}
<section aria-labelledby="s-versions"><h2 id="s-versions">${words.versions}</h2>
${rows.length > 0 ? html`<ol class="items versions">${rows}</ol>` : html`<p class="note">${words.noVersions}</p>`}</section>
<p class="back"><a href="${editionAddress(view)}">${words.read}</a></p>`
  return renderPage({ shell, title: `${title} · ${WORDS.frame.product}`, here: 'edition', links, body })
}

function renderRow(
  version: KeptVersion,
  view: VersionsView,
  { shell, latest }: { readonly shell: Shell; readonly latest: number | undefined },
): Html {
  const { number, state, by, at, why } = version
  const isShown = view.shown?.number === number
  const canGoBack = mayDo(shell.viewer.role, 'editor') && number !== latest && latest !== undefined
  return html`<li id="version-${number}" data-item tabindex="-1"><p class="headline"><a href="${editionAddress(view, 'versions', { version: String(number) })}#shown" data-open${isShown && html` aria-current="true"`}>${words.versionOf(number, '').replace(/, $/, '')}</a> ${renderState(state)}</p>
<p class="meta"><bdi>${by}</bdi>, ${renderMinute(at)}${why !== '' && html`: <span dir="auto">${why}</span>`} · <a href="${editionAddress(view, undefined, { version: String(number) })}">${words.read}<span class="visually-hidden">: ${words.version(number)}</span></a></p>
${canGoBack && html`<form class="edit-acts" method="post" action="${editionAddress(view, 'edit')}">${seenFields(latest, shell)}<input type="hidden" name="to" value="${number}"><button name="do" value="undo" >${words.goBack}<span class="visually-hidden">: ${words.version(number)}</span></button></form>`}</li>`
}

function renderShown({ number, before, changes }: NonNullable<VersionsView['shown']>): Html {
  const told =
    before === undefined
      ? html`<p class="note">${words.firstVersion}</p>`
      : changes.length === 0
        ? html`<p class="note">${words.noChange}</p>`
        : renderLineChanges(changes)
  const title = before === undefined ? words.versionOf(number, '').replace(/, $/, '') : words.compared(number, before)
  return html`<section aria-labelledby="shown"><h2 id="shown" tabindex="-1">${title}</h2>${told}</section>`
}

/** Each line that differs: what became of it, where, and its words struck and underlined. */
export function renderLineChanges(changes: readonly LineChange[]): Html {
  const items = changes.map(({ what, section, was, now }) => {
    const place = what === 'moved' ? words.movedTo(SECTION_TITLES[section]) : words.inSection(SECTION_TITLES[section])
    const head = what === 'moved' ? place : `${words.what[what]} ${place}`
    const text =
      what === 'moved'
        ? html`<p class="line" dir="auto">${now ?? was ?? ''}</p>`
        : html`${was !== undefined && html`<p class="line"><del dir="auto">${was}</del></p>`}${now !== undefined && html`<p class="line"><ins dir="auto">${now}</ins></p>`}`
    return html`<li><p class="meta">${head}</p>${text}</li>`
  })
  return html`<ul class="line-changes">${items}</ul>`
}
