// Beside a printed claim stands who denied, confirmed or would not speak of it: a claim is never printed alone where
// somebody answered it.
import type { Act } from '../model/act.ts'
import type { Line } from '../model/edition.ts'
import type { Id } from '../model/id.ts'
import type { Saying } from './find-sayings.ts'
import { type Fragment, makeLine } from './make-line.ts'
import { endsApart, nameSource } from './name-source.ts'
import { stretchOf } from './write-line.ts'

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
 * Who answered the claim, apart from whoever is printed already in the line of `beside`.
 * `Spokesman Oren Tal and an unnamed official denied it; the presidency declined to comment.` Each name opens its
 * words. Undefined where nobody answered.
 */
export function tellAnswers(claim: Id<'claim'>, sayings: readonly Saying[], beside: Saying): Line | undefined {
  const answers = sayings.filter(
    (saying) =>
      saying.claims.includes(claim) &&
      saying.attribution !== beside.attribution &&
      (saying.holder === undefined || saying.holder !== beside.holder),
  )
  const named = new Set<string>()
  const clauses = VERBS.flatMap(([act, verb]) => {
    const names = answers
      .filter(({ attribution }) => attribution.act === act)
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
  return name?.map((fragment) => ({ ...fragment, cited: stretchOf(saying) }))
}

// Names that hold a comma or an "and" themselves are kept apart by more than a comma.
function listNames(names: readonly Fragment[][]): Fragment[] {
  const isHeavy = names.some((name) => /,| and /.test(textOf(name)))
  return names.flatMap((name, i): Fragment[] => {
    if (i === 0) return name
    const isLast = i === names.length - 1
    const comma = textOf(names[i - 1] ?? []).endsWith(',') ? ' ' : isHeavy || !isLast ? ', ' : ' '
    const between = isLast ? `${comma}and ${isHeavy ? 'also ' : ''}` : comma
    return [{ text: between }, ...name]
  })
}

function textOf(fragments: readonly Fragment[]): string {
  return fragments.map(({ text }) => text).join('')
}
