// A desk with an issued edition of the example week, and settings to mail it by.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keepEditionVersion } from '../../src/archive/edition-versions.ts'
import { keepSubscriber } from '../../src/archive/mail/subscribers.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { composeEdition } from '../../src/desk/edition.ts'
import { digestOfParts } from '../../src/model/digest.ts'
import type { Edition } from '../../src/model/edition.ts'
import type { EditionVersion } from '../../src/model/edition-version.ts'
import { asId } from '../../src/model/id.ts'
import { openExampleDesk } from '../e2e/example-desk.ts'

export const WEEK = '2031-W10'
export const ORIGIN = 'https://desk.example'

/** Opens it, with the edition issued and these settings beside those of a server on this machine. `at`: when its reports came in. */
export async function openIssuedDesk(dir: string, settings: object, at?: string): Promise<Desk> {
  const desk = await openExampleDesk(dir, undefined, at)
  const now = (): string => new Date().toISOString() // the example's clock stands
  const own = { ...desk, now }
  writeMailSettings(dir, settings)
  const { edition } = await composeEdition(own, { week: WEEK })
  await keepVersion(own, edition, { number: 1, state: 'issued' })
  return own
}

/** The settings of a desk that mails by a server on this machine. */
export function writeMailSettings(dir: string, settings: object): void {
  const mail = {
    mailHost: '127.0.0.1',
    mailSecurity: 'none',
    mailFrom: 'The desk <news@desk.example>',
    publicAddress: ORIGIN,
  }
  writeFileSync(join(dir, 'settings.json'), JSON.stringify({ ...mail, mailPerMinute: 100_000, ...settings }))
}

/** Keeps a version of the edition. */
export async function keepVersion(
  desk: Desk,
  edition: Edition,
  version: Pick<EditionVersion, 'number' | 'state'> & Partial<EditionVersion>,
): Promise<void> {
  const kept = { by: asId<'editor'>('Ada Orme'), at: desk.now(), why: 'it is done' }
  await keepEditionVersion(desk.store, { corrections: [], edition, ...version }, kept)
}

/** So many who are confirmed: reader0@reader.example and so on. */
export async function addReaders(desk: Desk, count: number): Promise<string[]> {
  const addresses = Array.from({ length: count }, (_, i) => `reader${i}@reader.example`)
  await (await desk.store.state()).transaction().execute(async (trx) => {
    for (const address of addresses) {
      const rest = { watch: '', state: 'confirmed', since: desk.now(), how: 'test' } as const
      await keepSubscriber(trx, { id: digestOfParts(address), address, sign: address, ...rest })
    }
  })
  return addresses
}
