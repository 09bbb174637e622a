// The pages about mail: each asks for what it shows. Counts are for editors; addresses are looked up for admins alone.
import { readCursor, writeCursor } from '../../archive/catalogue/cursor.ts'
import { listSubscribers } from '../../archive/mail/subscribers.ts'
import { mayDo } from '../../model/account.ts'
import type { WantedPage } from '../../model/listing.ts'
import { WORDS } from '../../publish/interface-words.ts'
import { type Links, serverLinks } from '../../publish/links.ts'
import type { Shell } from '../../publish/page.ts'
import { renderAddresses, renderMail } from '../../publish/pages/mail.ts'
import {
  type OfferedWatch,
  renderAsked,
  renderConfirm,
  renderLeave,
  renderSaying,
  renderSubscribe,
  type SubscribeSaying,
  type SubscribeView,
} from '../../publish/pages/subscribe.ts'
import type { Desk } from '../desk.ts'
import { loadSettings } from '../load-settings.ts'
import { TEST_LEAVE } from '../mailing/leave-links.ts'
import { findAsking, findLeaving } from '../mailing/sign-up.ts'
import { mailStatus } from '../mailing/status.ts'
import { isAll, listWatches } from '../watches.ts'

type Kept = Pick<Desk, 'store' | 'now' | 'dir'>

// readers of mails may have no account: to them there is no menu, and nothing is told of what happens on the desk
const { style, script = '', edition, report } = serverLinks
const PUBLIC: Links = { style, script, edition, report }

/** How mail stands. */
export async function mailPage(
  desk: Kept,
  shell: Shell,
  told: { readonly settled?: string; readonly fault?: string } = {},
): Promise<string> {
  const { mailings, waiting, subscribers } = await mailStatus(desk)
  const isAdmin = mayDo(shell.viewer.role, 'admin')
  const { mailSignUp } = await loadSettings(desk.dir)
  const view = { mailings, counts: subscribers, waiting: waiting.length, isOpen: mailSignUp === 'on' }
  const { settled, fault } = told
  return renderMail(
    {
      ...view,
      ...(isAdmin && { deliveries: waiting }),
      ...(settled !== undefined && { done: WORDS.mail.settled(settled) }),
      ...(fault !== undefined && { fault }),
    },
    serverLinks,
    shell,
  )
}

const LIST = 'subscribers'

/** The addresses. Throws CURSOR_UNKNOWN. */
export async function addressesPage({ store }: Kept, { after, limit }: WantedPage, shell: Shell): Promise<string> {
  const place = readCursor(LIST, ['string', 'string'], after)
  const from = place && { watch: String(place[0]), sign: String(place[1]) }
  const rows = await listSubscribers(await store.state(), { limit: limit + 1, ...(from && { after: from }) })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? writeCursor(LIST, [last.watch, last.sign]) : undefined
  return renderAddresses({ items, ...(next !== undefined && { next }) }, serverLinks, shell)
}

/** The form to ask on; undefined where the settings do not open it. */
export async function subscribePage(
  desk: Kept,
  shell: Shell,
  view: Omit<SubscribeView, 'watches'> = {},
): Promise<string | undefined> {
  const { mailSignUp } = await loadSettings(desk.dir)
  return mailSignUp === 'on' ? renderSubscribe({ watches: await offered(desk), ...view }, PUBLIC, shell) : undefined
}

/** The page that everybody gets who asked. */
export function askedPage(shell: Shell): string {
  return renderAsked(PUBLIC, shell)
}

/** The page with the button that confirms; undefined where the token is none, used or over. */
export async function confirmPage(desk: Kept, token: string, shell: Shell): Promise<string | undefined> {
  const found = await findAsking(desk, token)
  if (!found) return undefined
  return renderConfirm({ token, address: found.address, source: await nameOf(desk, found.watch) }, PUBLIC, shell)
}

/** The page with the button that leaves; undefined where the token is none of this desk. */
export async function leavePage(desk: Kept, token: string, shell: Shell): Promise<string | undefined> {
  if (token === TEST_LEAVE) return renderSaying('test', '', PUBLIC, shell)
  const found = await findLeaving(desk, token)
  return found && renderLeave({ token, source: await nameOf(desk, found.watch) }, PUBLIC, shell)
}

/** A page that says what came of it. `watch`: whose mails it is about. */
export async function sayingPage(desk: Kept, saying: SubscribeSaying, shell: Shell, watch = ''): Promise<string> {
  return renderSaying(saying, await nameOf(desk, watch), PUBLIC, shell)
}

/** The watches that can be asked for. */
export async function offered(desk: Kept): Promise<OfferedWatch[]> {
  const watches = await listWatches(desk)
  return watches.map((watch) =>
    isAll(watch) ? { id: '', name: WORDS.frame.product } : { id: watch.id, name: watch.name },
  )
}

/** What the mails of a watch are called; of one that is no more, by its id. */
export async function nameOf(desk: Kept, watch: string): Promise<string> {
  return (await offered(desk)).find(({ id }) => id === watch)?.name ?? watch
}
