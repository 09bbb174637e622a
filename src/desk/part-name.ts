// door: files
// What is being written bears the name of what it will be and of the process that writes it, so that two who write the same do not
// write into one another's, and what a killed one left is known for what it is.
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isGone, nameHolder } from './web/holder.ts'

const PART = '.part.'

/** A name beside `path` that nobody else writes under. */
export function namePart(path: string): string {
  return `${path}${PART}${encodeURIComponent(nameHolder())}`
}

/** Takes away what processes of this machine that run no more left beside `path`. */
export async function dropLeftParts(path: string): Promise<void> {
  const begin = `${basename(path)}${PART}`
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(begin) || !isGone(decoded(name.slice(begin.length)))) continue
    await rm(join(dirname(path), name), { recursive: true, force: true })
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return '' // not one of ours
  }
}
