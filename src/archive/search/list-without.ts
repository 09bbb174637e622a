// A search without words: all that the filters leave, by printing, the newest first.
import type { WantedPage } from '../../model/listing.ts'
import { PLACES } from '../catalogue/said-lines.ts'
import { type Condition, equal, walkLines } from '../catalogue/walk-lines.ts'
import type { Connection } from '../connection.ts'
import { conditionsOf, type SearchFilters, TARGETS, type Target } from './search-filters.ts'

/** The numbers of the lines. */
export function listWithout(
  db: Connection,
  wanted: WantedPage & SearchFilters & { readonly in: Target },
): { readonly items: readonly number[]; readonly next?: string } {
  const { line, key, printed } = TARGETS[wanted.in]
  const order = {
    name: `search in ${wanted.in} without words`,
    key: [`l.${printed}`, `l.${key}`],
    kinds: ['string', 'number'] as const,
  }
  const where = [...conditionsOf(wanted), ...facetConditions(wanted)]
  const query = { select: `l.${key} as n`, from: `derived.${line} l`, where }
  return walkLines({ plain: db }, order, query, wanted, ({ n }) => Number(n))
}

function facetConditions({
  in: target,
  who,
  outlet,
  kind,
  act,
  story,
  standing,
}: SearchFilters & { in: Target }): Condition[] {
  if (target === 'said') {
    return [...equal('l.outlet', outlet), ...equal('l.kind', kind), ...equal('l.act', act), ...speaks('l.n = w.n', who)]
  }
  if (target === 'reports') {
    const within = `s.n >= l.first * ${PLACES} and s.n < (l.first + 1) * ${PLACES}`
    return [
      ...equal('l.outlet', outlet),
      ...speaks(`w.n >= l.first * ${PLACES} and w.n < (l.first + 1) * ${PLACES}`, who),
      ...[...equal('s.kind', kind), ...equal('s.act', act)].map(([sql, ...values]): Condition => {
        return [`exists (select 1 from derived.said s where ${within} and ${sql})`, ...values]
      }),
    ]
  }
  const about = 'exists (select 1 from derived.claim_entity e where e.claim = l.claim and e.entity = ?)'
  const done = `exists (select 1 from derived.said_claim c join derived.said s on s.n = c.n where c.claim = l.claim and s.act = ?)`
  return [
    ...equal('l.story', story),
    ...equal('l.standing', standing),
    ...(who === undefined ? [] : [[about, who] as const]),
    ...(act === undefined ? [] : [[done, act] as const]),
  ]
}

function speaks(where: string, who: string | undefined): Condition[] {
  return who === undefined ? [] : [[`exists (select 1 from derived.said_who w where ${where} and w.entity = ?)`, who]]
}
