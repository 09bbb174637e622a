// Who said how much, and what, as `readout who` prints it.
import type { Saying, Speaker, SpokenOffice } from '../desk/list-who.ts'
import { safeLine } from './show-safely.ts'

/** Everybody, a line each: "  12  Ilse Marrow (person), foreign minister since 2029". */
export function writeSpeakers(speakers: readonly Speaker[]): string {
  if (speakers.length === 0) return 'Nobody says anything in the reports of this desk.'
  const width = String(speakers[0]?.said ?? 0).length
  return speakers
    .map(({ said, name, kind, offices }) =>
      safeLine(`${String(said).padStart(width)}  ${name} (${kind})${officesOf(offices)}`),
    )
    .join('\n')
}

/** One speaker with all that they have said, by day. */
export function writeSayings({ id, name, kind, offices, outlets }: Speaker, sayings: readonly Saying[]): string {
  const where = outlets.length > 0 ? `in ${outlets.join(', ')}` : 'outlet unknown'
  return [
    safeLine(`${name} (${kind})  ${id}`),
    ...offices.map((office) => safeLine(`  ${writeOffice(office)}`)),
    safeLine(`  ${sayings.length} said, ${where}`),
    '',
    ...sayings.map((saying) => safeLine(writeSaying(saying))),
  ].join('\n')
}

function officesOf(offices: readonly SpokenOffice[]): string {
  const [first, ...others] = offices
  return first ? `, ${writeOffice(first)}${others.length > 0 ? ` and ${others.length} more` : ''}` : ''
}

/** "defence minister, 2011 to 2014, former" */
function writeOffice({ title, from, until, isFormer }: SpokenOffice): string {
  const time = from && until ? `${from} to ${until}` : from ? `since ${from}` : until ? `until ${until}` : ''
  return [title.replace(/\s+/g, ' '), time, isFormer ? 'former' : ''].filter(Boolean).join(', ')
}

// 2031-03-05  denies, to reporters, via Karsk Courier, in levy (Karsk Courier): there was no levy
function writeSaying({ act, words, said, to, via, doc, outlet = 'outlet unknown', published }: Saying): string {
  const day = published?.slice(0, 10)
  const when = said && said !== day ? `, on ${said}` : ''
  const heard = to ? `, to ${to.replace(/\s+/g, ' ')}` : ''
  const hands = via.length > 0 ? `, via ${via.join(', ')}` : ''
  return `${day ?? 'undated   '}  ${act}${when}${heard}${hands}, in ${doc} (${outlet}): ${words}`
}
