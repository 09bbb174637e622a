// door: clock, timers
// What a process does for a desk by itself, beside others or alone: it reads; and where it leads, it links, asks the sources, and goes on
// with mail. Each is done in a process of its own, which is begun again where it dies; what it was at is not lost, since nothing is
// remembered but in the desk.
import type { LeadRole } from '../model/job.ts'
import type { Desk } from './desk.ts'
import { isPending } from './is-pending.ts'
import { type Helper, makeHelper } from './jobs/helper.ts'
import { type Leads, makeLeads, STILL_MS } from './jobs/lead.ts'
import { isMailLeft } from './jobs/plan-mail.ts'
import type { Asked } from './web/following.ts'
import { isGone, nameHolder } from './web/holder.ts'
import { watchSources } from './web/list-sources.ts'

export interface Background {
  /** Has what follows from a decision made at once. */
  nudge(): void
  /** Ends all, politely at first. */
  end(): Promise<void>
}

export interface Told {
  /** False: sources are left alone, and only what is on the desk is made out. */
  readonly isFollowing?: boolean
  readonly onAsked?: (asked: Asked) => void
  /** Intake stopped, and why; undefined: it goes on. */
  readonly onIntake?: (why: string | undefined) => void
  /** A report of which nothing could be made, or a process that died. */
  readonly onFault: (message: string) => void
}

/** What the process that follows sources says. */
export type FollowWords = { readonly asked: Asked } | { readonly stopped: string | undefined }

const LOOK_MS = 1000 // how soon what came in is noticed
const MAIL_MS = 60_000 // how soon a mailing is noticed that its process left behind
const PATIENCE_MS = 10_000 // for what is under way when it ends
const SILENT_MS = 60_000 // a process that gives no sign for so long is wedged
const LINKING_MS = 15 * 60_000 // the same of one that links: it may be deep in a long step

/** Begins at once. */
export function workInBackground(
  desk: Pick<Desk, 'store' | 'dir' | 'makers' | 'now'>,
  version: string,
  told: Told,
): Background {
  const roles: LeadRole[] = told.isFollowing === false ? ['link', 'mail'] : ['link', 'mail', 'ask']
  const leads = makeLeads(desk, { holder: nameHolder(), roles, elapsed: () => performance.now(), isGone })
  const open = (name: string, onMessage: (message: unknown) => void, role?: LeadRole): Helper =>
    makeHelper({
      name,
      patienceMs: PATIENCE_MS,
      silentMs: role === 'link' ? LINKING_MS : SILENT_MS,
      onMessage,
      onFault(message) {
        told.onFault(message)
        if (role) void leads.tell(role, message).catch(() => {})
      },
    })
  const reading = open('read-jobs-worker', (message) => tellFault(message, told))
  const linking = open(
    'link-jobs-worker',
    (message) => {
      const { isUnread, fault } = message as { readonly isUnread?: true; readonly fault?: string }
      if (fault !== undefined) told.onFault(fault)
      else if (isUnread) plan()
      else void leads.tell('link', undefined).catch(() => {})
    },
    'link',
  )
  const plan = (): void => {
    reading.begin(desk.dir, version)
    reading.send({ plan: true })
  }
  const asking = open(
    'ask-worker',
    (message) => {
      const said = message as FollowWords
      if ('asked' in said) told.onAsked?.(said.asked)
      else told.onIntake?.(said.stopped)
    },
    'ask',
  )
  const mailing = open('mail-worker', (message) => tellFault(message, told), 'mail')
  const sources = watchSources(desk)
  let mailAt = Number.NEGATIVE_INFINITY
  let isEnded = false
  let shownAt = Number.NEGATIVE_INFINITY

  const look = async (): Promise<void> => {
    if (performance.now() - shownAt >= STILL_MS / 4) {
      shownAt = performance.now()
      await leads.look()
    }
    if (isEnded) return
    const isLeft = isPending(desk)
    lead(linking, leads, 'link', [desk.dir, version])
    if (isLeft && leads.of('link')) linking.send({ look: true })
    else if (isLeft) reading.begin(desk.dir, version)
    if (leads.of('ask') && [...sources().values()].some(({ state }) => state === 'followed')) {
      lead(asking, leads, 'ask', [desk.dir, version])
    } else if (!leads.of('ask')) void asking.end()
    if (leads.of('mail') && performance.now() - mailAt >= MAIL_MS) {
      mailAt = performance.now()
      if (await isMailLeft(desk)) lead(mailing, leads, 'mail', [desk.dir])
    } else if (!leads.of('mail')) void mailing.end()
  }
  let lastFault = ''
  const tellOnce = (error: unknown): void => {
    const fault = error instanceof Error ? error.message : String(error)
    if (fault !== lastFault) told.onFault(fault) // looked again in a moment: a database that is away is told of once
    lastFault = fault
  }
  const looking = oneAtATime(async () => {
    await look()
    lastFault = ''
  }, tellOnce)
  looking()
  const timer = setInterval(looking, LOOK_MS)

  return {
    nudge: looking,
    async end() {
      isEnded = true
      clearInterval(timer)
      await Promise.all([reading, linking, asking, mailing].map((helper) => helper.end()))
      await leads.leave().catch(() => {}) // others see that we are gone
    },
  }
}

// A helper that does what only the leader may is there for as long as we lead, and knows by which fence.
const fences = new WeakMap<Helper, number>()

function lead(helper: Helper, leads: Leads, role: LeadRole, args: readonly string[]): void {
  const fence = leads.of(role)?.fence
  if (helper.isThere() && fences.get(helper) !== fence) void helper.end()
  else if (fence !== undefined) {
    fences.set(helper, fence)
    helper.begin(...args, String(fence))
  }
}

function tellFault(message: unknown, { onFault }: Told): void {
  const { fault } = message as { readonly fault?: string }
  if (fault !== undefined) onFault(fault)
}

// Asked for meanwhile, it is done once more.
function oneAtATime(work: () => Promise<void>, onError: (error: unknown) => void): () => void {
  let isBusy = false
  let isAsked = false
  return function run() {
    isAsked = true
    if (isBusy) return
    isBusy = true
    isAsked = false
    void work()
      .catch(onError)
      .finally(() => {
        isBusy = false
        if (isAsked) run()
      })
  }
}
