// A sentence with the report that it is made from, written down for tests: the evidence stands between [[ and ]].
import type { Doc } from '../../model/doc.ts'
import type { Line } from '../../model/edition.ts'
import { cite } from '../../model/evidence.ts'
import { asId } from '../../model/id.ts'
import type { WordingContext } from './grounds.ts'

export interface WordingCase {
  readonly outlet: string
  readonly published: string
  readonly report: string
  readonly ruled: string
}

/** The line and its context. */
export function lineOf({ outlet, published, report, ruled }: WordingCase): [Line, WordingContext] {
  const start = report.indexOf('[[')
  const end = report.indexOf(']]') - 2
  const text = report.replace('[[', '').replace(']]', '')
  const doc: Doc = {
    id: asId('doc-1'),
    capture: asId('capture-1'),
    madeBy: 'extract@test',
    name: 'report.html',
    text,
    blocks: [{ kind: 'paragraph', span: { start: 0, end: text.length } }],
    language: 'en',
    fields: [],
    outlet,
    published,
    removed: [],
  }
  const line: Line = { id: asId('line-1'), text: ruled, claims: [], evidence: [cite(doc, { start, end })] }
  return [line, { findDoc: (id) => (id === doc.id ? doc : undefined) }]
}
