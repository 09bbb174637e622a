// Whom a report calls "me" or "us": whoever tells its reporter something tells its outlet. A line says so, since nobody in an
// edition is "I"; any other first person outside quotation marks makes it no line.
import type { Saying } from './find-sayings.ts'
import type { Fragment } from './make-line.ts'

const HEARER = /(?<=\b(?:tells?|told|to|with) )(?:me|us|this (?:news)?paper)\b/g
const FIRST_PERSON = /\b(?:I|me|my|us|our|ours|we)\b(?![-–])/

/** The fragments with the outlet for "me" and "us"; undefined where the words speak of their reporter otherwise. */
export function nameReporter(fragments: readonly Fragment[], { doc }: Pick<Saying, 'doc'>): Fragment[] | undefined {
  const named: Fragment[] = []
  let before = ''
  for (const fragment of fragments) {
    const whole = before + fragment.text
    let at = before.length
    for (const { index, 0: word } of whole.matchAll(HEARER)) {
      if (index < before.length || isQuoted(whole.slice(0, index))) continue
      if (doc.outlet === undefined) return undefined
      named.push({ ...fragment, text: whole.slice(at, index) }, { text: doc.outlet })
      at = index + word.length
    }
    named.push({ ...fragment, text: whole.slice(at) })
    before = whole
  }
  const kept = named.filter(({ text }) => text !== '')
  const outside = kept
    .map(({ text }) => text)
    .join('')
    .replace(/“[^”]*”?|"[^"]*"?/g, '')
  return FIRST_PERSON.test(outside) ? undefined : kept
}

function isQuoted(before: string): boolean {
  let isOpen = false
  for (const mark of before.match(/[“”"]/g) ?? []) isOpen = mark === '“' ? true : mark === '”' ? false : !isOpen
  return isOpen
}
