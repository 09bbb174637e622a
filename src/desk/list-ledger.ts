// The ledger as it was last made: its rows alone, which is quick, or with every document and attribution.
import { listSound } from '../archive/keep-decision.ts'
import { type ClaimFile, findClaim, listLinked } from '../archive/linked.ts'
import type { Claim } from '../model/claim.ts'
import { targetsOf } from '../model/decision.ts'
import { ReadoutError } from '../model/errors.ts'
import type { LedgerRow } from '../model/ledger.ts'
import type { Desk } from './desk.ts'
import { findFormerClaim } from './former-claim.ts'
import { claimsByAttribution, ledgerDocument, ledgerEntry } from './ledger-json.ts'
import { listRuledDocs } from './list-rulings.ts'

/** The rows by the first printing of their claims. Loads no document. */
export function listRows({ store }: Pick<Desk, 'store'>): LedgerRow[] {
  return listLinked(store, 'ledger_row')
}

/**
 * The whole ledger for other programs, as the pieces of one JSON object: memory holds one page of reports, never all.
 * `isWanted` picks the rows by their wording; the documents are all there.
 */
export async function* writeLedgerJson(
  desk: Pick<Desk, 'store'>,
  isWanted: (wording: string) => boolean = () => true,
): AsyncGenerator<string> {
  const claimsOf = claimsByAttribution(listLinked(desk.store, 'bearing'))
  yield '{"documents":['
  let isFirst = true
  for (let after = 0; ; ) {
    const page = await listRuledDocs(desk.store, { after, limit: PAGE })
    for (const { readDoc } of page) {
      yield `${isFirst ? '' : ','}${JSON.stringify(ledgerDocument(readDoc, claimsOf))}`
      isFirst = false
    }
    if (page.length < PAGE) break
    after = page.at(-1)?.first ?? after
  }
  yield '],"ledger":['
  const claimById = new Map(listLinked(desk.store, 'claim').map((claim) => [claim.id, claim]))
  const rows = listRows(desk).filter(({ wording }) => isWanted(wording))
  for (const [i, row] of rows.entries()) {
    yield `${i === 0 ? '' : ','}${JSON.stringify(ledgerEntry(row, claimById.get(row.claim)))}`
  }
  yield ']}'
}

const PAGE = 100

/** The claim of an id, an alias, or the beginning of an id that only one has. Throws CLAIM_UNKNOWN with what is near. */
export function findClaimBy(desk: Pick<Desk, 'store'>, id: string): ClaimFile {
  const exact = findClaim(desk.store, id) ?? findFormerClaim(desk, id)
  if (exact) return exact
  const rows = listRows(desk)
  const beginning = rows.filter(({ claim }) => id !== '' && claim.startsWith(id))
  const [only] = beginning
  const found = beginning.length === 1 && only ? findClaim(desk.store, only.claim) : undefined
  if (found) return found
  const [former, ...others] = beginning.length === 0 && id !== '' ? listFormer(desk, id) : []
  const kept = former && others.length === 0 ? findClaim(desk.store, former.id) : undefined
  if (kept) return kept
  if (beginning.length > 1) {
    const ids = beginning.slice(0, 4).map(({ claim }) => claim.slice(0, id.length + 6))
    throw unknown(`"${id}" begins ${beginning.length} claims (${ids.join(', ')}); write more of it`)
  }
  const became = tellDecided(desk, id)
  if (became) throw unknown(became)
  const near = nearest(rows, id)
  const hint = near ? `nearest is ${near.claim} ("${near.wording.slice(0, 60)}")` : '"readout ledger" lists them'
  throw unknown(`no claim "${id}" on this desk; ${hint}`)
}

function listFormer({ store }: Pick<Desk, 'store'>, id: string): Claim[] {
  return listLinked(store, 'claim').filter(({ aliases }) => aliases.some((alias) => alias.startsWith(id)))
}

// An id that was shown once says what became of it.
function tellDecided({ store }: Pick<Desk, 'store'>, id: string): string | undefined {
  const found = listSound(store).sound.findLast(({ decision: { ruling } }) =>
    targetsOf(ruling).some((target) => target.noun === 'claim' && id.length >= ID_SHORTEST && target.id.startsWith(id)),
  )
  if (!found) return undefined
  const { number, decision } = found
  return `claim ${id} is no longer in the ledger; decision ${number} was about it (${decision.ruling.kind}, by ${decision.by}: ${decision.why}); "readout decisions" tells more`
}

const ID_SHORTEST = 6 // figures from which the beginning of an id that is gone means that one

function unknown(message: string): ReadoutError {
  return new ReadoutError('CLAIM_UNKNOWN', message)
}

/** The claim worded with these words, or else the one whose id begins most like this. */
function nearest(rows: readonly LedgerRow[], id: string): LedgerRow | undefined {
  const words = id.toLowerCase()
  const worded = rows.find(({ wording }) => wording.toLowerCase().includes(words))
  if (worded) return worded
  const shared = ({ claim }: LedgerRow): number => {
    const end = [...claim].findIndex((letter, i) => letter !== id[i])
    return end < 0 ? claim.length : end
  }
  const best = [...rows].sort((a, b) => shared(b) - shared(a))[0]
  return best && shared(best) >= 3 ? best : undefined // fewer letters in common are chance
}
