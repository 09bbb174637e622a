// An edition as one HTML file that asks nothing of any network: style, pictures and all the words that it cites are in it, each
// footnote opens on them without any script, and printed it is a paper with its notes at the end.
import type { Edition, EditionReport } from '../../model/edition.ts'
import { editionDays } from '../edition-title.ts'
import { type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import { renderPictures } from '../pictures/render-pictures.ts'
import { describeReports, splitReports } from '../render-html.ts'
import { SINGLE_STYLE } from '../styles/single.ts'
import { liveLink } from '../text-fragment.ts'
import { openNotes } from './cut-at-notes.ts'
import { drawEdition } from './draw-edition.ts'
import { drawMarks, drawNotes } from './draw-notes.ts'
import { printedName, printedTitle, stateWords } from './edition-head.ts'
import type { PrintedEdition } from './printed.ts'

const words = WORDS.formats

// The browser itself sees to it that nothing runs and nothing is asked for, whatever a report has in its headline.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/** The file. `around`: characters shown around what is cited. */
export function renderSingleFile(printed: PrintedEdition, around: number): string {
  const { version, findDoc } = printed
  const { edition } = version
  const { all } = openNotes(edition, findDoc)
  const title = printedTitle(printed)
  const head = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${printedName(printed)}: ${title}</title>
<style>`
  const rest = html`</style>
</head>
<body>
<main>
<article>
${drawHead(printed)}
${drawEdition(printed, { mark: drawMarks })}
${renderPictures(edition)}
<section class="evidence" aria-labelledby="s-notes">
<h2 id="s-notes">${words.notes}</h2>
<p class="note">${words.notesTold}</p>
${drawNotes(all, printed, around)}
</section>
${drawReports(edition, printed)}
<p class="meta colophon">${words.colophon(edition.asOf.number)} <code>${edition.asOf.before.slice(0, 16)}</code>.</p>
</article>
</main>
</body>
</html>
`
  return `${head}${SINGLE_STYLE}${rest}` // the style is ours, and escaped it would be none
}

/** The name of the watch, the title, and where the edition stands. `isAlone`: nothing around it names the product. */
export function drawHead(printed: PrintedEdition, isAlone = true): Html {
  const { edition, state } = printed.version
  const own = printedTitle(printed)
  const period = words.week(editionDays(edition))
  return html`<header class="masthead">
${(edition.watch || isAlone) && html`<p class="kicker" dir="auto">${printedName(printed)}</p>`}
<h1 dir="auto">${own}</h1>
${edition.watch?.question !== undefined && html`<p class="question" dir="auto">${edition.watch.question}</p>`}
<p class="meta">${own !== period && `${period}. `}${words.made(describeReports(edition))}</p>
<p class="issue-state${state === 'draft' && ' is-draft'}">${stateWords(printed)}</p>
</header>`
}

function drawReports(edition: Edition, { findDoc }: PrintedEdition): Html {
  const { dated, undated } = splitReports(edition)
  if (dated.length + undated.length === 0) return html``
  const list = (reports: readonly EditionReport[]) => {
    const items = reports.map(({ doc, name, title, outlet, published, isLater }) => {
      const found = findDoc(doc)
      const day = published ? dayWords(published) : words.isUndated
      return html`<li>${link(found && liveLink(found), html`<bdi>${title ?? name}</bdi>`)} <span class="meta"><bdi>${outlet ?? words.outletUnknown}</bdi>, ${day}${isLater && `; ${words.later}`}</span></li>`
    })
    return html`<ul>${items}</ul>`
  }
  return html`<details class="reports"><summary>${words.reports}</summary>
${dated.length > 0 ? list(dated) : html`<p class="note">${words.none}</p>`}
${undated.length > 0 && html`<p class="note">${words.undated}</p>${list(undated)}`}
</details>`
}
