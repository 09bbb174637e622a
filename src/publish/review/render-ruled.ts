// What people have ruled on a thing, in one line beside it: who, what, and whether it is in what is linked yet.
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import type { ReviewTarget, RulingNow } from './review-target.ts'

/** "confirmed by Ada Orme on 5 March 2031, decision 21"; nothing where nobody ruled on it. */
export function renderRuled({ now }: Pick<ReviewTarget, 'now'>): Html {
  if (now.rulings.length === 0) return html``
  const told = now.rulings.map((ruling, i) => html`${i > 0 ? '; ' : ''}${renderRuling(ruling)}`)
  return html`<p class="ruled">${told}</p>`
}

function renderRuling({ number, kind, by, at, isPending }: RulingNow): Html {
  const { decisions, review } = WORDS
  const applying = isPending && html` <span class="pending">${review.applying}</span>`
  return html`<span class="ruling ${kind.replace(/\W/g, '-')}">${decisions.kinds[kind]}</span> by <bdi>${by}</bdi> on ${dayWords(at)}, <a href="/decisions#d${number}">${review.decisionNumber(number)}</a>${applying}`
}
