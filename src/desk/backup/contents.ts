// What a backup says of itself: when it was made and up to which entry of the log, and of each of its files how many bytes it has
// and their SHA-256. The table of contents itself is sealed by the list of sums beside it.
import { z } from 'zod'
import { ReadoutError } from '../../model/errors.ts'

export const FORMAT = 'readout-backup@1'
export const CONTENTS = 'contents.json'
export const SUMS = 'SHA256SUMS'
export const ABOUT = 'about.txt' // the last that has a sum

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const name = z.string().regex(/^[a-z_]+$/)
const schema = z.enum(['truth', 'derived', 'state'])

const shape = z.strictObject({
  format: z.literal(FORMAT),
  made: z.strictObject({ at: z.iso.datetime(), by: z.string() }),
  // The last entry that is in it, and the digest that binds it and all before.
  log: z.strictObject({ number: z.number().int().min(0), next: digest }),
  // How many migrations each schema had behind it, and the digest of all its rows.
  schemas: z.partialRecord(
    schema,
    z.strictObject({
      version: z.number().int().min(0),
      digest,
      tables: z.array(z.strictObject({ name, rows: z.number().int().min(1), digest })),
    }),
  ),
  files: z.array(
    z.strictObject({
      path: z.string().regex(/^(?:[a-z]+\/)?[\w-]+(?:\.[\w-]+)+$/), // never out of the folder
      bytes: z.number().int().min(0),
      sha256: digest,
      // Absent: a file of the desk's folder. `isSearch`: what search made of other tables, in no digest of a schema.
      table: z
        .strictObject({ schema, name, columns: z.array(name).min(1), isSearch: z.literal(true).optional() })
        .optional(),
    }),
  ),
})

export type BackupContents = z.infer<typeof shape>
export type BackupFile = BackupContents['files'][number]

/** The table of contents. `where`: the backup. Throws BACKUP_DAMAGED, and DESK_NEWER for a format that is not known yet. */
export function parseContents(text: string, where: string): BackupContents {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw damaged(where, `its ${CONTENTS} is not JSON (${error instanceof Error ? error.message : String(error)})`)
  }
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  if (typeof format === 'string' && /^readout-backup@\d+$/.test(format) && format !== FORMAT) {
    throw new ReadoutError('DESK_NEWER', `${where}: a backup of another form, ${format}; use the Readout that made it`)
  }
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw damaged(where, `its ${CONTENTS} is none: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
}

/** A backup that is cut, changed, or none. */
export function damaged(where: string, what: string): ReadoutError {
  return new ReadoutError(
    'BACKUP_DAMAGED',
    `${where}: ${what}; take another backup, or "readout check" names all that is harmed`,
  )
}

/** What is refused before anything is written. */
export function refused(where: string, why: string, cause?: unknown): ReadoutError {
  return new ReadoutError('BACKUP_REFUSED', `${where}: ${why}`, { cause })
}
