// The row of what a reviewer may do with a thing: real buttons and links that work without script. Each says its key, which
// the page's script listens for within the thing that is current. A reader, and a page in a folder, get nothing.
import { mayDo } from '../../model/account.ts'
import { attribute, type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { csrfField, type Shell } from '../page.ts'
import { renderRuled } from './render-ruled.ts'
import { ACTION_KEYS, ACTIONS, type Action, formAddress, type ReviewTarget } from './review-target.ts'

/**
 * What was ruled, for all who look at a served page; the row itself for a reviewer and more. `isSmall`: one of many on a page
 * that is there to be read, so that what asks for words is folded away.
 */
export function renderActions(target: ReviewTarget, shell: Shell | undefined, isSmall = false): Html {
  if (!shell) return html``
  const ruled = renderRuled(target)
  if (!mayDo(shell.viewer.role, 'reviewer')) return ruled
  const words = WORDS.review
  const offered = ACTIONS[target.noun].filter((action) => !isDone(target, action))
  const direct = offered.filter((action) => DIRECT.has(action))
  const asking = offered.filter((action) => !DIRECT.has(action))
  const { last } = target.now
  const label = shorten(target.label)
  const links = asking.map(
    (action) =>
      html`<a class="action" href="${formAddress(target, action)}" data-key="${ACTION_KEYS[action]}" aria-keyshortcuts="${ACTION_KEYS[action]}">${words.action[action]}</a> `,
  )
  const more = isSmall
    ? html`<details class="more-actions"><summary>${words.more}<span class="visually-hidden">: ${label}</span></summary>${links}</details>`
    : links
  return html`${ruled}<div class="${isSmall ? 'actions small' : 'actions'}" role="group" aria-label="${words.actionsOn(label)}">
<form method="post" action="/decide">${renderHidden(target, shell)}
${direct.map((action) => button(action, target))}${last !== undefined && html`<input type="hidden" name="decision" value="${last}">${button('undo', target)}`}
</form>
${more}
</div>`
}

/** The fields that every form about the thing sends beside its own. */
export function renderHidden({ noun, id, seen, at }: Omit<ReviewTarget, 'now' | 'label'>, shell: Shell): Html {
  const field = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`
  return html`${csrfField(shell)}${field('noun', noun)}${field('id', id)}${field('seen', seen)}${field('at', at)}`
}

// Kept by one press, with nothing to fill in.
const DIRECT: ReadonlySet<Action> = new Set(['confirm', 'reject', 'watch', 'undo'])

function isDone({ now }: ReviewTarget, action: Action): boolean {
  if (action === 'watch') return now.watched !== undefined
  const last = now.rulings.findLast(({ kind }) => kind === 'confirm' || kind === 'reject')
  return last?.kind === action || (last?.kind === 'reject' && ON_WHAT_WAS_SAID.has(action))
}

// of an attribution that nobody made there is nothing else to say; an undoing brings it back
const ON_WHAT_WAS_SAID: ReadonlySet<Action> = new Set(['confirm', 'correct', 're-attribute', 'set kind'])

function button(action: Action, { now }: ReviewTarget): Html {
  const undone = action === 'undo' ? now.rulings.find(({ number }) => number === now.last) : undefined
  const what = undone && WORDS.review.undoes(undone.number, WORDS.decisions.kinds[undone.kind], undone.by)
  return html`<button name="kind" value="${action}" data-key="${ACTION_KEYS[action]}" aria-keyshortcuts="${ACTION_KEYS[action]}"${attribute('title', what)}>${WORDS.review.action[action]}</button> `
}

const LABEL = 80 // characters by which a listener knows which of many rows this is

/** One line of it, cut where it is long. */
export function shorten(label: string): string {
  const line = label.replace(/\s+/g, ' ').trim()
  return line.length > LABEL ? `${line.slice(0, LABEL).replace(/\s+\S*$/, '')} …` : line
}
