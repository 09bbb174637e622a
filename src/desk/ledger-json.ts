// The whole ledger for other programs: each report's attributions in its main text, and each claim with its holders.
import type { Claim } from '../model/claim.ts'
import { blockAt, type Doc } from '../model/doc.ts'
import type { Alteration, Holder, LedgerRow, Linked, ReadDoc } from '../model/ledger.ts'
import { type Range, rangesOf, type SaidIn, saidIn } from './said-in.ts'

export interface LedgerJson {
  readonly documents: readonly LedgerDocument[]
  readonly ledger: readonly LedgerEntry[]
}

export interface LedgerDocument {
  readonly id: string // the name the report came under
  readonly outlet?: string
  readonly title?: string
  readonly published?: string
  readonly mainText: readonly Range[]
  readonly attributions: readonly (SaidIn & { readonly claim: readonly string[] })[]
}

/** A ledger row with its holders as plain names; `holders` has them with hands, day, report and words. */
export interface LedgerEntry {
  readonly claim: string
  readonly says: string
  readonly independentOrigins: readonly string[]
  readonly atLeast: number
  readonly atMost: number
  readonly unknownLineage: number
  readonly standing: string
  readonly firstPrinted?: string
  readonly assertedIn: readonly string[]
  readonly laterVersions: readonly string[]
  readonly deniedBy: readonly string[]
  readonly declinedToComment: readonly string[]
  readonly confirmedBy: readonly string[]
  readonly correctedBy: readonly string[]
  readonly rejectedBy: readonly string[]
  readonly altered: readonly Alteration[]
  readonly reasons: readonly string[]
  readonly aliases: readonly string[]
  readonly holders: Readonly<Record<'denied' | 'declined' | 'confirmed' | 'corrected' | 'rejected', readonly Holder[]>>
}

/** The claims that each attribution bears on, by `keyOfAttribution`. */
export function claimsByAttribution(bearings: Linked['bearings']): ReadonlyMap<string, readonly string[]> {
  const claimsOf = new Map<string, string[]>()
  for (const { doc, attribution, claim } of bearings) {
    const key = `${doc} ${attribution}`
    const claims = claimsOf.get(key)
    if (claims) claims.push(claim)
    else claimsOf.set(key, [claim])
  }
  return claimsOf
}

/** One report with what is said in its main text. */
export function ledgerDocument(
  { doc, reading }: ReadDoc,
  claimsOf: ReadonlyMap<string, readonly string[]>,
): LedgerDocument {
  const isMain = (offset: number): boolean => MAIN.has(blockAt(doc, offset)?.kind ?? '')
  return {
    id: doc.name,
    ...(doc.outlet && { outlet: doc.outlet }),
    ...(doc.title && { title: doc.title }),
    ...(doc.published && { published: doc.published }),
    mainText: mainTextOf(doc),
    attributions: reading.attributions
      .filter(({ cue }) => isMain(cue[0].start))
      .map((attribution) => ({
        ...saidIn(doc, reading, attribution),
        claim: claimsOf.get(`${doc.id} ${attribution.id}`) ?? [],
      })),
  }
}

const MAIN: ReadonlySet<string> = new Set(['paragraph', 'heading', 'quote'])

function mainTextOf(doc: Doc): Range[] {
  const blocks = doc.blocks.filter(({ kind }) => MAIN.has(kind))
  return rangesOf(
    doc,
    blocks.map(({ span }) => span),
  )
}

/** One row with the names of its holders. */
export function ledgerEntry(row: LedgerRow, claim: Claim | undefined): LedgerEntry {
  return {
    claim: row.claim,
    says: row.wording,
    independentOrigins: row.independentOrigins,
    atLeast: row.atLeast,
    atMost: row.atMost,
    unknownLineage: row.unknownLineage,
    standing: row.standing,
    ...(row.firstPrinted && { firstPrinted: row.firstPrinted }),
    assertedIn: row.assertedIn,
    laterVersions: row.laterVersions ?? [],
    deniedBy: row.deniedBy.map(nameHolder),
    declinedToComment: row.declinedToComment.map(nameHolder),
    confirmedBy: row.confirmedBy.map(nameHolder),
    correctedBy: row.correctedBy.map(nameHolder),
    rejectedBy: row.rejectedBy?.map(nameHolder) ?? [],
    altered: row.altered ?? [],
    reasons: row.reasons,
    aliases: claim?.aliases ?? [],
    holders: {
      denied: row.deniedBy,
      declined: row.declinedToComment,
      confirmed: row.confirmedBy,
      corrected: row.correctedBy,
      rejected: row.rejectedBy ?? [],
    },
  }
}

/** "Karsk official (via Meridian News Agency, 2031-05-06)": the hands and the day in brackets. */
export function nameHolder({ name, via, said }: Holder): string {
  const remarks = [...(via.length > 0 ? [`via ${via.join(', ')}`] : []), ...(said ? [said] : [])]
  return remarks.length > 0 ? `${name} (${remarks.join(', ')})` : name
}
