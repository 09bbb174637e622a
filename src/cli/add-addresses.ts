// Pages that `readout add` is given by their addresses, one after the other.
import type { Desk } from '../desk/desk.ts'
import { readVersion } from '../desk/read-version.ts'
import type { Acknowledged } from '../desk/take-in.ts'
import type { Said } from '../desk/web/keep-answer.ts'
import { openFollowing } from '../desk/web/open-following.ts'
import { takeInAddress } from '../desk/web/take-in-address.ts'
import { ReadoutError } from '../model/errors.ts'
import { onInterrupt } from './on-interrupt.ts'

/** Takes in the page at each address and tells of it; what cannot be had is told, and the others go on. */
export async function addAddresses(
  desk: Desk,
  { addresses, said }: { readonly addresses: readonly string[]; readonly said: Said },
  tell: { kept(kept: Acknowledged): Promise<void>; refused(message: string): void },
): Promise<void> {
  if (addresses.length === 0) return
  const { signal, done } = onInterrupt()
  try {
    const following = await openFollowing(desk, readVersion(), { signal })
    try {
      for (const address of addresses) {
        const kept = await takeInAddress(desk, following, address, said).catch((error: unknown) => {
          if (!(error instanceof ReadoutError)) throw error
          tell.refused(error.message)
        })
        if (kept) await tell.kept(kept)
      }
    } finally {
      await following.close()
    }
  } finally {
    done()
  }
}
