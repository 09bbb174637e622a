// `readout source import` and `export`: lists of feeds, as OPML.
import { callPath, openBytes, readUpTo } from '../desk/open-bytes.ts'
import { openDesk } from '../desk/open-desk.ts'
import { exportOpml, type Imported, importOpml } from '../desk/web/opml.ts'
import { ReadoutError } from '../model/errors.ts'
import { print, printFile, printJson } from './output.ts'
import { safeLine } from './show-safely.ts'

interface Options {
  readonly desk: string
  readonly by: string
  readonly json?: true
}

const CAP = 16 * 1024 * 1024 // bytes of a list; some 80,000 feeds

/** Follows the feeds of a list, a line for each. 1 where something in it could not be read. */
export async function importSources(path: string, { desk: dir, by, json }: Options): Promise<0 | 1> {
  const text = new TextDecoder().decode(await readAll(path))
  const desk = await openDesk(dir)
  try {
    const imported = await importOpml(desk, { text, path: callPath(path) }, { by: by || 'the desk', why: 'imported' })
    if (json) await printJson(imported)
    else for (const one of imported) await print(safeLine(writeImported(one, path)))
    const count = (kind: Imported['kind']): number => imported.filter((one) => one.kind === kind).length
    const counts = `${count('followed')} new, ${count('followed already')} followed already, ${count('refused')} refused`
    if (!json) await print(counts)
    return count('refused') > 0 ? 1 : 0
  } finally {
    await desk.close()
  }
}

/** Prints the feeds that are followed as OPML. */
export async function exportSources({ desk: dir }: Pick<Options, 'desk'>): Promise<0> {
  const desk = await openDesk(dir, { make: false })
  try {
    await printFile(exportOpml(desk))
    return 0
  } finally {
    await desk.close()
  }
}

function writeImported(one: Imported, path: string): string {
  if (one.kind !== 'refused') return `${one.kind}  ${one.source.id}  ${one.source.title ?? one.source.url}`
  const where = one.line === undefined ? (one.url ?? '') : `${path}, line ${one.line}`
  return `refused  ${where}: ${one.why}`
}

async function readAll(path: string): Promise<Uint8Array> {
  const bytes = await readUpTo(openBytes(path), CAP)
  if (bytes) return bytes
  throw new ReadoutError('FILE_TOO_LARGE', `${callPath(path)}: over 16 MiB; split the list`)
}
