// The words of an attribution as a person corrected them: the cue, what was said, and the words that name the source. Whom new
// words of a source mean is looked up among those whom the report mentions; where it mentions nobody there, nobody is guessed.
import type { Attribution, Source, StatedSource } from '../model/attribution.ts'
import type { CorrectedWords, LookedAt } from '../model/decision.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Chain, Reading } from '../model/reading.ts'
import { reanchor } from '../model/reanchor.ts'
import { contains, overlaps, type Pieces, type Span, wordsOf } from '../model/span.ts'
import { findChainAt, overlapOf } from './find-ruled.ts'
import { formOfWords } from './form-of-words.ts'
import { sourceFor } from './source-for.ts'

/**
 * The reading with the words put right. Undefined: words are not in this doc of the report, pieces run into one another, or
 * the cue would lie in what was said. `chain`: the id of the chain that is made where nobody is known by the words.
 */
export function correctWords(
  { doc, reading }: ReadDoc,
  own: Attribution,
  { to, chain }: { readonly to: CorrectedWords; readonly chain: Id<'chain'> },
): Reading | undefined {
  const cue = to.cue ? findPieces(to.cue, doc) : own.cue
  const content = to.content ? findPieces(to.content, doc) : own.content
  const words = to.source && findPieces(to.source, doc)
  if (!cue || !content || (to.source && !words)) return undefined
  if (cue.some((one) => content.some((other) => overlaps(one, other)))) return undefined
  const made = words && nameSource({ doc, reading }, own, words, chain)
  const form = to.content ? formOfWords(doc.text, reading.quotations, content) : own.form
  const corrected: Attribution = { ...own, cue, content, form, ...(made && { source: made.source }) }
  return {
    ...reading,
    chains: made?.chain ? [...reading.chains, made.chain] : reading.chains,
    notes: made?.chain ? [...reading.notes, noteOf(doc.text, made.chain)] : reading.notes,
    attributions: reading.attributions.map((one) => (one.id === own.id ? corrected : one)),
  }
}

function findPieces(words: readonly LookedAt[], doc: ReadDoc['doc']): Pieces | undefined {
  const spans = words.map((piece) => reanchor(piece, doc))
  const found = spans.filter((span) => span !== undefined).toSorted((a, b) => a.start - b.start)
  const [first, ...others] = found
  const isApart = found.every((span, at) => found.slice(at + 1).every((other) => !overlaps(span, other)))
  return first && isApart && found.length === words.length ? [first, ...others] : undefined
}

const SAME_LEAST = 0.5 // of the characters that either covers: then the words name whom the old ones named

function nameSource(
  read: ReadDoc,
  own: Attribution,
  words: Pieces,
  id: Id<'chain'>,
): { source: Source; chain?: Chain } {
  const { source } = own
  const found = words.flatMap((span) => findWithin(read, span) ?? [])
  const [first, ...others] = new Set(found.map((chain) => chain.id))
  const isSame = source.kind !== 'unstated' && overlapOf(source.words, words) >= SAME_LEAST
  if (source.kind !== 'unstated' && (first === undefined ? isSame : source.who.includes(first))) {
    return { source: { ...source, words } }
  }
  const [known] = found
  if (first === undefined || known === undefined) {
    const name = `unknown (“${wordsOf(read.doc.text, words).replace(/\s+/g, ' ').slice(0, LONGEST)}”)`
    const chain: Chain = { id, kind: 'person', name, mentions: [{ span: words[0], form: 'nominal' }] }
    return { source: { kind: 'person', words, who: [id] }, chain }
  }
  const stated: StatedSource = sourceFor(known, read.reading, own)
  return { source: { ...stated, words, who: [first, ...others] } }
}

const LONGEST = 80 // characters of the words that stand in the name

// The chain of which the words are a mention, or the first one named in them: "Ilse Marrow, the envoy".
function findWithin({ reading }: ReadDoc, span: Span): Chain | undefined {
  const found = findChainAt(span, reading)
  if (found) return found
  const within = reading.chains.flatMap((chain) =>
    chain.mentions.flatMap((mention) => (contains(span, mention.span) ? [{ chain, at: mention.span.start }] : [])),
  )
  return within.toSorted((a, b) => a.at - b.at)[0]?.chain
}

function noteOf(text: string, { mentions }: Chain): Reading['notes'][number] {
  const [{ span }] = mentions
  return { rule: 'source-unresolved', reason: `"${text.slice(span.start, span.end)}" may be anybody`, span }
}
