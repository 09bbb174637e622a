// Stories as `readout story` prints them: all in a few lines each, or one with its reports, its claims and who is in it.
import type { StoryFile, StoryLine, StoryPerson, StoryReport } from '../desk/list-stories.ts'
import type { LedgerRow } from '../model/ledger.ts'
import { safeLine } from './show-safely.ts'
import { countOrigins } from './write-row.ts'

/** Every story: its id and days, its title, and how much is in it. */
export function writeStories(stories: readonly StoryLine[]): string {
  if (stories.length === 0) return 'There is no story: this desk holds no report.'
  return stories
    .map(({ id, title, reports, claims, people, ...days }) => {
      const speaking = `${people} ${people === 1 ? 'person or body' : 'people and bodies'} speaking`
      const counts = [counted(reports, 'report'), counted(claims, 'claim'), speaking]
      return `${id}  ${daysOf(days)}\n  ${plain(title)}\n  ${counts.join(', ')}`
    })
    .join('\n\n')
}

/** One story in paragraphs. */
export function writeStory({ id, title, reports, claims, people, ...days }: StoryFile): string {
  const spoken = people.filter(({ said }) => said === 0)
  return [
    `${id}  ${daysOf(days)}`,
    `  ${plain(title)}`,
    ...section('Reports:', reports.map(writeReport)),
    ...section('Claims:', claims.flatMap(writeClaimLine)),
    ...section('People and bodies who speak in it:', writePeople(people.filter(({ said }) => said > 0))),
    ...section('Only spoken of:', spoken.length > 0 ? [spoken.map(({ name }) => name).join('; ')] : []),
  ].join('\n')
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${safeLine(line)}`)] : []
}

function daysOf({ from, until }: Partial<StoryLine>): string {
  if (!from) return 'undated'
  return until && until !== from ? `${from} to ${until}` : from
}

/** "2031-03-04  01-meridian-dam-offer (Meridian News Agency): Veldania offered to leave the dam" */
function writeReport({ doc, title, outlet = 'outlet unknown', published, isLater }: StoryReport): string {
  return `${published?.slice(0, 10) ?? 'undated   '}  ${doc} (${outlet}${isLater ? '; later version' : ''})${title ? `: ${plain(title)}` : ''}`
}

function writeClaimLine(row: LedgerRow): string[] {
  const { claim, wording, standing, firstPrinted, independentOrigins: origins } = row
  const when = firstPrinted ? `first printed ${firstPrinted.slice(0, 10)}` : 'undated'
  const told = origins.length > 0 ? ` (${origins.join('; ')})` : ''
  return [`${claim}  ${standing}, ${when}`, `  ${plain(wording)}`, `  origins: ${countOrigins(row)}${told}`]
}

/** "12  Ilse Marrow (person), in 4 reports" */
function writePeople(people: readonly StoryPerson[]): string[] {
  const width = String(people[0]?.said ?? 0).length
  return people.map(
    ({ said, name, kind, reports }) =>
      `${String(said).padStart(width)}  ${name} (${kind}), in ${counted(reports, 'report')}`,
  )
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function plain(words: string): string {
  return safeLine(words.replace(/\s+/g, ' ').trim())
}
