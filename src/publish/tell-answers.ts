// Beside a printed claim stands who denied, confirmed or would not speak of it: a claim is never printed alone where
// somebody answered it.
import { type Act, isSilent } from '../model/act.ts'
import type { Line } from '../model/edition.ts'
import type { Id } from '../model/id.ts'
import type { Saying } from './find-sayings.ts'
import { type Fragment, makeLine } from './make-line.ts'
import { CLAUSE, endsApart, nameSource, VAGUE } from './name-source.ts'
import { numberWords } from './origin-words.ts'
import { inPrint, leaveOutRetold } from './rank-sayings.ts'
import { actOn } from './sides.ts'
import { silenceWords } from './silence-words.ts'
import { outermost, stretchOf } from './write-line.ts'

const MOST_NAMES = 3 // the section on denials names all of them

// In the order in which they are told. What is turned down is told in words of its own: it is no denial.
const VERBS: readonly (readonly [Act, string])[] = [
  ['denies', 'denied'],
  ['doubts', 'doubted'],
  ['confirms', 'confirmed'],
  ['corrects', 'corrected'],
  ['retracts', 'retracted'],
]

/**
 * Who answered the claim, apart from those whose words are printed in the lines of `beside`, each by the first printing.
 * `Spokesman Oren Tal and an unnamed official denied it; the presidency declined to comment; the embassy did not reply.`
 * Each name opens its words. Undefined where nobody answered.
 */
export function tellAnswers(
  claim: Id<'claim'>,
  sayings: readonly Saying[],
  beside: readonly Saying[],
): Line | undefined {
  const printed = new Set(beside.map((saying) => outermost(saying).attribution))
  const last = beside.at(-1)
  const answers = leaveOutRetold(inPrint(sayings)).filter(
    (saying) =>
      saying.claims.includes(claim) &&
      !printed.has(outermost(saying).attribution) &&
      (saying.holder === undefined || saying.holder !== last?.holder),
  )
  // after "Roke confirmed that …", "denied it" would be read as denying that he did
  const it = last && actOn(last, claim) === 'asserts' ? 'it' : 'the claim'
  const named = new Set<string>()
  const nameNew = (saying: Saying): Fragment[][] => {
    const name = nameAnswerer(saying)
    // who denied it and would not speak of a part of it is named once, with the word that says more
    const holders = saying.holders ?? (saying.holder ? [saying.holder] : [])
    const isNamed = holders.length > 0 && holders.every((holder) => named.has(holder))
    if (!name || isNamed || named.has(textOf(name))) return []
    for (const key of [...holders, textOf(name)]) named.add(key)
    return [endsApart(textOf(name)) ? [...name, { text: ',' }] : name]
  }
  const spoken = VERBS.flatMap(([act, verb]) => {
    const names = answers.filter((saying) => actOn(saying, claim) === act).flatMap(nameNew)
    return names.length > 0 ? [[...listNames(names), { text: ` ${verb} ${it}` }]] : []
  })
  const silent = answers.filter((saying) => isSilent(actOn(saying, claim)))
  const clauses = [
    ...spoken,
    ...[...Map.groupBy(silent, silenceWords)].flatMap(([words, silences]) => {
      const names = words === undefined ? [] : silences.flatMap(nameNew)
      return names.length > 0 ? [[...listNames(names), { text: ` ${words}` }]] : []
    }),
  ]
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
