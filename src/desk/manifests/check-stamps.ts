// door: files
// The time stamps beside the manifests of a desk's days: each is one, and of the manifest of its day. Who signed it is not tried.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Breach } from '../../archive/breach.ts'
import { listManifests, listStamps, MANIFESTS } from './list-manifests.ts'

/** Tries those in the desk's folder. */
export async function checkStamps(
  dir: string,
): Promise<{ readonly tried: number; readonly breaches: readonly Breach[] }> {
  const names = await listStamps(dir)
  if (names.length === 0) return { tried: 0, breaches: [] }
  const { readStampReply } = await import('../../ingest/stamping/read-stamp-reply.ts') // a sixth of a second
  const kept = await listManifests(dir)
  const breaches: Breach[] = []
  for (const name of names) {
    const own = kept.find((one) => one.name === name.replace('.tsr', '.json'))
    const bytes = await readFile(join(dir, MANIFESTS, name)).catch((error: NodeJS.ErrnoException) => error)
    const read =
      bytes instanceof Error ? { fault: `it cannot be read (${bytes.code})` } : own && readStampReply(bytes, own.sha256)
    const reason = read ? 'fault' in read && read.fault : 'the manifest that it is of is gone'
    if (reason) breaches.push({ what: `time stamp ${name}`, reason })
  }
  return { tried: names.length, breaches }
}
