// What an act is done to: of "called [the report] a fabrication" the report, of "denied [that an offer was made]" the
// offer, of “No, [this] is not true” the words before that "this" stands for.
import type { Act } from '../model/act.ts'
import type { ActTarget, Attribution } from '../model/attribution.ts'
import type { Pieces } from '../model/span.ts'
import { makeSpan } from '../model/span.ts'

/** Acts that are done to something that has been put, or offered, or asked; the others only say. */
const DONE_TO: ReadonlySet<Act> = new Set([
  'denies',
  'rejects',
  'confirms',
  'doubts',
  'corrects',
  'retracts',
  'declines to comment',
  'did not respond',
])

// [the account] a complete fabrication; [it] fiction; [the report] as false
const CALLED =
  /^((?:the|this|that|these|those|such|any|his|her|their|its)(?: (?!(?:is|are|was|were)\b)\p{L}+(?:['’]s)?){1,4}?|it|this|that|them|these|those)(?: as)? [“"'‘]?(?:an? |the |pure |complete |total |sheer |simply |“)*(?:(?!(?:is|are|was|were)\b)\p{L}+ )?(?:untrue|false|falsehoods?|baseless|unfounded|groundless|fabricat|fiction|nonsense|invention|lie|hoax|fake|bogus|myth|rubbish|fantasy|absurd|ridiculous|propaganda)/iu
// No, [this] is not true; that [the report] was false; [the claims] are baseless
const IS =
  /^[“"'‘]*(?:no,? )?(?:that )?((?:the|this|that|these|those|such|any|his|her|their|its)(?: (?!(?:is|are|was|were)\b)\p{L}+(?:['’]s)?){1,5}?|it|this|that|these|those|they) ?(?:(?:is|are|was|were|['’]s|['’]re) (?:just |simply |entirely |completely |categorically |absolutely )?[“"'‘]?(?:not true|untrue|false|baseless|unfounded|groundless|fabricated|fiction|nonsense|a |an |not so|not the case)|never happened|did not happen)/iu
// There is no [such offer]; no [such talks] were held
const NO_SUCH = /\bno (such \p{L}+)/iu
const POINTS =
  /^(?:it|this|that|these|those|they|them|(?:the|this|that|these|those|such|any) (?:\p{L}+ )?(?:reports?|claims?|accounts?|allegations?|accusations?|charges?|stor(?:y|ies)|rumou?rs?|suggestions?|\p{L}+))$/iu

/** The words that name what the act is done to: the object in the content, or the whole of it. None for other acts. */
export function findTarget(text: string, act: Act, content: Pieces): ActTarget | undefined {
  if (!DONE_TO.has(act)) return undefined
  const [first] = content
  const words = text.slice(first.start, first.end)
  for (const pattern of act === 'denies' ? [CALLED, IS, NO_SUCH] : []) {
    const found = pattern.exec(words)
    const name = found?.[1]?.trim()
    if (!found || !name) continue
    const start = first.start + found.index + found[0].indexOf(name)
    return { words: [makeSpan(text, start, start + name.length)] }
  }
  return { words: content }
}

/**
 * The attributions with the one that a pointing target stands for: the last before it, by somebody else, that says
 * something. “Karsk has offered a truce,” Roke said. Marrow called it fiction. -> "it" is what Roke said.
 */
export function pointTargets(text: string, all: readonly Attribution[]): Attribution[] {
  const inOrder = all.toSorted((a, b) => startOf(a) - startOf(b))
  return all.map((one) => {
    const [words] = one.target?.words ?? []
    if (!one.target || !words || !POINTS.test(text.slice(words.start, words.end))) return one
    const put = inOrder.findLast(
      (other) =>
        startOf(other) < startOf(one) && startOf(one) - startOf(other) < REACH && puts(other) && !isSame(one, other),
    )
    return put ? { ...one, target: { ...one.target, of: put.id } } : one
  })
}

const REACH = 1200 // characters; what was said further up is not pointed at by "it"

function startOf({ cue, content }: Attribution): number {
  return Math.min(cue[0].start, content[0].start)
}

function puts({ act }: Attribution): boolean {
  return !DONE_TO.has(act) || act === 'confirms'
}

function isSame({ source: a }: Attribution, { source: b }: Attribution): boolean {
  return a.kind !== 'unstated' && b.kind !== 'unstated' && a.who.some((chain) => b.who.includes(chain))
}
