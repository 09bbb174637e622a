// Whether a name is that of the outlet that prints the doc.
import type { Doc } from '../model/doc.ts'
import { outletNamed } from './english/outlets.ts'

/** True for the doc's own: told Meridian, in Meridian's own report, is told nobody in between. */
export function isOwnOutlet(name: string, { outlet }: Pick<Doc, 'outlet'>): boolean {
  if (outlet === undefined) return false
  const plain = (words: string): string => (outletNamed(words) ?? words).toLowerCase().replace(/^the /, '')
  const [a, b] = [plain(name), plain(outlet)]
  return a === b || b.endsWith(` ${a}`) || b.startsWith(`${a} `) || isByLetters(name, outlet)
}

/** True for the first letters of an outlet's name: KNA, of Karsk News Agency. */
export function isByLetters(name: string, outlet: string | undefined): boolean {
  const letters = outlet
    ?.replace(/^the /i, '')
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
  return letters !== undefined && letters.length > 1 && name === letters.join('')
}
