/**
 * What takes the place of the first two indexes of what was linked. By claim and noun: of a claim that thousands print, one part is read
 * and not the others. By doc, noun and claim: which claims some docs bear on is told without their rows. Tables are named bare.
 */
export const LINKED_BY_PARTS: readonly string[] = [
  'drop index linked_claim',
  'drop index linked_doc',
  'create index linked_claim on linked (claim, noun)',
  'create index linked_doc on linked (doc, noun, claim)',
]
