// The picture of the week's claims in words: in sentences, and as a table.

import type { PicturedAct, PicturedClaim, PicturedClaims } from '../../model/edition-pictures.ts'
import { oneLine } from '../../model/one-line.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import { counted } from '../origin-words.ts'
import type { Picture } from './picture.ts'

/** The whole of it in sentences, a claim each. */
export function tellClaimDays({ rows, left }: PicturedClaims): string[] {
  const words = WORDS.pictures
  if (rows.length === 0) return [words.noClaims]
  const told = rows.map((row) => `${quote(row)}: ${tellDays(row).join('; ')}.`)
  return [words.claimsByDay(rows.length), ...told, ...(left > 0 ? [words.moreClaims(left)] : [])].map(oneLine)
}

// "4 March 2031 put forward by Ilse Marrow, in two reports, denied by Corvin Hale, in one report"
function tellDays({ acts }: PicturedClaim): string[] {
  const days = Map.groupBy(acts, ({ day }) => day)
  return [...days].map(([day, own]) => `${dayWords(day)} ${own.map(tellAct).join(', ')}`)
}

/** A row for each claim and day. */
export function tabulateClaimDays({ rows }: PicturedClaims): Picture['table'] {
  const head = WORDS.pictures.claimsTable
  return { head, rows: rows.flatMap((row) => row.acts.map((act) => [quote(row), dayWords(act.day), tellAct(act)])) }
}

/** The wording with the marks of a picture's own, where it is direct speech. */
export function asQuoted(row: PicturedClaim): string {
  return /^[“"]/.test(row.wording) ? quote(row) : oneLine(row.wording)
}

function quote({ wording }: PicturedClaim): string {
  return `“${oneLine(wording).replace(/^[“"]+|[”"]+$/g, '')}”`
}

// "denied by Corvin Hale, in two reports"
function tellAct({ kind, who, others, reports }: PicturedAct): string {
  const more = others > 0 ? [counted(others, 'other')] : []
  const names = [...who, ...more]
  const by = names.length === 0 ? '' : ` ${WORDS.pictures.by} ${join(names)}`
  return `${WORDS.pictures.marks[kind]}${by}, ${WORDS.pictures.inReports(counted(reports, 'report'))}`
}

function join(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
