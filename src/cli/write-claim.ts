// One claim as `readout claim` prints it: its row, who put it forward, who answered it, and why the origins are so many.
import type { Voice, Voices } from '../desk/find-voices.ts'
import type { Alteration, LedgerRow } from '../model/ledger.ts'
import { safeLine } from './show-safely.ts'
import { writeRow } from './write-row.ts'

/** The claim in paragraphs; what there is nothing of is left out. */
export function writeClaim(row: LedgerRow, { putForward, answers }: Voices): string {
  return [
    writeRow(row),
    ...section('Put forward by:', putForward.map(writeVoice)),
    ...section('Answered by:', answers.map(writeVoice)),
    ...section('Why the origins are so many:', row.reasons),
    ...section('Printed with other words inside quotation marks:', (row.altered ?? []).map(writeAltered)),
  ].join('\n')
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${safeLine(line)}`)] : []
}

/** "2031-03-05  denies: Corvin Hale, via Karsk Courier, in levy (Karsk Courier): there was no levy" */
function writeVoice(voice: Voice): string {
  const { who, via, said, doc, outlet = 'outlet unknown', published, words } = voice
  const day = published?.slice(0, 10)
  const when = said && said !== day ? `, on ${said.replace('/', ' to ')}` : ''
  const hands = via.length > 0 ? `, via ${via.join(', ')}` : ''
  return `${day ?? 'undated   '}  ${actOf(voice)}: ${who}${when}${hands}, in ${doc} (${outlet}): ${words}`
}

const SILENCES = {
  refused: 'declines to comment',
  'no answer': 'does not answer',
  'not reached': 'was not reached',
  'left open': 'leaves it open',
}

function actOf({ act, silence, isOwnVoice }: Voice): string {
  if (silence) return SILENCES[silence]
  return isOwnVoice ? `${act}, in its own voice` : act
}

function writeAltered({ doc, was, became }: Alteration): string {
  return `in ${doc}: ${became.replace(/\s+/g, ' ')} (was: ${was.replace(/\s+/g, ' ')})`
}
