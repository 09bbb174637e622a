// The manifests of a desk's days against its log, and against each other: a day that was changed or taken out shows, and so does a log
// that ends before what a manifest vouches for, which its own chain cannot tell.
import type { Breach } from '../../archive/breach.ts'
import { BEFORE_ALL, digestUpTo } from '../../archive/log.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Desk } from '../desk.ts'
import { type KeptManifest, listManifests, readManifest } from './list-manifests.ts'

/** Tries those in the desk's folder, and copies that were kept elsewhere. Throws FILE_UNREADABLE for a copy that cannot be read. */
export async function checkManifests(
  desk: Pick<Desk, 'dir' | 'store'>,
  copies: readonly string[] = [],
): Promise<{ readonly tried: number; readonly breaches: readonly Breach[] }> {
  const kept = await listManifests(desk.dir)
  const breaches = kept.flatMap((one, at) => [...tryChain(one, kept[at - 1]), ...tryLog(desk, one)])
  for (const path of copies) {
    const copy = await readManifest(path).catch((error: unknown) => {
      const said = error instanceof Error ? error.message : String(error)
      throw new ReadoutError('FILE_UNREADABLE', `${path}: cannot be read (${said}); name the file of a manifest`)
    })
    breaches.push(...tryLog(desk, copy), ...tryCopy(copy, kept))
  }
  return { tried: kept.length + copies.length, breaches }
}

function tryChain({ name, manifest }: KeptManifest, last: KeptManifest | undefined): Breach[] {
  if (!manifest) return []
  const what = `manifest ${name}`
  if (manifest.before !== (last?.sha256 ?? BEFORE_ALL)) {
    const reason = last ? `it does not carry the SHA-256 of ${last.name}` : 'the manifests before it are gone'
    return [{ what, reason: `${reason}: one was changed or taken out` }]
  }
  if (manifest.log.from === (last?.manifest?.log.to ?? 0) + 1) return []
  return [{ what, reason: `it begins at entry ${manifest.log.from}, not where ${last?.name ?? 'the log'} ends` }]
}

function tryLog({ store }: Pick<Desk, 'store'>, { name, manifest }: KeptManifest): Breach[] {
  const what = `manifest ${name}`
  if (!manifest) return [{ what, reason: 'it is no manifest: it was cut or changed' }]
  const { to, next } = manifest.log
  const found = digestUpTo(store, to)
  if (found === next) return []
  if (found === undefined) return [{ what, reason: `entry ${to} of the log, at which that day ended, is gone` }]
  return [{ what, reason: `the log up to entry ${to} is not what it was that day` }]
}

function tryCopy({ name, sha256, manifest }: KeptManifest, kept: readonly KeptManifest[]): Breach[] {
  const own = manifest && kept.find((one) => one.name === `${manifest.day}.json`)
  if (!manifest || own?.sha256 === sha256) return []
  return [{ what: `manifest ${name}`, reason: `the desk has ${own ? 'another' : 'none'} of ${manifest.day}` }]
}
