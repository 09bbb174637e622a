// Below the edition that is edited: what the desk has of the week and no line prints, and what was dropped and can be put back.
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Shell } from '../page.ts'
import { SECTION_TITLES } from '../render-html.ts'
import { shorten } from '../review/render-actions.ts'
import { editionAddress, seenFields } from './edition-address.ts'
import type { EditPage, FoundSaid } from './edition-edit-view.ts'
import { renderDay } from './time.ts'

const words = WORDS.editing

/** A field that searches the week, and what it found, each with a section to be added to. */
export function renderFromDesk(page: EditPage, shell: Shell): Html {
  const { asked, found } = page
  const items = (found?.items ?? []).map((said) => renderFound(said, page, shell))
  return html`<section class="from-desk" aria-labelledby="from-desk"><h2 id="from-desk" tabindex="-1">${words.fromDesk}</h2>
<form class="search-form" method="get" action="${editionAddress(page, 'edit')}#from-desk">
<label for="q">${words.findSaid}</label> <input type="search" id="q" name="q" value="${asked ?? ''}" maxlength="200" dir="auto" data-key="a" data-key-label="${words.fromDesk}" aria-keyshortcuts="a"> <button>${words.find}</button></form>
${found && items.length === 0 && html`<p class="note">${words.foundNone}</p>`}
${items.length > 0 && html`<ol class="items" aria-label="${words.foundAll}">${items}</ol>`}</section>`
}

function renderFound(said: FoundSaid, page: EditPage, shell: Shell): Html {
  const { id, who, act, words: own, outlet, published, href } = said
  const options = page.edition.sections.map(
    ({ kind }) =>
      html`<option value="${kind}"${kind === 'in other news' && html` selected`}>${SECTION_TITLES[kind]}</option>`,
  )
  return html`<li id="said-${id}" data-item tabindex="-1"><p class="said"><span class="who" dir="auto">${who}</span> · <span class="act">${act}</span>${own !== '' && html`: <span class="words" dir="auto"><a href="${href}" data-open>${own}</a></span>`}</p>
<p class="meta"><bdi>${outlet ?? WORDS.lists.outletUnknown}</bdi>, ${renderDay(published)}</p>
<form class="edit-acts" method="post" action="${editionAddress(page, 'edit')}">${seenFields(page.kept.number, shell)}<input type="hidden" name="said" value="${id}"><input type="hidden" name="q" value="${page.asked ?? ''}">
<span class="edit-to"><label><span class="visually-hidden">${words.toSection}</span><select name="to" data-key="m" data-key-label="${words.toSection}" aria-keyshortcuts="m">${options}</select></label> <button name="do" value="add" data-key="c" data-key-label="${words.add}" aria-keyshortcuts="c">${words.add}<span class="visually-hidden">: ${shorten(`${who}: ${own}`)}</span></button></span></form></li>`
}

/** What earlier versions had and this one has not. */
export function renderDropped(page: EditPage, shell: Shell): Html {
  const items = page.dropped.map(
    ({ id, text, section }) =>
      html`<li id="dropped-${id}" data-item tabindex="-1"><p class="line" dir="auto">${text}</p><p class="meta">${SECTION_TITLES[section]}</p>
<form class="edit-acts" method="post" action="${editionAddress(page, 'edit')}">${seenFields(page.kept.number, shell)}<input type="hidden" name="line" value="${id}"><button name="do" value="put back" data-key="b" data-key-label="${words.putBack}" aria-keyshortcuts="b">${words.putBack}<span class="visually-hidden">: ${shorten(text)}</span></button></form></li>`,
  )
  return html`<section class="dropped" aria-labelledby="s-dropped"><h2 id="s-dropped">${words.dropped}</h2>
${items.length > 0 ? html`<ol class="items">${items}</ol>` : html`<p class="note">${words.noneDropped}</p>`}</section>`
}
