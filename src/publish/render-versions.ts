// The versions of a report's page, as a section of the report's page: each with when it was seen, what it changed in figures,
// and a way to the words that it changed. A page with one version and nothing else to tell has none.
import type { Instant } from '../model/id.ts'
import type { PageHistory, PageVersion } from '../model/version.ts'
import { type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
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
<h2 id="versions">${WORDS.versions.title}</h2>
<ol class="list">${items}</ol>
${missed.length > 0 && html`<h3>${WORDS.versions.noText}</h3><ul class="list">${missed}</ul>`}
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
  return html`${isHere ? html`<b>${title}</b> ${WORDS.versions.thisOne}` : link(links.report(doc.name), title)}
<span class="meta">${isLater && WORDS.versions.later}${seenWords(version)}</span>
${others.length > 0 && html`<br><span class="meta">${WORDS.versions.same} ${same}.</span>`}
${change && html`<br>${capital(changeWordsOf(version))}${isStub && WORDS.versions.isStub}. ${link(links.changes?.(doc.name), WORDS.versions.whatChanged)}`}`
}

/** "headline changed; 12 words removed, 20 added; touches two claims and one line of an edition" */
export function changeWordsOf({ change }: Pick<PageVersion, 'change'>): string {
  if (!change) return ''
  const { headline, words, claims, quotations, lines } = change
  const told = WORDS.versions
  const touched = [
    ...(claims.length > 0 ? [counted(claims.length, 'claim')] : []),
    ...(quotations.length > 0 ? [counted(quotations.length, 'quotation')] : []),
    ...(lines.length > 0 ? [counted(lines.length, 'printed line')] : []),
  ]
  if (!headline && words.removed + words.added === 0) return told.noWords
  const what = told.words(words.removed, numberWords(words.added), numberWords(words.removed))
  const touches = touched.length > 0 ? told.touches(touched.join(', ')) : ''
  return `${headline ? told.headline : ''}${what}${touches}`
}

function seenWords({ sightings }: PageVersion): Html {
  const [first] = sightings
  const last = sightings.at(-1) ?? first
  if (sightings.length === 1) return html`${WORDS.versions.seen} ${moment(first.at)}`
  return html`${WORDS.versions.seenTimes(counted(sightings.length, 'time'))} ${moment(first.at)} ${WORDS.versions.to} ${moment(last.at)}`
}

function moment(instant: Instant): Html {
  return html`<time datetime="${instant}">${dayWords(instant)}, ${instant.slice(11, 16)} UTC</time>`
}
