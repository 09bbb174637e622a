// Everybody who has said something in the reports of a desk, and all that one of them has said.
import type { Act } from '../model/act.ts'
import type { Entity, EntityAlias } from '../model/claim.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { Kind } from '../model/reading.ts'
import { wordsOf } from '../model/span.ts'
import type { Desk } from './desk.ts'
import { type HeldDoc, loadHoldings } from './holdings.ts'
import { byDay } from './name-voice.ts'
import { saidIn } from './said-in.ts'

/** One person or body with how much it has said, and in which outlets. */
export interface Speaker {
  readonly id: Id<'entity'>
  readonly aliases?: readonly EntityAlias[] // those ruled to be the same
  readonly kind: Kind
  readonly name: string
  readonly offices: readonly SpokenOffice[]
  readonly said: number
  readonly outlets: readonly string[]
}

/** An office as a reader sees it, with the words that give it. */
export interface SpokenOffice {
  readonly title: string
  readonly from?: string
  readonly until?: string
  readonly isFormer?: true
  readonly evidence: Evidence
}

/** One thing said. */
export interface Saying {
  readonly attribution: Id<'attribution'>
  readonly act: Act
  readonly words: string
  readonly said?: string // when it was said, where the report tells
  readonly to?: string
  readonly via: readonly string[]
  readonly doc: string // the report's name
  readonly outlet?: string
  readonly published?: string
}

/** Everybody who is named or described as saying something, those with most first. */
export async function listSpeakers(desk: Pick<Desk, 'store'>): Promise<Speaker[]> {
  const { docs, linked } = await loadHoldings(desk)
  const byChain = new Map(
    linked.entities.flatMap((entity) => entity.chains.map((ref) => [keyOf(ref), entity] as const)),
  )
  const counts = new Map<Entity, { said: number; outlets: Set<string> }>()
  for (const held of docs) {
    for (const { source } of held.reading.attributions) {
      if (source.kind === 'unstated') continue
      const entities = new Set(source.who.flatMap((chain) => byChain.get(keyOf({ doc: held.doc.id, chain })) ?? []))
      for (const entity of entities) {
        const count = counts.get(entity) ?? { said: 0, outlets: new Set<string>() }
        counts.set(entity, count)
        count.said += 1
        if (held.doc.outlet) count.outlets.add(held.doc.outlet)
      }
    }
  }
  return [...counts]
    .map(([entity, { said, outlets }]) => speakerOf(entity, said, [...outlets].toSorted()))
    .toSorted((a, b) => b.said - a.said || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** All that the speakers have said, by day of printing, the undated last. */
export async function listSayings(desk: Pick<Desk, 'store'>, ids: readonly Id<'entity'>[]): Promise<Saying[]> {
  const { docs, linked } = await loadHoldings(desk)
  const chains = new Set(
    linked.entities.filter(({ id }) => ids.includes(id)).flatMap((entity) => entity.chains.map(keyOf)),
  )
  const sayings = docs.flatMap((held) => sayingsIn(held, chains))
  return byDay(sayings, ({ published }) => published)
}

function sayingsIn({ doc, reading }: HeldDoc, chains: ReadonlySet<string>): Saying[] {
  return reading.attributions.flatMap((attribution): Saying[] => {
    const { source, act, content } = attribution
    if (source.kind === 'unstated') return []
    if (!source.who.some((chain) => chains.has(keyOf({ doc: doc.id, chain })))) return []
    const { said, hearer, via } = saidIn(doc, reading, attribution)
    return [
      {
        attribution: attribution.id,
        act,
        words: wordsOf(doc.text, content).replace(/\s+/g, ' ').trim(),
        ...(said && { said }),
        ...(hearer && { to: hearer }),
        via,
        doc: doc.name,
        ...(doc.outlet && { outlet: doc.outlet }),
        ...(doc.published && { published: doc.published }),
      },
    ]
  })
}

function keyOf({ doc, chain }: { readonly doc: string; readonly chain: string }): string {
  return `${doc} ${chain}`
}

function speakerOf(
  { id, aliases, kind, name, offices = [] }: Entity,
  said: number,
  outlets: readonly string[],
): Speaker {
  const held = offices.map(({ title, ...time }) => ({ title: title.quote, ...time, evidence: title }))
  return { id, ...(aliases && { aliases }), kind, name, offices: held, said, outlets }
}
