// The versions of a report's page, as a section of the report's page: each with when it was seen, what it changed in figures,
// and a way to the words that it changed. A page with one version and nothing else to tell has none.
import type { Instant } from '../model/id.ts'
import type { PageHistory, PageVersion } from '../model/version.ts'
import { type Html, html, link } from './html.ts'
import { dayWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { capital, counted, numberWords } from './origin-words.ts'

/** The section; `name` is the report whose page it is on. */
export function renderVersions({ versions, absences }: PageHistory, name: string, links: Links): Html {
  const isOne = versions.length === 1 && versions[0].sightings.every((one) => one.name === name)
  if (isOne && absences.length === 0) return html``
  const items = versions.map(
    (version, at) => html`<li>${renderVersion(version, { name, links, isLater: at > 0 })}</li>`,
  )
  const missed = absences.map(({ at, told }) => html`<li>${moment(at)}: <span dir="auto">${told}</span></li>`)
  return html`<section class="versions" aria-labelledby="versions">
<h2 id="versions">Versions</h2>
<ol class="list">${items}</ol>
${missed.length > 0 && html`<h3>Brought no text</h3><ul class="list">${missed}</ul>`}
</section>`
}

interface Draw {
  readonly name: string
  readonly links: Links
  readonly isLater: boolean
}

function renderVersion(version: PageVersion, { name, links, isLater }: Draw): Html {
  const { doc, sightings, change, isStub } = version
  const isHere = doc.name === name
  const title = html`<span dir="auto">${doc.title ?? doc.name}</span>`
  const others = sightings.filter((one) => one.name !== doc.name)
  const same = others.map((one, i) => html`${i > 0 ? '; ' : ''}${one.name}, ${moment(one.at)}`)
  return html`${isHere ? html`<b>${title}</b> (this one)` : link(links.report(doc.name), title)}
<span class="meta">${isLater && 'later version; '}${seenWords(version)}</span>
${others.length > 0 && html`<br><span class="meta">The same words in other bytes: ${same}.</span>`}
${change && html`<br>${capital(changeWordsOf(version))}${isStub && '; most of the text is hidden from readers who do not pay or sign in'}. ${link(links.changes?.(doc.name), 'What changed')}`}`
}

/** "headline changed; 12 words removed, 20 added; touches two claims and one line of an edition" */
export function changeWordsOf({ change }: Pick<PageVersion, 'change'>): string {
  if (!change) return ''
  const { headline, words, claims, quotations, lines } = change
  const touched = [
    ...(claims.length > 0 ? [counted(claims.length, 'claim')] : []),
    ...(quotations.length > 0 ? [counted(quotations.length, 'quotation')] : []),
    ...(lines.length > 0 ? [counted(lines.length, 'printed line')] : []),
  ]
  if (!headline && words.removed + words.added === 0) return 'no words removed or added; marks, case or order changed'
  const what = `${numberWords(words.removed)} ${words.removed === 1 ? 'word' : 'words'} removed, ${numberWords(words.added)} added`
  const touches = touched.length > 0 ? `; touches ${touched.join(', ')}` : ''
  return `${headline ? 'headline changed; ' : ''}${what}${touches}`
}

function seenWords({ sightings }: PageVersion): Html {
  const [first] = sightings
  const last = sightings.at(-1) ?? first
  if (sightings.length === 1) return html`seen ${moment(first.at)}`
  return html`seen ${counted(sightings.length, 'time')}, ${moment(first.at)} to ${moment(last.at)}`
}

function moment(instant: Instant): Html {
  return html`<time datetime="${instant}">${dayWords(instant)}, ${instant.slice(11, 16)} UTC</time>`
}
