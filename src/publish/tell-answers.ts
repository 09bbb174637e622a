// Beside a printed claim stands who denied, confirmed or would not speak of it: a claim is never printed alone where
// somebody answered it.
import type { Act } from '../model/act.ts'
import type { Line } from '../model/edition.ts'
import type { Id } from '../model/id.ts'
import type { Saying } from './find-sayings.ts'
import { type Fragment, makeLine } from './make-line.ts'
import { CLAUSE, endsApart, nameSource, VAGUE } from './name-source.ts'
import { numberWords } from './origin-words.ts'
import { actOn } from './sides.ts'
import { outermost, stretchOf } from './write-line.ts'

const MOST_NAMES = 3 // the section on denials names all of them

// In the order in which they are told.
const VERBS: readonly (readonly [Act, string])[] = [
  ['denies', 'denied it'],
  ['rejects', 'rejected it'],
  ['doubts', 'doubted it'],
  ['confirms', 'confirmed it'],
  ['corrects', 'corrected it'],
  ['retracts', 'retracted it'],
  ['declines to comment', 'declined to comment'],
]

/**
 * Who answered the claim, apart from those whose words are printed in the lines of `beside`.
 * `Spokesman Oren Tal and an unnamed official denied it; the presidency declined to comment.` Each name opens its
 * words. Undefined where nobody answered.
 */
export function tellAnswers(
  claim: Id<'claim'>,
  sayings: readonly Saying[],
  beside: readonly Saying[],
): Line | undefined {
  const printed = new Set(beside.map((saying) => outermost(saying).attribution))
  const holder = beside.at(-1)?.holder

  const answers = sayings.filter(
    (saying) =>
      saying.claims.includes(claim) &&
      !printed.has(outermost(saying).attribution) &&
      (saying.holder === undefined || saying.holder !== holder),
  )
  const named = new Set<string>()
  const clauses = VERBS.flatMap(([act, verb]) => {
    const names = answers
      .filter((saying) => actOn(saying, claim) === act)
      .flatMap((saying) => {
        const name = nameAnswerer(saying)
        // who denied it and would not speak of a part of it is named once, with the word that says more
        if (!name || named.has(textOf(name)) || (saying.holder && named.has(saying.holder))) return []
        named.add(saying.holder ?? textOf(name)).add(textOf(name))
        return [endsApart(textOf(name)) ? [...name, { text: ',' }] : name]
      })
    return names.length > 0 ? [[...listNames(names), { text: ` ${verb}` }]] : []
  })
  if (clauses.length === 0) return undefined
  const fragments = clauses.flatMap((clause, i): Fragment[] => (i > 0 ? [{ text: '; ' }, ...clause] : clause))
  return makeLine([...fragments, { text: '.' }], [claim])
}

function nameAnswerer(saying: Saying): Fragment[] | undefined {
  const { source } = saying.attribution
  const name = source.kind === 'unstated' ? undefined : nameSource(saying, source)
  if (name && VAGUE.test(textOf(name).replace(CLAUSE, ''))) return undefined // "the official": which one, the section says
  const cited = stretchOf(outermost(saying))
  // "General Ludo Kress, who commanded the garrison" is named by the words before the clause
  return name?.map((fragment) => ({ ...fragment, text: fragment.text.replace(CLAUSE, ''), cited }))
}

// Names that hold a comma or an "and" themselves are kept apart by more than a comma.
function listNames(all: readonly Fragment[][]): Fragment[] {
  const names: readonly Fragment[][] =
    all.length > MOST_NAMES + 1 ? [...all.slice(0, MOST_NAMES), others(all.length - MOST_NAMES)] : all
  const isHeavy = names.some((name) => /,| and /.test(textOf(name)))
  return names.flatMap((name, i): Fragment[] => {
    if (i === 0) return name
    const isLast = i === names.length - 1
    const comma = textOf(names[i - 1] ?? []).endsWith(',') ? ' ' : isHeavy || !isLast ? ', ' : ' '
    const between = isLast ? `${comma}and ${isHeavy ? 'also ' : ''}` : comma
    return [{ text: between }, ...name]
  })
}

function others(count: number): Fragment[] {
  return [{ text: `${numberWords(count)} others` }]
}

function textOf(fragments: readonly Fragment[]): string {
  return fragments.map(({ text }) => text).join('')
}
