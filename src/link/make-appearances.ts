// Each putting forward of a claim, with how it came into its doc and whose word it rests on.
import { putsForward } from '../model/act.ts'
import type { AnonymousSource, Attribution, Source, StatedSource } from '../model/attribution.ts'
import type { Appearance } from '../model/claim.ts'
import { cite, type Evidence } from '../model/evidence.ts'
import { asId, type Id } from '../model/id.ts'
import { lastingId } from '../model/lasting-id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Lineage, Teller } from '../model/origin.ts'
import { makeSpan, type NonEmpty, overlaps, type Span } from '../model/span.ts'
import type { Told } from './count-origins.ts'
import { describeAnonymous, keyOfAnonymous, nameDocument } from './describe-anonymous.ts'
import type { FoundRow, VoicedRow } from './doc-rows.ts'
import { findIssuer } from './find-issuer.ts'
import { foldBody } from './fold-name.ts'
import { isBareBody, isUndecided } from './is-bare-body.ts'
import type { OutletNames } from './name-outlets.ts'
import { type NamedOutlet, resolveTeller } from './resolve-teller.ts'
import type { Trace, Tracer } from './trace-lineage.ts'

/** One doc, and what shows who tells what in it. */
export interface Telling {
  readonly read: ReadDoc
  readonly entityOf: (chain: Id<'chain'>) => Teller['entity'] | undefined
  readonly outletOf: (name: string) => Teller['entity']
  readonly outlets: OutletNames
  readonly trace: Tracer
}

/** The appearances of a claim in one doc with their tellers; a joint source ("both Dornal and Karsk") tells once for each. */
export function makeAppearances(
  claim: Id<'claim'>,
  found: readonly FoundRow[],
  voiced: readonly VoicedRow[],
  telling: Telling,
): Told[] {
  const { doc, reading } = telling.read
  const attributionOf = new Map(reading.attributions.map((attribution) => [attribution.id, attribution]))
  const attributed = found.flatMap((row): Told[] => {
    const attribution = attributionOf.get(row.attribution)
    if (!attribution || !putsForward(attribution.act) || row.isContrary || row.isOuter) return []
    return tellAttributed(claim, row, attribution, telling)
  })
  const unattributed = voiced.map(({ span: [start, end] }): Told => {
    const sentence = makeSpan(doc.text, start, end)
    const trace = telling.trace(sentence)
    return tellNobody(makeAppearance(claim, doc, cite(doc, sentence), trace.lineage), trace, telling)
  })
  return [...attributed, ...unattributed].map((told) => ({ ...told, printedBy: doc.outlet ?? '' }))
}

function tellAttributed(claim: Id<'claim'>, row: FoundRow, attribution: Attribution, telling: Telling): Told[] {
  const { read, outlets, trace: traceWords, entityOf, outletOf } = telling
  const [words] = row.spans
  if (!words) return []
  const evidence = cite(read.doc, makeSpan(read.doc.text, words[0], words[1]))
  const told = resolveTeller(read, attribution, outlets)
  const { toldTo, isOutlet } = told
  const teller = isOutlet ? told.teller : (findIssuer(read, attribution, told.teller) ?? told.teller)
  const trace = traceWords(evidence.span, toldTo)
  const isUnknown = teller.kind === 'unstated' || isUntold(read, teller)
  const named = isUnknown ? undefined : cite(read.doc, nameOf(read, teller))
  const appearance = makeAppearance(claim, read.doc, evidence, firstHand(trace, teller, named, read), attribution.id)
  if (teller.kind === 'unstated' || !named) return [tellNobody(appearance, trace, telling)]
  return teller.who.flatMap((chain): Told[] => {
    const entity = entityOf(chain)
    if (!entity) return [{ appearance }]
    if (teller.kind === 'anonymous') return [{ appearance, teller: unnamed(read, teller, entity, trace, named) }]
    const name = teller.kind === 'document' ? nameDocument(entity.name) : entity.name
    const known = { entity, name, key: entity.id, heads: { atLeast: 1, atMost: 1 }, evidence: named }
    if (isOutlet && toldTo) {
      const outlet = outletOf(toldTo.name)
      return [
        { appearance, teller: { ...known, kind: 'outlet', entity: outlet, name: toldTo.name, toldTo: toldTo.name } },
      ]
    }
    const isBare = isUndecided(name) || (teller.kind !== 'person' && teller.kind !== 'document' && isBareBody(name))
    if (!isBare) return [{ appearance, teller: { kind: 'named', ...known, ...heardBy(toldTo) } }]
    return [
      { appearance, teller: { kind: 'named', ...known, isBare, ...(trace.heardBy && { toldTo: trace.heardBy }) } },
    ]
  })
}

// Marrow met Grieve. She said the offer was dead.: one of two who may tell it elsewhere as well, so nobody new
function isUntold({ reading }: ReadDoc, { who }: StatedSource): boolean {
  const mentions = reading.chains.find(({ id }) => id === who[0])?.mentions ?? []
  return mentions.length > 0 && mentions.every(({ form }) => form === 'pronoun')
}

// "he", "the envoy" -> where the report names him.
function nameOf({ reading }: ReadDoc, { kind, words, who }: StatedSource): Span {
  const mentions = kind === 'anonymous' ? [] : (reading.chains.find(({ id }) => id === who[0])?.mentions ?? [])
  const isNamed = mentions.some(({ form, span }) => form === 'name' && overlaps(span, words[0]))
  return isNamed ? words[0] : (mentions.find(({ form }) => form === 'name')?.span ?? words[0])
}

function unnamed(
  read: ReadDoc,
  source: AnonymousSource,
  entity: Teller['entity'],
  { heardBy }: Trace,
  evidence: Evidence,
): NonNullable<Told['teller']> {
  return {
    kind: 'unnamed',
    entity,
    name: describeAnonymous(read, source),
    key: keyOfAnonymous(read, source),
    heads: source.count,
    evidence,
    isRetold: heardBy !== undefined && foldBody(heardBy) !== foldBody(read.doc.outlet ?? ''),
    ...(heardBy && { toldTo: heardBy }),
    ...(source.side && { side: source.side }),
  }
}

function heardBy(outlet: NamedOutlet | undefined): { toldTo?: string } {
  return outlet ? { toldTo: outlet.name } : {}
}

// Nobody is named behind the words, but a wire line or copied text shows which outlet they go back to.
function tellNobody(appearance: Appearance, trace: Trace, { outletOf }: Telling): Told {
  const [lineage] = appearance.lineage
  if (lineage.kind === 'unknown' || trace.heardBy === undefined) return { appearance }
  const { heardBy: name } = trace
  const outlet = outletOf(name)
  const shown = lineage.kind === 'near-identical text' ? lineage.shared[0][0] : undefined
  const evidence = shown ?? ('evidence' in lineage ? lineage.evidence : appearance.evidence)
  return {
    appearance,
    teller: { kind: 'outlet', entity: outlet, name, toldTo: name, key: outlet.id, heads: { atLeast: 1 }, evidence },
  }
}

function makeAppearance(
  claim: Id<'claim'>,
  doc: ReadDoc['doc'],
  evidence: Evidence,
  lineage: NonEmpty<Lineage>,
  attribution?: Id<'attribution'>,
): Appearance {
  return {
    id: asId<'appearance'>(lastingId('appearance', doc, evidence.span, claim, attribution ?? 'own voice')),
    claim,
    doc: doc.id,
    ...(attribution && { attribution }),
    ...(doc.published && { at: doc.published }),
    evidence,
    lineage,
  }
}

// A source in the outlet's own report, and no other outlet anywhere: first-hand, as far as the text shows. Public words
// of a named source need no outlet: they come from the speaker.
function firstHand(trace: Trace, teller: Source, words: Evidence | undefined, { doc }: ReadDoc): NonEmpty<Lineage> {
  if (trace.lineage[0].kind !== 'unknown' || !words || teller.kind === 'unstated') return trace.lineage
  const from = doc.outlet ?? (teller.kind === 'anonymous' ? undefined : words.quote)
  return from === undefined ? trace.lineage : [{ kind: 'named in text', from, evidence: words }]
}
