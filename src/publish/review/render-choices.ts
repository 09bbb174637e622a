// What there is to fill in for each ruling: words to correct, people or claims to choose from, what leaves a claim, a kind, a
// note, a tag. All of it plain fields, so that it works without script; a field that words can be put into by selecting them
// says so.
import { SOURCE_KINDS } from '../../model/attribution.ts'
import { type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { counted } from '../origin-words.ts'
import { shorten } from './render-actions.ts'
import type { BearingChoice, ClaimChoice, PersonChoice, ReviewForm } from './review-form.ts'

/** The fields of the form beside its reason. */
export function renderChoices(form: ReviewForm): Html {
  switch (form.action) {
    case 'correct':
      return renderWords(form)
    case 're-attribute':
    case 'merge':
      return form.people ? renderPeople(form) : renderClaims(form)
    case 'split':
      return renderBearings(form)
    case 'set kind':
      return renderKinds(form)
    case 'note':
      return html`<p class="field"><label for="text">${WORDS.review.note}</label><textarea id="text" name="text" rows="5" required maxlength="10000" aria-describedby="text-hint" dir="auto">${'\n'}${form.filled?.text ?? ''}</textarea><span class="hint" id="text-hint">${WORDS.review.noteHint}</span></p>`
    case 'tag':
      return renderTag(form)
    default:
      return html``
  }
}

function renderWords({ words: own, filled }: ReviewForm): Html {
  const words = WORDS.review
  const fields = (['source', 'cue', 'content'] as const).map((name) => {
    const value = filled?.[name] ?? own?.[name] ?? ''
    const rows = name === 'content' ? 4 : 1 + Math.min(3, value.split('\n').length - 1)
    return html`<p class="field"><label for="${name}" class="${name}-label">${words[name]}</label><textarea id="${name}" name="${name}" rows="${rows}" maxlength="20000" data-span-field="${name}" aria-describedby="pieces-hint" dir="auto">${'\n'}${value}</textarea></p>`
  })
  return html`${fields}<p class="hint" id="pieces-hint">${words.piecesHint}</p>`
}

function renderPeople({ action, people, filled, search }: ReviewForm): Html {
  const words = WORDS.review
  const { here = [], found = [] } = people ?? {}
  const name = action === 'merge' ? 'with' : 'to'
  const wanted = filled?.to ?? filled?.chosen?.[0]
  const choice = ({ id, name: called, office, said }: PersonChoice) =>
    radio(
      { name, value: id, isChecked: wanted === id },
      html`<bdi>${called}</bdi>${office !== undefined && html`, <span dir="auto">${office}</span>`} <span class="meta">${counted(said, 'statement')}</span>`,
    )
  const unstated =
    action === 're-attribute' &&
    radio({ name, value: 'unstated', isChecked: wanted === 'unstated' }, html`${words.unstated}`)
  return html`${found.length > 0 && fieldset(words.otherPeople, found.map(choice))}${search !== undefined && search !== '' && found.length === 0 && html`<p class="note">${words.noneFound}</p>`}
${(here.length > 0 || unstated !== false) && fieldset(words.people, [...here.map(choice), ...(unstated === false ? [] : [unstated])])}`
}

function renderClaims({ claims, filled, search }: ReviewForm): Html {
  const words = WORDS.review
  const { near = [], found = [] } = claims ?? {}
  const choice = ({ id, wording, href, because, nearness }: ClaimChoice) =>
    check(
      { name: 'with', value: id, isChecked: filled?.chosen?.includes(id) ?? false },
      html`<span dir="auto">${wording}</span> ${link(href, html`<span class="visually-hidden">${shorten(wording)}: </span>open`)}${(because !== undefined || nearness !== undefined) && html`<br><span class="meta">${nearness !== undefined && `${words.nearness(Math.round(100 * nearness))}`}${because !== undefined && nearness !== undefined && ': '}${because}</span>`}`,
    )
  return html`${found.length > 0 && fieldset(words.foundClaims, found.map(choice))}${search !== undefined && search !== '' && found.length === 0 && html`<p class="note">${words.noneFound}</p>`}
${near.length > 0 ? fieldset(words.near, near.map(choice)) : found.length === 0 && html`<p class="note">${words.noneNear}</p>`}`
}

function renderBearings({ bearings, filled, search }: ReviewForm): Html {
  const { items = [], isPart = false } = bearings ?? {}
  const none = search !== undefined && search !== '' && items.length === 0
  const choice = ({ id, who, words, report, href, because }: BearingChoice) =>
    check(
      { name: 'move', value: id, isChecked: filled?.chosen?.includes(id) ?? false },
      html`<b dir="auto">${who}</b>: <span dir="auto">${words}</span> (${link(href, html`<span dir="auto">${report}</span>`)})<br><span class="meta">${because}</span>`,
    )
  return html`${none ? html`<p class="note">${WORDS.review.noneFound}</p>` : fieldset(WORDS.review.bears, items.map(choice))}<p class="hint">${WORDS.review.bearsHint} ${isPart && WORDS.review.bearsPart(items.length)}</p>`
}

function renderKinds({ target, filled }: ReviewForm): Html {
  const current = filled?.to ?? target.now.kind
  return fieldset(
    WORDS.review.kind,
    SOURCE_KINDS.map((kind) => radio({ name: 'to', value: kind, isChecked: kind === current }, html`${kind}`)),
  )
}

function renderTag({ filled, tagsKnown = [] }: ReviewForm): Html {
  const words = WORDS.review
  return html`<p class="field"><label for="tag">${words.tag}</label><input id="tag" name="tag" required maxlength="80" value="${filled?.tag ?? ''}" aria-describedby="tag-hint"${tagsKnown.length > 0 && html` list="tags-known"`} dir="auto"><span class="hint" id="tag-hint">${words.tagHint}</span></p>
${tagsKnown.length > 0 && html`<datalist id="tags-known">${tagsKnown.map((tag) => html`<option value="${tag}"></option>`)}</datalist>`}`
}

interface Choice {
  readonly name: string
  readonly value: string
  readonly isChecked: boolean
}

const radio = (choice: Choice, words: Html) => input('radio', choice, words)
const check = (choice: Choice, words: Html) => input('checkbox', choice, words)

function input(type: 'radio' | 'checkbox', { name, value, isChecked }: Choice, words: Html): Html {
  return html`<label class="choice"><input type="${type}" name="${name}" value="${value}"${isChecked && html` checked`}> <span>${words}</span></label>`
}

function fieldset(legend: string, choices: readonly Html[]): Html {
  return html`<fieldset><legend>${legend}</legend>${choices}</fieldset>`
}
