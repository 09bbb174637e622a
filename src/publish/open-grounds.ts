// What is held of each claim, put in order when it is asked for: a week has thousands of claims, and prints a few hundred.
import type { Act } from '../model/act.ts'
import type { Appearance } from '../model/claim.ts'
import type { Id, Instant } from '../model/id.ts'
import type { Linked, Tracked } from '../model/ledger.ts'

/** Who put a claim forward and answered it, and which origin each of its prints goes back to. */
export interface Grounds {
  readonly appearancesByClaim: ReadonlyMap<Id<'claim'>, readonly Appearance[]>
  readonly originOf: (appearance: Appearance) => Id<'origin'> | undefined
  readonly actOf: (appearance: Appearance) => Act | undefined // of its stance; undefined: nobody took one there
  readonly hasPut: (claim: Id<'claim'>, holder: Id<'entity'>) => boolean // forward, in any week
  readonly hadAnswered: (claim: Id<'claim'>, holder: Id<'entity'>, act: Act) => boolean // so, before the week
}

/** The grounds of all claims. `wasEarlier`: true for what was printed before the week. */
export function openGrounds(
  { appearances, independences }: Pick<Linked, 'appearances' | 'independences'>,
  { stances }: Pick<Tracked, 'stances'>,
  wasEarlier: (printed: Instant) => boolean,
): Grounds {
  const independenceOf = new Map(independences.map((one) => [one.claim, one]))
  const stancesOf = Map.groupBy(stances, ({ claim }) => claim)
  const on = (claim: Id<'claim'>) => stancesOf.get(claim) ?? []
  const origins = onceEach((claim) => {
    const listed = independenceOf.get(claim)?.origins ?? []
    return new Map(listed.flatMap(({ id, appearances: own }) => own.map((appearance) => [appearance, id] as const)))
  })
  const acts = onceEach((claim) => new Map(on(claim).map((one) => [`${one.doc} ${one.attribution}`, one.act])))
  const puts = onceEach((claim) => new Set(on(claim).flatMap(({ act, holder }) => (act === 'asserts' ? [holder] : []))))
  const answers = onceEach((claim) => {
    const before = on(claim).filter(({ printed }) => printed !== undefined && wasEarlier(printed))
    return new Set(before.map(({ holder, act }) => `${holder} ${act}`))
  })
  return {
    appearancesByClaim: Map.groupBy(appearances, ({ claim }) => claim),
    originOf: ({ claim, id }) => origins(claim).get(id),
    actOf: ({ claim, doc, attribution }) => acts(claim).get(`${doc} ${attribution}`),
    hasPut: (claim, holder) => puts(claim).has(holder),
    hadAnswered: (claim, holder, act) => answers(claim).has(`${holder} ${act}`),
  }
}

function onceEach<T>(make: (claim: Id<'claim'>) => T): (claim: Id<'claim'>) => T {
  const made = new Map<Id<'claim'>, T>()
  return (claim) => {
    const known = made.get(claim) ?? make(claim)
    made.set(claim, known)
    return known
  }
}
