// The manifest of today: made once a day, when something came into the log since the last, and never written over.
import { join } from 'node:path'
import { BEFORE_ALL, headOf } from '../../archive/log.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Desk } from '../desk.ts'
import { addFile, makeFolders } from '../keep-file.ts'
import { listManifests, MANIFESTS, type Manifest } from './list-manifests.ts'

/** Makes it, and gives the path of its file; undefined where there is one of today, or nothing came since the last. Throws STORE_FAILED. */
export async function keepManifest(desk: Pick<Desk, 'dir' | 'store' | 'now'>): Promise<string | undefined> {
  if (desk.store.isReadOnly) return undefined
  const at = desk.now()
  const day = at.slice(0, 10)
  const known = await listManifests(desk.dir)
  const last = known.at(-1)
  const to = last?.manifest?.log.to ?? 0
  const { number, before: next } = headOf(desk.store)
  if (number <= to || (last !== undefined && last.name >= `${day}.json`)) return undefined
  const manifest: Manifest = {
    format: 'readout-manifest@1',
    day,
    at,
    before: last?.sha256 ?? BEFORE_ALL,
    log: { from: to + 1, to: number, next },
  }
  const dir = join(desk.dir, MANIFESTS)
  const path = join(dir, `${day}.json`)
  try {
    await makeFolders(dir)
    return (await addFile(path, `${JSON.stringify(manifest, undefined, 1)}\n`)) ? path : undefined
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new ReadoutError(
      'STORE_FAILED',
      `${path}: the manifest of the day cannot be written (${said}); make room for it`,
    )
  }
}
