// Versions of a page as `readout versions` prints them: what was removed as [-…-], what was added as {+…+}, with a few words
// around, then what stands in those words.
import type { ChangedPage } from '../desk/list-changed.ts'
import type {
  Hunk,
  LeaningLine,
  PageChange,
  PageHistory,
  PageVersion,
  TouchedClaim,
  TouchedQuotation,
} from '../model/version.ts'
import { safeLine } from './show-safely.ts'

/** A page in paragraphs: each version, then the captures that brought no text. */
export function writeHistory({ address, versions, absences }: PageHistory): string {
  const count = versions.length === 1 ? 'one version' : `${versions.length} versions`
  return [
    `${safeLine(address ?? versions[0].doc.name)}\n  ${count}`,
    ...versions.map((version, at) => writeVersion(version, at + 1).join('\n')),
    ...(absences.length > 0
      ? [['Brought no text:', ...absences.map(({ at, told }) => `  ${when(at)}  ${safeLine(told)}`)].join('\n')]
      : []),
  ].join('\n\n')
}

/** Every change in a few lines. */
export function writeChangedPages(pages: readonly ChangedPage[], since?: string): string {
  if (pages.length === 0) return `No page changed${since ? ` since ${since}` : ''}: each has one version.`
  return pages
    .map(({ address, name, outlet = 'outlet unknown', title, at, isStub, change }) =>
      [
        `${when(at)}  ${safeLine(name)} (${safeLine(outlet)}), a later version of ${safeLine(change.from)}`,
        `  ${safeLine(address)}`,
        ...(title ? [`  ${plain(title)}`] : []),
        ...indent(writeSummary(change, isStub)),
        ...indent(writeTouched(change)),
      ].join('\n'),
    )
    .join('\n\n')
}

function writeVersion({ doc, sightings, isStub, change }: PageVersion, nth: number): string[] {
  const { name, outlet = 'outlet unknown', published, title } = doc
  const [first] = sightings
  const last = sightings.at(-1) ?? first
  const others = sightings.filter((one) => one.name !== name)
  const seen =
    sightings.length === 1
      ? `seen ${when(first.at)}`
      : `seen ${sightings.length} times, ${when(first.at)} to ${when(last.at)}`
  return [
    `${nth}. ${safeLine(name)} (${safeLine(outlet)}, ${published?.slice(0, 10) ?? 'undated'})${nth > 1 ? ', later version' : ''}`,
    ...(title ? [`  ${plain(title)}`] : []),
    `  ${seen}`,
    ...others.map((one) => `  the same words in other bytes: ${safeLine(one.name)}, ${when(one.at)}`),
    ...(change
      ? indent([...writeSummary(change, isStub), ...change.hunks.map(writeHunk), ...writeTouched(change)])
      : []),
  ]
}

function writeSummary(
  { headline, words, isByParagraph, comparedTo, stretches }: PageChange,
  isStub?: boolean,
): string[] {
  const moved = stretches.filter(({ kind }) => kind === 'moved').length
  if (!headline && words.removed + words.added + moved === 0) return ['only marks, case or layout changed']
  const counts = [
    `${words.removed} words removed`,
    `${words.added} added`,
    ...(moved > 0 ? [`${moved} paragraphs moved`] : []),
  ]
  return [
    ...(headline ? [`headline: “${plain(headline.was)}” became “${plain(headline.became)}”`] : []),
    `${counts.join(', ')}${isByParagraph ? '; too much changed to be told word by word everywhere' : ''}`,
    ...(comparedTo === undefined ? [] : [`only the first ${comparedTo} words were compared`]),
    ...(isStub ? ['most of the text is hidden from readers who do not pay or sign in'] : []),
  ]
}

/** "… from the dam within [-30-] {+60+} days, three officials …" */
function writeHunk(hunk: Hunk): string {
  const shown = hunk.map(({ kind, text }) => {
    const words = safeLine(text)
    if (kind === 'removed') return `[-${words}-]`
    if (kind === 'added') return `{+${words}+}`
    return kind === 'moved' ? `(moved here) ${words}` : words
  })
  return `* ${shown.join(' ')}`
}

function writeTouched({ claims, quotations, lines }: PageChange): string[] {
  return [...claims.map(writeClaim), ...quotations.map(writeQuotation), ...lines.map(writeLine)]
}

function writeClaim({ claim, wording, what, act }: TouchedClaim): string {
  return `${act ? `answer (${act})` : 'claim'} ${what}: ${plain(wording)} [${claim.slice(0, 8)}]`
}

function writeQuotation({ what, was, became, told }: TouchedQuotation): string {
  if (what !== 'altered') return `quotation ${what}: ${plain(was?.quote ?? became?.quote ?? '')}`
  const how = told ? ` (${safeLine(told)})` : ''
  return `quotation changed by the outlet itself between versions: “${plain(was?.quote ?? '')}” became “${plain(became?.quote ?? '')}”${how}`
}

function writeLine({ week, watch, issued, text }: LeaningLine): string {
  const edition = issued ? `issued ${when(issued)}` : 'as it would be printed now'
  return `printed in the edition of ${week}${watch ? ` of ${plain(watch.name)}` : ''}, ${edition}: ${plain(text)}`
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`)
}

/** "2031-05-06 10:30 UTC" */
function when(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`
}

function plain(words: string): string {
  return safeLine(words.replace(/\s+/g, ' ').trim())
}
