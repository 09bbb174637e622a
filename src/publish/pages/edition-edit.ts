// The page on which an edition is edited: what stops the issue, then each section with its items and lines and what can be done
// with them, then what was dropped and what else the desk has of the week. Every button is a form that works without scripts.
import type { Item, Section } from '../../model/edition.ts'
import { editionDays } from '../edition-title.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { csrfField, renderPage, type Shell } from '../page.ts'
import { renderChoice } from '../render-choice.ts'
import { SECTION_TITLES } from '../render-html.ts'
import { shorten } from '../review/render-actions.ts'
import { editionAddress, renderKeptBy, renderState, seenFields } from './edition-address.ts'
import { type Place, renderActs, renderEditLine, renderEditOwn } from './edition-edit-line.ts'
import { renderDropped, renderFromDesk } from './edition-edit-more.ts'
import type { EditPage } from './edition-edit-view.ts'
import { renderProblem } from './edition-problem.ts'
import { renderStops } from './edition-stops.ts'

const words = WORDS.editing

/** The page. */
export function renderEditPage(page: EditPage, links: Links, shell: Shell): string {
  const { watch, edition, problem } = page
  const title = words.editing(editionDays(page))
  const body = html`<article class="edit-page">
<header class="masthead"><p class="kicker">${watch ? watch.name : WORDS.frame.edition}</p><h1>${page.title ?? words.weekOf(editionDays(page))}</h1>
<p class="meta">${renderState(page.kept.state)} ${renderKeptBy(page.kept)}</p>
${renderWays(page, shell)}</header>
${problem && renderProblem(problem, page, shell)}
<p class="note">${page.isPrinted ? words.editingIssued : words.editingAbout}</p>
${renderStops(page)}
${edition.sections.map((section) => renderSection(section, page, shell))}
${renderFromDesk(page, shell)}
${renderDropped(page, shell)}
${renderTitle(page, shell)}
</article>`
  return renderPage({ shell, title: `${title} · ${WORDS.frame.product}`, here: 'edition', links, body })
}

function renderWays(page: EditPage, shell: Shell): Html {
  const { back, kept } = page
  const undo =
    back !== undefined &&
    html`<form class="inline" method="post" action="${editionAddress(page, 'edit')}">${seenFields(kept.number, shell)}<input type="hidden" name="to" value="${back}"><button name="do" value="undo" data-undo>${words.undo(back)}</button></form>`
  return html`<div class="edition-acts">${undo}
<a href="${editionAddress(page, undefined, { version: String(kept.number) })}">${words.read}</a>
<a href="${editionAddress(page, 'versions')}" data-key="v" aria-keyshortcuts="v">${words.versions}</a>
<form class="inline" method="post" action="${editionAddress(page, 'draft')}">${csrfField(shell)}<button title="${words.draftAnewHint}">${words.draftAnew}</button></form>
<a class="button" href="${editionAddress(page, 'issue')}" data-key="i" aria-keyshortcuts="i">${page.isPrinted ? words.correct : words.issue}</a></div>`
}

function renderSection(section: Section, page: EditPage, shell: Shell): Html {
  const { kind, items, own = [], note } = section
  const id = `s-${kind.replaceAll(' ', '-')}`
  const owned = own.map((line, i) =>
    renderEditOwn(line, { section: kind, isFirst: i === 0, isLast: i === own.length - 1 }, page, shell),
  )
  const drawn = items.map((item, i) =>
    renderItem(item, { section: kind, isFirst: i === 0, isLast: i === items.length - 1 }, page, shell),
  )
  return html`<section class="edit-section" aria-labelledby="${id}"><h2 id="${id}" tabindex="-1">${SECTION_TITLES[kind]}</h2>
${owned.length > 0 && html`<ol class="edit-lines">${owned}</ol>`}
${drawn}
${items.length === 0 && own.length === 0 && html`<p class="note">${note ?? words.emptySection}</p>`}
${renderAddOwn(section, page, shell)}</section>`
}

// An item of one line moves as that line does, so it has one row of buttons.
function renderItem(item: Item, place: Place, page: EditPage, shell: Shell): Html {
  const { heading, lines, own = [], choice } = item
  const { section } = place
  const isAlone = !heading && lines.length === 1 && own.length === 0
  const rows = [
    ...(heading ? [renderEditLine(heading, { ...place, isHeading: true }, page, shell)] : []),
    ...lines.map((line, i) =>
      renderEditLine(
        line,
        isAlone ? { ...place, isAlone } : { section, isFirst: i === 0, isLast: i === lines.length - 1 },
        page,
        shell,
      ),
    ),
    ...own.map((line, i) =>
      renderEditOwn(line, { section, isFirst: i === 0, isLast: i === own.length - 1 }, page, shell),
    ),
  ]
  const text = heading?.text ?? lines[0].text
  const acts = !isAlone && renderActs({ id: lines[0].id, text, place, what: 'item' }, page, shell)
  const head =
    (acts || choice) &&
    html`<div class="edit-item-head">${choice ? renderChoice(choice) : html`<p class="meta">${words.linesOf(lines.length)}</p>`}${acts}</div>`
  return html`<div class="edit-item">${head}<ol class="edit-lines">${rows}</ol></div>`
}

// At the head of the section, or after one of its items.
function renderAddOwn({ kind, items }: Section, page: EditPage, shell: Shell): Html {
  const id = `own-${kind.replaceAll(' ', '-')}`
  const places = items.map(
    ({ heading, lines }) =>
      html`<option value="${lines[0].id}">${words.afterItem(shorten(heading?.text ?? lines[0].text))}</option>`,
  )
  return html`<details class="add-own"><summary>${words.addOwn}<span class="visually-hidden">: ${SECTION_TITLES[kind]}</span></summary>
<form method="post" action="${editionAddress(page, 'edit')}">${seenFields(page.kept.number, shell)}<input type="hidden" name="to" value="${kind}">
<p class="field"><label for="${id}">${words.addOwnTo(SECTION_TITLES[kind])}</label><textarea id="${id}" name="text" rows="3" required dir="auto"></textarea><span class="hint">${words.ownHint}</span></p>
${places.length > 0 && html`<p class="field"><label for="${id}-after">${words.where}</label><select id="${id}-after" name="after"><option value="">${words.atHead}</option>${places}</select></p>`}
<p class="send"><button class="primary" name="do" value="own">${words.addLine}</button></p></form></details>`
}

function renderTitle(page: EditPage, shell: Shell): Html {
  return html`<section class="edit-title" aria-labelledby="s-title"><h2 id="s-title">${words.title}</h2>
<form method="post" action="${editionAddress(page, 'edit')}">${seenFields(page.kept.number, shell)}
<p class="field"><label for="title">${words.title}</label><input id="title" name="text" maxlength="200" value="${page.title ?? ''}" dir="auto"><span class="hint">${words.titleHint}</span></p>
<p class="send"><button name="do" value="title">${words.keepTitle}</button></p></form></section>`
}
