// The page of what was removed, with the form by which an admin removes reports: what would go is shown first, and it goes only when
// the same is sent again with a yes.

import { ReadoutError } from '../../model/errors.ts'
import type { RemovalCause } from '../../model/removal.ts'
import { serverLinks } from '../../publish/links.ts'
import type { Shell } from '../../publish/page.ts'
import { type PlannedRemoval, renderRemovals, type TypedRemoval } from '../../publish/pages/removals.ts'
import type { Deciding } from '../decide.ts'
import { listOpen } from '../removal/close-removal.ts'
import { listRemoved } from '../removal/list-removed.ts'
import { planRemoval, type RemovalPlan } from '../removal/plan-removal.ts'
import { remove } from '../removal/remove.ts'

/** What a form sends. */
export interface AskedOnPage {
  readonly names: string // one a line
  readonly cause: Exclude<RemovalCause, 'retention'>
  readonly why: string
  readonly isSure: boolean
}

/** The page: what was removed. */
export async function removalsPage(desk: Deciding, shell: Shell): Promise<string> {
  return await render(desk, shell, {})
}

/** What became of a form: done, or the page that shows what would go or why it does not. */
export async function removeOnPage(
  desk: Deciding,
  asked: AskedOnPage,
  { shell, address }: { readonly shell: Shell; readonly address?: string },
): Promise<{ readonly kind: 'done' } | { readonly kind: 'shown'; readonly status: 200 | 400; readonly html: string }> {
  const typed = { names: asked.names, cause: asked.cause, why: asked.why }
  const named = asked.names.split('\n').flatMap((line) => line.trim() || [])
  try {
    const of = { named, cause: asked.cause, why: asked.why }
    if (!asked.isSure) {
      const planned = tellPlan(planRemoval(desk, of))
      return { kind: 'shown', status: 200, html: await render(desk, shell, { typed, planned }) }
    }
    const by = shell.viewer.name
    await remove(desk, { ...of, by }, { who: by, ...(address !== undefined && { address }) })
    desk.nudge?.()
    return { kind: 'done' }
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error
    return { kind: 'shown', status: 400, html: await render(desk, shell, { typed, problem: error.message }) }
  }
}

interface Around {
  readonly typed?: TypedRemoval
  readonly planned?: PlannedRemoval
  readonly problem?: string
}

async function render(desk: Deciding, shell: Shell, around: Around): Promise<string> {
  const open = new Set((await listOpen(desk)).map(({ number }) => number))
  const removals = listRemoved(desk)
    .toReversed()
    .map((one) => ({ ...one, reports: one.reports.length, isOpen: open.has(one.number) }))
  return renderRemovals({ removals, ...around }, serverLinks, shell)
}

function tellPlan({ removal, reports, captures, editions, copies, feeds }: RemovalPlan): PlannedRemoval {
  return {
    reports: reports.map(({ name }) => name),
    captures: captures.length,
    decisions: removal.decisions.length,
    editions: editions.map(({ key, number, state, lines }) => ({ key, number, state, lines })),
    copies,
    feeds,
  }
}
