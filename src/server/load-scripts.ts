// door: files
// The client scripts as they are sent: from a clone the types are stripped here, a package ships them stripped. Each names the
// others with the digest of all of them, so that a browser may keep them for good and never mixes two versions.
import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { digestOfParts } from '../model/digest.ts'

export interface Scripts {
  readonly digest: string // of all of them
  readonly texts: ReadonlyMap<string, string> // by the name in the address: main.js
}

/** All scripts. */
export function loadScripts(): Scripts {
  const isClone = import.meta.filename.endsWith('.ts')
  const folder = join(import.meta.dirname, ...(isClone ? ['..', '..'] : ['..']), 'web')
  const files = readdirSync(folder).filter((file) => file.endsWith(isClone ? '.ts' : '.js'))
  const stripped = files.sort().map((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    return [file.replace(/\.ts$/, '.js'), isClone ? strip(text) : text] as const
  })
  const digest = digestOfParts(...stripped.flat())
  return { digest, texts: new Map(stripped.map(([name, text]) => [name, nameVersions(text, digest)])) }
}

// import { say } from './words.ts' -> './words.js?v=…'
function nameVersions(text: string, digest: string): string {
  return text.replace(/(\bfrom ['"]\.\/[\w-]+)\.[jt]s(?=['"])/g, `$1.js?v=${digest}`)
}

// Node says of its own stripper that it may change, on every start; what it gives is tried by the tests of the pages.
function strip(text: string): string {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(text).replace(/^[ \t]*\/\/.*\n|^[ \t]+$/gm, '')
  } finally {
    process.emitWarning = emitWarning
  }
}
