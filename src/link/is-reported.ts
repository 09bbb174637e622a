// Whether a form set in marks is another one turned into reported speech: the verbs step back, the persons turn, and
// nothing else was changed.
import type { Edit, Forms } from './judge-edit.ts'

/**
 * "Karsk will sign nothing that leaves us out" printed as "Karsk would sign nothing that left them out": the verbs step back
 * and the persons turn, and nothing else; that is reported speech, set in marks. Two such words, or it may be chance.
 */
export function isReported(edits: readonly Edit[], { earlier, later }: Forms): boolean {
  let verbs = 0
  let turned = 0
  for (const { a, b } of edits) {
    const [before, after] = [earlier.units.slice(...a), later.units.slice(...b)]
    if (before.length !== after.length) return false
    for (const [at, { key }] of before.entries()) {
      const other = after[at]?.key ?? ''
      if (isBackshift(key, other)) verbs++
      else if (PRONOUNS.test(`${key} ${other}`)) turned++
      else if (key !== other) return false
    }
  }
  return verbs > 0 && verbs + turned > 1
}

const BACKSHIFTED: ReadonlySet<string> = new Set(
  `will would, shall would, shall should, can could, may might, must had, is was, are were, am was, has had, have had, do did,
  does did, leaves left, leave left, says said, say said, goes went, go went, makes made, make made, takes took, take took, knows knew,
  know knew, thinks thought, think thought, comes came, come came, gives gave, give gave, gets got, get got, sees saw, see saw, keeps kept,
  keep kept, stands stood, stand stood, means meant, mean meant, brings brought, bring brought, holds held, hold held`.split(
    /,\s+/,
  ),
)
const PRONOUNS =
  /^(?:(?:i|we|you) (?:he|she|they)|(?:me|us|you) (?:him|her|them)|(?:my|our|your) (?:his|her|their)|(?:mine|ours) (?:his|hers|theirs)|myself (?:himself|herself)|ourselves themselves|(?:this|these|here|now|today|tomorrow) (?:that|those|there|then))$/

// would for will, left for leaves, signed for sign or signs
function isBackshift(present: string, past: string): boolean {
  if (BACKSHIFTED.has(`${present} ${past}`)) return true
  const stem = present.replace(/(?:(?<=[sxz]|[cs]h)es|(?<=[^s])s)$/, '')
  return past !== present && [`${stem}ed`, `${stem}d`, `${stem.replace(/y$/, 'i')}ed`].includes(past)
}
