// The pages about accounts: each asks for what it shows and nothing else.
import { listAccounts as listRows } from '../../archive/accounts.ts'
import type { Viewer } from '../../model/account.ts'
import type { WantedPage } from '../../model/listing.ts'
import { type Links, serverLinks } from '../../publish/links.ts'
import type { Shell } from '../../publish/page.ts'
import { type AccountView, renderAccount } from '../../publish/pages/account.ts'
import { type AccountsView, renderAccounts } from '../../publish/pages/accounts.ts'
import { renderAudit } from '../../publish/pages/audit.ts'
import { type Refused, renderRefused } from '../../publish/pages/refused.ts'
import { renderSignIn, type SignInView } from '../../publish/pages/sign-in.ts'
import { listTokens } from '../accounts/keep-tokens.ts'
import { listAudited } from '../accounts/list-audited.ts'
import { listOwnSessions } from '../accounts/list-own-sessions.ts'
import type { Desk } from '../desk.ts'

type Kept = Pick<Desk, 'store' | 'now'>

/** The page to sign in on. */
export function signInPage(view: SignInView, shell: Shell): string {
  return renderSignIn(view, WAY_IN, shell)
}

// who is not signed in yet has no use for a menu, and is told nothing of what happens on the desk
const { style, script = '', edition, report } = serverLinks
const WAY_IN: Links = { style, script, edition, report }

/** What is told of what was just done. */
export type Done = Pick<AccountView, 'done' | 'fault' | 'secret'>

/** The page of the viewer's own account; of a desk without accounts it says so. */
export async function accountPage(
  { store, now }: Kept,
  { viewer, session, ...done }: Done & { readonly viewer: Viewer; readonly session?: string | undefined },
  shell: Shell,
): Promise<string> {
  const own = viewer.account === undefined ? undefined : await findOwn({ store, now }, viewer.account)
  return renderAccount({ ...NOTHING, ...own, ...(session !== undefined && { session }), ...done }, serverLinks, shell)
}

const NOTHING = { sessions: [], tokens: [] }

async function findOwn(desk: Kept, id: string): Promise<Pick<AccountView, 'account' | 'sessions' | 'tokens'>> {
  const state = await desk.store.state()
  const account = (await listRows(state)).find((one) => one.id === id)
  return { ...(account && { account }), sessions: await listOwnSessions(desk, id), tokens: await listTokens(desk, id) }
}

/** The page of all accounts. */
export async function accountsPage(
  desk: Kept,
  done: Pick<AccountsView, 'done' | 'fault'>,
  shell: Shell,
): Promise<string> {
  if (desk.store.isReadOnly) return renderAccounts({ accounts: [], tokens: [], ...done }, serverLinks, shell)
  const accounts = await listRows(await desk.store.state())
  return renderAccounts({ accounts, tokens: await listTokens(desk), ...done }, serverLinks, shell)
}

/** A page of the audit log. Throws CURSOR_UNKNOWN. */
export async function auditPage(desk: Kept, wanted: WantedPage, shell: Shell): Promise<string> {
  return renderAudit(await listAudited(desk, wanted), serverLinks, shell)
}

/** The page for what cannot be had. */
export function refusedPage(refused: Refused, shell?: Shell): string {
  return renderRefused(refused, serverLinks, shell)
}
