// door: random numbers
// The time stamp of the latest manifest, by the authority that the settings name, kept beside it as it came. That one vouches for all
// manifests before it, so a day on which the authority gave none is made good by the next.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openFetcher } from '../../ingest/fetch.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Desk } from '../desk.ts'
import { addFile } from '../keep-file.ts'
import { readVersion } from '../read-version.ts'
import type { Settings } from '../settings.ts'
import { userAgentOf } from '../web/open-following.ts'
import { listManifests, listStamps, MANIFESTS } from './list-manifests.ts'

type Asking = Pick<Settings, 'stampAuthority' | 'networks' | 'contact'>

const TOTAL_MS = 30_000

/** `fault`: why there is no stamp, with the cure. */
export type StampedManifest = { readonly path: string; readonly at: string } | { readonly fault: string }

/**
 * Asks for it, where an authority is set and there is none yet; undefined where there is nothing to ask for. Throws STORE_FAILED where
 * the answer cannot be kept; rejects when told to stop.
 */
export async function stampManifest(
  { dir, store }: Pick<Desk, 'dir' | 'store'>,
  { stampAuthority: address, networks, contact }: Asking,
  { signal, totalMs = TOTAL_MS }: { readonly signal?: AbortSignal; readonly totalMs?: number } = {},
): Promise<StampedManifest | undefined> {
  const last = (await listManifests(dir)).at(-1)
  if (!last?.manifest || store.isReadOnly || address === '') return undefined
  const name = `${last.manifest.day}.tsr`
  if ((await listStamps(dir)).includes(name)) return undefined
  const { askStamp, STAMP_BYTES } = await import('../../ingest/stamping/ask-stamp.ts') // a sixth of a second
  const url = new URL(address)
  const caps = { receivedBytes: STAMP_BYTES, decodedBytes: STAMP_BYTES, idleMs: totalMs, totalMs, redirects: 0 }
  const ports = [Number(url.port) || (url.protocol === 'https:' ? 443 : 80)]
  const fetcher = openFetcher({ userAgent: userAgentOf(readVersion(), contact), networks, ports, caps })
  try {
    const asked = { address, sha256: last.sha256, nonce: makeNonce(), ...(signal && { signal }) }
    const stamped = await askStamp(fetcher, asked)
    if ('fault' in stamped) return { fault: withCure(last.name, address, stamped.fault) }
    const path = join(dir, MANIFESTS, name)
    return (await keep(path, stamped.reply)) ? { path, at: stamped.at } : undefined
  } finally {
    await fetcher.close()
  }
}

function withCure(name: string, address: string, fault: string): string {
  const cure =
    'the manifest stands without it; run "readout manifest --stamp" again, or set "stampAuthority" to another'
  return `manifest ${name} has no time stamp of ${address}: ${fault}; ${cure}`
}

// A positive number that DER writes in 16 bytes.
function makeNonce(): Uint8Array {
  const bytes = Uint8Array.from(randomBytes(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes
}

async function keep(path: string, reply: Uint8Array): Promise<boolean> {
  try {
    return await addFile(path, reply)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new ReadoutError('STORE_FAILED', `${path}: the time stamp cannot be written (${said}); make room for it`)
  }
}
