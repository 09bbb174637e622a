// The candidates of the review queue, weighed: so many of each list at a time, from where the last pool ended. What is contested is
// a list of its own, so that a claim in few reports is not looked for at the end of a long one.
import { findClaimLines, listClaimLines } from '../../archive/catalogue/claim-lines.ts'
import { listSaid } from '../../archive/catalogue/said-lines.ts'
import type { ClaimLine, Listed, SaidLine } from '../../model/listing.ts'
import type { QueueKind } from '../../publish/pages/review-queue.ts'
import type { Desk } from '../desk.ts'
import { type Weighed, weighClaim, weighSaid } from './weigh.ts'

const POOL = 200 // of each list: weighed in some 20 ms, however large the desk

/** Where each list goes on: null, at its end; absent, from its beginning. */
export type PoolStart = Readonly<Partial<Record<QueueKind, string | null>>>

export type Candidate = { readonly id: string; readonly weighed: Weighed } & (
  | { readonly noun: 'attribution'; readonly line: SaidLine; readonly claims: readonly ClaimLine[] }
  | { readonly noun: 'claim'; readonly line: ClaimLine }
)

export interface Pool {
  readonly candidates: readonly Candidate[] // the highest score first
  readonly next?: PoolStart // absent: this is the last pool
}

export interface WantedPool {
  readonly kind?: QueueKind
  readonly story?: string
  readonly start: PoolStart
}

/** The pool that begins there. */
export async function weighPool({ store }: Pick<Desk, 'store'>, { kind, story, start }: WantedPool): Promise<Pool> {
  const isWanted = (list: QueueKind) => (kind === undefined || kind === list) && start[list] !== null
  const from = (list: QueueKind) => ({
    ...(story && { story }),
    ...(start[list] && { after: start[list] }),
    limit: POOL,
  })
  const said = isWanted('said') ? await listSaid(store, { order: 'doubt', ...from('said') }) : NONE
  const claims = isWanted('claims') ? await listClaimLines(store, { order: 'reach', ...from('claims') }) : NONE
  const contested = isWanted('contested')
    ? await listClaimLines(store, { order: 'reach', standing: 'contested', ...from('contested') })
    : NONE
  const own = [...claims.items.filter(({ standing }) => standing !== 'contested'), ...contested.items]
  const borne = await findClaimLines(
    store,
    said.items.flatMap((line) => line.claims),
  )
  const candidates: Candidate[] = own.map((line) => ({
    noun: 'claim',
    id: line.claim,
    line,
    weighed: weighClaim(line),
  }))
  for (const line of said.items) {
    const bearsOn = line.claims.flatMap((id) => borne.get(id) ?? [])
    const weighed = weighSaid(line, bearsOn)
    candidates.push({ noun: 'attribution', id: line.attribution, line, claims: bearsOn, weighed })
  }
  const next = { said: said.next ?? null, claims: claims.next ?? null, contested: contested.next ?? null }
  const isLast = Object.values(next).every((cursor) => cursor === null)
  return {
    candidates: candidates.filter(({ weighed }) => weighed.score > 0).toSorted(byScore),
    ...(!isLast && { next }),
  }
}

const NONE: Listed<never> = { items: [] }

function byScore(a: Candidate, b: Candidate): number {
  return b.weighed.score - a.weighed.score || (a.id < b.id ? -1 : 1)
}
