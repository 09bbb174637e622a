// The two cookies of a desk: the session, and what its forms' tokens are made from. Behind TLS they bear the prefix __Host-, so
// that no neighbouring name and no plain connection can set them. Without TLS browsers differ in whether this machine counts as
// safe (Safari says no), so there they go without. Cookies are shared between the ports of a machine: each desk has names of its own.
import type { CookieSerializeOptions } from '@fastify/cookie'
import { digestOf } from '../../model/digest.ts'

export interface Cookies {
  readonly session: string
  readonly forms: string
  readonly options: CookieSerializeOptions & { readonly path: '/' }
}

/** Names and settings of the cookies. `key`: the desk's own secret. */
export function nameCookies({
  key,
  publicAddress = '',
}: {
  readonly key: string
  readonly publicAddress?: string
}): Cookies {
  const secure = publicAddress.startsWith('https:')
  const own = digestOf(`name of ${key}`).slice(0, 8)
  const prefix = secure ? '__Host-' : ''
  return {
    session: `${prefix}readout-${own}`,
    forms: `${prefix}readout-forms-${own}`,
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  }
}
