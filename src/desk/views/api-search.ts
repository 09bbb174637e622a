// What a search finds, for other programs.
import { search, type WantedHits } from '../../archive/catalogue/search.ts'
import { makeSelectors } from '../../model/anchor.ts'
import type { Excerpt, Hit, Listed } from '../../model/listing.ts'
import type { Desk } from '../desk.ts'
import { tellClaimLine, tellReportLine, tellSaidLine } from './api-lines.ts'

/** A page of hits, the best first. Throws CURSOR_UNKNOWN. */
export async function listToldHits({ store }: Pick<Desk, 'store'>, wanted: WantedHits): Promise<Listed<ToldHit>> {
  const { items, next } = await search(store, wanted)
  return { items: items.map(tellHit), ...(next !== undefined && { next }) }
}

export type ToldHit = ReturnType<typeof tellHit>

function tellHit(hit: Hit) {
  return {
    in: hit.in,
    excerpt: tellExcerpt(hit.excerpt),
    ...(hit.in === 'reports' && { report: tellReportLine(hit.report) }),
    ...(hit.in === 'said' && { said: tellSaidLine(hit.said) }),
    ...(hit.in === 'claims' && { claim: tellClaimLine(hit.claim) }),
  }
}

function tellExcerpt({ text, marks, isCut }: Excerpt) {
  const placed = marks.map((span) => {
    const [, { start, end }] = makeSelectors(text, span)
    return { start, end }
  })
  return { text, marks: placed, isCut }
}
