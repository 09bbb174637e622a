// Who said it, to whom, and with what force: the sentence keeps every source of the ruled one, gives nobody words that
// are another's, adds no hearer, no setting and no force to the verb, and leaves doubt where the outlet had it.
import type { Miss } from '../../model/edition.ts'
import { isBorneForce } from './cue-words.ts'
import { findQuoted } from './find-quoted.ts'
import { findSayers, type Sayer } from './find-sayers.ts'
import { foldName } from './fold-names.ts'
import type { LineGrounds } from './grounds.ts'
import { isPlain } from './plain-words.ts'
import { splitWords, type Word } from './split-words.ts'

/** `Envoy Ilse Marrow admitted that …`, of "said", is a miss; so is "told reporters", and so is leaving her out. */
export function checkAttribution(text: string, grounds: LineGrounds): Miss[] {
  if (grounds.isRuled) return []
  const own = findSayers(text)
  const ruled = findSayers(grounds.ruled)
  const known = [
    ...ruled,
    ...grounds.pieces.flatMap(({ evidence, block }) => [
      ...findSayers(evidence.quote),
      ...(block ? findSayers(block) : []),
    ]),
  ]
  const near = [...ruled, ...grounds.pieces.flatMap(({ evidence }) => findSayers(evidence.quote))]
  const words = splitWords(text)
  return [
    ...own.flatMap((sayer) => checkForce(sayer, near, grounds)),
    ...own.flatMap((sayer) => checkSpeaker(sayer, near.length > 0 ? near : known, grounds)),
    ...own.flatMap((sayer) => checkHearer(sayer, near, grounds)),
    ...missingSources(words, ruled),
    ...checkSettings(text, words, grounds),
    ...checkHedges(text, words, grounds),
    ...checkSilence(text, grounds),
  ]
}

function missOf({ start, end, text }: Word): Miss {
  return { kind: 'attribution', words: text, span: { start, end } }
}

function checkForce({ cue, force, isAsked }: Sayer, near: readonly Sayer[], { docs }: LineGrounds): Miss[] {
  if (isAsked) return [] // "Asked about the pact, the embassy declined to comment"
  if (force === 'report' && docs.length > 0) return [] // what an outlet printed, it reported
  return isBorneForce(force, new Set(near.map((other) => other.force))) ? [] : [missOf(cue)]
}

function checkSpeaker(sayer: Sayer, known: readonly Sayer[], grounds: LineGrounds): Miss[] {
  const { cue, names, owners, nouns } = sayer
  if (names.length + nouns.length === 0 || known.length === 0) return []
  const outlets = grounds.docs.flatMap(({ outlet }) =>
    outlet ? splitWords(outlet).map(({ lower }) => foldName(lower)) : [],
  )
  if (names.length > 0 && names.every((name) => outlets.includes(name)) && nouns.length === 0) return []
  const isOne = known.some(
    (other) =>
      (names.length > 0 ? names : owners).every((name) => other.all.has(name)) &&
      (names.some((name) => other.names.includes(name)) ||
        nouns.some((noun) => other.nouns.some((each) => isSameNoun(noun, each)))),
  )
  return isOne ? [] : [missOf(cue)]
}

// "official" is not "officials": how many spoke stays the same; a spokesman may be called a spokesperson.
function isSameNoun(a: string, b: string): boolean {
  return a === b || (/^spokes/.test(a) && /^spokes/.test(b))
}

function checkHearer({ cue, hearer }: Sayer, near: readonly Sayer[], grounds: LineGrounds): Miss[] {
  if (!hearer) return []
  const said = keysOf(hearer)
  const heard = near.flatMap((other) => (other.hearer ? [keysOf(other.hearer)] : []))
  const addressed = [...splitWords(grounds.ruled), ...grounds.pieces.flatMap(({ words }) => words)].flatMap(
    (word, i, all) =>
      all[i - 1]?.lower === 'to' || all[i - 2]?.lower === 'to' || all[i - 3]?.lower === 'to' || isInterviewer(all, i)
        ? keysOf([word])
        : [],
  )
  const isKnown =
    heard.some((keys) => said.some((key) => keys.includes(key))) || said.some((key) => addressed.includes(key))
  const [first, last] = [hearer[0], hearer.at(-1)]
  if (isKnown || said.length === 0 || !first || !last) return []
  return [
    {
      kind: 'attribution',
      words: `${cue.text} ${hearer.map(({ text }) => text).join(' ')}`,
      span: { start: cue.start, end: last.end },
    },
  ]
}

// "in an interview with the Port Sabel Times"
function isInterviewer(words: readonly Word[], at: number): boolean {
  const from = words.slice(Math.max(0, at - 5), at).findLastIndex(({ lower }) => lower === 'with')
  return from !== -1 && words[Math.max(0, at - 5) + from - 1]?.lower === 'interview'
}

function keysOf(words: readonly Word[]): string[] {
  return words
    .filter(({ isMark, lower }) => !isMark && !isPlain(lower))
    .map(({ lower }) => (PRESS.test(lower) ? 'press' : foldName(lower)))
}

const PRESS = /^(?:reporters?|journalists?|press|media|newsmen|correspondents?)$/

// Whoever spoke in the ruled sentence is named in this one: by the last word of the name, or by the noun for the unnamed.
function missingSources(words: readonly Word[], ruled: readonly Sayer[]): Miss[] {
  const said = new Set(words.map(({ lower }) => foldName(lower)))
  return ruled.flatMap(({ names, nouns, cue, force }): Miss[] => {
    const last = names.at(-1)
    if (force === 'agree' || force === 'reject' || (last === undefined && nouns.length === 0)) return []
    const isNamed =
      last !== undefined
        ? said.has(last) || names.some((name) => name.length > 4 && said.has(name))
        : nouns.some((noun) => words.some(({ lower }) => isSameNoun(lower, noun)))
    return isNamed ? [] : [{ kind: 'attribution', words: `${[...names, ...nouns].join(' ')} ${cue.text}`.trim() }]
  })
}

const SETTINGS =
  /^(?:interview|statement|briefing|conference|speech|letter|telegram|email|e-mail|phone|telephone|television|tv|radio|broadcast|tweet|post|tweeted|posted|seminar|hearing|address|podcast|memo|communique|communiqué|testimony|anonymity|condition)s?$/

// "in an interview" is said only where the report says so.
function checkSettings(text: string, words: readonly Word[], { pieces, ruledWords, docs }: LineGrounds): Miss[] {
  const known = new Set(
    [
      ...ruledWords,
      ...pieces.flatMap((piece) => piece.words),
      ...docs.flatMap(({ outlet }) => splitWords(outlet ?? '')),
    ].map(({ stem }) => stem),
  )
  return words.flatMap((word, i): Miss[] => {
    const isSetting =
      SETTINGS.test(word.lower) &&
      words.slice(Math.max(0, i - 4), i).some(({ lower }) => /^(?:in|at|during|by|on|through|via|from)$/.test(lower))
    return isSetting && !known.has(word.stem) && !isQuotedAt(text, word) ? [missOf(word)] : []
  })
}

function isQuotedAt(text: string, { start, end }: Word): boolean {
  return findQuoted(text).some(({ span }) => span.start <= start && end <= span.end)
}

const HEDGE =
  /^(?:reportedly|allegedly|apparently|supposedly|purportedly|seemingly|ostensibly|unconfirmed|rumoured|rumored|believed|understood|thought|seems?|seemed|appears?|appeared|unclear)$/
const DOUBT = /^(?:allegedly|supposedly|purportedly|ostensibly|so-called)$/
const OPINION =
  /^(?:falsely|rightly|wrongly|correctly|finally|clearly|obviously|evidently|undoubtedly|unsurprisingly|predictably|shamefully|bravely|brazenly|rashly|wisely|cynically|truthfully|honestly|indeed|certainly|definitely|unequivocally|categorically|flatly|angrily|reluctantly|grudgingly|desperately|proudly|openly|secretly|deliberately|notorious|notably|importantly|crucially|tellingly|ironically|hypocritically|furiously|bluntly|firmly|strongly|explicitly|unambiguously|tacitly|effectively|essentially|historic|shocking|outrageous|absurd|blatant|unprecedented|landmark|dramatic|stunning|disgraceful|heroic|cowardly)$/

// "reportedly" stays; "allegedly" and "falsely" do not come in.
function checkHedges(text: string, words: readonly Word[], { pieces, ruledWords }: LineGrounds): Miss[] {
  const known = new Set([...ruledWords, ...pieces.flatMap((piece) => piece.words)].map(({ lower }) => lower))
  const added = words.filter(
    (word) => (DOUBT.test(word.lower) || OPINION.test(word.lower)) && !known.has(word.lower) && !isQuotedAt(text, word),
  )
  const isHedged =
    words.some(({ lower }) => HEDGE.test(lower)) ||
    /\b(?:is|are|was|were) said to\b|\breports? (?:that|say|said|of)\b/i.test(text)
  const dropped = isHedged ? [] : ruledWords.filter(({ lower }) => HEDGE.test(lower)).slice(0, 1)
  return [...added.map(missOf), ...dropped.map(({ text: hedge }): Miss => ({ kind: 'attribution', words: hedge }))]
}

// Silences are different events: a refusal, no answer, nobody reached; to refuse is more than to decline.
const SILENCES: readonly (readonly [string, RegExp])[] = [
  ['refused', /\brefus\w+ to (?:comment|say|answer|speak|discuss|confirm)/i],
  [
    'declined',
    /\bdeclin\w+ (?:to|any) (?:comment|say|answer|speak|discuss|confirm)|\b(?:would|did) not (?:comment|say\b)|\bno (?:\w+ )?comment|\b(?:not|refused to) comment/i,
  ],
  [
    'no answer',
    /\b(?:not|no|never|without)(?: \w+){0,2} (?:respon\w+|repl\w+|answer\w*)|\bunanswered|\b(?:silent|silence)\b/i,
  ],
  ['not reached', /\b(?:not|nobody|no one)(?: \w+){0,3} reach(?:ed|able)|unreachable/i],
  ['neither', /\bneither confirm\w* nor den|\bnot confirm(?:ed)? (?:n?or) den/i],
]
const WEAKER: Readonly<Record<string, string>> = { declined: 'refused' }

function checkSilence(text: string, { pieces, ruled }: LineGrounds): Miss[] {
  const known = [ruled, ...pieces.map(({ evidence }) => evidence.quote)].flatMap(silencesOf)
  return silencesOf(text).flatMap(({ name, keys, match, at }): Miss[] => {
    const same = known.filter((other) => other.name === name || other.name === WEAKER[name])
    const isOne = same.some(
      (other) => keys.length === 0 || other.keys.length === 0 || keys.some((key) => other.keys.includes(key)),
    )
    return isOne ? [] : [{ kind: 'attribution', words: match, span: { start: at, end: at + match.length } }]
  })
}

// Each silence with those who kept it.
function silencesOf(text: string): { name: string; keys: readonly string[]; match: string; at: number }[] {
  const sayers = findSayers(text)
  return SILENCES.flatMap(([name, pattern]) =>
    [...text.matchAll(new RegExp(pattern, 'gi'))].map(({ 0: match, index }) => {
      const sayer = sayers.find(({ cue }) => index <= cue.start && cue.end <= index + match.length)
      return { name, keys: sayer ? [...sayer.names, ...sayer.owners] : [], match, at: index }
    }),
  )
}
