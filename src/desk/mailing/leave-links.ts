// The address that a subscriber leaves by: their id and a seal over it, made with the desk's own key. It is the same in every mail and
// good for ever, nothing of it is kept beside the key, and nobody can make one for another.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { keepSecret } from '../../archive/secret.ts'
import { makeSecret } from '../accounts/secrets.ts'
import type { Desk } from '../desk.ts'

export interface LeaveLinks {
  /** The last part of the address. */
  of(subscriber: string): string
  /** The id of the subscriber whose it is; undefined where the seal is none of this desk. */
  read(token: string): string | undefined
}

/** Makes and reads them. */
export async function openLeaveLinks({ store }: Pick<Desk, 'store'>): Promise<LeaveLinks> {
  const key = await keepSecret(await store.state(), 'mail', makeSecret())
  const seal = (id: string): string => createHmac('sha256', key).update(`leave ${id}`).digest('base64url')
  return {
    of: (id) => `${id}.${seal(id)}`,
    read(token) {
      const [, id, given] = /^([0-9a-f]{1,64})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? []
      if (id === undefined || given === undefined) return undefined
      return timingSafeEqual(Buffer.from(seal(id)), Buffer.from(given)) ? id : undefined
    },
  }
}

/** The last part of such an address in a test mail: nobody leaves by it. */
export const TEST_LEAVE = 'test'
