// Words for an office, in one form each, and the words before them that say which office and of what rank.

const ROLES = `president premier minister chancellor secretary undersecretary ambassador envoy consul senator governor
congressman congresswoman lawmaker legislator mayor king queen prince princess emir general admiral colonel commodore
brigadier captain commander marshal lieutenant major sergeant speaker spokesman spokeswoman spokesperson adviser
commissioner director chairman chairwoman chair judge justice prosecutor negotiator diplomat official representative
councillor delegate mediator leader head nominee candidate inspector regent viceroy professor analyst expert historian
economist aide lawyer attorney bishop archbishop`
const SHORT: Readonly<Record<string, string>> = {
  advisor: 'adviser',
  'sen.': 'senator',
  'gen.': 'general',
  'gov.': 'governor',
  'col.': 'colonel',
  'capt.': 'captain',
  'prof.': 'professor',
  'adm.': 'admiral',
  'lt.': 'lieutenant',
  'maj.': 'major',
  spokespeople: 'spokesperson',
  spokesmen: 'spokesman',
  spokeswomen: 'spokeswoman',
}
const KNOWN: ReadonlySet<string> = new Set(ROLES.split(/\s+/))
const RANKS: ReadonlySet<string> = new Set(
  'deputy vice acting former ex interim assistant outgoing incoming caretaker'.split(' '),
)
const FIELDS: ReadonlySet<string> = new Set(
  'prime foreign defence defense interior finance chief senior junior first energy health justice trade economy transport special'.split(
    ' ',
  ),
)
const ADDRESS: ReadonlySet<string> = new Set('mr mrs ms miss dr sir lord lady dame mx'.split(' '))

/** The role that a word names, in one form; undefined for other words. */
export function roleOf(lower: string): string | undefined {
  const one = SHORT[lower] ?? SHORT[`${lower}.`] ?? lower
  if (KNOWN.has(one)) return one
  const single = one.replace(/s$/, '')
  return KNOWN.has(single) ? single : undefined
}

/** True for a word that stands in a title: a role, its rank or its field, a form of address. */
export function isTitle(lower: string): boolean {
  return roleOf(lower) !== undefined || isRank(lower) || isField(lower) || ADDRESS.has(lower.replace(/\.$/, ''))
}

export function isRank(lower: string): boolean {
  return RANKS.has(lower)
}

export function isField(lower: string): boolean {
  return FIELDS.has(lower)
}
