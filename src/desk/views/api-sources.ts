// What is followed, and how it goes with it, for other programs.
import type { Desk } from '../desk.ts'
import { listHealth } from '../web/health-of.ts'

/** Every source that was not removed. */
export async function listToldSources(desk: Pick<Desk, 'store' | 'now'>) {
  const all = await listHealth(desk)
  return all.map(({ source, health }) => {
    const { id, url, kind, state, title, site, outlet, folder, everyMinutes, gapSeconds } = source
    const { usualGapMs: _, ...told } = health
    return {
      id: id as string,
      url,
      kind,
      state: state === 'paused' ? ('paused' as const) : ('followed' as const),
      ...(title && { title }),
      ...(site && { site }),
      ...(outlet && { outlet }),
      folder: [...folder],
      ...(everyMinutes !== undefined && { everyMinutes }),
      ...(gapSeconds !== undefined && { gapSeconds }),
      health: told,
    }
  })
}
