// The pages of a desk, each as a whole document: what the server sends and nothing else.

import { type EditionName, parseEditionKey } from '../model/edition-key.ts'
import type { Html } from '../publish/html.ts'
import { serverLinks } from '../publish/links.ts'
import type { Shell } from '../publish/page.ts'
import { frameEdition, renderEditionBody } from '../publish/render-html.ts'
import { renderEditions, renderMissing } from '../publish/render-lists.ts'
import { STYLE } from '../publish/style.ts'
import { type CapturePages, makeCapturePages } from './capture-pages.ts'
import { type ClaimPages, makeClaimPages } from './claim-pages.ts'
import type { Desk } from './desk.ts'
import { composeEdition, listEditions } from './edition.ts'
import { type ListPages, makeListPages } from './list-pages.ts'
import type { Editions, OpenEdition } from './open-editions.ts'
import { makeReportPages, type ReportPages } from './report-pages.ts'

/** A page, or undefined where the desk has nothing of that name. */
export interface Pages extends ClaimPages, ReportPages, CapturePages {
  readonly style: string
  edition(key?: string, shell?: Shell): Promise<string>
  editions(shell?: Shell): Promise<string>
  missing(what: string, shell?: Shell): string
  readonly lists: ListPages
}

/** The pages of the desk as it stands at each call. `editions`: composed beside; left out, here and now. */
export function makePages(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  { editions }: { readonly editions?: Pick<Editions, 'find'> } = {},
): Pages {
  return {
    style: STYLE,
    async edition(key, shell) {
      const of = key === undefined ? {} : parseEditionKey(key)
      return printed(editions ? await editions.find(of) : await composeHere(desk, of), shell)
    },
    async editions(shell) {
      return renderEditions(await listEditions(desk), serverLinks, shell)
    },
    ...makeClaimPages(desk),
    ...makeReportPages(desk),
    ...makeCapturePages(desk),
    missing: (what, shell) => renderMissing(what, serverLinks, shell),
    lists: makeListPages(desk),
  }
}

// What is the same for all readers of an edition that is kept is printed once.
function printed(open: OpenEdition, shell: Shell | undefined): string {
  const body = bodyOf.get(open) ?? renderEditionBody(open.edition, serverLinks, open.findDoc)
  bodyOf.set(open, body)
  return frameEdition(open.edition, body, serverLinks, shell)
}

const bodyOf = new WeakMap<OpenEdition, Html>()

async function composeHere(desk: Pick<Desk, 'store' | 'now' | 'dir'>, of: Partial<EditionName>): Promise<OpenEdition> {
  const { edition, holdings } = await composeEdition(desk, of)
  return { edition, findDoc: holdings.findDoc }
}
