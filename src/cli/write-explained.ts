// One text as `readout annotate --explain` prints it: its paragraphs with the attributions marked in them by number, then
// each attribution in a line of its own, then what stayed undecided.
import { saidIn } from '../desk/said-in.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Doc } from '../model/doc.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Note } from '../model/reading.ts'
import { type Mark, markWords } from './mark-words.ts'
import { safeLine } from './show-safely.ts'
import { wrapWords } from './wrap-words.ts'

const INDENT = 4
const LEGEND = '[1s source] [1c cue] [1: what was said] [?1 undecided]; ~ where a mark is cut and goes on'

/** The whole in lines of at most `width` characters, as far as its words allow. */
export function writeExplained({ doc, reading }: ReadDoc, width: number): string {
  const { attributions, notes } = reading
  const marks = [...attributions.flatMap(marksOf), ...notes.flatMap(markOfNote)]
  return [
    `${writeHead(doc)}\n${wrapWords(LEGEND, width)}`,
    ...doc.blocks.map(({ span }) => wrapWords(markWords(doc.text, span, marks), width)),
    attributions.length > 0
      ? attributions.map((each, at) => item(`[${at + 1}]`, writeAttribution({ doc, reading }, each), width)).join('\n')
      : 'no attributions found',
    ...(notes.length > 0 ? [notes.map((each, at) => item(`[?${at + 1}]`, writeNote(each), width)).join('\n')] : []),
  ].join('\n\n')
}

function writeHead({ name, outlet = 'outlet unknown', published = 'undated' }: Doc): string {
  return safeLine(`${name}, ${outlet}, ${published.slice(0, 10)}`)
}

function item(label: string, words: string, width: number): string {
  return wrapWords(`${label.padEnd(INDENT - 1)} ${safeLine(words)}`, width, INDENT)
}

function marksOf({ source, cue, content }: Attribution, at: number): Mark[] {
  const number = at + 1
  return [
    ...(source.kind === 'unstated' ? [] : source.words.map((span) => ({ label: `${number}s`, span }))),
    ...cue.map((span) => ({ label: `${number}c`, span })),
    ...content.map((span) => ({ label: `${number}:`, span })),
  ]
}

function markOfNote({ span }: Note, at: number): Mark[] {
  return span ? [{ label: `?${at + 1}`, span }] : []
}

/** "Ilse Marrow (official) denies, indirect, 92 %; told Meridian; via Meridian; within [2]; on 2031-03-05" */
function writeAttribution({ doc, reading }: ReadDoc, attribution: Attribution): string {
  const said = saidIn(doc, reading, attribution)
  const outer = reading.attributions.findIndex(({ id }) => id === attribution.within) + 1
  const who = said.who.length > 0 ? `${said.who.join(' and ')} (${said.sourceKind})` : 'source unstated'
  return [
    `${who} ${said.act}${said.silence ? ` (${said.silence})` : ''}, ${said.form}, ${Math.round(said.confidence * 100)} %`,
    ...(said.hearer ? [`told ${said.hearer}`] : []),
    ...(said.via.length > 0 ? [`via ${said.via.join(', ')}`] : []),
    ...(outer > 0 ? [`within [${outer}]`] : []),
    ...(said.said ? [`on ${said.said.replace('/', ' to ')}`] : []),
  ].join('; ')
}

function writeNote({ rule, reason }: Note): string {
  return `undecided, ${rule}: ${reason}`
}
