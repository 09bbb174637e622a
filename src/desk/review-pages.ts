// The pages of reviewing, each whole: the queue, the form for one ruling, all that was decided, tags, and what is followed; and
// what becomes of a form that is sent.
import { serverLinks as links } from '../publish/links.ts'
import type { Shell } from '../publish/page.ts'
import { renderTagPage, renderWatchPage } from '../publish/pages/beside.ts'
import { renderDecisions } from '../publish/pages/decisions.ts'
import { renderRefused, renderReviewForm } from '../publish/pages/review-form.ts'
import { renderQueue } from '../publish/pages/review-queue.ts'
import type { Action } from '../publish/review/review-target.ts'
import type { Deciding } from './decide.ts'
import type { Draw } from './review/draw.ts'
import { rule, type Sent as SentForm } from './review/rule.ts'
import { makeTagView, makeWatchView } from './views/beside.ts'
import { makeDecisionsView, type WantedDecisions } from './views/decisions.ts'
import { makeReviewForm, type WantedForm } from './views/review-form.ts'
import { makeDrawView, makeQueueView, type WantedQueue } from './views/review-queue.ts'

export type { SentForm }

/** What became of a form: where it leads, or the page that says why it was not kept, with all that was filled in. */
export type Answered =
  | { readonly kind: 'kept'; readonly to: string }
  | { readonly kind: 'refused'; readonly status: 400 | 409 | 422; readonly html: string }

/** Lists throw CURSOR_UNKNOWN and STORY_UNKNOWN. Undefined: there is no such thing. */
export interface ReviewPages {
  queue(wanted: WantedQueue, shell: Shell): Promise<string>
  draw(size: number, day: string | undefined, shell: Shell): Promise<string>
  form(wanted: WantedForm, shell: Shell): Promise<string | undefined>
  decide(sent: SentForm, shell: Shell): Promise<Answered>
  decisions(wanted: WantedDecisions, shell: Shell): Promise<string>
  tag(tag: string | undefined, shell: Shell): Promise<string>
  watching(isOwn: boolean, shell: Shell): Promise<string>
}

/** The pages as the desk stands at each call. */
export function makeReviewPages(desk: Deciding): ReviewPages {
  return {
    queue: async (wanted, shell) => renderQueue(await makeQueueView(desk, wanted), links, shell),
    async draw(size, day = desk.now().slice(0, 10), shell) {
      const draw: Draw = { size, day }
      return renderQueue(await makeDrawView(desk, draw), links, shell)
    },
    async form(wanted, shell) {
      const form = await makeReviewForm(desk, wanted)
      return form && renderReviewForm(form, links, shell)
    },
    decide: (sent, shell) => answer(desk, sent, shell),
    decisions: async (wanted, shell) => renderDecisions(await makeDecisionsView(desk, wanted), links, shell),
    tag: async (tag, shell) => renderTagPage(await makeTagView(desk, tag), links, shell),
    watching: async (isOwn, shell) =>
      renderWatchPage(await makeWatchView(desk, isOwn ? shell.viewer.name : undefined), links, shell),
  }
}

async function answer(desk: Deciding, sent: SentForm, shell: Shell): Promise<Answered> {
  const ruled = await rule(desk, sent, shell.viewer)
  if (ruled.isKept) return { kind: 'kept', to: withDecided(sent.at, ruled.number) }
  const { status, problem, filled } = ruled
  const { noun, id, at } = sent
  const form = noun && id && (await makeReviewForm(desk, { noun, id, action: actionOf(sent.kind), at }))
  const html = form
    ? renderReviewForm({ ...form, filled, problem }, links, shell)
    : renderRefused(problem, { at, links, shell }) // an undoing out of a list of decisions
  return { kind: 'refused', status, html }
}

function actionOf(kind: SentForm['kind']): Action {
  return kind === 'same' || kind === 'different' ? 'merge' : kind
}

/** The address with the number of what was kept, so that the page says so; its place on the page stays. */
function withDecided(at: string, number: number): string {
  const url = new URL(at, 'http://desk.invalid')
  url.searchParams.set('decided', String(number))
  return url.pathname + url.search + (url.hash === '' ? '#notice' : url.hash)
}
