// `readout edition draft`, `edit`, `check`, `issue`, `correct`, `versions` and `leaning`.
import { checkEditionVersion, mayBeIssued } from '../desk/editions/check-edition-version.ts'
import { correctEdition } from '../desk/editions/correct-edition.ts'
import { draftEdition } from '../desk/editions/draft-edition.ts'
import { editEdition, tryEdits } from '../desk/editions/edit-edition.ts'
import { type AskedByFile, chooseEdition, readEditsOf, tellAsFile } from '../desk/editions/edition-file.ts'
import { findLine, listKeptVersions, openVersion, type WholeVersion } from '../desk/editions/find-edition.ts'
import { issueEdition } from '../desk/editions/issue-edition.ts'
import { listLeaning } from '../desk/editions/list-leaning.ts'
import { openSmoothing } from '../desk/editions/open-smoothing.ts'
import { writeWhole } from '../desk/formats/write-whole.ts'
import type { Accepted } from './add-editing.ts'
import { endWhenUnread, print, printFile, printJson, warn } from './output.ts'
import { withDesk } from './with-desk.ts'
import { writeChecked, writeEdits, writeKept, writeKeptVersions, writeLeaning } from './write-editing.ts'

interface Common {
  readonly desk: string
  readonly week?: string
  readonly watch?: string
  readonly json?: true
}

interface Deciding extends Common {
  readonly by: string
  readonly why: string
}

/** Drafts an edition, and says what of the draft before could not be carried over. */
export async function draft({ smooth, ...options }: Deciding & { readonly smooth?: true }): Promise<0> {
  const { by, why, json } = options
  return await withDesk(options.desk, async (desk) => {
    const smoothing = smooth ? await openSmoothing(desk) : undefined
    try {
      const asked = { ...keyOf(options), by, why, ...(smoothing && { smooth: smoothing.smooth }) }
      const { left, smoothed, isSame, ...kept } = await draftEdition(desk, asked)
      if (json) return await printJson({ ...kept.ref, ...(isSame && { isSame }), left, ...(smoothed && { smoothed }) })
      await print(isSame ? `nothing has changed since version ${kept.ref.number}; no other is kept` : writeKept(kept))
      if (smoothed) await print(`lines smoothed: ${smoothed.smoothed}; as ruled: ${smoothed.fellBack.length}`)
      for (const { line, why: reason } of smoothed?.fellBack ?? [])
        warn(`{#${line.slice(0, 5)}} stands as ruled: ${reason}`)
      for (const { edit, reason } of left) warn(`not carried over, ${edit.kind}: ${reason}`)
    } finally {
      await smoothing?.close()
    }
  })
}

interface EditOptions extends Deciding {
  readonly out?: string
  readonly try?: true
  readonly ontoNewest?: true
}

/** Gives the file out, or keeps what it asks for; 1 where there is something in it that cannot be understood. */
export async function edit(file: string | undefined, options: EditOptions): Promise<0 | 1> {
  let status: 0 | 1 = 0
  await withDesk(options.desk, async (desk) => {
    if (file === undefined) {
      const whole = openVersion(desk, chooseEdition(desk, keyOf(options)))
      if (options.out === undefined) return await printFile(tellAsFile(desk, whole))
      await writeWhole(options.out, tellAsFile(desk, whole))
      return await print(
        `${options.out}: version ${whole.ref.number}, to be edited; "readout edition edit ${options.out}" keeps it`,
      )
    }
    const asked = await readEditsOf(desk, file)
    if (!tellFaults(file, asked)) {
      status = 1
      return
    }
    if (asked.edits.length === 0) return await print('the file asks for nothing; no version is kept')
    const { by, why, json } = options
    if (options.try) {
      const { refused } = await tryEdits(desk, openVersion(desk, asked, asked.from).version, { ...asked, by })
      for (const { edit: one, reason } of refused) warn(`${one.kind}: ${reason}`)
      if (refused.length > 0) status = 1
      return await (json ? printJson(asked.edits) : print(writeEdits(asked.edits)))
    }
    const kept = await editEdition(desk, { ...asked, by, why, ...(options.ontoNewest && { onNewest: true }) })
    if (file !== '-') await writeWhole(file, tellAsFile(desk, kept)) // its markers are those of the new version
    if (json) return await printJson({ ...kept.ref, edits: asked.edits })
    await print(`${writeEdits(asked.edits)}\n${writeKept(kept)}`)
    const found = await checkEditionVersion(desk, kept.version)
    if (!mayBeIssued(found)) await print(writeChecked(kept, found))
  })
  return status
}

/** Tries the newest version; 1 where it may not be issued. */
export async function checkNewest(options: Common): Promise<0 | 1> {
  let status: 0 | 1 = 0
  await withDesk(options.desk, async (desk) => {
    const whole = openVersion(desk, chooseEdition(desk, keyOf(options)))
    const found = await checkEditionVersion(desk, whole.version)
    status = mayBeIssued(found) ? 0 : 1
    await (options.json ? printJson({ ...whole.ref, ...found }) : print(writeChecked(whole, found)))
  })
  return status
}

/** Issues the newest draft. */
export async function issue(options: Deciding & { readonly accept?: readonly Accepted[] }): Promise<0> {
  const { by, why, accept = [], json } = options
  return await withDesk(options.desk, async (desk) => {
    const key = chooseEdition(desk, keyOf(options))
    const newest = openVersion(desk, key)
    const accepted = accept.map((one) => ({ why: one.why, line: findLine(newest, one.line) }))
    const kept = await issueEdition(desk, { ...key, from: newest.ref.number, by, why, accept: accepted })
    await (json ? printJson(kept.ref) : print(writeKept(kept)))
  })
}

/** Corrects an issued edition; 1 where something in the file cannot be understood. */
export async function correct(
  file: string | undefined,
  options: Deciding & { readonly accept?: readonly Accepted[] },
): Promise<0 | 1> {
  const { by, why, accept = [], json } = options
  let status: 0 | 1 = 0
  await withDesk(options.desk, async (desk) => {
    const asked = file === undefined ? undefined : await readEditsOf(desk, file)
    if (file !== undefined && asked && !tellFaults(file, asked)) {
      status = 1
      return
    }
    const key = asked ?? chooseEdition(desk, keyOf(options))
    const newest = openVersion(desk, key)
    const accepted = accept.map((one) => ({ kind: 'accept' as const, line: findLine(newest, one.line), why: one.why }))
    const from = asked?.from ?? newest.ref.number
    const kept = await correctEdition(desk, { ...key, from, by, why, edits: [...(asked?.edits ?? []), ...accepted] })
    if (file !== undefined && file !== '-') await writeWhole(file, tellAsFile(desk, kept))
    await (json ? printJson({ ...kept.ref, corrections: kept.version.corrections }) : print(writeKept(kept)))
  })
  return status
}

/** Lists the versions of an edition. */
export async function listKept(options: Common): Promise<0> {
  return await withDesk(options.desk, async (desk) => {
    endWhenUnread()
    const key = chooseEdition(desk, keyOf(options))
    const versions: readonly WholeVersion[] = listKeptVersions(desk, key)
    if (options.json)
      await printJson(
        versions.map(({ ref, by, at, why, version }) => ({ ...ref, by, at, why, corrections: version.corrections })),
      )
    else await print(writeKeptVersions(key, versions))
  })
}

/** Lists the lines under which something has changed. */
export async function leaning({ desk: dir, json }: Pick<Common, 'desk' | 'json'>): Promise<0> {
  return await withDesk(dir, async (desk) => {
    endWhenUnread()
    const found = await listLeaning(desk)
    await (json ? printJson(found) : print(writeLeaning(found)))
  })
}

function keyOf({ week, watch }: Common): { week?: string; watch?: string } {
  // 2031-w11 is the same week
  return { ...(week !== undefined && { week: week.trim().toUpperCase() }), ...(watch !== undefined && { watch }) }
}

// True where all of the file was understood.
function tellFaults(file: string, { faults }: AskedByFile): boolean {
  const name = file === '-' ? 'standard input' : file
  for (const { line, reason } of faults) warn(`${name}:${line}: ${reason}`)
  if (faults.length > 0) warn(`${name}: nothing is kept, and the file is as it was`)
  return faults.length === 0
}
