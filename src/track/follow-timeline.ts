// A timeline told as it was printed: step by step, one for each attribution, and after each where the claim stood. A denial
// that was said before a confirmation and printed after it comes after it here, and leaves the claim confirmed.
import type { Appearance } from '../model/claim.ts'
import type { Stance, Standing, Step, Timeline, TimelineEvent } from '../model/timeline.ts'
import { printedOf } from './known-before.ts'
import { openStanding } from './standing-of.ts'

/** The steps by time of printing, the undated last. The last step's standing is the claim's. */
export function followTimeline({ events }: Pick<Timeline, 'events'>): Step[] {
  const placeOf = new Map(events.map((event, at) => [event, at]))
  const groups = [...Map.groupBy(events.filter(isPrinted), keyOf).values()]
  const keyed = groups.map((group) => ({ group, printed: group[0] && printedOf(group[0]) }))
  // the order of the timeline stands among those printed together
  keyed.sort((a, b) => compare(a.printed ?? UNDATED, b.printed ?? UNDATED))
  const known = openStanding()
  let before: Standing | undefined
  return keyed.flatMap(({ group }): Step[] => {
    for (const event of group) known.add(event, placeOf.get(event) ?? 0)
    const standing = known.now()
    const step = makeStep(group, standing, before)
    before = standing
    return step ? [step] : []
  })
}

const UNDATED = '~' // after every instant

type Printed = Exclude<TimelineEvent, { readonly kind: 'decision' }>

function isPrinted(event: TimelineEvent): event is Printed {
  return event.kind !== 'decision'
}

// What puts a claim forward is an appearance and a stance of whoever does it, by one attribution: one step.
function keyOf(event: Printed): string {
  if (event.kind === 'stance') return `${event.stance.doc} ${event.stance.attribution}`
  const { doc, attribution, id } = event.appearance
  return attribution === undefined ? `${doc} own voice ${id}` : `${doc} ${attribution}`
}

function makeStep(group: readonly Printed[], standing: Standing, before: Standing | undefined): Step | undefined {
  const stances = group.flatMap((event): Stance[] => (event.kind === 'stance' ? [event.stance] : []))
  const [appearance] = group.flatMap((event): Appearance[] => (event.kind === 'appearance' ? [event.appearance] : []))
  const [stance] = stances
  const base = appearance ?? stance
  if (!base) return undefined
  const printed = appearance?.at ?? stance?.printed
  return {
    doc: base.doc,
    ...(base.attribution && { attribution: base.attribution }),
    act: stance?.act ?? 'asserts',
    isPutForward: appearance !== undefined,
    holders: [...new Set(stances.map(({ holder }) => holder))],
    ...(stance?.said && { said: stance.said }),
    ...(printed && { printed }),
    evidence: base.evidence,
    standing,
    ...(before && before !== standing && { before }),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
