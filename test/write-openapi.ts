// Writes docs/openapi.json from the routes as they are now: `npm run openapi`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { printDocument } from './openapi.ts'

writeFileSync(join(import.meta.dirname, '..', 'docs', 'openapi.json'), await printDocument())
