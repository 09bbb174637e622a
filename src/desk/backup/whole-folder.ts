// door: files
// A folder that is there whole or not at all: filled under another name, with all of it on the disk before it gets its own. The
// other name says who is filling it, so that what a killed process left is known by itself, and dropped by the next.
import { lstat, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { syncFolder, syncFolders } from '../keep-file.ts'
import { dropLeftParts, namePart } from '../part-name.ts'
import { refused } from './contents.ts'

/** Fills a folder of that name, which must not be there yet, or be empty. Throws BACKUP_REFUSED. */
export async function makeWholeFolder<T>(path: string, fill: (part: string) => Promise<T>, mode = 0o700): Promise<T> {
  await mustBeFree(path)
  const part = await beginPart(resolve(path), mode)
  try {
    const made = await fill(part)
    await syncFolders(part)
    await mustBeFree(path) // somebody else may have been faster
    await rmdir(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
    await rename(part, path)
    await syncFolder(dirname(resolve(path)))
    return made
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    const { code, message } = error as NodeJS.ErrnoException
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error
    const cure = 'nothing was left there; make room, or name another place'
    throw refused(path, `it cannot be written (${message}); ${cure}`, error)
  }
}

async function mustBeFree(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined)
  if (found === undefined || (found.isDirectory() && (await readdir(path)).length === 0)) return
  throw refused(path, 'there is something of that name already, and nothing is ever written over; name a new folder')
}

async function beginPart(path: string, mode: number): Promise<string> {
  const part = namePart(path)
  try {
    await mkdir(dirname(path), { recursive: true })
    await dropLeftParts(path)
    await mkdir(part, { mode })
    return part
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw refused(path, `it cannot be made (${said}); name a place that you may write to`, error)
  }
}
