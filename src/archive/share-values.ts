// What hangs on one claim names the same claim, reports and people again and again, and points at the same words: each value is held
// once. A week of ten thousand reports takes half the memory so.
import type { Evidence } from '../model/evidence.ts'

/** What makes one of a value's copies, for the rows that are read together. */
export interface Sharing {
  /** The thing with the values that were there before in the place of its own: it is changed. */
  readonly share: <T>(thing: T) => T
  /** Words of other claims follow: those before are not compared with them. */
  readonly nextWords: () => void
}

/** Nothing shared yet. */
export function openSharing(): Sharing {
  const strings = new Map<string, string>()
  const wordsIn = new Map<string, Evidence[]>()
  const one = (text: string): string => {
    const known = strings.get(text)
    if (known !== undefined) return known
    strings.set(text, text)
    return text
  }
  const oneEvidence = (evidence: Evidence): Evidence => {
    const known = wordsIn.get(evidence.doc)
    const same = known?.find((each) => isSame(each, evidence))
    if (same) return same
    shareStrings(evidence, one)
    if (known) known.push(evidence)
    else wordsIn.set(evidence.doc, [evidence])
    return evidence
  }
  return {
    share<T>(thing: T): T {
      const parts = thing as Parts
      shareStrings(parts, one)
      if (parts.evidence && 'span' in parts.evidence) parts.evidence = oneEvidence(parts.evidence)
      for (const step of parts.lineage ?? []) {
        shareStrings(step, one)
        if (step.evidence) step.evidence = oneEvidence(step.evidence)
      }
      return thing
    },
    nextWords: () => wordsIn.clear(),
  }
}

/** What of a row may be said by others too. */
interface Parts {
  evidence?: Evidence
  lineage?: { evidence?: Evidence }[]
}

function shareStrings(thing: object, one: (text: string) => string): void {
  const values = thing as Record<string, unknown>
  for (const key of Object.keys(values)) {
    const value = values[key]
    if (typeof value === 'string' && key !== 'id' && key !== 'quote') values[key] = one(value)
  }
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.quote === b.quote
}
