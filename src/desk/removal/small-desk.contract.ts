// A desk of three reports that are read by rules alone, one of which has words that no other has.
import assert from 'node:assert/strict'
import { listLinked } from '../../archive/linked.ts'
import { docFromText } from '../../extract/doc-from-text.ts'
import { digestOfParts } from '../../model/digest.ts'
import { asId } from '../../model/id.ts'
import { loadReader } from '../../read/load-reader.ts'
import { read } from '../../read/read.ts'
import { derive } from '../derive.ts'
import type { Desk, Rooms } from '../desk.ts'
import { openDesk } from '../open-desk.ts'
import { rooms as ownRooms } from '../rooms.ts'
import { handIn } from '../stand-in.contract.ts'
import { takeIn } from '../take-in.ts'

const reader = await loadReader({ rulesAlone: true })
/** Words of the first report that stand nowhere else: a place, and its speaker's name. */
export const PLANTED = ['quinzelbar', 'ovrellith']
export const WEEK = '2031-W10'

export const REPORTS = [
  {
    name: 'quinzelbar-offer',
    outlet: 'Meridian News Agency',
    title: 'Ferries leave Quinzelbar',
    url: 'https://meridian.example/world/quinzelbar-ferries',
    published: '2031-03-04',
    text: 'The envoy Mira Ovrellith said that nine ferries had left Quinzelbar with grain for Karsk. Corvin Hale denied that nine ferries had left Quinzelbar with grain for Karsk.',
  },
  {
    name: 'halt',
    outlet: 'Port Sabel Times',
    published: '2031-03-05',
    text: 'The diplomat Garrick Sole said that a halt to the shelling was on the table in Orlenne. Corvin Hale denied that a halt to the shelling was on the table in Orlenne.',
  },
  {
    name: 'truce',
    outlet: 'Karsk Courier',
    published: '2031-03-06',
    text: 'The envoy Ilse Marrow said that Veldania had offered Karsk a truce along the Ketter river.',
  },
]

const makers = { ...ownRooms.makers, extractor: 'extract@1', reader: reader.version } as const

/** Rooms that read by rules. */
export const ROOMS: Rooms = {
  ...ownRooms,
  makers,
  openExtractor: () =>
    Promise.resolve({
      extract({ bytes, given, capture, report }) {
        const doc = docFromText(new TextDecoder().decode(bytes), given ?? assert.fail(), capture)
        const id = asId<'doc'>(digestOfParts(makers.extractor, report ?? capture, doc.text))
        return Promise.resolve({ ...doc, id, ...(report !== undefined && { report }), madeBy: makers.extractor })
      },
      close: () => Promise.resolve(),
    }),
  openReader: () => ({ read: (doc) => read(doc, reader), close() {} }),
}

let minute = 0
/** A clock that goes on by a minute each time. */
export const now = (): string => new Date(Date.UTC(2031, 4, 6, 10, minute++)).toISOString()
export const by = 'Ada Orme'

/** Opens it in a folder, with its reports read and linked; whoever opens it closes it. */
export async function openSmallDesk(dir: string): Promise<Desk> {
  const desk = await openDesk(dir, { rooms: ROOMS, now })
  await takeIn(desk, handIn(REPORTS), () => {})
  await derive(desk)
  return desk
}

/** The id of the claim that is worded with these words. */
export function claimOf(desk: Desk, words: string): string {
  const claim = listLinked(desk.store, 'claim').find(({ wording }) => wording.includes(words))
  return claim?.id ?? assert.fail(`no claim says ${words}`)
}
