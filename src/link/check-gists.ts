// What keeps two clauses from being one claim, each in a sentence that a person can check: who acts, what is done about the
// matter, on what terms, whole or part. Words and vectors cannot overrule these.
import { hasSameRoot, isCollective, likeness } from './align-statements.ts'
import { isGrammar } from './common-words.ts'
import { areNear } from './concepts.ts'
import type { Frame } from './frame-words.ts'
import type { Condition, Gist } from './make-gist.ts'
import type { Term } from './make-statement.ts'
import { isTurning } from './synonyms.ts'

/** Why the clauses are two claims; undefined where nothing speaks against their being one. */
export function findDifference(a: Gist, b: Gist): string | undefined {
  return (
    differInAgent(a, b) ?? differInFrame(a, b) ?? differInCondition(a, b) ?? differInExtent(a, b) ?? differInNo(a, b)
  )
}

/** True where both name who acts, and it is the same. */
export function haveOneAgent(a: Gist, b: Gist): boolean {
  return a.agent.some((x) => b.agent.some((y) => areOne(x, y)))
}

/** True where each clause names somebody or some place that stands nowhere in the statement of the other. */
export function differInNames(
  a: Gist,
  b: Gist,
  [wholeA, wholeB]: readonly [readonly Term[], readonly Term[]],
): boolean {
  const isOwn = (term: Term, others: readonly Term[]): boolean =>
    term.isName && !term.isNumber && !isCollective(term.stem) && !others.some((one) => areOne(term, one))
  return a.terms.some((term) => isOwn(term, wholeB)) && b.terms.some((term) => isOwn(term, wholeA))
}

/** True where one clause says of a matter of both what the other says is not so, or one word turns it round. */
export function areOpposite(a: Gist, b: Gist): boolean {
  const isTurned = (one: Gist, other: Gist): boolean =>
    one.terms.some(({ stem }) => isTurning(stem) && !other.terms.some((term) => term.stem === stem))
  if (isTurned(a, b) || isTurned(b, a)) return a.frame !== 'refuse'
  if (a.frame === 'refuse' || (a.saysNo && b.saysNo)) return false
  const pairs = a.matter.flatMap((x) => b.matter.filter((y) => areAlike(x, y)).map((y) => [x, y] as const))
  return pairs.some(([x, y]) => x.isNegated !== y.isNegated)
}

/** True where two words may tell of one thing. */
export function areAlike(x: Term, y: Term): boolean {
  if (x.isName || y.isName) return areOne(x, y)
  return likeness(x, y) > 0 || areNear(x.stem, y.stem)
}

// Karsk, Karskan; the president of Karsk where Karsk acts
function areOne(x: Term, y: Term): boolean {
  if (likeness(x, y) > 0) return true
  if (x.of !== undefined && (x.of === y.stem || x.of === y.of || hasSameRoot(x.of, y.folded))) return true
  return y.of !== undefined && (y.of === x.stem || hasSameRoot(y.of, x.folded))
}

// Karsk attacked Veldania / Veldania attacked Karsk; Marrow met the envoy / Hale met the envoy
function differInAgent(a: Gist, b: Gist): string | undefined {
  if (a.agent.length === 0 || b.agent.length === 0 || haveOneAgent(a, b)) return undefined
  if (isOpen(a.agent, b.agent) || isOpen(b.agent, a.agent)) return undefined
  return `of one it is ${nameOf(a.agent)} who acts, of the other ${nameOf(b.agent)}`
}

// "We know of it": whoever says so; "they" may be whoever is named elsewhere.
function isOpen(agent: readonly Term[], other: readonly Term[]): boolean {
  const isPronoun = agent.every(({ folded }) => isGrammar(folded))
  const isFirst = agent.every(({ folded }) => /^(?:i|me|my|we|us|our)$/.test(folded))
  // he opposed the toll / most residents opposed it
  const isSingle = agent.every(({ folded }) => /^(?:he|she)$/.test(folded))
  if (isSingle && other.some(({ folded, isName }) => !isName && /(?:[^s]s|people|men|women)$/.test(folded)))
    return false
  return isFirst || (isPronoun && other.every(({ stem }) => !/^[@#]/.test(stem)))
}

function nameOf(terms: readonly Term[]): string {
  return `"${terms.map(({ folded }) => folded).join(' ')}"`
}

const SAID: Readonly<Record<Frame, string>> = {
  offer: 'offered',
  refuse: 'refused',
  accept: 'accepted',
  ask: 'asked for',
  want: 'wanted',
  fear: 'feared',
  threaten: 'threatened',
  purpose: 'what something is for',
  tell: 'only spoken of',
  undo: 'taken back',
  plan: 'to come',
  possible: 'possible',
  ought: 'called for',
  done: 'done',
}
/** What two clauses that are one claim have in common, in words that a person can check. */
export function tellShared({ agent, frame, condition }: Gist, [x, y]: readonly [Term, Term]): string {
  const matter = x.folded === y.folded ? `"${x.folded}"` : `"${x.folded}" as "${y.folded}"`
  const terms = condition ? `, both on terms: ${nameOf(condition.terms)}` : ''
  return `of both ${nameOf(agent)} acts, and ${matter} is ${SAID[frame]}${terms}`
}

// What is to come, and what is done, differ in time alone: they may be one claim that two reports tell from two sides of it.
// Whether "will not" is the refusal of what "will" promises is for the polarity to say.
const COMPATIBLE: ReadonlySet<string> = new Set(['plan done', 'plan refuse', 'accept done'])

// has offered to leave / has left; is ready to sign / refuses to sign
function differInFrame({ frame: a }: Gist, { frame: b }: Gist): string | undefined {
  if (a === b || COMPATIBLE.has(`${a} ${b}`) || COMPATIBLE.has(`${b} ${a}`)) return undefined
  return `in one the matter is ${SAID[a]}, in the other ${SAID[b]}`
}

// would not discuss it without Karsk / would not discuss it; without Karsk / without Ostmere
function differInCondition(a: Gist, b: Gist): string | undefined {
  const [x, y] = [a.condition, b.condition]
  if (!x && !y) return undefined
  if (x && y) return differInTerms(x, y)
  const [has, lacks] = x ? [a, b] : [b, a]
  const isDetail = has.condition?.kind === 'if' && (has.frame === 'offer' || lacks.frame === 'offer')
  return isDetail ? undefined : 'only one says on what terms'
}

function differInTerms(x: Condition, y: Condition): string | undefined {
  const names = ({ terms }: Condition): Term[] => terms.filter(({ isName }) => isName)
  const isNamed = names(x).length > 0 && names(y).length > 0
  const [own, other] = isNamed ? [names(x), names(y)] : [x.terms, y.terms]
  if (x.kind !== y.kind) return 'the terms are turned round'
  if (own.length === 0 || other.length === 0 || own.some((one) => other.some((two) => areAlike(one, two))))
    return undefined
  return `the terms differ: ${nameOf(own)} and ${nameOf(other)}`
}

// some of the prisoners / all the prisoners
function differInExtent(a: Gist, b: Gist): string | undefined {
  if (a.extent === b.extent) return undefined
  if (a.extent === 'part' || b.extent === 'part') return 'one is about a part only'
  const [whole, other] = a.extent === 'whole' ? [a, b] : [b, a]
  const isNarrower = other.matter.some((term) => !whole.terms.some((one) => areAlike(term, one)))
  return isNarrower ? 'one is about all, the other about something within it' : undefined // all sanctions / sanctions on grain
}

// Lindria sees no sign that Veldania wants peace / Lindria wants peace: whatever the "no" is about, only one has it. Where the
// same word stands under it in one and not in the other, they are contrary, and about one thing.
function differInNo(a: Gist, b: Gist): string | undefined {
  if (a.saysNo === b.saysNo || a.frame === 'refuse' || b.frame === 'refuse') return undefined
  const isAbout = a.terms.some((x) => b.terms.some((y) => x.isNegated !== y.isNegated && areAlike(x, y)))
  return isAbout ? undefined : 'only one of them says no'
}
