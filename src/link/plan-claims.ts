// Which claim words belong to once people have ruled on claims. It is worked out from the reports that the rulings name
// alone: claims are joined and parted by whom they are led to, so that nothing else has to be looked at. Rulings count in log
// order, each for what those before it left.
import type { Decision, LookedAt, Target } from '../model/decision.ts'
import { tellRuling } from '../model/decision.ts'
import { digestOf, digestOfParts } from '../model/digest.ts'
import { asId, type Id } from '../model/id.ts'

/** Words held to bear on a claim, before anything is ruled. */
export interface Row {
  readonly key: string // the same for the same words on the same claim
  readonly claim: Id<'claim'>
  readonly attribution: Id<'attribution'>
  readonly isOpener: boolean // the claim has its id from these words
  readonly isOuter: boolean // it only passes on an inner attribution that bears on the claim
}

/** Where words are looked for: the rows at a place, and the attribution that a ruling is about. */
export interface ClaimPlaces {
  readonly rowsAt: (words: LookedAt) => readonly Row[]
  readonly rowsOf: (target: Target) => readonly Row[] // of an attribution
}

export interface ClaimPlan {
  /** The claims, as they were matched, that rulings join, part or are about. */
  readonly ruled: ReadonlySet<Id<'claim'>>
  /** The claim that a row belongs to. */
  readonly claimOf: (row: Pick<Row, 'key' | 'claim'>) => Id<'claim'>
  /** The claim that all belongs to which no ruling names row by row. */
  readonly restOf: (claim: Id<'claim'>) => Id<'claim'>
  /** The decision that put a row where it is, as a reason; undefined where the linker did. */
  readonly becauseOf: (row: Pick<Row, 'key' | 'claim'>) => string | undefined
  readonly aliasesOf: (claim: Id<'claim'>) => readonly Id<'claim'>[]
  /** What rulings make of a claim as it was matched: the same as long as they make the same of it. */
  readonly stateOf: (claim: Id<'claim'>) => RuledState
  readonly decisionsOn: (claim: Id<'claim'>) => readonly Decision[]
}

/** The claims that the words of a matched claim belong to, and all that rulings say of these. */
export interface RuledState {
  readonly finals: readonly Id<'claim'>[]
  readonly told: string
}

/** A claim while rulings are applied. */
interface Node {
  id: Id<'claim'>
  into?: { readonly node: Node; readonly because: string } // the claim that it was merged into
  readonly aliases: Id<'claim'>[]
  readonly decisions: Decision[]
}

interface State {
  readonly nodeOf: (claim: Id<'claim'>) => Node
  readonly moved: Map<string, { readonly node: Node; readonly because: string }> // rows split off, by key
  readonly nodes: Map<string, Node>
  readonly split: Node[]
}

/** The plan of the decisions in force, given in log order. */
export function planClaims(decisions: readonly Decision[], places: ClaimPlaces): ClaimPlan {
  const nodes = new Map<string, Node>()
  const nodeOf = (claim: Id<'claim'>): Node => {
    const node = nodes.get(claim) ?? { id: claim, aliases: [], decisions: [] }
    nodes.set(claim, node)
    return node
  }
  const state: State = { nodeOf, nodes, moved: new Map(), split: [] }
  for (const decision of decisions) apply(decision, state, places)
  const all = [...nodes.values(), ...state.split]
  const roots = new Map(all.filter(({ into }) => !into).map((node) => [node.id, node]))
  const known = (claim: Id<'claim'>): Node | undefined => nodes.get(claim) // asking makes no node
  const restOf = (claim: Id<'claim'>): Id<'claim'> => rootOf(known(claim))?.id ?? claim
  const aliasesOf = (claim: Id<'claim'>): Id<'claim'>[] =>
    [...new Set(roots.get(claim)?.aliases)].filter((id) => !roots.has(id))
  const decisionsOn = (claim: Id<'claim'>): Decision[] => [...new Set(roots.get(claim)?.decisions)]
  const movedOf = Map.groupBy(state.moved, ([key]) => key.slice(0, key.indexOf(' ')))
  return {
    ruled: new Set([...nodes.keys()].map((id) => asId<'claim'>(id))),
    claimOf: (row) => nodeOfRow(row, state, known)?.id ?? row.claim,
    restOf,
    becauseOf: ({ key, claim }) => (state.moved.get(key) ?? known(claim)?.into)?.because,
    aliasesOf,
    decisionsOn,
    stateOf(claim) {
      const moved = (movedOf.get(claim) ?? []).map(
        ([key, { node, because }]) => [key, rootOf(node)?.id ?? node.id, because] as const,
      )
      const finals = [...new Set([restOf(claim), ...moved.map(([, id]) => id)])]
      const of = finals.map((id) => [id, aliasesOf(id), decisionsOn(id).map((one) => one.id)])
      return { finals, told: digestOf(JSON.stringify([known(claim)?.into?.because, moved, of])) }
    },
  }
}

function rootOf(node: Node | undefined): Node | undefined {
  return node?.into ? rootOf(node.into.node) : node
}

function nodeOfRow(
  { key, claim }: Pick<Row, 'key' | 'claim'>,
  { moved }: State,
  find: (claim: Id<'claim'>) => Node | undefined,
): Node | undefined {
  return rootOf(moved.get(key)?.node ?? find(claim))
}

interface Located {
  readonly row: Row
  readonly node: Node
}

// The claim that now has the first of the words that still bear on one; by words that only pass it on, last.
function locate({ words }: Pick<Target, 'words'>, state: State, { rowsAt }: ClaimPlaces): Located | undefined {
  for (const piece of words) {
    const rows = rowsAt(piece)
    const row = rows.find(({ isOuter }) => !isOuter) ?? rows[0]
    const node = row && nodeOfRow(row, state, state.nodeOf)
    if (row && node) return { row, node }
  }
  return undefined
}

function apply(decision: Decision, state: State, places: ClaimPlaces): void {
  const { ruling } = decision
  switch (ruling.kind) {
    case 'merge':
      join([ruling.keep, ...ruling.absorb], decision, state, places)
      return
    case 'split': {
      const from = locate(ruling.from, state, places)
      const rows = ruling.move.flatMap((words) => places.rowsAt(words))
      if (from) moveOut(from.node, rows, decision, state)
      return
    }
    case 'different': {
      const [one, other] = ruling.what[0].noun === 'claim' ? ruling.what.map((each) => locate(each, state, places)) : []
      if (one && other && one.node === other.node) part(one, other, decision, state, places)
      return
    }
    case 'reject':
      for (const target of ruling.on) locate(target, state, places)?.node.decisions.push(decision)
      return
    case 're-attribute':
    case 'correct':
    case 'set kind':
      for (const row of places.rowsOf(ruling.what)) nodeOfRow(row, state, state.nodeOf)?.decisions.push(decision)
      return
    default:
  }
}

// The first one found is kept; the ids of the others lead to it, and those that they had on the screen.
function join(targets: readonly Target[], decision: Decision, state: State, places: ClaimPlaces): void {
  const located = targets.flatMap((target) => locate(target, state, places)?.node ?? [])
  const [kept, ...others] = new Set(located)
  if (!kept || located.length < 2) return
  for (const other of others) {
    other.into = { node: kept, because: tellRuling(decision) }
    kept.aliases.push(other.id, ...other.aliases)
    kept.decisions.push(...other.decisions)
  }
  kept.aliases.push(...targets.map(({ id }) => asId<'claim'>(id)))
  kept.decisions.push(decision)
}

// The id stays with the part that has the first words, be they the ones moved or the ones that stay.
function moveOut(node: Node, rows: readonly Row[], decision: Decision, state: State): void {
  node.decisions.push(decision)
  const own = rows.filter((row) => nodeOfRow(row, state, state.nodeOf) === node)
  if (own.length === 0) return
  const made: Node = { id: asId<'claim'>(digestOfParts('split', decision.id)), aliases: [], decisions: [decision] }
  const isFirst = own.some(({ isOpener, claim }) => isOpener && !state.nodeOf(claim).into)
  if (isFirst) [node.id, made.id] = [made.id, node.id]
  for (const { key } of own) state.moved.set(key, { node: made, because: tellRuling(decision) })
  state.split.push(made)
}

// Joined by a ruling, they part as they were; joined by the linker, what was looked at under the second leaves.
function part(one: Located, other: Located, decision: Decision, state: State, places: ClaimPlaces): void {
  const { what } = decision.ruling as { readonly what: readonly [Target, Target] }
  const joined = [other, one].map(({ row }) => state.nodeOf(row.claim)).find(({ into }) => into)
  if (one.row.claim !== other.row.claim && joined?.into) {
    const kept = joined.into.node
    delete joined.into
    const gone = new Set<string>([joined.id, ...joined.aliases])
    kept.aliases.splice(0, kept.aliases.length, ...kept.aliases.filter((id) => !gone.has(id)))
    for (const node of [kept, joined]) node.decisions.push(decision)
    return
  }
  const kept = new Set(what[0].words.flatMap((words) => places.rowsAt(words)).map(({ key }) => key))
  const rows = what[1].words.flatMap((words) => places.rowsAt(words)).filter(({ key }) => !kept.has(key))
  moveOut(one.node, rows, decision, state)
}
