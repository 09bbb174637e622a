// Mailings in lines for a terminal.
import type { PlannedMailing } from '../desk/mailing/begin-mailing.ts'
import type { SentRun } from '../desk/mailing/send-mailing.ts'
import { DELIVERY_STATES, type Delivery, type Mailing, type Tally, type ToldMailing } from '../model/mailing.ts'

/** What a dry run says. */
export function tellRecipients({ mailing, recipients, isBegun, left = 0 }: PlannedMailing, subject: string): string {
  const still = left === 1 ? 'One is' : left === 0 ? 'None is' : `${left} are`
  const to = isBegun
    ? `It was begun at ${mailing.begun}. ${still} still due; whoever subscribed since is not among them. Nothing was sent.`
    : `It would go to ${recipients.length === 1 ? 'one subscriber' : `${recipients.length} subscribers`}. Nothing was sent.`
  return [`${nameOf(mailing)}, version ${mailing.number}`, `Subject: ${subject}`, to].join('\n')
}

/** What a run came to. */
export function tellRun({ tally, found, waiting }: SentRun): string {
  return [
    tellTally(tally),
    ...(found > 0
      ? [
          `${found} had been under way when the process before ended: whether they were sent is not known; "readout mail status" lists them`,
        ]
      : []),
    ...(waiting === undefined ? [] : [`the next try of what was put off is at ${waiting}; send again then`]),
  ].join('\n')
}

/** A mailing and how far it came. */
export function writeMailing(told: ToldMailing): string {
  return `${told.begun.slice(0, 16).replace('T', ' ')}  ${nameOf(told)}, version ${told.number}, by ${told.by}: ${tellTally(told.tally)}`
}

/** What waits for a person. */
export function writeWaiting(waiting: readonly Delivery[]): string[] {
  if (waiting.length === 0) return []
  const lines = waiting.map(
    ({ id, address, state, at, reply = '' }) =>
      `  ${id.slice(0, 8)}  ${address}  ${state} since ${at.slice(0, 16)}: ${reply}`,
  )
  return ['', 'Waiting for a person ("readout mail settle ID sent|resend --why ..."):', ...lines]
}

function nameOf({ kind, watch, week }: Pick<Mailing, 'kind' | 'watch' | 'week'>): string {
  return `${kind} of ${watch === '' ? '' : `${watch}, `}${week}`
}

function tellTally(tally: Tally): string {
  const counts = DELIVERY_STATES.filter((state) => tally[state] > 0).map((state) => `${tally[state]} ${state}`)
  return counts.length > 0 ? counts.join(', ') : 'to nobody'
}
