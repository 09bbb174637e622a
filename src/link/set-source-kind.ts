// The kind of a source as a person set it. What kind somebody is does not change from one sentence to the next: whatever the
// report lays to the same hands has the same kind, and so have the chains that these are.
import type { Attribution, Source, SourceKind, StatedSource } from '../model/attribution.ts'
import type { Kind, Reading } from '../model/reading.ts'

const CHAIN_KIND: Readonly<Record<Exclude<SourceKind, 'unstated'>, Kind>> = {
  official: 'person',
  expert: 'person',
  person: 'person',
  organisation: 'organisation',
  government: 'government',
  outlet: 'outlet',
  document: 'document',
  anonymous: 'group',
}

/** The reading with it. Undefined where the attribution names no source, so that there is nobody to be of a kind. */
export function setSourceKind(reading: Reading, own: Attribution, to: SourceKind): Reading | undefined {
  const { source } = own
  if (to === 'unstated') {
    const attributions = reading.attributions.map((one) => (one.id === own.id ? { ...one, source: { kind: to } } : one))
    return { ...reading, attributions }
  }
  if (source.kind === 'unstated') return undefined
  const who = source.who.join(' ')
  const set = <S extends Source>(voice: S): S | StatedSource =>
    voice.kind !== 'unstated' && voice.who.join(' ') === who ? asKind(voice, to) : voice
  return {
    ...reading,
    chains: reading.chains.map((chain) => (source.who.includes(chain.id) ? { ...chain, kind: CHAIN_KIND[to] } : chain)),
    attributions: reading.attributions.map((one) => ({
      ...one,
      source: set(one.source),
      via: one.via.map(set),
      ...(one.restsOn && { restsOn: set(one.restsOn) }),
    })),
  }
}

function asKind(voice: StatedSource, to: Exclude<SourceKind, 'unstated'>): StatedSource {
  const { words, who } = voice
  switch (to) {
    case 'anonymous':
      return voice.kind === to ? voice : { kind: to, words, who, count: { atLeast: who.length } }
    case 'official':
    case 'expert':
      return { kind: 'person', words, who, role: to }
    default:
      return { kind: to, words, who }
  }
}
