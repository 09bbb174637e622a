// What a desk holds of the newsstand, from its captures alone.
import { listCaptures } from '../../src/archive/captures.ts'
import type { Store } from '../../src/archive/store.ts'
import type { Outcome } from '../../src/model/capture.ts'
import type { Holding } from './judge-holdings.ts'

/** Every capture, in log order. */
export async function readHoldings(store: Store): Promise<Holding[]> {
  const holdings: Holding[] = []
  for (let after = 0; ; ) {
    const some = await listCaptures(store, after, 500)
    for (const { capture, report } of some) {
      const hop = capture.hops.at(-1)
      const asked = new URL(capture.asked)
      const last = new URL(hop?.url ?? capture.asked)
      const status = hop?.status
      holdings.push({
        what: capture.what ?? 'page',
        at: Date.parse(capture.at),
        last: last.hostname + last.pathname + last.search,
        host: asked.hostname,
        path: asked.pathname + asked.search,
        outcome: tellOutcome(capture.outcome),
        ...(status !== undefined && { status }),
        ...('payload' in capture.outcome && { digest: capture.outcome.payload }),
        ...(report !== undefined && { report }),
      })
    }
    const last = some.at(-1)
    if (!last) return holdings
    after = last.number
  }
}

function tellOutcome(outcome: Outcome): string {
  if (outcome.kind === 'refused') return `refused ${outcome.by}`
  return outcome.kind === 'failed' ? `failed ${outcome.code}` : outcome.kind
}
