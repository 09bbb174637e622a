// An edition as a letter of plain text: headings by capitals and space, footnotes by numbers in square brackets, their addresses
// at the end, one a line and never cut.
import type { Item, Line, OwnLine, Section } from '../../model/edition.ts'
import type { Correction } from '../../model/edition-version.ts'
import { editionDays } from '../edition-title.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import { printedHeading, UNDER_CLAIMS } from '../printed-lines.ts'
import { answerWords, SECTION_TITLES } from '../render-html.ts'
import { tellRemovals } from '../tell-removals.ts'
import { wrapText } from '../wrap-text.ts'
import { flowText, joinParagraphs } from './flow-text.ts'
import type { MailedEdition } from './letter.ts'
import { isPrinted, type LetterNotes, makeLetterNotes } from './note-marks.ts'
import { sourceOf } from './subject-of.ts'
import { openingOf, outletAndDay, titleOf } from './write-edition-letter.ts'

const words = WORDS.letters

/** The text, ending with a line break. */
export function writeEditionText(mailed: MailedEdition, isTest = false): string {
  const { version, browser, links } = mailed
  const { edition, corrections } = version
  const notes = makeLetterNotes(mailed)
  const sources = notes.all.flatMap((note) => [
    ...wrapText(`${titleOf(note)}, ${outletAndDay(note)}`, { first: `[${note.number}] `, rest: '    ' }),
    `    ${links.report(note.name, note.evidence)}`,
  ])
  return joinParagraphs([
    ...(isTest ? [[words.test]] : []),
    [sourceOf(edition).toUpperCase()],
    [...wrapText(version.title ?? words.weekOf(editionDays(edition))), ...flowText(openingOf(edition))],
    [`${words.inBrowser}:`, browser],
    ...tellRemovals(version).map((told) => flowText(told)),
    ...(corrections.length > 0
      ? [[words.corrections.toUpperCase()], ...corrections.toReversed().map(tellCorrection)]
      : []),
    ...edition.sections.filter(isPrinted).flatMap((section) => tellSection(section, notes)),
    ...(sources.length > 0 ? [[words.sources.toUpperCase()], sources] : []),
    ...tellFoot(mailed),
  ])
}

/** One correction as a paragraph. */
export function tellCorrection({ at, was, now, why }: Correction): string[] {
  return [
    `${words.correctedOn(dayWords(at))}.`,
    ...(was === undefined ? wrapText(words.putIn) : wrapText(`${words.was} ${was}`)),
    ...(now === undefined ? wrapText(words.takenOut) : wrapText(`${words.now} ${now}`)),
    ...wrapText(`${words.why} ${why}`),
  ]
}

function tellSection({ kind, items, own = [], note }: Section, notes: LetterNotes): string[][] {
  return [
    ['', SECTION_TITLES[kind].toUpperCase()],
    ...own.map((line) => tellOwn(line)),
    ...items.flatMap((item) => (kind === 'lead' ? tellLead(item, notes) : tellDash(item, kind, notes))),
    ...(note === undefined ? [] : [flowText(note)]),
  ]
}

function tellLead({ heading, lines, own = [] }: Item, notes: LetterNotes): string[][] {
  return [
    ...(heading ? [flowText(tellLine(heading, notes))] : []),
    ...lines.map((line) => flowText(tellLine(line, notes))),
    ...own.map((line) => tellOwn(line)),
  ]
}

function tellDash(item: Item, kind: Section['kind'], notes: LetterNotes): string[][] {
  const { lines, answer, own = [] } = item
  const isAnswer = UNDER_CLAIMS.has(kind)
  const heading = printedHeading(item, kind)
  const head = heading && `${answerWords(answer)} ${tellLine(heading, notes)}:`
  const told = lines.map((line) => tellLine(line, notes))
  const paragraphs = [...(head === undefined ? [] : [head]), ...(isAnswer ? told : [told.join(' ')])]
  return [
    ...paragraphs.map((text, i) => wrapText(text, { first: i === 0 ? '- ' : '  ', rest: '  ' })),
    ...own.map((line) => tellOwn(line, '  ')),
  ]
}

function tellOwn({ text, by }: OwnLine, indent = ''): string[] {
  return wrapText(`${words.ownLine(by)} ${text}`, { first: indent, rest: indent })
}

function tellLine(line: Line, notes: LetterNotes): string {
  const pieces = notes.of(line).map(({ text, notes: here }) => text + here.map(({ number }) => ` [${number}]`).join(''))
  return pieces.join('') + (line.reworded ? ` (${WORDS.formats.wordedBy(line.reworded.by)})` : '')
}

/** Why it came and the way out. */
export function tellFoot({ version: { edition }, leave }: MailedEdition): string[][] {
  const { number, before } = edition.asOf
  return [
    ['-- ', ...flowText(words.whyYou(sourceOf(edition))), `${words.leave}:`, leave],
    flowText(words.made(number, before.slice(0, 16))),
  ]
}
