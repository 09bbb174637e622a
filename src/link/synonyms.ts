// Words of diplomatic reporting that stand for one another in a claim. Small on purpose: each group is a judgement.
import { stemWord } from './stem-word.ts'

const GROUPS = `
offer offered proposal propose proposed suggestion suggest suggested overture
reject rejected rejection refuse refused refusal spurn rebuff decline
talk talks negotiation negotiations negotiate discussion discussions discuss dialogue
ceasefire truce armistice
freeze halt suspend pause
agreement accord deal pact treaty
agree consent
aid assistance help support
exchange swap
envoy emissary mediator intermediary
meet meeting summit
leave withdraw withdrawal pullout
attack strike assault
kill dead death die
border frontier
vow pledge promise
warn caution
collapse fail failure
want seek
parliament legislature
pass approve adopt
increase rise climb gain jump
decrease fall drop decline
buy purchase acquire
begin start launch
end finish conclude
soldiers troops forces
vessel ship
`

const OPPOSITES = `
open close
accept reject
support oppose
win lose
rise fall
increase decrease
begin end
join leave
release detain
possible impossible
true false
guilty innocent
`

const OPPOSITE_OF: ReadonlySet<string> = new Set(
  OPPOSITES.trim()
    .split('\n')
    .map((line) => line.split(' ').map(stemWord))
    .flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]),
)

// What is said of one thing only while the other goes on with it.
const TURNING: ReadonlySet<string> = new Set(
  'postpone delay cancel scrap resume suspend abandon extend collapse reject'.split(' ').map(stemWord),
)

const WITH_OPPOSITE: ReadonlySet<string> = new Set([...OPPOSITE_OF].map((pair) => pair.split(' ')[0] ?? ''))

const GROUP_OF: ReadonlyMap<string, readonly number[]> = makeGroups()

/** True where two stems stand for one another, such as those of "truce" and "ceasefire". */
export function areSynonyms(a: string, b: string): boolean {
  const groups = GROUP_OF.get(a)
  return groups?.some((group) => GROUP_OF.get(b)?.includes(group)) ?? false
}

/** True where one stem is the opposite of the other, such as those of "accepted" and "rejected". */
export function areAntonyms(a: string, b: string): boolean {
  return OPPOSITE_OF.has(`${a} ${b}`)
}

/** True for stems that have an opposite in the table. */
export function hasAntonym(stem: string): boolean {
  return WITH_OPPOSITE.has(stem)
}

/** True for stems that turn an event round: "postponed" the signing. */
export function isTurning(stem: string): boolean {
  return TURNING.has(stem)
}

/** The group of a stem that has exactly one, else the stem: one key for all words of a group. */
export function headStem(stem: string): string {
  const groups = GROUP_OF.get(stem)
  return groups?.length === 1 ? `=${groups[0]}` : stem
}

function makeGroups(): Map<string, number[]> {
  const groupOf = new Map<string, number[]>()
  const lines = GROUPS.trim().split('\n')
  for (const [group, line] of lines.entries()) {
    for (const stem of new Set(line.split(' ').map(stemWord))) {
      groupOf.set(stem, [...(groupOf.get(stem) ?? []), group])
    }
  }
  return groupOf
}
