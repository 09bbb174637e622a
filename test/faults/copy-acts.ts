// Acts that make of a desk something beside it: backups and what is restored from them, cases handed out, desks carried elsewhere.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listLinked } from '../../src/archive/linked.ts'
import { headOf } from '../../src/archive/log.ts'
import { openStore } from '../../src/archive/open-store.ts'
import { checkBackup } from '../../src/desk/backup/check-backup.ts'
import { restoreBackup } from '../../src/desk/backup/restore-backup.ts'
import { writeBackup } from '../../src/desk/backup/write-backup.ts'
import { writeCase } from '../../src/desk/case/write-case.ts'
import { derive } from '../../src/desk/derive.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { moveDesk } from '../../src/desk/move/move-desk.ts'
import { digestOf } from '../../src/model/digest.ts'
import type { Act } from './acts.ts'

export const COPY_ACTS = {
  backup: {
    async run(desk, nth, say) {
      const name = `backup-${nth}`
      await writeBackup(desk, join(outOf(desk), name), { by: 'readout/0' })
      say(name)
    },
    isThere: async (desk, name) => {
      const dir = join(outOf(desk), name)
      return existsSync(dir) && (await checkBackup(dir)).breaches.length === 0
    },
  },
  restore: {
    async run(desk, nth, say) {
      const from = join(outOf(desk), `backup-for-${nth}`)
      const to = join(outOf(desk), `restored-${nth}`)
      await writeBackup(desk, from, { by: 'readout/0' })
      await restoreBackup(from, to)
      say(`restored-${nth} ${headOf(desk.store).before}`)
    },
    isThere: isSameLog,
  },
  move: {
    async run(desk, nth, say) {
      await moveDesk(desk.dir, join(outOf(desk), `moved-${nth}`))
      say(`moved-${nth} ${headOf(desk.store).before}`)
    },
    isThere: isSameLog,
  },
  case: {
    async run(desk, nth, say) {
      await derive(desk)
      const [claim] = listLinked(desk.store, 'claim')
      await writeCase(desk, { dir: join(outOf(desk), `case-${nth}`), named: [claim?.id ?? ''], software: 'readout/0' })
      say(`case-${nth}`)
    },
    isThere: async (desk, name) => {
      const dir = join(outOf(desk), name)
      const sums = join(dir, 'SHA256SUMS')
      if (!existsSync(sums)) return false
      const lines = readFileSync(sums, 'utf8').trimEnd().split('\n')
      return lines.every((line) => {
        const [sum, path = ''] = [line.slice(0, 64), line.slice(66)]
        return existsSync(join(dir, path)) && digestOf(readFileSync(join(dir, path))) === sum
      })
    },
  },
} as const satisfies Readonly<Record<string, Act>>

// The desk there has the log that was carried: its last entry binds all before it.
async function isSameLog(desk: Desk, words: string): Promise<boolean> {
  const [name = '', head] = words.split(' ')
  const dir = join(outOf(desk), name)
  if (!existsSync(dir)) return false
  const store = await openStore(dir, { url: null })
  try {
    return headOf(store).before === head
  } finally {
    store.close()
  }
}

/** Beside the desk, where what is written out goes. */
export function outOf({ dir }: Pick<Desk, 'dir'>): string {
  return join(dirname(dir), 'out')
}
