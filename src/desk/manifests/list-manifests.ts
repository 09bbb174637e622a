// door: files
// The manifests of a desk's days, as they lie in its folder. One says where the log ended on its day, by the digest that binds every
// entry up to there, and carries the SHA-256 of the one before it: so a copy kept elsewhere vouches for all that had come by then.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Digest } from '../../model/id.ts'

export const MANIFESTS = 'manifests'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const shape = z.strictObject({
  format: z.literal('readout-manifest@1'),
  day: z.iso.date(),
  at: z.iso.datetime(),
  before: digest, // the SHA-256 of the file of the manifest before it; of the first, zeros
  // the entries that came since, and the digest that binds the last of them and all before
  log: z.strictObject({ from: z.number().int().min(1), to: z.number().int().min(0), next: digest }),
})

export type Manifest = z.infer<typeof shape>

export interface KeptManifest {
  readonly name: string // of its file
  readonly sha256: Digest
  /** Absent: the file is no manifest any more. */
  readonly manifest?: Manifest
}

/** The manifests in the desk's folder, by day. */
export async function listManifests(dir: string): Promise<KeptManifest[]> {
  const names = await readdir(join(dir, MANIFESTS)).catch((): string[] => []) // none was made yet
  const days = names.filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name)).sort()
  return await Promise.all(days.map((name) => readManifest(join(dir, MANIFESTS, name), name)))
}

/** The names of the time stamps beside them, by day. */
export async function listStamps(dir: string): Promise<string[]> {
  const names = await readdir(join(dir, MANIFESTS)).catch((): string[] => [])
  return names.filter((name) => /^\d{4}-\d\d-\d\d\.tsr$/.test(name)).sort()
}

/** One manifest from its file. Rejects where the file cannot be read. */
export async function readManifest(path: string, name = path): Promise<KeptManifest> {
  const bytes = await readFile(path)
  const manifest = parseManifest(bytes.toString('utf8'))
  return { name, sha256: createHash('sha256').update(bytes).digest('hex'), ...(manifest && { manifest }) }
}

function parseManifest(text: string): Manifest | undefined {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return undefined // cut or changed: whoever asked says so
  }
}
