// The contract of the archive on PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { archiveContract } from '../../src/archive/archive.contract.ts'
import { openStore } from '../../src/archive/open-store.ts'
import { startPostgres } from './start-postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-postgres-contract-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const open = async () => openStore(folder, { url: await (await startPostgres()).makeDatabase() })
archiveContract('postgres', open)
