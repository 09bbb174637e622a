// What hangs on one claim points at the same words again and again: as a bearing, as an appearance, as the stance of whoever said it and
// as the reason why two are one. They are held once.
import type { Evidence } from '../model/evidence.ts'

/** What makes one of the copies in the rows of a few claims. */
export function openSharing(): <T>(thing: T) => T {
  const wordsIn = new Map<string, Evidence[]>()
  const one = (evidence: Evidence): Evidence => {
    const known = wordsIn.get(evidence.doc)
    const same = known?.find((each) => isSame(each, evidence))
    if (same) return same
    if (known) known.push(evidence)
    else wordsIn.set(evidence.doc, [evidence])
    return evidence
  }
  return (thing) => {
    const parts = thing as Parts
    if (parts.evidence && 'span' in parts.evidence) parts.evidence = one(parts.evidence)
    for (const step of parts.lineage ?? []) if (step.evidence) step.evidence = one(step.evidence)
    for (const { because } of parts.reasons ?? []) if (because?.evidence) because.evidence = one(because.evidence)
    return thing
  }
}

/** What of a row may point at the words of another. */
interface Parts {
  evidence?: Evidence
  readonly lineage?: readonly { evidence?: Evidence }[]
  readonly reasons?: readonly { readonly because?: { evidence?: Evidence } }[] // absent in why two are one
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.quote === b.quote
}
