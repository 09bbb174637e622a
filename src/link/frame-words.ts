// The words that tell what is done about a matter: it is offered, refused, asked for, wanted, feared, planned, or done.
// An offer and its rejection, or a threat and the deed, are two claims, however many words they share.

export type Frame =
  | 'offer'
  | 'refuse'
  | 'accept'
  | 'ask'
  | 'want'
  | 'fear'
  | 'threaten'
  | 'purpose'
  | 'tell'
  | 'undo'
  | 'plan'
  | 'possible'
  | 'ought'
  | 'done'

const FRAMES: readonly (readonly [RegExp, Frame])[] = [
  [
    /^(?:offer(?:s|ed|ing)?|propos(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|proposals?|suggestions?|float(?:s|ed)|readiness|willingness|openness)$/,
    'offer',
  ],
  [
    /^(?:refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|unwilling|reluctant|reluctance|spurn\w*|rebuff\w*|reject(?:s|ed|ing|ion)?)$/,
    'refuse',
  ],
  [/^(?:accept(?:s|ed)|agree[sd]?|consent(?:s|ed))$/, 'accept'],
  [/^(?:ask(?:s|ed)?|demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)|request(?:s|ed)?|appeal(?:s|ed))$/, 'ask'],
  [/^(?:want(?:s|ed)?|wish(?:es|ed)?|hop(?:e|es|ed|ing)|seek(?:s|ing)?|sought|interested)$/, 'want'],
  [/^(?:fear(?:s|ed)?|worr(?:y|ies|ied)|doubt(?:s|ed)?|suspect(?:s|ed)?)$/, 'fear'],
  [/^(?:threaten(?:s|ed|ing)?|warn(?:s|ed)?)$/, 'threaten'],
  [/^(?:meant|designed|supposed)$/, 'purpose'],
  [
    /^(?:plans?|planned|planning|considering|mulling|intend(?:s|ed)?|expect(?:s|ed)?|vow(?:s|ed)?|pledg(?:e|es|ed)|promis(?:e|es|ed)|means)$/,
    'plan',
  ],
]
// "open", "ready", "prepared" and "willing" are offers where something follows that one is ready for.
const READY = /^(?:open|ready|prepared|willing)$/
// He spoke of the meeting, he knew of it: that is about the telling, and not about the meeting.
const SPOKE_OF =
  /^(?:spoke|spoken|speaks|tells|told|recalled|remembers|remembered|knew|knows|heard|learned|learnt|aware)$/

/** What a word makes of the matter, with the word after it; undefined for most words. */
export function frameOf(folded: string, next: string | undefined): Frame | undefined {
  if (READY.test(folded)) return next === 'to' || next === 'for' ? 'offer' : undefined
  if (SPOKE_OF.test(folded)) return next === 'of' || next === 'about' ? 'tell' : undefined
  return FRAMES.find(([words]) => words.test(folded))?.[1]
}

/** Told in other words: said of the taking part, the manner and the degree, never of the matter. */
export const FRAMING: ReadonlySet<string> = new Set(
  `will willing ready prepar open entertain engag particip participant participat involv involvement includ consider potential possibl regard
  concern inform signal present current hold held any kind take part come lead let know make try reach repeat main
  manag intend plan expect offer propos suggest proposal suggestion readi hav reportedli signal further other certain
  mean goe want wish refus declin reject unwill unwilling reluct reluctant never vow pledg promis continu so-called
  begin appear seem case side matter issu question idea prospect concept notion little once single whole`.split(/\s+/),
)
