// Verbs that carry attribution, with what may follow them. The frames are those of the Penn Attribution Relations
// Corpus guidelines: a cue is the word that ties a source to a content, and most are verbs of communication.

/** What may follow the verb: a clause, an infinitive, a noun phrase, a quotation alone. */
export type Frame = 'that' | 'to' | 'np' | 'quote'

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing'

export interface CueVerb {
  readonly lemma: string
  readonly frames: ReadonlySet<Frame>
  readonly takesHearer: boolean // "told Meridian that", "assured the council that"
  readonly particle?: string // "pointed out": the word that must follow
}

export interface VerbEntry {
  readonly verb: CueVerb
  readonly form: VerbForm
}

// Clause, infinitive, noun phrase: the letters t, i, n; h where a hearer comes first; q only with a quotation.
const FRAMES: Readonly<Record<string, string>> = {
  t:
    'say add note state argue claim insist maintain contend assert suggest stress reiterate emphasize emphasise ' +
    'underline underscore observe remark comment reply respond recall conclude predict caution concede admit ' +
    'allege boast joke lament complain quip muse opine reckon speculate surmise believe think find know estimate expect ' +
    'assume figure guess fear worry hope imply signal vouch testify swear attest hint wager',
  tn:
    'announce acknowledge confirm deny report reveal disclose explain indicate declare affirm mention ' +
    'clarify highlight detail show warn doubt question repeat write tweet recount ' +
    'predict outline specify relay refute dispute determine discover',
  ti: 'claim vow pledge promise threaten agree decide hope demand propose request swear ask',
  i: 'refuse decline offer seek urge ask',
  n:
    'reject dismiss criticize criticise condemn denounce praise welcome describe accuse blame call endorse ' +
    'defend slam blast mock decry attack hail question describe rule demand discuss propose ' +
    'applaud deplore disavow rebuff rebut reject renounce retract withdraw correct ' +
    'ridicule tout rebuke lambaste laud characterize characterise portray brand label dub',
  th: 'tell inform assure remind notify warn advise convince persuade brief',
  q: 'continue ask wonder shout exclaim cry whisper chant begin quote interject counter retort read recite agree tell post',
}

/** Verbs by which something is said, and not thought, hoped or done. */
export const SPEECH: ReadonlySet<string> = new Set(
  (
    'say tell announce write report state add note inform claim reveal disclose confirm deny declare warn explain maintain ' +
    'insist argue signal stress assert contend acknowledge admit allege reiterate suggest indicate emphasize emphasise'
  ).split(' '),
)

const PARTICLES: Readonly<Record<string, string>> = {
  'point out': 't',
  'call for': 'n',
  'call on': 'i',
  'rule out': 'n',
}

const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  think: ['thought', 'thought'],
  know: ['knew', 'known'],
  understand: ['understood', 'understood'],
  hear: ['heard', 'heard'],
  find: ['found', 'found'],
  show: ['showed', 'shown'],
  swear: ['swore', 'sworn'],
  seek: ['sought', 'sought'],
  see: ['saw', 'seen'],
  begin: ['began', 'begun'],
  withdraw: ['withdrew', 'withdrawn'],
  read: ['read', 'read'],

  rebut: ['rebutted', 'rebutted'],
  admit: ['admitted', 'admitted'],
  plan: ['planned', 'planned'],
  quip: ['quipped', 'quipped'],
  slam: ['slammed', 'slammed'],
  dub: ['dubbed', 'dubbed'],
}

const FRAME_OF: Readonly<Record<string, readonly Frame[]>> = {
  t: ['that', 'quote'],
  i: ['to'],
  n: ['np'],
  q: ['quote'],
  h: [],
}

/** The cue verb that a word may be, by its lower-case form; none for most words. */
export const VERB_BY_FORM: ReadonlyMap<string, readonly VerbEntry[]> = indexForms()

function indexForms(): Map<string, VerbEntry[]> {
  const frames = new Map<string, Set<string>>()
  for (const [letters, lemmas] of Object.entries(FRAMES)) {
    for (const lemma of lemmas.split(/\s+/)) {
      const known = frames.get(lemma) ?? new Set()
      for (const letter of letters) known.add(letter)
      frames.set(lemma, known)
    }
  }
  for (const [lemma, letters] of Object.entries(PARTICLES)) frames.set(lemma, new Set(letters))
  const byForm = new Map<string, VerbEntry[]>()
  for (const [name, letters] of frames) {
    const [lemma = name, particle] = name.split(' ')
    const verb: CueVerb = {
      lemma: name,
      frames: new Set([...letters].flatMap((letter) => FRAME_OF[letter] ?? [])),
      takesHearer: letters.has('h'),
      ...(particle && { particle }),
    }
    for (const [form, word] of formsOf(lemma)) byForm.set(word, [...(byForm.get(word) ?? []), { verb, form }])
  }
  return byForm
}

function formsOf(lemma: string): [VerbForm, string][] {
  const [past, participle] = IRREGULAR[lemma] ?? [pastOf(lemma), pastOf(lemma)]
  return [
    ['base', lemma],
    [
      's',
      /(s|sh|ch|x|z|o)$/.test(lemma)
        ? `${lemma}es`
        : /[^aeiou]y$/.test(lemma)
          ? `${lemma.slice(0, -1)}ies`
          : `${lemma}s`,
    ],
    ['past', past],
    ...(participle === past ? [] : [['participle', participle] satisfies [VerbForm, string]]),
    ['ing', ingOf(lemma)],
  ]
}

function pastOf(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`
}

// plan -> planning, rebut -> rebutting: those whose past doubles the consonant.
function ingOf(lemma: string): string {
  const doubled = IRREGULAR[lemma]?.[0]
  if (doubled?.endsWith('ed') && doubled.length === lemma.length + 3) return `${doubled.slice(0, -2)}ing`
  if (lemma === 'begin') return `${lemma}${lemma.at(-1)}ing`
  return lemma.endsWith('e') && !/(ee|ye)$/.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`
}
