// Who said how much, and what, as `readout who` prints it.
import type { Decided } from '../desk/list-decided.ts'
import type { Saying, Speaker, SpokenOffice } from '../desk/list-who.ts'
import { safeLine } from './show-safely.ts'
import { shortId } from './write-claim.ts'
import { writeDecidedShort } from './write-decided.ts'

/**
 * Everybody, a line each: "  12  Ilse Marrow (person), foreign minister since 2029". Unnamed sources who go by one
 * description share a line, as `readout who` shows them: "   7  unnamed officials (2 groups)".
 */
export function writeSpeakers(speakers: readonly Speaker[]): string {
  if (speakers.length === 0) return 'Nobody says anything in the reports of this desk.'
  const lines = [...Map.groupBy(speakers, ({ id, kind, name }) => (kind === 'group' ? name : id)).values()]
    .flatMap((alike) => {
      const [first] = alike
      return first ? [{ ...first, said: alike.reduce((sum, { said }) => sum + said, 0), what: kindOf(alike) }] : []
    })
    .toSorted((a, b) => b.said - a.said)
  const width = String(lines[0]?.said ?? 0).length
  return lines
    .map(({ said, name, what, offices }) =>
      safeLine(`${String(said).padStart(width)}  ${name} (${what})${officesOf(offices)}`),
    )
    .join('\n')
}

/** One speaker with all that they have said, by day; or unnamed sources who go by one description. */
export function writeSayings(
  found: readonly [Speaker, ...Speaker[]],
  sayings: readonly Saying[],
  decided: readonly Decided[] = [],
): string {
  const [{ name, offices }] = found
  const outlets = [...new Set(sayings.flatMap(({ outlet }) => outlet ?? []))].toSorted()
  const where = outlets.length > 0 ? `in ${outlets.join(', ')}` : 'outlet unknown'
  return [
    safeLine(`${name} (${kindOf(found)})  ${found.map(({ id }) => id).join(', ')}`),
    ...offices.map((office) => safeLine(`  ${writeOffice(office)}`)),
    safeLine(`  ${sayings.length} said, ${where}`),
    ...decided.map((one) => `  ${writeDecidedShort(one)}`),
    '',
    ...sayings.map((saying) => safeLine(writeSaying(saying))),
  ].join('\n')
}

// Two unnamed groups of one description may be one, or not: nothing in the reports shows it
function kindOf(alike: readonly Speaker[]): string {
  return alike.length > 1 ? `${alike.length} groups` : (alike[0]?.kind ?? 'group')
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

// 2031-03-05  denies, to reporters, via Karsk Courier, in levy (Karsk Courier): there was no levy [a47004e7]
function writeSaying(saying: Saying): string {
  const { attribution, act, words, said, to, via, doc, outlet = 'outlet unknown', published } = saying
  const day = published?.slice(0, 10)
  const when = said && said !== day ? `, on ${said}` : ''
  const heard = to ? `, to ${to.replace(/\s+/g, ' ')}` : ''
  const hands = via.length > 0 ? `, via ${via.join(', ')}` : ''
  return `${day ?? 'undated   '}  ${act}${when}${heard}${hands}, in ${doc} (${outlet}): ${words}${shortId(attribution)}`
}
