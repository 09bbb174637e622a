// What saying it does to the claim: the fine act, the coarse one that a stance is told by, and the codes by which
// political science knows it.

/**
 * `denies`: it is not so. `rejects`: a proposal, an offer, a demand is turned down, which does not deny that it was made.
 * `declines to comment` and `did not respond` are two events, and neither is a denial.
 */
export const ACTS = [
  'asserts',
  'announces',
  'confirms',
  'denies',
  'rejects',
  'declines to comment',
  'did not respond',
  'doubts',
  'promises',
  'demands',
  'threatens',
  'corrects',
  'retracts',
] as const

export type Act = (typeof ACTS)[number]

/** The act as a reader counts it. */
export type CoarseAct = 'asserts' | 'announces' | 'denies' | 'declines to comment'

const COARSE: Readonly<Partial<Record<Act, CoarseAct>>> = {
  announces: 'announces',
  denies: 'denies',
  retracts: 'denies',
  'declines to comment': 'declines to comment',
  'did not respond': 'declines to comment',
}

/** The coarse act: whoever retracts denies, whoever did not respond did not comment, all others assert. */
export function coarseOf(act: Act): CoarseAct {
  return COARSE[act] ?? 'asserts'
}

/** True for acts that put what is said forward; a demand and a promise do so of what is demanded and promised. */
export function putsForward(act: Act): boolean {
  return PUTTING.has(act)
}

const PUTTING: ReadonlySet<Act> = new Set(['asserts', 'announces', 'confirms', 'promises', 'demands', 'threatens'])

/** True where nothing was said to the matter. */
export function isSilent(act: Act): boolean {
  return coarseOf(act) === 'declines to comment'
}

/**
 * The code that an act is exported as, where one fits: CAMEO's under root 01, public statement (Schrodt, CAMEO Event and
 * Actor Codebook, 2012), or else PLOVER's category. CAMEO keeps what is turned down under root 12, and PLOVER has
 * neither comment nor its refusal.
 */
export const CODE: Readonly<Partial<Record<Act, string>>> = {
  asserts: 'CAMEO 010',
  announces: 'CAMEO 010',
  confirms: 'CAMEO 015',
  denies: 'CAMEO 016',
  rejects: 'PLOVER REJECT',
  'declines to comment': 'CAMEO 011',
  doubts: 'CAMEO 012',
  promises: 'PLOVER AGREE',
  demands: 'PLOVER REQUEST',
  threatens: 'PLOVER THREATEN',
}
