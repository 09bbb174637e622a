// Somebody asks for mail on the page: what is written down, and the letter that goes out behind the answer, so that the answer tells
// nothing of whether there is one. One that a killed process did not send is asked for again.
import { ReadoutError } from '../../model/errors.ts'
import type { Doer } from '../accounts/keep-accounts.ts'
import type { Desk } from '../desk.ts'
import { loadSettings } from '../load-settings.ts'
import { nameOf, offered } from '../views/mail.ts'
import { buildMessage } from './build-message.ts'
import { mailServerOf, senderOf } from './mail-setup.ts'
import { askForMail } from './sign-up.ts'
import { openPost } from './smtp.ts'

const GAPS_MS = [60_000, 300_000] // after a letter that was put off
const BEHIND_MS = 500 // to the writing of the letter: the answer is out by then, and no slower for it

export interface AskedFor {
  readonly address: string
  readonly watch: string
}

/**
 * Writes down that it was asked for. `sent`: settles when the letter is out, or given up; it never rejects, and gives back why it was given
 * up. Throws MAIL_REFUSED, MAIL_NOT_SET, TOO_MANY_REQUESTS.
 */
export async function askOnPage(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  { address, watch }: AskedFor,
  doer: Doer,
): Promise<{ readonly sent: Promise<string | undefined> }> {
  const settings = await loadSettings(desk.dir)
  const [sender, server] = [senderOf(settings, desk), mailServerOf(settings)]
  if (settings.mailSignUp !== 'on' || !(await offered(desk)).some(({ id }) => id === watch)) {
    throw new ReadoutError('MAIL_REFUSED', 'there is nothing of that name to ask for; load the page again')
  }
  const source = await nameOf(desk, watch)
  const asked = await askForMail(desk, { address, watch, source, origin: sender.origin }, doer)
  if (!asked) return { sent: Promise.resolve(undefined) }
  const { letter, to, id } = asked
  const send = async (): Promise<string | undefined> => {
    const post = openPost(server)
    try {
      await post.pause(BEHIND_MS)
      const bytes = await buildMessage(letter, { to, id, at: desk.now() }, sender)
      for (const gap of [...GAPS_MS, undefined]) {
        const outcome = await post.send({ from: sender.from.address, to, bytes })
        if (outcome.kind === 'taken') return undefined
        if (outcome.kind !== 'put off' || gap === undefined) return outcome.reply
        await post.pause(gap)
      }
      return undefined
    } finally {
      post.close()
    }
  }
  return { sent: send().catch((error: unknown) => String(error)) }
}
