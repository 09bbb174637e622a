// Whether two statements tell of two stages of one matter: somebody is charged, and later convicted; a thing is being considered, and
// later done. Joined, the later would stand as told from the first day on.
import type { Statement } from './make-statement.ts'

type Stage = 'alleged' | 'tried' | 'planned' | 'to come' // the last goes with every other: it may be a plan, or told of in the past

const IS = '\\b(?:is|are|was|were|been|being|stands?|stood)(?: (?:not|also|now|still|formally|later|\\p{L}+ly))?'
const STAGES: readonly (readonly [RegExp, Stage])[] = [
  // Hale was convicted of arson; was found guilty of it; pleaded guilty
  [
    new RegExp(
      `${IS} (?:convicted|acquitted|cleared|jailed|sentenced|found (?:not )?guilty|not guilty|guilty)\\b|\\b(?:pleaded|pled) (?:not )?guilty\\b|\\b(?:convicted|acquitted|jailed|sentenced) (?:him|her|them|\\p{Lu})|\\bfound \\p{L}+(?: \\p{L}+){0,3} guilty\\b`,
      'u',
    ),
    'tried',
  ],
  // Hale is charged with arson; is accused of setting the fire
  [
    new RegExp(
      `${IS} (?:charged with|accused of|suspected of|indicted (?:for|on)|on trial (?:for|over)|(?:a|the|under) suspect(?:s|ed)?\\b|under suspicion)\\b|\\bfac(?:es|ed|ing) (?:\\p{L}+ )?charges?\\b|\\b(?:charged|indicted) \\p{Lu}`,
      'u',
    ),
    'alleged',
  ],
  // Karsk is planning to close the mill; was considering closing it; is working on a patch
  [
    new RegExp(
      `${IS} (?:planning|preparing|considering|mulling|weighing|working on|looking at)\\b|\\b(?:consider(?:s|ed)|mull(?:s|ed)|weigh(?:s|ed)|prepar(?:es|ed)|ey(?:es|ed)) (?:whether|an? |the |\\p{L}+ing)\\b`,
      'u',
    ),
    'planned',
  ],
  [
    /\b(?:(?:is|are|was|were) (?:about|going|poised|set|due|expected|scheduled|hoping) to|will|would|shall|should|may|might|can|could|must|plan(?:s|ned)?|intend(?:s|ed)?|vow(?:s|ed)?|promise[sd]?|agree[sd]?|wants?|hopes?) \p{L}/u,
    'to come',
  ],
]

// ambassadors will discuss a ban; and two days later: the council agreed [to ban], whose cue is blank in its statement
const DISCUSSED =
  /\b(?:discuss|debate|consider|weigh|deliberate)(?:s|d|ed|ing)?(?: on)? (?:an?|the|new|further|tougher|whether|\p{L}+ing)\b/u
const DECIDED =
  /\b(?:agreed|adopted|approved|passed|endorsed|decided|imposed|voted|ratified)\b|(?:^| {3,}(?:\S+ ){0,3}?)to (?!discuss|debate|consider|weigh)\p{Ll}/u

/** Why they are two stages, in a few words. */
export function differInStage({ text: a }: Statement, { text: b }: Statement): string | undefined {
  if ((DISCUSSED.test(a) && DECIDED.test(b)) || (DISCUSSED.test(b) && DECIDED.test(a)))
    return 'only one tells of a decision'
  const [one, other] = [stageOf(a), stageOf(b)]
  if (one === other || one === 'to come' || other === 'to come') return undefined
  if (one === 'alleged' || other === 'alleged') return 'only one tells of a charge'
  return one === 'planned' || other === 'planned' ? 'only one tells of a plan' : undefined
}

function stageOf(text: string): Stage | undefined {
  return STAGES.find(([pattern]) => pattern.test(text))?.[1]
}
