// door: database
// A desk that may not be written, such as a copy on a medium for reading: whether it has accounts. Nobody can sign in there,
// since a session cannot be kept.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from './connection.ts'
import { hasJournal } from './open-for-reading.ts'

/** True where the folder has a diary with accounts in it. */
export function hasLockedAccounts(dir: string): boolean {
  const path = join(dir, 'state.db')
  if (!existsSync(path)) return false
  const file = connect([{ schema: 'state', path, readOnly: true, isFixed: !hasJournal(path) }])
  try {
    const tables = file.rows("select name from state.sqlite_master where type = 'table' and name = 'account'")
    return tables.length > 0 && file.rows('select id from state.account limit 1').length > 0
  } finally {
    file.close()
  }
}
