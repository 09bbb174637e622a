// What a ruling may choose from: the people of a report, claims that are near, what bears on a claim, and what a search finds.
import { findPersonLine, listPersonLines } from '../../archive/catalogue/person-lines.ts'
import { listSaid } from '../../archive/catalogue/said-lines.ts'
import { search } from '../../archive/catalogue/search.ts'
import { type ClaimFile, findLinked } from '../../archive/linked.ts'
import type { ReadDoc } from '../../model/ledger.ts'
import type { PersonLine } from '../../model/listing.ts'
import { serverLinks } from '../../publish/links.ts'
import type { BearingChoice, ClaimChoice, PersonChoice } from '../../publish/review/review-form.ts'
import type { Desk } from '../desk.ts'
import { listNear } from '../explain-claim.ts'

const MOST_PEOPLE = 40 // of one report
const MOST_FOUND = 20 // more words find fewer

/** Who is in the report, those who say most in it first. */
export function peopleIn({ store }: Pick<Desk, 'store'>, { doc, reading }: ReadDoc): PersonChoice[] {
  const entityOf = new Map(findLinked(store, 'chains', doc.id)?.chains ?? [])
  const said = new Map<string, number>()
  for (const { source } of reading.attributions) {
    for (const chain of source.kind === 'unstated' ? [] : source.who) {
      const entity = entityOf.get(chain)
      if (entity) said.set(entity, (said.get(entity) ?? 0) + 1)
    }
  }
  const found = [...new Set(entityOf.values())].flatMap((id): (PersonChoice & { isPlace: boolean })[] => {
    const entity = findLinked(store, 'entity', id)
    return entity ? [{ id, name: entity.name, said: said.get(id) ?? 0, isPlace: entity.kind === 'place' }] : []
  })
  return found
    .filter(({ said: count, isPlace }) => count > 0 || !isPlace)
    .toSorted((a, b) => b.said - a.said || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_PEOPLE)
    .map(({ isPlace: _, ...choice }) => choice)
}

/** Those whose names have words that begin like these. */
export async function findPeople({ store }: Pick<Desk, 'store'>, words: string): Promise<PersonChoice[]> {
  if (words.trim() === '') return []
  const { items } = await listPersonLines(store, { order: 'said', begins: words, limit: MOST_FOUND })
  const byId = /^[0-9a-f]{8,}$/.test(words.trim()) ? await findPersonLine(store, words.trim()) : undefined
  return [...(byId ? [byId] : []), ...items].map(choiceOf)
}

function choiceOf({ entity, name, office, said }: PersonLine): PersonChoice {
  return { id: entity, name, ...(office && { office }), said }
}

/** Claims that linking found near and held to be others. */
export function nearOf(desk: Pick<Desk, 'store'>, claim: ClaimFile): ClaimChoice[] {
  return listNear(desk, claim.claim).map(({ claim: id, wording, score, because }) => ({
    id,
    wording,
    href: serverLinks.claim?.(id) ?? '',
    because,
    nearness: score,
  }))
}

/** Claims that have the words, but for the one itself. */
export async function findClaims({ store }: Pick<Desk, 'store'>, words: string, but: string): Promise<ClaimChoice[]> {
  if (words.trim() === '') return []
  const { items } = await search(store, { words, in: 'claims', limit: MOST_FOUND })
  const found = items.flatMap((hit) => (hit.in === 'claims' && hit.claim.claim !== but ? [hit.claim] : []))
  return found.map(({ claim: id, wording }) => ({ id, wording, href: serverLinks.claim?.(id) ?? '' }))
}

/** What bears on the claim and has the words, the last printed first; and whether there is more than is listed. */
export async function bearingsOf(
  { store }: Pick<Desk, 'store'>,
  { claim, bearings }: ClaimFile,
  words: string,
): Promise<{ items: BearingChoice[]; isPart: boolean }> {
  const { items: said } = await listSaid(store, { claim: claim.id, order: 'printed', limit: MOST_LOOKED_AT })
  const becauseOf = new Map(bearings.map((one) => [`${one.doc} ${one.attribution}`, one.because]))
  const wanted = words.toLowerCase().trim()
  const fit = said.filter((line) => `${line.source} ${line.words} ${line.outlet}`.toLowerCase().includes(wanted))
  const items = fit.slice(0, MOST_BEARINGS).map(
    ({ doc, name, attribution, source, words: said, outlet, start, end }): BearingChoice => ({
      id: attribution,
      who: source,
      words: said,
      report: outlet ?? name,
      href: serverLinks.report(name, { doc, span: { start, end }, quote: '' }),
      because: becauseOf.get(`${doc} ${attribution}`) ?? '',
    }),
  )
  return { items, isPart: fit.length > items.length || said.length === MOST_LOOKED_AT }
}

const MOST_LOOKED_AT = 1000
const MOST_BEARINGS = 100 // that one page shows; words find the others
