// `readout mail`: issued editions on their way to their readers.
import { nameOfPerson } from '../desk/accounts/person.ts'
import type { Desk } from '../desk/desk.ts'
import { writeWhole } from '../desk/formats/write-whole.ts'
import { findLatestIssued } from '../desk/mailing/begin-mailing.ts'
import { buildEml, mailEdition, mailTest, previewMailing } from '../desk/mailing/mail-edition.ts'
import type { SentRun } from '../desk/mailing/send-mailing.ts'
import { type Settling, settle } from '../desk/mailing/settle.ts'
import { mailStatus } from '../desk/mailing/status.ts'
import { onInterrupt } from './on-interrupt.ts'
import { print, printJson, warn } from './output.ts'
import { withDeskAsItIs } from './with-desk.ts'
import { tellRecipients, tellRun, writeMailing, writeWaiting } from './write-mail.ts'

interface Common {
  readonly desk: string
  readonly json?: true
}

interface About extends Common {
  readonly watch?: string
  readonly week?: string
  readonly correction?: true
}

/** Prints the letter of an edition. */
export function preview(options: About & { readonly html?: true }): Promise<0 | 1> {
  return withDeskAsItIs(options.desk, async (desk) => {
    const { letter } = await previewMailing(desk, wantedOf(desk, options), '')
    const { subject, html, text } = letter
    if (options.json) await printJson({ subject, html, text })
    else await print(options.html ? html.trimEnd() : `Subject: ${subject}\n\n${text.trimEnd()}`)
    return 0
  })
}

/** Writes the message of an edition into a file. */
export function eml(file: string, options: About & { readonly to: string }): Promise<0 | 1> {
  return withDeskAsItIs(options.desk, async (desk) => {
    const bytes = await buildEml(desk, wantedOf(desk, options), options.to)
    await writeWhole(file, bytes, 'name another file')
    await (options.json ? printJson({ file, bytes: bytes.length }) : print(`wrote ${file}`))
    return 0
  })
}

/** Mails an edition to one address. */
export function test(address: string, options: About & { readonly by: string }): Promise<0 | 1> {
  return withDeskAsItIs(options.desk, async (desk) => {
    const wanted = wantedOf(desk, options)
    const run = await mailTest(desk, wanted, address, {
      by: whoOf(options),
      onBecame: (_one, { state, reply = '' }) => warnOf(address, state, reply),
    })
    return finish(run, options)
  })
}

/** Mails an edition, or says what would be mailed. */
export function send(
  options: About & { readonly by: string; readonly dryRun?: true; readonly wait: boolean },
): Promise<0 | 1> {
  return withDeskAsItIs(options.desk, async (desk) => {
    const wanted = wantedOf(desk, options)
    const by = whoOf(options)
    if (options.dryRun) {
      const planned = await previewMailing(desk, wanted, by)
      const { mailing, recipients, isBegun, letter } = planned
      if (options.json) await printJson({ mailing, recipients: recipients.length, isBegun, subject: letter.subject })
      else await print(tellRecipients(planned, letter.subject))
      return 0
    }
    const interrupted = onInterrupt()
    try {
      const run = await mailEdition(desk, wanted, {
        by,
        isWaiting: options.wait,
        signal: interrupted.signal,
        onBecame: ({ address }, { state, reply = '' }) => warnOf(address, state, reply),
      })
      return await finish(run, options)
    } finally {
      interrupted.done()
    }
  })
}

/** Lists the mailings and what waits for a person. */
export function status({ desk: dir, json }: Common): Promise<0 | 1> {
  return withDeskAsItIs(dir, async (desk) => {
    const told = await mailStatus(desk)
    if (json) await printJson(told)
    else if (told.mailings.length === 0) await print('Nothing was mailed yet.')
    else await print([...told.mailings.map(writeMailing), ...writeWaiting(told.waiting)].join('\n'))
    return told.waiting.length > 0 ? 1 : 0
  })
}

/** Settles one delivery. */
export function settleOne(
  id: string,
  as: Settling,
  options: Common & { readonly by: string; readonly why: string },
): Promise<0 | 1> {
  return withDeskAsItIs(options.desk, async (desk) => {
    const settled = await settle(desk, id, { as, why: options.why, doer: { who: whoOf(options) } })
    const then = as === 'sent' ? 'counts as sent' : 'is due again: "readout mail send" sends it'
    await (options.json ? printJson(settled) : print(`${settled.address} ${then}`))
    return 0
  })
}

async function finish(run: SentRun, { json }: Common): Promise<0 | 1> {
  await (json ? printJson(run) : print(tellRun(run)))
  const { unknown, failed } = run.tally
  return unknown + failed > 0 ? 1 : 0
}

function warnOf(address: string, state: string, reply: string): void {
  if (state !== 'sent') warn(`${address}: ${state === 'due' ? 'put off' : state} (${reply})`)
}

function wantedOf(desk: Desk, { watch, week, correction }: About) {
  const key = {
    ...(watch !== undefined && { watch }),
    week: week?.trim().toUpperCase() ?? findLatestIssued(desk, watch),
  }
  return { ...key, kind: correction ? ('correction' as const) : ('edition' as const) }
}

function whoOf({ by }: { readonly by: string }): string {
  return by.trim() || nameOfPerson()
}
