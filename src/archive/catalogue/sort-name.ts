// Names in an order that people expect: Élan stands beside Elan.

/** A name as names are sorted and looked for: without marks and case, and no longer than an entry of an index may be. */
export function sortName(name: string): string {
  return name.slice(0, LONGEST).toWellFormed().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

const LONGEST = 100 // characters; one may become many, as a ligature does
