// How words were said, by the force of the verb: whoever "admitted" concedes that it is so, whoever "claimed" is
// doubted, and neither may come in for "said".

export type Force =
  | 'say'
  | 'announce'
  | 'confirm'
  | 'admit'
  | 'show'
  | 'claim'
  | 'warn'
  | 'deny'
  | 'suggest'
  | 'temper'
  | 'stress'
  | 'ask'
  | 'promise'
  | 'accuse'
  | 'report'
  | 'agree'
  | 'reject'

const FORCES: readonly (readonly [Force, string])[] = [
  [
    'say',
    'say says said saying tell tells told telling state states stated stating add adds added adding remark remarked remarks comment commented comments explain explains explained speak spoke speaks speaking write wrote writes writing describe described describes reply replied replies answer answered answers respond responded according',
  ],
  [
    'announce',
    'announce announces announced announcing declare declares declared declaring proclaim proclaimed unveil unveiled',
  ],
  [
    'confirm',
    'confirm confirms confirmed confirming corroborate corroborated verify verified verifies attest attested',
  ],
  [
    'admit',
    'admit admits admitted admitting concede concedes conceded conceding acknowledge acknowledges acknowledged acknowledging confess confessed',
  ],
  [
    'show',
    'reveal reveals revealed revealing disclose disclosed discloses expose exposed show shows showed shown prove proves proved proven proving demonstrate demonstrated establish established note notes noted noting recognise recognised recognize recognized realise realised realize realized uncover uncovered refute refuted refutes rebut rebutted debunk debunked',
  ],
  [
    'claim',
    'claim claims claimed claiming allege alleges alleged alleging assert asserts asserted asserting contend contends contended purport purported insist insists insisted insisting maintain maintained maintains',
  ],
  ['warn', 'warn warns warned warning threaten threatens threatened threatening caution cautioned'],
  ['deny', 'deny denies denied denying'],
  [
    'suggest',
    'suggest suggests suggested suggesting hint hints hinted imply implies implied indicate indicates indicated signal signals signalled signaled',
  ],
  [
    'temper',
    'boast boasts boasted slam slammed slams blast blasted fume fumed rage raged mock mocked gloat gloated whine whined lie lied lying lash lashed thunder thundered sneer sneered jeer jeered rant ranted brag bragged snap snapped complain complained complains lament lamented deride derided scoff scoffed joke joked quip quipped blurt blurted vent vented bristle bristled',
  ],
  [
    'stress',
    'stress stressed stresses emphasise emphasised emphasize emphasized underline underlined underscore underscored reiterate reiterated',
  ],
  [
    'ask',
    'ask asked asks asking demand demands demanded demanding urge urges urged urging request requested order ordered orders beg begged plead pleaded',
  ],
  [
    'promise',
    'promise promises promised vow vowed vows pledge pledged pledges guarantee guaranteed swear swore assure assured assures',
  ],
  [
    'accuse',
    'accuse accuses accused accusing blame blames blamed blaming condemn condemned condemns criticise criticised criticize criticized',
  ],
  ['report', 'report reports reported reporting'],
  ['agree', 'agree agrees agreed accept accepts accepted welcome welcomed welcomes'],
  [
    'reject',
    'reject rejects rejected rejecting dismiss dismisses dismissed dismissing refuse refuses refused refusing',
  ],
]

const FORCE_OF: ReadonlyMap<string, Force> = new Map(
  FORCES.flatMap(([force, words]) => words.split(' ').map((word) => [word, force] as const)),
)

/** The force of a verb of saying; undefined for other words. */
export function forceOf(lower: string): Force | undefined {
  return FORCE_OF.get(lower)
}

// What "said" may stand for: it says less.
const SAID: ReadonlySet<Force> = new Set([
  'say',
  'announce',
  'confirm',
  'admit',
  'show',
  'claim',
  'warn',
  'stress',
  'temper',
  'promise',
  'report',
  'accuse',
])
// What stands for what: the same thing with no more force.
const LIKE: Readonly<Partial<Record<Force, readonly Force[]>>> = { deny: ['reject'], reject: [], ask: [] }

/** True where a verb of this force says no more than one of those that stand in the grounds. */
export function isBorneForce(said: Force, known: ReadonlySet<Force>): boolean {
  if (known.has(said)) return true
  if (said === 'say') return [...known].some((force) => SAID.has(force)) || known.size === 0
  return (LIKE[said] ?? []).some((force) => known.has(force) && force !== 'reject')
}
