// Whether a sentence ends where the tagger says so: it takes some abbreviations, and marks within quotations, for ends.
const TITLE =
  /(?:^|[\s(“"‘])(?:Sens|Reps|Govs|Gens|Cols|Pres|Revs?|Fr|Atty|Supt|Ambs?|Min|Asst|Adm|Const|Insp|Cpl|Det|Cmdr|Maj|Brig|Hon|Msgr|Ald)\.$/u

/** True where a sentence ends between the two: the words up to the stop, and those that follow in the same paragraph. */
export function endsSentence(before: string, after: string): boolean {
  const next = after.trimStart()
  if (/^[,;:)\]]/u.test(next)) return false //                                         Hale (C-Karsk S.), the envoy
  if (/\(\S{1,12}\.\)$/u.test(before)) return false //                                 Hale (C-Karsk S.) said
  if (/\(\S*\p{Lu}\.$/u.test(before)) return !/^\p{Lu}\p{L}{0,4}\.?\s?\)/u.test(next) //            (C-P. S.)
  if (/[?!]["”’]+$/u.test(before)) return !/^\p{Ll}/u.test(next) //                     “Is it dead?” he asked
  return !(TITLE.test(before) && /^\p{Lu}/u.test(next)) //                              Sens. Ilse Marrow and Peter Hale
}

/** True where a sentence ends although the tagger, which knows No. 9 Quay Street, does not say so: Hale said no. Brell left. */
export function endsWithNo(word: string, next: string | undefined): boolean {
  return word === 'no.' && /^["“‘(]?\p{Lu}\p{Ll}/u.test(next ?? '')
}
