// An edition as a campaign for listmonk: the body of `POST /api/campaigns`, https://listmonk.app/docs/apis/campaigns/ (name, subject,
// lists, type, content_type, body, altbody, tags; `lists` are numbers of lists that listmonk knows). It is made as a draft there.

import { keyOf } from '../edition-title.ts'
import { drawEditionForFeed } from './draw-for-feed.ts'
import { printedName, printedTitle } from './edition-head.ts'
import { renderPlainText } from './plain-text.ts'
import type { PrintedEdition } from './printed.ts'

/** The campaign as JSON. `page`: where the edition can be read in a browser. */
export function writeListmonk(printed: PrintedEdition, lists: readonly number[], page?: string): string {
  const { edition } = printed.version
  const subject = `${printedName(printed)}: ${printedTitle(printed)}`
  const campaign = {
    name: `readout-${keyOf(edition)}`,
    subject: quoteTemplate(subject),
    lists,
    type: 'regular',
    content_type: 'html',
    body: quoteTemplate(drawEditionForFeed(printed, page)),
    altbody: quoteTemplate(renderPlainText(printed)),
    messenger: 'email',
    tags: ['readout'],
  }
  return `${JSON.stringify(campaign, undefined, 2)}\n`
}

// Bodies and subjects are Go templates there (https://listmonk.app/docs/templating/): braces of a report must not be taken for code.
function quoteTemplate(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}')
}
