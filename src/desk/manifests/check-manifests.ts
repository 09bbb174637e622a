// The manifests of a desk's days against its log, and against each other: a day that was changed or taken out shows, and so does a log
// that ends before what a manifest vouches for, which its own chain cannot tell.
import type { Breach } from '../../archive/breach.ts'
import { BEFORE_ALL, digestUpTo } from '../../archive/log.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Digest } from '../../model/id.ts'
import type { Desk } from '../desk.ts'
import { type KeptManifest, listManifests, readManifest } from './list-manifests.ts'

/** What manifests are held against: a desk, or a backup of one. */
export interface HeldAgainst {
  readonly noun: 'desk' | 'backup'
  readonly dir: string
  /** For each of these numbers the digest that binds that entry of the log and all before; none where there is no such entry. */
  digestsUpTo(numbers: ReadonlySet<number>): Promise<ReadonlyMap<number, Digest>>
}

/** Tries those in the desk's folder, and copies that were kept elsewhere. Throws FILE_UNREADABLE for a copy that cannot be read. */
export async function checkManifests(
  { dir, store }: Pick<Desk, 'dir' | 'store'>,
  copies: readonly string[] = [],
): Promise<{ readonly tried: number; readonly breaches: readonly Breach[] }> {
  const digestsUpTo = async (numbers: ReadonlySet<number>): Promise<ReadonlyMap<number, Digest>> =>
    new Map([...numbers].flatMap((to) => [digestUpTo(store, to)].flatMap((next) => (next ? [[to, next]] : []))))
  return await tryManifests({ noun: 'desk', dir, digestsUpTo }, await readCopies(copies))
}

/** The copies at these paths. Throws FILE_UNREADABLE for one that cannot be read. */
export async function readCopies(paths: readonly string[]): Promise<KeptManifest[]> {
  const copies: KeptManifest[] = []
  for (const path of paths) {
    copies.push(
      await readManifest(path).catch((error: unknown) => {
        const said = error instanceof Error ? error.message : String(error)
        throw new ReadoutError('FILE_UNREADABLE', `${path}: cannot be read (${said}); name the file of a manifest`)
      }),
    )
  }
  return copies
}

/** Tries the manifests that lie there, and the copies. */
export async function tryManifests(
  held: HeldAgainst,
  copies: readonly KeptManifest[],
): Promise<{ readonly tried: number; readonly breaches: readonly Breach[] }> {
  const kept = await listManifests(held.dir)
  const all = [...kept, ...copies]
  const digests = await held.digestsUpTo(new Set(all.flatMap(({ manifest }) => (manifest ? [manifest.log.to] : []))))
  const breaches = [
    ...kept.flatMap((one, at) => [...tryChain(one, kept[at - 1]), ...tryLog(digests, one)]),
    ...copies.flatMap((copy) => [...tryLog(digests, copy), ...tryCopy(copy, kept, held.noun)]),
  ]
  return { tried: all.length, breaches }
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

function tryLog(digests: ReadonlyMap<number, Digest>, { name, manifest }: KeptManifest): Breach[] {
  const what = `manifest ${name}`
  if (!manifest) return [{ what, reason: 'it is no manifest: it was cut or changed' }]
  const { to, next } = manifest.log
  const found = digests.get(to)
  if (found === next) return []
  if (found === undefined) return [{ what, reason: `entry ${to} of the log, at which that day ended, is gone` }]
  return [{ what, reason: `the log up to entry ${to} is not what it was that day` }]
}

function tryCopy(
  { name, sha256, manifest }: KeptManifest,
  kept: readonly KeptManifest[],
  noun: HeldAgainst['noun'],
): Breach[] {
  const own = manifest && kept.find((one) => one.name === `${manifest.day}.json`)
  if (!manifest || own?.sha256 === sha256) return []
  return [{ what: `manifest ${name}`, reason: `the ${noun} has ${own ? 'another' : 'none'} of ${manifest.day}` }]
}
