// Each putting forward of a claim, with how it came into its doc and whose word it rests on.
import { putsForward } from '../model/act.ts'
import type { AnonymousSource, Source, StatedSource } from '../model/attribution.ts'
import type { Appearance, Entity } from '../model/claim.ts'
import { digestOfParts } from '../model/digest.ts'
import { cite, type Evidence } from '../model/evidence.ts'
import { asId } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Lineage } from '../model/origin.ts'
import { type NonEmpty, overlaps, type Span } from '../model/span.ts'
import type { Draft } from './claim-index.ts'
import type { Told } from './count-origins.ts'
import { lacksVerb } from './deny-verb.ts'
import { describeAnonymous, keyOfAnonymous, nameDocument } from './describe-anonymous.ts'
import { findIssuer } from './find-issuer.ts'
import type { Voiced } from './find-own-voice.ts'
import { foldBody } from './fold-name.ts'
import type { Found } from './match-claims.ts'
import type { Entities } from './match-entities.ts'
import type { OutletNames } from './name-outlets.ts'
import { type NamedOutlet, resolveTeller } from './resolve-teller.ts'
import type { Trace, Tracer } from './trace-lineage.ts'

interface Context {
  readonly reads: readonly ReadDoc[]
  readonly entities: Entities
  readonly outlets: OutletNames
  readonly trace: Tracer
}

/** The appearances of claims with their tellers; a joint source ("both Dornal and Karsk") tells once for each. */
export function makeAppearances(found: readonly Found[], voiced: readonly Voiced[], context: Context): Told[] {
  const attributed = found
    .filter(({ content, isContrary, isOuter }) => putsForward(content.attribution.act) && !isContrary && !isOuter)
    .flatMap(({ draft, content }) => tellAttributed(draft, content, context))
  const unattributed = voiced.flatMap((sentence) => tellVoiced(sentence, context))
  const place = new Map(context.reads.map(({ doc }, at) => [doc.id, at]))
  const at = ({ appearance }: Pick<Told, 'appearance'>): number => place.get(appearance.doc) ?? 0
  const printedBy = ({ appearance }: Told): string | undefined => context.reads[at({ appearance })]?.doc.outlet
  return [...attributed, ...unattributed]
    .sort((a, b) => at(a) - at(b))
    .map((told) => ({ ...told, printedBy: printedBy(told) ?? '' }))
}

function tellAttributed(draft: Draft, content: Found['content'], context: Context): Told[] {
  const { at, read, attribution, evidence, statement } = content
  const told = resolveTeller(read, attribution, context.outlets)
  const { toldTo, isOutlet } = told
  const teller = isOutlet ? told.teller : (findIssuer(read, attribution, told.teller) ?? told.teller)
  const trace = context.trace(at, evidence.span, toldTo)
  const isUnknown = teller.kind === 'unstated' || isUntold(read, teller)
  const words = isUnknown ? undefined : cite(read.doc, nameOf(read, teller))
  const [claim] = draft.statements
  const appearance: Appearance = {
    ...makeAppearance(draft, read, evidence, firstHand(trace, teller, words, read), attribution.id),
    ...(claim && lacksVerb(claim, statement) && { inOtherTerms: true }),
  }
  if (teller.kind === 'unstated' || !words) return [tellNobody(appearance, trace, context)]
  return teller.who.flatMap((chain): Told[] => {
    const entity = context.entities.entityOf(read.doc.id, chain)
    if (!entity) return [{ appearance }]
    if (teller.kind === 'anonymous') return [{ appearance, teller: unnamed(read, teller, entity, trace, words) }]
    const name = teller.kind === 'document' ? nameDocument(entity.name) : entity.name
    const named = { entity, name, key: entity.id, heads: { atLeast: 1, atMost: 1 }, evidence: words }
    if (isOutlet && toldTo) {
      const outlet = context.entities.outletOf(toldTo.name)
      return [
        { appearance, teller: { ...named, kind: 'outlet', entity: outlet, name: toldTo.name, toldTo: toldTo.name } },
      ]
    }
    return [{ appearance, teller: { kind: 'named', ...named, ...heardBy(toldTo) } }]
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
  entity: Entity,
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
function tellNobody(appearance: Appearance, trace: Trace, { entities }: Context): Told {
  const [lineage] = appearance.lineage
  if (lineage.kind === 'unknown' || trace.heardBy === undefined) return { appearance }
  const { heardBy: name } = trace
  const outlet = entities.outletOf(name)
  const shown = lineage.kind === 'near-identical text' ? lineage.shared[0][0] : undefined
  const evidence = shown ?? ('evidence' in lineage ? lineage.evidence : appearance.evidence)
  return {
    appearance,
    teller: { kind: 'outlet', entity: outlet, name, toldTo: name, key: outlet.id, heads: { atLeast: 1 }, evidence },
  }
}

function tellVoiced({ draft, at, sentence }: Voiced, context: Context): Told[] {
  const read = context.reads[at]
  if (!read) return []
  const trace = context.trace(at, sentence)
  return [tellNobody(makeAppearance(draft, read, cite(read.doc, sentence), trace.lineage), trace, context)]
}

function makeAppearance(
  draft: Draft,
  { doc }: ReadDoc,
  evidence: Evidence,
  lineage: NonEmpty<Lineage>,
  attribution?: Found['content']['attribution']['id'],
): Appearance {
  const { start, end } = evidence.span
  return {
    id: asId<'appearance'>(digestOfParts('appearance', draft.id, doc.id, attribution ?? 'own voice', start, end)),
    claim: draft.id,
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
