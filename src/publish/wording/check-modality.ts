// What may be is not what will be, and what was offered, planned or threatened is not what was done: words that hold a
// verb at a distance stay before that verb, and none comes in.
import type { Miss } from '../../model/edition.ts'
import { isLeftOut } from './find-clauses.ts'
import type { LineGrounds } from './grounds.ts'
import { isPlain } from './plain-words.ts'
import { splitWords, type Word } from './split-words.ts'

type Mode = 'may' | 'likely' | 'will' | 'must' | 'if' | 'offer' | 'plan' | 'agree' | 'threaten' | 'ask'

interface Held {
  readonly mode: Mode
  readonly at: number
  readonly last: number
  readonly head?: string
}

// The words of each mode, as they stand before their verb.
const MODES: readonly (readonly [Mode, RegExp])[] = [
  ['may', /^(?:may|might|could|possibly|perhaps|maybe|potentially)\b/],
  ['likely', /^(?:likely|probably|presumably|(?:is|are|was|were|be|been|widely) expected to|expect\w* .{0,30}?to)\b/],
  ['will', /^(?:will|would|shall|'ll|(?:is|are|was|were) (?:set |due |going |about |poised |scheduled )?to)\b/],
  [
    'must',
    /^(?:must|should|ought to|ha[sd] to|have to|needs? to|needed to|(?:is|are|was|were) (?:required|obliged|forced) to)\b/,
  ],
  [
    'if',
    /^(?:if|unless|provided|providing|on condition(?! of anonymity)|in (?:return|exchange) for|as long as|so long as|conditional|only once)\b/,
  ],
  ['offer', /^(?:offer\w*|propos\w+|(?:ready|willing|prepared|readiness|willingness)) (?:\w+ )?to\b/],
  [
    'plan',
    /^(?:plan\w*|intend\w*|intention\w*|aim\w*|consider\w*|hop(?:es?|ed|ing)|want\w*|wish\w*|seek\w*|sought|tr(?:y|ies|ied|ying)|attempt\w*|prepar(?:es?|ing)) (?:\w+ )?to\b/,
  ],
  ['agree', /^(?:agree[ds]?|agreement|promis\w+|pledg\w+|vow\w*|commit\w*|undertook|undertak\w+) (?:\w+ )?to\b/],
  ['threaten', /^threat\w* (?:\w+ )?to\b/],
  [
    'ask',
    /^(?:ask\w*|demand\w*|urg\w+|request\w*|appeal\w*|call(?:s|ed|ing)? (?:for|on)|told|tells?|order\w*) (?:(?!that\b)\w+ ){0,4}?to\b/,
  ],
]
const NEAR: Readonly<Record<Mode, RegExp>> = {
  may: /^(?:may|might|could|possib|perhaps|maybe|potential|can$)/,
  likely: /^(?:likely|probabl|presumabl|expect)/,
  will: /^(?:will$|would$|shall$|'ll$|to$|upcoming|future|plan|due$|set$)/,
  must: /^(?:must$|should$|ought$|to$|need|require|oblige)/,
  if: /^(?:if$|unless$|provid|condition|return|exchange|long$|once$)/,
  offer: /^(?:offer|propos|ready$|readi|willing|prepared$|suggest)/,
  plan: /^(?:plan|inten|aim|consider|hop|want|wish|seek|sought|tr(?:y|ies|ied)|attempt|prepar|weigh)/,
  agree: /^(?:agree|promis|pledg|vow|commit|undert|accept)/,
  threaten: /^threat/,
  ask: /^(?:ask|demand|urg|request|appeal|call|told|tell|order)/,
}

/** `Ostmere will sign the pact`, of "Ostmere may sign the pact" or "Ostmere offered to sign the pact", is a miss. */
export function checkModality(text: string, grounds: LineGrounds): Miss[] {
  if (grounds.isRuled) return []
  const words = splitWords(text)
  const ruled = findHeld(grounds.ruledWords)
  const known = [...ruled, ...grounds.pieces.flatMap((piece) => findHeld(piece.words))]
  const ground = new Set(
    [...grounds.ruledWords, ...grounds.pieces.flatMap((piece) => piece.words)].map(({ stem }) => stem),
  )
  const added = findHeld(words).flatMap(({ mode, head, at, last }): Miss[] => {
    const same = known.filter((other) => isAlike(mode, other.mode))
    const isKnown = same.some(
      (other) => mode === 'if' || other.head === head || head === undefined || !ground.has(head),
    )
    const span = { start: words[at]?.start ?? 0, end: words[last]?.end ?? text.length }
    // "unless Karsk took part" of "without Karsk"
    const isWithout = words[at]?.lower === 'unless' && grounds.ruledWords.some(({ lower }) => lower === 'without')
    return isKnown || isWithout ? [] : [{ kind: 'polarity', words: text.slice(span.start, span.end), span }]
  })
  return [
    ...added,
    ...ruled
      .filter((held) => isLost(held, words, grounds))
      .map(({ at, last }): Miss => ({ kind: 'polarity', words: wordsFrom(grounds, at, last) })),
  ]
}

// What will be may be told as planned; nothing else stands for another.
function isAlike(said: Mode, known: Mode): boolean {
  return said === known || (said === 'plan' && known === 'will')
}

function wordsFrom({ ruled, ruledWords }: LineGrounds, at: number, last: number): string {
  return ruled.slice(ruledWords[at]?.start ?? 0, ruledWords[last]?.end ?? 0)
}

function isLost({ mode, at, head }: Held, words: readonly Word[], { ruledWords }: LineGrounds): boolean {
  const places = words.flatMap(({ stem }, i) => (head !== undefined && stem === head ? [i] : []))
  const isNear = (i: number): boolean =>
    words
      .slice(Math.max(0, i - 8), i)
      .some(({ lower }) => NEAR[mode].test(lower) || (mode === 'will' && NEAR.plan.test(lower)))
  if (mode === 'if') return !words.some(({ lower }) => NEAR.if.test(lower))
  if (places.length > 0) return !places.every(isNear)
  if (words.some(({ lower }) => NEAR[mode].test(lower) && lower !== 'to')) return false
  return !isLeftOut(ruledWords, at, new Set(words.map(({ stem }) => stem)))
}

function findHeld(words: readonly Word[]): Held[] {
  return words.flatMap((word, at): Held[] => {
    if (word.isMark || (word.text === 'May' && at > 0)) return []
    const run = words.slice(at, at + 8)
    const stop = run.findIndex(({ isMark, text }) => isMark && !/['’-]/.test(text))
    const said = (stop === -1 ? run : run.slice(0, stop)).map(({ lower }) => lower).join(' ')
    for (const [mode, pattern] of MODES) {
      const match = pattern.exec(said)
      if (!match) continue
      const last = at + match[0].split(' ').length - 1
      const next = words[last + 1]?.lower ?? ''
      // "would not comment", "could not be reached": no outlook, see check-polarity
      if (/^(?:would|could)$/.test(word.lower) && /^(?:not|neither|never)$/.test(next)) return []
      if (mode === 'if' && /^(?:ask|asked|asks|know|knew|wonder|wondered|see|say)$/.test(words[at - 1]?.lower ?? ''))
        return []
      if (mode === 'will' && /^(?:is|are|was|were)$/.test(word.lower) && /^according$/.test(words[at - 1]?.lower ?? ''))
        return []
      const head = words
        .slice(last + 1, last + 6)
        .find(({ isMark, lower }) => isMark || (!isPlain(lower) && !/ly$/.test(lower)))
      return [{ mode, at, last, ...(head && !head.isMark && { head: head.stem }) }]
    }
    return []
  })
}
