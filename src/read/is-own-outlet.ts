// Whether a name is that of the outlet that prints the doc.
import type { Doc } from '../model/doc.ts'
import { outletNamed } from './english/outlets.ts'

/** True for the doc's own: told Meridian, in Meridian's own report, is told nobody in between. */
export function isOwnOutlet(name: string, { outlet }: Pick<Doc, 'outlet'>): boolean {
  if (outlet === undefined) return false
  const plain = (words: string): string => (outletNamed(words) ?? words).toLowerCase().replace(/^the /, '')
  const [a, b] = [plain(name), plain(outlet)]
  return a === b || b.endsWith(` ${a}`) || b.startsWith(`${a} `)
}
