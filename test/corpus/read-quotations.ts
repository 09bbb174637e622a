// A doc of which only the quotations are read: what the linker needs to tell near-copies.
import { docFromText } from '../../src/extract/doc-from-text.ts'
import { asId } from '../../src/model/id.ts'
import type { ReadDoc } from '../../src/model/ledger.ts'
import { findQuotations } from '../../src/read/find-quotations.ts'

interface Given {
  readonly id: string
  readonly text: string
  readonly outlet: string
  readonly published: string
}

/** The text as a doc with its quotations. */
export function readQuotations({ id, text, outlet, published }: Given): ReadDoc {
  const doc = docFromText(text, { name: id, mediaType: 'text/plain', outlet, published }, asId<'capture'>(id))
  const quotations = findQuotations(doc)
  const nothing = { sentences: [], chains: [], names: [], attributions: [], notes: [] } as const
  return { doc, reading: { doc: doc.id, madeBy: 'read@0.0.0', quotations, ...nothing } }
}
