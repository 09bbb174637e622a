// What `readout add` says of one report that is on the disk.
import { writeChange } from '../desk/find-changes.ts'
import type { Acknowledged } from '../desk/take-in.ts'

/** "kept paper again; published is now 2031-04-05 (was 2031-04-04)" */
export function writeKept(kept: Acknowledged): string {
  const { name, isNew, changes } = kept
  const twins = writeTwins(kept)
  return `kept ${name}${isNew ? '' : ' again'}${twins ? `: ${twins}` : ''}${changes.map((change) => `; ${writeChange(change)}`).join('')}`
}

/** The same as a value, without what there is nothing to say of. */
export function keptJson({ name, isNew, asked, changes, twins }: Acknowledged): object {
  return {
    kept: name,
    again: !isNew,
    from: asked,
    ...(changes.length > 0 && { changes }),
    ...(twins.length > 0 && { sameWordsAs: twins }),
  }
}

/** "the same words as page, under another outlet" */
function writeTwins({ twins, given }: Acknowledged): string | undefined {
  if (twins.length === 0) return undefined
  const names = twins.map(({ name }) => name).join(' and ')
  const isBare = given.outlet === undefined && given.url === undefined
  if (isBare) return `the same words as ${names}, and nothing says which of them it is`
  const isOtherOutlet = twins.every(({ outlet }) => outlet !== given.outlet)
  return `the same words as ${names}, ${isOtherOutlet ? 'under another outlet' : 'at another address'}`
}
