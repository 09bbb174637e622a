// door: files
// A folder that a site is written into, time and again: each file is there whole or not at all, files that are not of the site are
// never touched, and what somebody changed by hand stays as it is. What the site has is noted, before it is written, in a list that
// lies beside it; so a run that was killed is simply made again.
import { existsSync } from 'node:fs'
import { open, readFile, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { digestOf } from '../../model/digest.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Digest } from '../../model/id.ts'
import { makeFolders, replaceFile, syncFolder } from '../keep-file.ts'

const LIST = 'readout-site.jsonl'

export interface OwnFolder {
  /** Writes one file of the site, unless it is there already. */
  write(path: string, text: string): Promise<void>
  /** The text of a file of the site that nobody changed. */
  read(path: string): Promise<string | undefined>
  /** The files that it had when it was opened. */
  readonly had: readonly string[]
  /** Takes away what the site had and has no more; all is on the disk then. Gives back what was left as it is, since it is somebody else's. */
  finish(): Promise<{ readonly written: number; readonly removed: number; readonly kept: readonly string[] }>
}

/** Opens the folder, making it where it is missing. Throws EXPORT_REFUSED where it cannot be written to. */
export async function openOwnFolder(dir: string): Promise<OwnFolder> {
  const list = join(dir, LIST)
  const noted = await attempt(dir, async () => {
    await makeFolders(dir)
    return parseList(await readIf(list))
  })
  const now = new Map<string, Digest>()
  const kept = new Set<string>()
  const touched = new Set<string>() // folders whose names are not forced to the disk yet
  let written = 0
  const note = (path: string, digest: Digest): Promise<void> => {
    noted.set(path, [...(noted.get(path) ?? []), digest])
    return appendForced(list, `\n${JSON.stringify([path, digest])}\n`) // whatever a crash left of the line before ends here
  }
  const isOwn = (path: string, text: string): boolean => noted.get(path)?.includes(digestOf(text)) ?? false
  return {
    had: [...noted.keys()],
    async write(path, text) {
      if (!isInside(path)) throw new ReadoutError('EXPORT_REFUSED', `${path}: leads out of ${dir}; it is not written`)
      const file = join(dir, path)
      await attempt(file, async () => {
        const digest = digestOf(text)
        const there = await readIf(file)
        if (there === text) {
          if (!isOwn(path, text)) await note(path, digest)
        } else if (there !== undefined && !isOwn(path, there)) {
          kept.add(path)
          return
        } else {
          await note(path, digest)
          await makeFolders(dirname(file))
          await replaceFile(file, text)
          touched.add(dirname(file))
          written += 1
        }
        now.set(path, digest)
      })
    },
    async read(path) {
      const text = noted.has(path) ? await readIf(join(dir, path)) : undefined
      return text !== undefined && isOwn(path, text) ? text : undefined
    },
    async finish() {
      let removed = 0
      await attempt(dir, async () => {
        for (const path of noted.keys()) {
          if (now.has(path) || kept.has(path)) continue
          const there = await readIf(join(dir, path))
          if (there === undefined) continue
          if (!isOwn(path, there)) kept.add(path)
          else {
            await rm(join(dir, path))
            await rmdir(join(dir, dirname(path))).catch(() => {}) // it holds something else
            touched.add(dirname(join(dir, path)))
            removed += 1
          }
        }
        const lines = [...now].map((entry) => `${JSON.stringify(entry)}\n`)
        for (const folder of touched) if (existsSync(folder)) await syncFolder(folder)
        await replaceFile(list, lines.join(''))
        await syncFolder(dir)
      })
      return { written, removed, kept: [...kept].toSorted() }
    },
  }
}

// Before the file that it notes: one that is there without its line would count as somebody else's.
async function appendForced(list: string, line: string): Promise<void> {
  const isNew = !existsSync(list)
  const file = await open(list, 'a')
  try {
    await file.appendFile(line)
    await file.sync()
  } finally {
    await file.close()
  }
  if (isNew) await syncFolder(dirname(list))
}

// A line that was cut short by a crash notes a file that was not written.
function parseList(text: string | undefined): Map<string, Digest[]> {
  const noted = new Map<string, Digest[]>()
  for (const line of (text ?? '').split('\n')) {
    const entry = parseEntry(line)
    if (entry) noted.set(entry[0], [...(noted.get(entry[0]) ?? []), entry[1]])
  }
  return noted
}

function parseEntry(line: string): readonly [string, Digest] | undefined {
  try {
    const [path, digest] = JSON.parse(line) as unknown[]
    return typeof path === 'string' && isInside(path) && typeof digest === 'string' ? [path, digest] : undefined
  } catch {
    return undefined
  }
}

function isInside(path: string): boolean {
  return !/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path)
}

async function readIf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

async function attempt<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const cure = 'name a folder that you may write to with --out'
    throw new ReadoutError('EXPORT_REFUSED', `${path}: cannot be written (${said}); ${cure}`, { cause: error })
  }
}
