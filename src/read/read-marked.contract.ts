// For tests: judges attributions whose words somebody else has marked, by the same steps as `read`, so that kinds, acts
// and persons can be held against labels wherever the reader itself would have found other words.

import type { Attribution, SourceKind } from '../model/attribution.ts'
import { sourceKindOf } from '../model/attribution.ts'
import type { Doc } from '../model/doc.ts'
import { makeChainBook } from './chain-book.ts'
import { findCues } from './find-cues.ts'
import { findNames } from './find-names.ts'
import { findQuotations } from './find-quotations.ts'
import { joinOne } from './join-attributions.ts'
import type { Tagger } from './load-tagger.ts'
import { relateVoiced } from './relate-voiced.ts'
import { introduceNames, resolveSource } from './resolve-sources.ts'
import { makeScene } from './scene.ts'
import { tokenise } from './tokenise.ts'
import { traceRoute } from './trace-routes.ts'

type Range = readonly [number, number]

export interface MarkedWords {
  readonly id: string
  readonly source: readonly Range[]
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
}

export interface Judged {
  readonly attribution: Attribution
  readonly kind: SourceKind
  readonly who: readonly string[] // names of chains; empty: unstated or undecided
  readonly isNamed: boolean // somebody or something with a name, not a description
}

/** By id: what the steps after finding make of the marked words. What they can make nothing of is absent. */
export function readMarked(doc: Doc, marked: readonly MarkedWords[], tagger: Tagger): Map<string, Judged> {
  const scene = makeScene(doc, tokenise(doc, tagger), findQuotations(doc))
  const cues = findCues(scene)
  const names = findNames(scene)
  const book = makeChainBook()
  introduceNames(scene, names, book)
  const extents = (ranges: readonly Range[]) => ranges.map(([start, end]) => ({ start, end }))
  const inOrder = marked.toSorted((a, b) => (a.cue[0]?.[0] ?? 0) - (b.cue[0]?.[0] ?? 0))
  const judged = new Map<string, Judged>()
  for (const { id, source, cue, content } of inOrder) {
    const [start, end] = [Math.min(...cue.map(([from]) => from)), Math.max(...cue.map(([, to]) => to))]
    const voiced = { cue: { start, end }, source: extents(source), content: extents(content) }
    const relation = relateVoiced(scene, { ...voiced, begins: 1, evidence: [], confidence: 1 }, cues)
    if (!relation) continue
    const resolved = resolveSource(scene, relation, names, book)
    const attribution = joinOne(scene, traceRoute(scene, resolved, names, book))
    if (!attribution) continue
    const known = resolved.entries.filter(({ isUndecided }) => !isUndecided)
    judged.set(id, {
      attribution,
      kind: sourceKindOf(attribution.source),
      who: known.map(({ name }) => name),
      isNamed: known.length > 0 && known.every(({ voice }) => voice.kind !== 'anonymous'),
    })
  }
  return judged
}
