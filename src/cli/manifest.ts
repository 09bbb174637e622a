// `readout manifest`: the manifest of today, made where there is none yet, and on demand a time stamp of the latest.
import { loadSettings } from '../desk/load-settings.ts'
import { keepManifest } from '../desk/manifests/keep-manifest.ts'
import { stampManifest } from '../desk/manifests/stamp-manifest.ts'
import { ReadoutError } from '../model/errors.ts'
import { print, warn } from './output.ts'
import { withDeskAsItIs } from './with-desk.ts'

interface Options {
  readonly desk: string
  readonly stamp?: true
}

/** Makes it and prints where it lies, or that there is nothing to make; 1 where a stamp was asked for and none came. */
export async function makeManifest({ desk: dir, stamp }: Options): Promise<0 | 1> {
  return await withDeskAsItIs(dir, async (desk) => {
    const settings = stamp && (await loadSettings(dir))
    if (settings?.stampAuthority === '') {
      const cure = 'set "stampAuthority" to its address in settings.json, such as "https://tsa.example/tsr"'
      throw new ReadoutError('SETTINGS_BROKEN', `no authority is set that stamps with the time; ${cure}`)
    }
    const path = await keepManifest(desk)
    await print(path ?? 'nothing to make: there is one of today, or nothing came into the log since the last')
    if (!settings) return 0
    const stamped = await stampManifest(desk, settings)
    if (stamped && 'fault' in stamped) {
      warn(stamped.fault)
      return 1
    }
    await print(
      stamped ? `${stamped.path}: stamped at ${stamped.at}` : 'nothing to stamp: the latest manifest has its stamp',
    )
    return 0
  })
}
