// door: files
// Editions that "readout start" wrote as pages into the desk's own folder: they were made from the desk, may hold words that were removed,
// and can be written again. What else lies there is somebody's, and is left.
import { readdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'

const WRITTEN = /^edition-(?:[a-z0-9-]+-)?\d{4}-W\d{2}$/
const OWN = ['edition.html', 'edition.json', 'edition.md', 'ledger.html', 'style.css'] // as write-edition.ts has them
const OWN_FOLDERS = ['reports', 'claims'] // of pages alone

/** Takes them away; gives back their folders' names. */
export async function dropWritten(dir: string): Promise<string[]> {
  const names = (await list(dir)).filter((name) => WRITTEN.test(name))
  for (const name of names) {
    const folder = join(dir, name)
    for (const own of OWN) await rm(join(folder, own), { force: true })
    for (const own of OWN_FOLDERS) {
      for (const page of await list(join(folder, own))) {
        if (page.endsWith('.html')) await rm(join(folder, own, page), { force: true })
      }
      await rmdir(join(folder, own)).catch(() => {}) // not there, or something else lies in it
    }
    await rmdir(folder).catch(() => {})
  }
  return names
}

// A folder that is not there, or a file of that name, holds nothing of ours.
async function list(dir: string): Promise<string[]> {
  return await readdir(dir).catch(() => [])
}
