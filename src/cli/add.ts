// `readout add`: reports in, from files and from addresses, one line for each that is safely on the disk, then all that
// follows from them.
import { derive } from '../desk/derive.ts'
import { type Incoming, isAddress } from '../desk/incoming.ts'
import { isDate } from '../desk/is-date.ts'
import { sizeOf } from '../desk/open-bytes.ts'
import { openDesk } from '../desk/open-desk.ts'
import { type ReadOptions, readFiles } from '../desk/read-files.ts'
import type { FileKind } from '../desk/sniff.ts'
import { type Acknowledged, type HandedIn, takeIn } from '../desk/take-in.ts'
import type { MediaType } from '../model/capture.ts'
import { ReadoutError } from '../model/errors.ts'
import { addAddresses } from './add-addresses.ts'
import { print, printJson, showProgress, warn } from './output.ts'
import { safeLine } from './show-safely.ts'
import { keptJson, writeKept } from './write-kept.ts'

interface Options {
  readonly desk: string
  readonly outlet?: string
  readonly published?: string
  readonly title?: string
  readonly url?: string
  readonly id?: string
  readonly type?: 'text' | 'markdown' | 'html' | 'pdf' | 'mhtml' | 'jsonl' | 'warc' | 'wacz'
  readonly json?: true
}

const KINDS = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  pdf: 'application/pdf',
  mhtml: 'multipart/related',
  jsonl: 'jsonl',
  warc: 'warc',
  wacz: 'wacz',
} as const
const HOLDS_MANY = /\.(?:jsonl|ndjson|warc|wacz)(?:\.gz)?$/i

/** Takes in the reports at the paths, files first; 1 where one was refused or could not be made out. */
export async function add(paths: readonly string[], options: Options): Promise<0 | 1> {
  const kind: FileKind | undefined = options.type && KINDS[options.type]
  const given = givenOf(options)
  await checkUse(paths, kind, given)
  const desk = await openDesk(options.desk)
  const count = { new: 0, again: 0, refused: 0, skipped: 0 }
  const say = (kept: Acknowledged): Promise<void> => {
    count[kept.isNew ? 'new' : 'again'] += 1
    return options.json ? printJson(keptJson(kept)) : print(safeLine(writeKept(kept)))
  }
  try {
    const files = paths.filter((path) => !isAddress(path))
    const incoming = readFiles(files, { ...(kind && { kind }), given })
    const reports = onlyReports(incoming, (line, counted) => {
      count.refused += counted.refused ?? 0
      count.skipped += counted.skipped ?? 0
      warn(line)
    })
    await takeIn(desk, reports, say, (message) => {
      count.refused += 1
      warn(message)
    })
    const said = { ...given, ...(isMedia(kind) && { mediaType: kind }) }
    await addAddresses(
      desk,
      { addresses: paths.filter(isAddress), said },
      {
        kept: say,
        refused(message) {
          count.refused += 1
          warn(message)
        },
      },
    )
    const progress = showProgress()
    const { faults, unread: foreign = [] } = await derive(desk, progress.step)
    progress.end()
    for (const { message } of faults) warn(message)
    for (const { name, reason } of foreign) warn(`${name}: ${reason}; it is kept and can be searched`)
    const unread = faults.length
    if (options.json) await printJson({ summary: { ...count, unread, foreign: foreign.length } })
    else await print(summaryOf(count, unread, foreign.length))
    return count.refused + unread > 0 ? 1 : 0
  } finally {
    await desk.close()
  }
}

function summaryOf(
  count: Readonly<Record<'new' | 'again' | 'refused' | 'skipped', number>>,
  unread: number,
  foreign: number,
): string {
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
  const without = unread > 0 ? `, ${unread} without a readable text` : ''
  const other = foreign > 0 ? `, ${foreign} not read: language` : ''
  return `${count.new} new, ${count.again} seen again, ${count.refused} refused${skipped}${without}${other}`
}

function isMedia(kind: FileKind | undefined): kind is MediaType {
  return kind?.includes('/') === true
}

function givenOf({ outlet, published, title, url, id }: Options): NonNullable<ReadOptions['given']> {
  return {
    ...(id && { name: id }),
    ...(outlet && { outlet }),
    ...(published && { published }),
    ...(title && { title }),
    ...(url && { url }),
  }
}

async function checkUse(
  paths: readonly string[],
  kind: FileKind | undefined,
  given: ReadOptions['given'] = {},
): Promise<void> {
  if (paths.some(isAddress)) {
    if (kind && !isMedia(kind)) throw new ReadoutError('USAGE', `--type ${kind} is for files; save it and add the file`)
    if (given.url) throw new ReadoutError('USAGE', '--url says where a file stood; an address says so itself')
  }
  const [first] = Object.keys(given)
  if (first === undefined) return
  const option = first === 'name' ? '--id' : `--${first}`
  const single = 'describes one report: name one file, and for several give JSON Lines with a field for each'
  const [path = ''] = paths
  const isOne = paths.length === 1 && kind?.includes('/') !== false && !HOLDS_MANY.test(path)
  if (!isOne || (!isAddress(path) && (await sizeOf(path)) === 'folder'))
    throw new ReadoutError('USAGE', `${option} ${single}`)
  if (given.published && !isDate(given.published)) {
    const cure = 'write it like 2031-05-06 or 2031-05-06T09:30:00Z'
    throw new ReadoutError('USAGE', `--published "${given.published}" is not a date; ${cure}`)
  }
}

async function* onlyReports(
  incoming: AsyncIterable<Incoming>,
  tell: (line: string, counted: { readonly refused?: number; readonly skipped?: number }) => void,
): AsyncGenerator<HandedIn> {
  for await (const one of incoming) {
    if (one.kind === 'report') {
      const { published } = one.given
      for (const fault of one.faults ?? []) tell(`${one.asked}: ${fault}`, {})
      if (published && !isDate(published)) tell(`${one.asked}: "${published}" is no date; taken as undated`, {})
      yield one
    } else if (one.kind === 'refused') tell(one.error.message, { refused: 1 })
    else tell(`${one.where}: ${one.reason}`, { skipped: one.files })
  }
}
