// One line on the page on which an edition is edited: its words with what is not borne out marked, the buttons for it, and folded
// away the field in which it is reworded, with the words that it rests on beside it.
import type { Line, Miss, OwnLine, SectionKind } from '../../model/edition.ts'
import { type Span, segments } from '../../model/span.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Shell } from '../page.ts'
import { SECTION_TITLES } from '../render-html.ts'
import { shorten } from '../review/render-actions.ts'
import { renderPassage } from '../review/render-passage.ts'
import type { Passage } from '../review/review-form.ts'
import { editionAddress, seenFields } from './edition-address.ts'
import type { EditPage } from './edition-edit-view.ts'

const words = WORDS.editing
const SHOWN = 4 // passages; what more there is stands in the reports

/** Where a line stands among those that it can change places with. */
export interface Place {
  readonly section: SectionKind
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly isHeading?: boolean // opens its item: what is done with it is done with the item
  readonly isAlone?: boolean // all that its item has: what is done with it is done with the item
}

/** The line as an item of its list. */
export function renderEditLine(line: Line, place: Place, page: EditPage, shell: Shell): Html {
  const { reworded } = line
  const { misses = [], accepted } = reworded ?? {}
  return html`<li class="edit-line${place.isHeading ? ' heading' : ''}${misses.length > 0 && !accepted ? ' missing' : ''}" id="line-${line.id}" data-item tabindex="-1">
<div class="edit-words"><p class="line" dir="auto">${markMisses(line)}</p>
${reworded && html`<p class="meta">${words.rewordedBy(reworded.by)}. ${words.ruled}: <span dir="auto">${reworded.ruled}</span></p>`}
${misses.length > 0 && renderMisses(line)}
${accepted && html`<p class="meta">${words.accepted(accepted.by)}: <span dir="auto">${accepted.why}</span></p>`}
${misses.length > 0 && !accepted && renderAccept(line, page, shell)}</div>
${!place.isHeading && renderActs({ id: line.id, text: line.text, place, what: place.isAlone ? 'item' : 'line' }, page, shell)}
${renderReword(line, page, shell)}
</li>`
}

/** A line of the editor's own. */
export function renderEditOwn({ id, text, by }: OwnLine, place: Place, page: EditPage, shell: Shell): Html {
  return html`<li class="edit-line own" id="line-${id}" data-item tabindex="-1">
<div class="edit-words"><p class="line" dir="auto">${text}</p><p class="meta">${words.ownLine}, <bdi>${by}</bdi></p></div>
${renderActs({ id, text, place, what: 'line' }, page, shell)}
<details class="reword"><summary data-key="e" data-key-label="${words.reword}" aria-keyshortcuts="e">${words.reword}<span class="visually-hidden">: ${shorten(text)}</span></summary>
<form method="post" action="${editionAddress(page, 'edit')}">${renderFields(page, shell, id)}
<p class="field"><label for="text-${id}">${words.ownWords}</label><textarea id="text-${id}" name="text" rows="3" dir="auto">${`\n${text}`}</textarea><span class="hint">${words.ownHint}</span></p>
<p class="send"><button class="primary" name="do" value="reword">${words.keepWords}</button></p></form></details>
</li>`
}

/** What a form about one line sends along, or about the item that it is in. */
export function renderFields(page: EditPage, shell: Shell, id: string): Html {
  return html`${seenFields(page.kept.number, shell)}<input type="hidden" name="line" value="${id}">`
}

/** What the buttons are about. */
export interface ActsOn {
  readonly id: string
  readonly text: string
  readonly place: Place
  readonly what: 'line' | 'item'
}

/** Up, down, to another section, drop. Those of a line have keys; an item of several lines has none, since its lines have. */
export function renderActs({ id, text, place, what }: ActsOn, page: EditPage, shell: Shell): Html {
  const { section, isFirst, isLast, isAlone } = place
  const isItem = what === 'item' && !isAlone
  const button = (action: string, key: string, label: string, isOff = false) =>
    html`<button name="do" value="${action}"${isOff && html` disabled`}${!isItem && html` data-key="${key}" aria-keyshortcuts="${key === key.toLowerCase() ? key : `Shift+${key}`}"`}>${label}</button> `
  const options = page.edition.sections.map(
    ({ kind }) => html`<option value="${kind}"${kind === section && html` selected`}>${SECTION_TITLES[kind]}</option>`,
  )
  const label = isItem ? words.itemActs(shorten(text)) : words.lineActs(shorten(text))
  return html`<form class="edit-acts-form" method="post" action="${editionAddress(page, 'edit')}">${renderFields(page, shell, id)}<input type="hidden" name="what" value="${what}"><div class="edit-acts" role="group" aria-label="${label}">
${isItem && html`<span class="edit-acts-of">${words.matter}</span>`}
${button('up', 'K', words.up, isFirst)}${button('down', 'J', words.down, isLast)}${button('drop', 'x', words.drop)}
<span class="edit-to"><label><span class="visually-hidden">${words.toSection}</span><select name="to"${!isItem && html` data-key="m" data-key-label="${words.toSection}" aria-keyshortcuts="m"`}>${options}</select></label> <button name="do" value="move">${words.move}</button></span>
</div></form>`
}

function renderReword({ id, text, reworded }: Line, page: EditPage, shell: Shell): Html {
  const passages = page.passages.get(id) ?? []
  return html`<details class="reword"><summary data-key="e" data-key-label="${words.reword}" aria-keyshortcuts="e">${words.reword}<span class="visually-hidden">: ${shorten(text)}</span></summary>
<div class="edit-beside"><form method="post" action="${editionAddress(page, 'edit')}">${renderFields(page, shell, id)}
<p class="field"><label for="text-${id}">${words.reword}</label><textarea id="text-${id}" name="text" rows="5" dir="auto" aria-describedby="hint-${id}">${`\n${text}`}</textarea><span class="hint" id="hint-${id}">${words.rewordHint}</span></p>
<p class="send"><button class="primary" name="do" value="reword">${words.keepWords}</button>${reworded && html` <button name="do" value="ruled">${words.backToRuled}</button>`}</p></form>
${renderEvidence(passages)}</div></details>`
}

function renderEvidence(passages: readonly Passage[]): Html {
  const shown = passages.slice(0, SHOWN).map((passage) => renderPassage(passage))
  return html`<div class="edit-evidence"><h3>${words.evidence}</h3>${shown.length > 0 ? shown : html`<p class="note">${words.evidenceGone}</p>`}
${passages.length > SHOWN && html`<p class="note">${words.more(passages.length - SHOWN)}</p>`}</div>`
}

// What is not borne out is boxed, and said before its words, so that nobody has to see a colour.
function markMisses({ text, reworded }: Line): Html {
  const boxes = joinMisses(reworded?.misses ?? [])
  const pieces = segments(
    text,
    boxes.map(({ span }) => span),
  ).map(({ text: piece, marks }) => {
    const box = boxes[marks[0] ?? -1]
    if (!box) return html`${piece}`
    const kinds = [...box.kinds].map((kind) => words.missKinds[kind]).join(', ')
    return html`<span class="miss"><span class="visually-hidden">[${words.misses}: ${kinds}] </span>${piece}</span>`
  })
  return html`${pieces}`
}

interface MissBox {
  readonly span: Span
  readonly kinds: Set<Miss['kind']>
}

// Misses that overlap, such as a number in words that were never said, stand in one box.
function joinMisses(misses: readonly Miss[]): MissBox[] {
  const boxes: MissBox[] = []
  const placed = misses.flatMap(({ kind, span }) => (span ? [{ kind, span }] : []))
  for (const { kind, span } of placed.toSorted((a, b) => a.span.start - b.span.start)) {
    const last = boxes.at(-1)
    if (last && span.start < last.span.end) {
      const end = Math.max(last.span.end, span.end)
      boxes[boxes.length - 1] = { span: { start: last.span.start, end }, kinds: last.kinds.add(kind) }
    } else boxes.push({ span, kinds: new Set([kind]) })
  }
  return boxes
}

function renderMisses({ reworded }: Line): Html {
  const items = (reworded?.misses ?? []).map(
    ({ kind, words: own, span }) =>
      html`<li><strong>${words.missKinds[kind]}</strong>: <span dir="auto">${span ? words.missIn(own) : words.missLacks(own)}</span></li>`,
  )
  return html`<div class="misses"><p>${words.misses}</p><ul>${items}</ul></div>`
}

function renderAccept({ id }: Line, page: EditPage, shell: Shell): Html {
  return html`<form class="accept" method="post" action="${editionAddress(page, 'edit')}">${renderFields(page, shell, id)}
<label for="why-${id}">${words.acceptWhy}</label> <input id="why-${id}" name="why" maxlength="2000" required dir="auto"> <button name="do" value="accept">${words.accept}</button></form>`
}
