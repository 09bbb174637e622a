// Whose word a document is: "the statement said" where a ministry had just said something in a statement; "a study by
// the Institute of Trade".
import type { Attribution, Source, StatedSource } from '../model/attribution.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Chain, Mention } from '../model/reading.ts'
import { contains, overlaps, type Span } from '../model/span.ts'

/** The body or person that issued the document a source is, if the report says; else undefined. */
export function findIssuer(read: ReadDoc, attribution: Attribution, source: Source): StatedSource | undefined {
  if (source.kind !== 'document') return undefined
  const [words] = source.words
  const name = read.reading.chains.find(({ id }) => id === source.who[0])?.name ?? ''
  return findNamed(read, words) ?? findBefore(read, attribution, name)
}

// a study by the Institute of Trade; the Institute of Trade's study
function findNamed({ doc, reading }: ReadDoc, words: Span): StatedSource | undefined {
  const by = /^(?:[^.,;:!?]{0,40}?)\s(?:by|from)\s+(?:the\s+)?/.exec(doc.text.slice(words.start, words.end + 60))?.[0]
  const at = by === undefined ? undefined : words.start + by.length
  const placed = reading.chains.flatMap((chain) => chain.mentions.map((mention) => ({ chain, mention })))
  const named = placed.filter(({ chain, mention }) => canIssue(chain) && mention.form === 'name')
  const issuer = named.find(
    ({ mention: { span } }) =>
      (at !== undefined && span.start <= at && at < span.end) || isOwner(doc.text, span, words),
  )
  return issuer && sourceOf(issuer.chain, issuer.mention)
}

function isOwner(text: string, span: Span, words: Span): boolean {
  return contains(words, span) && /^(?:['’]s?)\s/.test(text.slice(span.end, words.end))
}

// "…, the ministry said in a statement. Both sides have accepted, the statement said."
function findBefore({ doc, reading }: ReadDoc, { content }: Attribution, name: string): StatedSource | undefined {
  const noun = name.split(' ').at(-1)?.toLowerCase() ?? ''
  if (!/^\p{L}+$/u.test(noun)) return undefined
  const issuer = findIssued({ doc, reading }, content[0].start, noun)
  if (issuer) return issuer
  const issued = new RegExp(`\\b(?:in|of) (?:an?|its|his|her|their)(?: [\\p{L}-]+){0,2} ${noun}\\b`, 'iu')
  if (!issued.test(doc.text.slice(0, content[0].start))) return undefined
  const before = reading.attributions.filter(
    ({ source, cue }) => source.kind !== 'document' && source.kind !== 'unstated' && cue[0].start < content[0].start,
  )
  const said = before.findLast(({ cue }) => {
    const sentence = reading.sentences.find((one) => overlaps(one, cue[0]))
    return sentence !== undefined && issued.test(doc.text.slice(cue[0].start, sentence.end))
  })
  return said && said.source.kind !== 'unstated' ? said.source : undefined
}

// Fenwick Telecom issued a statement. The cause was unclear, the statement said.
function findIssued(
  { doc, reading }: Pick<ReadDoc, 'doc' | 'reading'>,
  until: number,
  noun: string,
): StatedSource | undefined {
  const [found] = [
    ...doc.text
      .slice(0, until)
      .matchAll(new RegExp(`\\b${ISSUING} (?:an?|its|his|her|their)(?: [\\p{L}-]+){0,2} ${noun}\\b`, 'giu')),
  ].slice(-1)
  const sentence = found && reading.sentences.find(({ start, end }) => start <= found.index && found.index < end)
  if (!found || !sentence) return undefined
  const named = reading.chains
    .filter(canIssue)
    .flatMap((chain) => chain.mentions.map((mention) => ({ chain, mention })))
    .filter(
      ({ mention: { span } }) => span.start >= sentence.start && IS_SUBJECT.test(doc.text.slice(span.end, found.index)),
    )
    .toSorted((a, b) => b.mention.span.end - a.mention.span.end)
  const [last] = named
  return last && sourceOf(last.chain, last.mention)
}

const IS_SUBJECT = /^\s+(?:(?:\p{L}+ly|also|later|then|has|had)\s+)*$/u // right before the verb: no bystander
const ISSUING = '(?:issued|released|published|put out|sent out|posted|circulated)'

function canIssue({ kind }: Chain): boolean {
  return kind === 'organisation' || kind === 'government' || kind === 'person'
}

function sourceOf({ id, kind }: Chain, { span }: Mention): StatedSource {
  const known = kind === 'person' || kind === 'government' ? kind : 'organisation'
  return { kind: known, words: [span], who: [id] }
}
