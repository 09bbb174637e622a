// The decision that an address says was just kept: what the page that it leads back to tells.
import { findWalk } from '../../archive/linked.ts'
import type { Html } from '../../publish/html.ts'
import type { Shell } from '../../publish/page.ts'
import { renderKept } from '../../publish/review/render-kept.ts'
import type { Desk } from '../desk.ts'
import { openDecided } from './decided-index.ts'
import { tellNow } from './make-target.ts'

/** The message for `?decided=21` in an address; undefined where it names no decision. `at`: the address itself. */
export function findKept(desk: Pick<Desk, 'store'>, shell: Shell, at: string): Html | undefined {
  const url = URL.parse(at, 'http://desk.invalid')
  const number = Number(url?.searchParams.get('decided') ?? '')
  const one = Number.isSafeInteger(number) && number > 0 ? openDecided(desk).find(number) : undefined
  if (!url || !one) return undefined
  url.searchParams.delete('decided')
  const { kind, by, isPending } = tellNow(one, findWalk(desk.store)?.linkedTo ?? 0)
  return renderKept({ number, by, kind, isPending, at: url.pathname + url.search }, shell)
}
