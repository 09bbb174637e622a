// The pages of a site that are of editions: the list of them, and each edition with links to the words, the claims and the other
// forms of it.
import type { EditionReport } from '../../model/edition.ts'
import type { Id } from '../../model/id.ts'
import { editionDays, keyOf } from '../edition-title.ts'
import { pageFeeds, renderFeeds } from '../feeds/page-feeds.ts'
import { type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import type { Links } from '../links.ts'
import type { Footnote } from '../list-footnotes.ts'
import { renderPage } from '../page.ts'
import { renderPictures } from '../pictures/render-pictures.ts'
import { printedLines } from '../printed-lines.ts'
import { describeReports, splitReports } from '../render-html.ts'
import { drawEdition } from './draw-edition.ts'
import { printedName, printedTitle, stateWords } from './edition-head.ts'
import type { PrintedEdition } from './printed.ts'
import { drawHead } from './single-file.ts'
import { asHref, type EditionFile, SITE } from './site-links.ts'

const words = WORDS.formats

/** The first page: all editions, the newest first, each with what it leads with. */
export function renderSiteIndex(editions: readonly PrintedEdition[], links: Links): string {
  const items = editions.map((printed) => {
    const { edition, state } = printed.version
    const [first] = printedLines(edition)
    const href = asHref(SITE.edition(keyOf(edition)))
    const name = edition.watch && html`<p class="kicker" dir="auto">${printedName(printed)}</p>`
    return html`<li>${name}<h2 dir="auto">${link(href, printedTitle(printed))}</h2>
${first && html`<p class="line" dir="auto">${first.text}</p>`}
<p class="issue-state${state === 'draft' && ' is-draft'}">${printedTitle(printed) !== words.week(editionDays(edition)) && `${words.week(editionDays(edition))}. `}${stateWords(printed)}</p></li>`
  })
  const body = html`<header class="masthead"><h1>${words.allEditions}</h1></header>
${items.length > 0 ? html`<ol class="site-editions">${items}</ol>` : html`<p class="note">${words.noEditions}</p>`}
${renderFeeds(links, 'editions')}`
  return renderPage({
    title: `${words.allEditions} · ${WORDS.frame.product}`,
    here: 'editions',
    links,
    body,
    feeds: pageFeeds(links, 'editions', words.allEditions),
  })
}

/** The page of an edition. `reportPage`: of a report that has a page in the site. */
export function renderSiteEdition(
  printed: PrintedEdition,
  links: Links,
  reportPage: (doc: Id<'doc'>) => string | undefined,
): string {
  const { edition } = printed.version
  const mark = (notes: readonly Footnote[]): Html =>
    html`<sup class="marks">${notes.map(
      ({ number, name, evidence }, i) =>
        html`${i > 0 && ' '}<a href="${links.report(name, evidence)}" aria-label="${words.note(number)}">${number}</a>`,
    )}</sup>`
  const claim = (id: Id<'claim'>) => links.claim?.(id)
  const body = html`<article class="site-edition">
${drawHead(printed, false)}
${drawEdition(printed, { mark, claim })}
${renderPictures(edition)}
${drawReports(printed, reportPage)}
<p class="meta">${words.otherForms} ${drawForms(printed)}.</p>
<p class="meta colophon">${words.colophon(edition.asOf.number)} <code>${edition.asOf.before.slice(0, 16)}</code>.</p>
</article>`
  return renderPage({
    title: `${printedTitle(printed)} · ${printedName(printed)}`,
    here: 'edition',
    links,
    body,
    feeds: pageFeeds(links, 'editions', words.allEditions),
  })
}

function drawForms({ version: { edition } }: PrintedEdition): Html {
  const slug = keyOf(edition)
  const forms = (['single', 'md', 'txt', 'json'] as const satisfies readonly EditionFile[]).map((form, i) => {
    const file = SITE.edition(slug, form).replace(/^editions\//, '') // the page is in the same folder
    return html`${i > 0 && ', '}${link(encodeURIComponent(file), words.forms[form])}`
  })
  return html`${forms}`
}

function drawReports(
  { version: { edition } }: PrintedEdition,
  reportPage: (doc: Id<'doc'>) => string | undefined,
): Html {
  const { dated, undated } = splitReports(edition)
  const list = (reports: readonly EditionReport[]) => {
    const items = reports.map(({ doc, name, title, outlet, published, isLater }) => {
      const day = published ? dayWords(published) : words.isUndated
      return html`<li>${link(reportPage(doc), html`<bdi>${title ?? name}</bdi>`)} <span class="meta"><bdi>${outlet ?? words.outletUnknown}</bdi>, ${day}${isLater && `; ${words.later}`}</span></li>`
    })
    return html`<ul class="list">${items}</ul>`
  }
  return html`<section class="reports" aria-labelledby="s-reports">
<h2 id="s-reports">${words.reports}</h2>
<p class="meta">${describeReports(edition)}</p>
${dated.length > 0 ? list(dated) : html`<p class="note">${words.none}</p>`}
${undated.length > 0 && html`<h3>${words.undated}</h3>${list(undated)}`}
</section>`
}
