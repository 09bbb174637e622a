// door: files
// Files of ours on a disk that may lose its current at any moment: bytes are forced onto it before they bear their name, and a name
// counts once its folder was forced too (https://man7.org/linux/man-pages/man2/fsync.2.html, NOTES).
import { link, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/**
 * Writes the file whole, in the place of one that is there: under another name first, so that whoever reads along, or looks after a
 * cut of the current, finds the old one or the new one, never half of one. What a killed run left under that name is made anew, so
 * that a link in its place leads nowhere. The name itself is forced to the disk by `syncFolder`.
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
  part = `${path}.readout-part`,
): Promise<void> {
  await rm(part, { force: true })
  try {
    await writeForced(part, content)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true }).catch(() => {}) // the first error says what happened
    throw error
  }
}

/** Writes the file whole where there is none of its name, which is on the disk when this returns; false where there is one: it stays. */
export async function addFile(path: string, content: string | Uint8Array): Promise<boolean> {
  const part = `${path}.readout-part`
  await rm(part, { force: true })
  try {
    await writeForced(part, content)
    await link(part, path) // a second name for the whole file, which is refused where another process was faster
    return true
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(part, { force: true })
    await syncFolder(dirname(path))
  }
}

/** Writes a file that is not there yet; its bytes are on the disk when this returns. */
export async function writeForced(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the folder and those that it lies in; the names of new ones are on the disk when this returns. */
export async function makeFolders(dir: string): Promise<void> {
  const first = await mkdir(dir, { recursive: true })
  if (first === undefined) return
  for (let made = resolve(dir); made.length >= resolve(first).length; made = dirname(made))
    await syncFolder(dirname(made))
}

/** True of what a disk refuses: it is full, broken, or closed to us. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code)
}

/** Forces the names in a folder to the disk: what was made, renamed or taken away there stays so. */
export async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return // a folder cannot be opened there, and its names need no such call
  const folder = await open(dir, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** The same for a folder and all below it. */
export async function syncFolders(dir: string): Promise<void> {
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    if (entry.isDirectory()) await syncFolders(join(dir, entry.name))
  }
  await syncFolder(dir)
}
