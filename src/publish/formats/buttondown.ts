// An edition as an e-mail of Buttondown: Markdown under front matter, as its own command line keeps e-mails and sends them up
// (https://docs.buttondown.com/buttondown-cli; subject, status, email_type, slug, description). It is a draft there until it is sent.
import { keyOf } from '../edition-title.ts'
import { printedLines } from '../printed-lines.ts'
import { printedName, printedTitle } from './edition-head.ts'
import { renderMarkdownBody } from './noted-markdown.ts'
import type { PrintedEdition } from './printed.ts'

/** The file. `page`: where the edition itself is. */
export function writeButtondown(printed: PrintedEdition, page?: string): string {
  const { edition } = printed.version
  const fields: readonly (readonly [string, string])[] = [
    ['subject', `${printedName(printed)}: ${printedTitle(printed)}`],
    ['status', 'draft'],
    ['email_type', 'public'],
    ['slug', `readout-${keyOf(edition)}`],
    ['description', printedLines(edition)[0]?.text ?? ''],
    ...(page === undefined ? [] : [['canonical_url', page] as const]),
  ]
  // YAML takes JSON's strings as they are, so no text can end its field
  const front = fields.map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${front.join('\n')}\n---\n\n${spellTemplate(renderMarkdownBody(printed))}`
}

// Its e-mails are Django templates (https://docs.buttondown.com/using-variables): braces of a report must not be taken for code.
function spellTemplate(markdown: string): string {
  return markdown.replace(/\{(?=[{%#])/g, '&#123;')
}
