// What a case rests on, each piece as the place of its words in a text that lies beside it: W3C selectors, which count code points.

import { makeAnchor } from '../../model/anchor.ts'
import type { Doc } from '../../model/doc.ts'
import type { Evidence } from '../../model/evidence.ts'
import type { Id } from '../../model/id.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import { keyOf } from '../../publish/edition-title.ts'
import type { Case } from './find-case.ts'

/** The lines of evidence.jsonl. `fileOf`: where the text of a doc lies. */
export function* tellEvidence({ docs, claims, editions }: Case, fileOf: (doc: Doc) => string): Generator<object> {
  const docById = new Map(docs.map((doc) => [doc.id, doc]))
  const place = (evidence: Evidence): object[] => {
    const doc: Doc | undefined = docById.get(evidence.doc)
    return doc ? [{ report: doc.name, ...makeAnchor(doc.text, evidence.span, fileOf(doc)) }] : []
  }
  const ofDocs = (id: Id<'doc'>): boolean => docById.has(id)
  for (const { version } of editions) {
    const of = { edition: keyOf(version.edition), version: version.number }
    for (const { id, text, claims: on, evidence } of linesOf(version.edition)) {
      yield { ...of, line: id, text, claims: on, evidence: evidence.flatMap(place) }
    }
  }
  for (const { claim, appearances, stances } of claims) {
    yield { claim: claim.id, wording: claim.wording, evidence: claim.evidence.flatMap(place) }
    for (const { doc, lineage, evidence } of appearances) {
      if (!ofDocs(doc)) continue
      const [{ kind }] = lineage
      yield { claim: claim.id, act: 'put forward', cameBy: kind, evidence: place(evidence) }
    }
    for (const { doc, act, holder, evidence } of stances) {
      if (ofDocs(doc)) yield { claim: claim.id, act, holder, evidence: place(evidence) }
    }
  }
}
