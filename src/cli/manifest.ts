// `readout manifest`: the manifest of today, made where there is none yet.
import { keepManifest } from '../desk/manifests/keep-manifest.ts'
import { print } from './output.ts'
import { withDeskAsItIs } from './with-desk.ts'

/** Makes it and prints where it lies, or that there is nothing to make. */
export async function makeManifest({ desk: dir }: { readonly desk: string }): Promise<0 | 1> {
  return await withDeskAsItIs(dir, async (desk) => {
    const path = await keepManifest(desk)
    await print(path ?? 'nothing to make: there is one of today, or nothing came into the log since the last')
    return 0
  })
}
