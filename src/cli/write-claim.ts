// One claim as `readout claim` prints it: its row, who put it forward, who passed it on, who answered it, what each did to its
// standing, why the origins are so many, what people decided of it, and in which forms its words were printed.
import type { Form, FormPrint } from '../desk/find-forms.ts'
import type { Voice, Voices } from '../desk/find-voices.ts'
import type { Decided } from '../desk/list-decided.ts'
import { doneWords, type ToldStep, whoWords } from '../desk/tell-timeline.ts'
import type { LedgerRow } from '../model/ledger.ts'
import { safeLine } from './show-safely.ts'
import { writeDecidedShort } from './write-decided.ts'
import { writeRow } from './write-row.ts'

export interface More {
  readonly remarks?: readonly (readonly Form[])[]
  readonly decided?: readonly Decided[]
  readonly timeline?: readonly ToldStep[]
}

/** The claim in paragraphs; what there is nothing of is left out. */
export function writeClaim(
  row: LedgerRow,
  { putForward, answers }: Voices,
  { remarks = [], decided = [], timeline = [] }: More = {},
): string {
  return [
    writeRow(row),
    ...section('Put forward by:', putForward.map(writeVoice)),
    ...section('Passed on by:', answers.filter(passesOn).map(writeVoice)),
    ...section('Answered by:', answers.filter((voice) => !passesOn(voice)).map(writeVoice)),
    ...section('Timeline:', timeline.map(writeStep)),
    ...section('Why the origins are so many:', row.reasons),
    ...section('Decided by people:', decided.map(writeDecidedShort)),
    ...section('Printed forms of its words:', remarks.flatMap(writeRemark)),
  ].join('\n')
}

// Officials said that Karsk had offered to leave: the offer is Karsk's, and they only tell of it
function passesOn({ act }: Voice): boolean {
  return act === 'asserts' || act === 'announces'
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${safeLine(line)}`)] : []
}

/** "2031-03-05  denies: Corvin Hale, via Karsk Courier, in levy (Karsk Courier): there was no levy [a47004e7]" */
function writeVoice(voice: Voice): string {
  const { who, via, said, doc, outlet = 'outlet unknown', published, version, words, attribution } = voice
  const day = published?.slice(0, 10)
  const when = said && said !== day ? `, on ${said.replace('/', ' to ')}` : ''
  const hands = via.length > 0 ? `, via ${via.join(', ')}` : ''
  return `${day ?? 'undated   '}  ${actOf(voice)}: ${who}${when}${hands}, in ${doc} (${outlet}${aside(version)}): ${words}${shortId(attribution)}`
}

/** " [a47004e7]": by which a ruling names the attribution. */
export function shortId(id: string | undefined): string {
  return id === undefined ? '' : ` [${id.slice(0, 8)}]`
}

/** "2031-03-05  denied by Corvin Hale, via Karsk Courier, in levy (Karsk Courier); now contested" */
function writeStep(step: ToldStep, at: number): string {
  const { via, said, doc, outlet = 'outlet unknown', published, version, standing, before } = step
  const day = published?.slice(0, 10)
  const when = said && said !== day ? `, on ${said.replace('/', ' to ')}` : ''
  const hands = via.length > 0 ? `, via ${via.join(', ')}` : ''
  const now = at === 0 || before ? `; now ${standing}` : ''
  return `${day ?? 'undated   '}  ${doneWords(step)} ${whoWords(step)}${when}${hands}, in ${doc} (${outlet}${aside(version)})${now}`
}

function aside(version: string | undefined): string {
  return version === undefined ? '' : `; ${version}`
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

// A remark that all printed in one form is one line; of another form follow its words and what they did to the remark.
function writeRemark(forms: readonly Form[]): string[] {
  return forms.flatMap(({ quote, first, alsoIn, told }) => [
    `“${quote.replace(/\s+/g, ' ')}”${told === undefined ? '' : ` (${told})`}`,
    `    first in ${writePrint(first)}${alsoIn.length > 0 ? `; also in ${alsoIn.map(writePrint).join(', ')}` : ''}`,
  ])
}

function writePrint({ doc, outlet = 'outlet unknown', published, isLater }: FormPrint): string {
  return `${doc} (${outlet}, ${published?.slice(0, 10) ?? 'undated'}${isLater ? '; later version' : ''})`
}
