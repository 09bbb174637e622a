// The subject of a letter: which desk or watch, which week, and what leads.
import type { Edition } from '../../model/edition.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import { editionDays } from '../edition-title.ts'
import { WORDS } from '../interface-words.ts'

const LONGEST = 140 // characters: longer ones are cut by mail programs anyway

/** "The Ketter dam, 10 to 16 March 2031: Lindria confirms that Veldania offered to leave Ketter dam". */
export function subjectOf({ edition, title }: Pick<EditionVersion, 'edition' | 'title'>): string {
  const lead = title ?? leadOf(edition)
  const head = `${sourceOf(edition)}, ${editionDays(edition)}`
  return plainLine(lead === undefined ? head : `${head}: ${lead}`)
}

/** Whose edition it is: the watch's name, or the desk's. */
export function sourceOf({ watch }: Edition): string {
  return watch?.name ?? WORDS.frame.product
}

/** The headline of the lead, or the first words of it. */
export function leadOf({ sections }: Edition): string | undefined {
  const [item] = sections.find(({ kind }) => kind === 'lead')?.items ?? []
  return item && (item.heading ?? item.lines[0]).text
}

/** Words in one line, without what could begin another header; cut at a word where they are too long. */
export function plainLine(words: string): string {
  const line = words.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if ([...line].length <= LONGEST) return line
  const cut = [...line].slice(0, LONGEST - 1).join('')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…`
}
