// The pages of a desk, each as a whole document: what the server sends and nothing else.

import { serverLinks } from '../publish/links.ts'
import type { Shell } from '../publish/page.ts'
import { renderMissing } from '../publish/render-lists.ts'
import { STYLE } from '../publish/style.ts'
import { type CapturePages, makeCapturePages } from './capture-pages.ts'
import { type ClaimPages, makeClaimPages } from './claim-pages.ts'
import type { Deciding } from './decide.ts'
import { type EditionPages, makeEditionPages } from './edition-pages.ts'
import { type ListPages, makeListPages } from './list-pages.ts'
import type { Editions } from './open-editions.ts'
import { makeReportPages, type ReportPages } from './report-pages.ts'

/** A page, or undefined where the desk has nothing of that name. */
export interface Pages extends ClaimPages, ReportPages, CapturePages {
  readonly style: string
  readonly edition: EditionPages // over time
  missing(what: string, shell?: Shell): string
  readonly lists: ListPages
}

/** The pages of the desk as it stands at each call. `editions`: composed beside; left out, here and now. */
export function makePages(
  desk: Deciding,
  { editions }: { readonly editions?: Pick<Editions, 'find' | 'draft'> } = {},
): Pages {
  return {
    style: STYLE,
    edition: makeEditionPages(desk, editions && { editions }),
    ...makeClaimPages(desk),
    ...makeReportPages(desk),
    ...makeCapturePages(desk),
    missing: (what, shell) => renderMissing(what, serverLinks, shell),
    lists: makeListPages(desk),
  }
}
