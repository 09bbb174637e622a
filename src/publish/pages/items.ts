// The things of a desk as items of lists, one line each with what is to be known of it. Each has an id, and its first link
// leads to it: so lists can be walked by keys.
import type { ClaimLine, PersonLine, ReportLine, SaidLine, StoryListLine } from '../../model/listing.ts'
import { attribute, type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { boundsWords, counted } from '../origin-words.ts'
import { renderStanding } from '../render-ledger.ts'
import { renderDay } from './time.ts'

/** A link that opens an item of a list; only its words where nothing is to be opened. */
export function openLink(address: string | undefined, words: Html | string): Html {
  return address === undefined ? html`${words}` : html`<a href="${address}" data-open>${words}</a>`
}

/** What stands below a claim or story in its list, and the list it stands in, where a page has it in several. */
export interface Placed {
  readonly more?: Html
  readonly list?: string
  readonly wording?: Html // with what was looked for marked
}

/** One claim: its wording, where it stands, how it was told and answered. */
export function renderClaimItem(line: ClaimLine, links: Links, { more, list = 'claim', wording }: Placed = {}): Html {
  return html`<li id="${list}-${line.claim}" data-item>
<p class="wording" dir="auto">${openLink(links.claim?.(line.claim), wording ?? line.wording)}</p>
<p class="meta">${renderStanding(line.standing)} ${tellClaim(line)}; ${WORDS.lists.firstPrinted} ${renderDay(line.firstPrinted)}</p>
${more}</li>`
}

/** "three reports, two origins; denied by one, no comment by two" */
function tellClaim(line: ClaimLine): string {
  const { atLeast, atMost, unknown } = line
  const answers = [
    ['denied by', line.denied],
    ['confirmed by', line.confirmed],
    ['no comment by', line.declined],
  ] as const
  const told = answers.filter(([, count]) => count > 0).map(([words, count]) => `${words} ${counted(count, 'speaker')}`)
  const altered = line.altered > 0 ? [`its words altered in ${counted(line.altered, 'printing')}`] : []
  const origins = boundsWords({ atLeast, atMost, unknownLineage: unknown })
  return [`${counted(line.reports, 'report')}, ${origins}`, ...told, ...altered].join('; ')
}

/** One report: its headline, who printed it and when. */
export function renderReportItem(line: ReportLine, links: Links, more: Html = html``): Html {
  const { title, name, language, outlet, published, said, isLater } = line
  const words = html`<span dir="auto"${attribute('lang', languageOf(language))}>${title ?? name}</span>`
  const tail = [
    counted(said, 'statement'),
    ...(isLater ? [WORDS.lists.laterVersion] : []),
    ...(isOther(language) ? [WORDS.lists.inLanguage(language)] : []),
  ]
  return html`<li id="report-${line.doc}" data-item>
<p class="headline">${openLink(links.report(name), words)}</p>
<p class="meta"><bdi>${outlet ?? WORDS.lists.outletUnknown}</bdi>, ${renderDay(published)}; ${tail.join('; ')}</p>
${more}</li>`
}

/** One story: its title, its days, how much is in it. */
export function renderStoryItem(line: StoryListLine, links: Links): Html {
  return html`<li id="story-${line.story}" data-item>
<p class="headline" dir="auto">${openLink(links.story?.(line.story), line.title)}</p>
<p class="meta">${renderDays(line)}; ${counted(line.reports, 'report')}, ${counted(line.claims, 'claim')}</p></li>`
}

/** From the first day to the last. */
export function renderDays({ from, until }: StoryListLine): Html {
  if (from === undefined) return html`${WORDS.lists.undated}`
  if (until === undefined || until.slice(0, 10) === from.slice(0, 10)) return renderDay(from)
  return html`${renderDay(from)} ${WORDS.lists.to} ${renderDay(until)}`
}

/** One person or body: the name, the office last given, how much was said and when last. */
export function renderPersonItem(line: PersonLine, links: Links): Html {
  const { entity, name, kind, office, said, reports, lastPrinted } = line
  return html`<li id="person-${entity}" data-item>
<p class="headline"><bdi>${openLink(links.person?.(entity), name)}</bdi>${office !== undefined && html` <span class="office" dir="auto">${office}</span>`}</p>
<p class="meta">${WORDS.lists.kinds[kind]}; ${counted(said, 'statement')} in ${counted(reports, 'report')}${lastPrinted !== undefined && html`; ${WORDS.lists.lastPrinted} ${renderDay(lastPrinted)}`}</p>
</li>`
}

/** How a thing that was said is shown. */
export interface Shown {
  readonly names?: Names
  readonly words?: Html // with what was looked for marked
}

/** One thing said: who, which act, the words, where and when. The words open where they stand. */
export function renderSaidItem(line: SaidLine, links: Links, { names = new Map(), words }: Shown = {}): Html {
  const { doc, start, end, form, act, published, confidence } = line
  const outlet = line.outlet ?? WORDS.lists.outletUnknown
  const place = links.report(line.name, { doc, span: { start, end }, quote: line.words })
  const isSilence = line.words === '' // then the place is all that can be opened
  return html`<li id="said-${line.attribution}" data-item>
<p class="said"><span class="who">${renderWho(line, links, names)}</span> · <span class="act">${act}</span>${!isSilence && html`: <span class="words" dir="auto">${openLink(place, words ?? line.words)}</span>`}</p>
<p class="meta">${isSilence ? openLink(place, outlet) : html`<bdi>${outlet}</bdi>`}, ${renderDay(published)}; ${form}, ${WORDS.report.confidence(confidence)}</p>
</li>`
}

/** Names of those who speak, where they are known. */
export type Names = ReadonlyMap<string, string>

function renderWho({ who, source, kind }: SaidLine, links: Links, names: Names): Html {
  const known = who.flatMap((id) => {
    const name = names.get(id)
    return name === undefined ? [] : [html`<bdi>${link(links.person?.(id), name)}</bdi>`]
  })
  if (known.length === 0 || kind === 'anonymous') return html`<span dir="auto">${source}</span>`
  return html`${known.map((name, i) => html`${i > 0 ? ', ' : ''}${name}`)}`
}

/** The language as an attribute has it; none where it is not known. */
export function languageOf(language: string): string | undefined {
  return language === '' || language === 'und' ? undefined : language
}

function isOther(language: string): boolean {
  return languageOf(language) !== undefined && !/^en\b/i.test(language)
}
