// Names in an order that people expect: Élan stands beside Elan.

/** A name as names are sorted and looked for: without marks and case. */
export function sortName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
