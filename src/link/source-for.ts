// The source that a chain makes: as the report has it elsewhere, with its count, side or role; else by the kind of the chain.
import type { Attribution, StatedSource } from '../model/attribution.ts'
import type { Chain, Kind, Reading } from '../model/reading.ts'

const STATED: Readonly<Record<Exclude<Kind, 'group'>, Exclude<StatedSource['kind'], 'anonymous'>>> = {
  person: 'person',
  organisation: 'organisation',
  government: 'government',
  outlet: 'outlet',
  document: 'document',
  place: 'government', // Karsk: its government
}

/** The source of an attribution that is given to this chain. */
export function sourceFor({ id, kind, mentions }: Chain, { attributions }: Reading, own: Attribution): StatedSource {
  const others = attributions.flatMap(({ id: other, source }) => (other === own.id ? [] : [source]))
  const alike = others.find((source) => source.kind !== 'unstated' && source.who[0] === id && source.who.length === 1)
  if (alike && alike.kind !== 'unstated') return alike
  const words = [mentions[0].span] as const
  return kind === 'group'
    ? { kind: 'anonymous', words, who: [id], count: { atLeast: 1 } }
    : { kind: STATED[kind], words, who: [id] }
}
