// Why words were held to be a claim, and why others were not, as `readout claim --why` prints it.
import type { Explained, Joined } from '../desk/explain-claim.ts'
import { safeLine } from './show-safely.ts'

/** The reasons in two paragraphs, after the claim itself. */
export function writeReasons({ joined, near }: Explained): string {
  const nearLines = near.flatMap(({ claim, wording, score, because }) => [
    `${claim.slice(0, 8)}  ${wording}`,
    `    ${Math.round(100 * score)} %: ${because}`,
  ])
  return [
    '',
    'Why these words are this claim:',
    ...joined.flatMap(writeJoined).map(indent),
    '',
    'Near it, and held to be other claims:',
    ...(nearLines.length > 0 ? nearLines : ['none']).map(indent),
  ].join('\n')
}

function writeJoined({ doc, words, contrary, because }: Joined): string[] {
  return [`${doc}${contrary ? ' (says that it is not so)' : ''}: ${words}`, `    ${because}`]
}

function indent(line: string): string {
  return `  ${safeLine(line)}`
}
