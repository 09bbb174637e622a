// `readout remove`: what would go, said first; then, with --yes, gone for good.
import { nameOfPerson } from '../desk/accounts/person.ts'
import type { Desk } from '../desk/desk.ts'
import { closeRemovals, listOpen } from '../desk/removal/close-removal.ts'
import { listRemoved } from '../desk/removal/list-removed.ts'
import { planRemoval, type RemovalPlan } from '../desk/removal/plan-removal.ts'
import { remove } from '../desk/removal/remove.ts'
import { ReadoutError } from '../model/errors.ts'
import { print, printJson, showProgress, warn } from './output.ts'
import { safeLine } from './show-safely.ts'
import { withDesk, withDeskAsItIs } from './with-desk.ts'

interface Options {
  readonly desk: string
  readonly because: 'law' | 'risk'
  readonly why: string
  readonly by: string
  readonly yes?: true
  readonly close?: true
  readonly list?: true
  readonly json?: true
}

/** Says what would go, or removes it, finishes what was begun, or lists what was removed. */
export async function removeReports(named: readonly string[], options: Options): Promise<0> {
  const others = [options.close, options.list, named.length > 0 || undefined].filter((one) => one !== undefined)
  if (others.length !== 1) {
    throw new ReadoutError('USAGE', 'name the reports that are to be removed, or use --close or --list by itself')
  }
  if (options.list) return await list(options)
  if (options.close) {
    return (await withDeskAsItIs(options.desk, async (desk) => {
      await close(desk, options)
      return 0
    })) as 0
  }
  return await withDesk(options.desk, async (desk) => {
    const cause = options.because === 'law' ? 'law' : 'person at risk'
    const asked = { named, cause, why: options.why } as const
    if (!options.yes) {
      const plan = planRemoval(desk, asked)
      await (options.json ? printJson(asJson(plan)) : print(writePlan(plan, 'would be removed').join('\n')))
      if (!options.json)
        await print('Nothing was removed. With --yes it is, for good; make sure that it is what you mean.')
      return
    }
    const by = options.by.trim() || nameOfPerson()
    const removed = await remove(desk, { ...asked, by }, { who: by })
    if (options.json) await printJson({ number: removed.number, ...asJson(removed) })
    else await print([`kept decision ${removed.number}`, ...writePlan(removed, 'removed')].join('\n'))
    await close(desk, options)
  })
}

async function close(desk: Desk, { by, json }: Options): Promise<void> {
  const progress = showProgress()
  const closed = await closeRemovals(desk, { who: by.trim() || nameOfPerson() }, progress.step)
  progress.end()
  if (json) return
  if (closed.length === 0) await print('no removal is open')
  else
    await print('the files of the desk were written anew; backups and copies made before still hold what was removed')
}

async function list({ desk: dir, json }: Options): Promise<0> {
  return (await withDeskAsItIs(dir, async (desk) => {
    const open = new Set((await listOpen(desk)).map(({ number }) => number))
    const all = listRemoved(desk).map((one) => ({ ...one, isClosed: !open.has(one.number) }))
    if (json) await printJson(all)
    else if (all.length === 0) await print('nothing was removed from this desk')
    for (const { number, at, by, cause, why, reports, captures, isClosed } of json ? [] : all) {
      const what = [counted(reports.length, 'report'), counted(captures, 'capture')].join(', ')
      await print(safeLine(`${number}  ${at.slice(0, 10)}  ${by}  ${cause}: ${why}  (${what})`))
      if (!isClosed)
        warn(`removal ${number} is not closed: its words may still lie in the files; run "readout remove --close"`)
    }
    return 0
  })) as 0
}

function writePlan({ removal, reports, captures, editions, copies, feeds }: RemovalPlan, how: string): string[] {
  const { decisions, payloads } = removal
  return [
    ...reports.map(({ name }) => `${how}: report ${name}`),
    `${how}: ${counted(payloads.length, 'payload')} of ${counted(captures.length, 'capture')}`,
    ...(decisions.length > 0 ? [`${how}: the words that ${counted(decisions.length, 'decision')} looked at`] : []),
    ...editions.map(
      ({ key, number, state, lines }) => `${how}: ${counted(lines, 'line')} of ${key}, version ${number} (${state})`,
    ),
    ...copies.map((name) => `stays: report ${name}, which shares text with it; name it as well where it is to go`),
    ...feeds.map(
      (id) => `stays: what the feed told of it, capture ${id.slice(0, 12)}; name it as well where it is to go`,
    ),
  ].map(safeLine)
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function asJson({ removal, reports, editions, copies, feeds }: RemovalPlan) {
  return { removal, reports, editions, copies, feeds }
}
