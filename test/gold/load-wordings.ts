// Reads the rewordings: an invented report each, its ruled sentence, honest rewordings of it and harmful ones by kind.
import { readFileSync } from 'node:fs'
import type { Miss } from '../../src/model/edition.ts'
import type { WordingCase } from '../../src/publish/wording/wording-case.contract.ts'

export interface WordingBase extends WordingCase {
  readonly half: 'tune' | 'held'
  readonly honest: readonly string[]
  readonly harmful: readonly { readonly kind: Miss['kind']; readonly text: string }[]
}

/** All bases, in order. Throws on a line that is none. */
export function loadWordings(): WordingBase[] {
  const path = new URL('./wordings.txt', import.meta.url)
  const parts = readFileSync(path, 'utf8').split(/^== /m).slice(1)
  return parts.map((part): WordingBase => {
    const lines = part.split('\n').filter((line) => line !== '')
    const [half, head = '', report = '', ruled = '', ...rest] = lines
    const [outlet = '', day = ''] = head.replace(/^@ /, '').split(' | ')
    if ((half !== 'tune' && half !== 'held') || !ruled.startsWith('= ') || !report.includes('[['))
      throw new Error(`not a base: ${part}`)
    return {
      half,
      outlet,
      published: `${day}T08:00:00Z`,
      report,
      ruled: ruled.slice(2),
      honest: rest.flatMap((line) => (line.startsWith('+ ') ? [line.slice(2)] : [])),
      harmful: rest.flatMap((line) => {
        const match = /^-(quoted|name|number|date|polarity|attribution) (.+)$/.exec(line)
        return match ? [{ kind: match[1] as Miss['kind'], text: match[2] ?? '' }] : []
      }),
    }
  })
}
