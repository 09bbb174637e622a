// The picture of who spoke to whom in words: in sentences, and as a table.

import type { PicturedFlow, PicturedHearer, PicturedVoices } from '../../model/edition-pictures.ts'
import { oneLine } from '../../model/one-line.ts'
import { WORDS } from '../interface-words.ts'
import type { Picture } from './picture.ts'

/** What a hearer is called. */
export function hearerName({ kind, name }: PicturedHearer): string {
  return name === undefined || name === '' ? WORDS.pictures.hearers[kind] : name
}

/** The whole of it in sentences, a speaker each. */
export function tellVoices(data: PicturedVoices): string[] {
  const words = WORDS.pictures
  const { speakers, flows, left } = data
  if (speakers.length === 0) return [words.noVoices]
  const told = speakers.map(({ name, statements }, at) => {
    const to = flows.flatMap((flow) => (flow.from === at ? [sayFlow(flow, data.hearers[flow.to])] : []))
    return `${name}, ${words.statements(statements)}: ${to.join(', ')}.`
  })
  return [...told, ...(left.speakers > 0 ? [words.moreSpeakers(left.speakers, left.statements)] : [])].map(oneLine)
}

/** A row for each speaker and hearer. */
export function tabulateVoices({ speakers, hearers, flows }: PicturedVoices): Picture['table'] {
  const rows = flows.map(({ from, to, statements }) => {
    const hearer = hearers[to]
    return [speakers[from]?.name ?? '', hearer ? hearerName(hearer) : '', String(statements)]
  })
  return { head: WORDS.pictures.voicesTable, rows }
}

// "3 to Meridian News Agency"
function sayFlow({ statements }: PicturedFlow, hearer: PicturedHearer | undefined): string {
  const kind = hearer?.kind ?? 'unstated'
  return WORDS.pictures.toHearer(statements, kind, hearer ? hearerName(hearer) : '')
}
