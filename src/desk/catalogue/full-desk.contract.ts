// For tests: a small desk with something of everything that lists show, its reports read by rules.
import assert from 'node:assert/strict'
import { docFromText } from '../../extract/doc-from-text.ts'
import { digestOfParts } from '../../model/digest.ts'
import { asId } from '../../model/id.ts'
import { loadReader } from '../../read/load-reader.ts'
import { read } from '../../read/read.ts'
import { derive } from '../derive.ts'
import type { Desk, Rooms } from '../desk.ts'
import { openDesk } from '../open-desk.ts'
import { rooms as ownRooms } from '../rooms.ts'
import { handIn, type Report } from '../stand-in.contract.ts'
import { takeIn } from '../take-in.ts'

const reader = await loadReader({ rulesAlone: true })
const rooms: Rooms = {
  ...ownRooms,
  makers: { ...ownRooms.makers, extractor: 'extract@test', reader: reader.version },
  openExtractor: () =>
    Promise.resolve({
      extract({ bytes, given, capture, report }) {
        const doc = docFromText(new TextDecoder().decode(bytes), given ?? assert.fail(), capture)
        const id = asId<'doc'>(digestOfParts('extract@test', report ?? capture, doc.text))
        return Promise.resolve({ ...doc, id, madeBy: 'extract@test' as const, ...(given?.url && { url: given.url }) })
      },
      close: () => Promise.resolve(),
    }),
  openReader: () => ({ read: (doc) => read(doc, reader), close() {} }),
}

const OFFER = 'Veldania had offered Karsk a truce along the Ketter river'
export const REPORTS: Exclude<Report, string>[] = [
  {
    name: 'offer',
    outlet: 'Meridian News Agency',
    published: '2031-03-04',
    text: `The envoy Ilse Marrow said that ${OFFER}. Corvin Hale denied that nine ferries had left Brissen.`,
  },
  {
    name: 'denial',
    outlet: 'Port Sabel Times',
    published: '2031-03-06',
    text: `Corvin Hale denied that ${OFFER}. Garrick Sole said that nine ferries had left Brissen.`,
  },
  {
    name: 'silence',
    outlet: 'Karsk Courier',
    published: '2031-03-05',
    text: `Three Karskan officials said that ${OFFER}. Corvin Hale declined to comment.`,
  },
  {
    name: 'page',
    outlet: 'Karsk Courier',
    published: '2031-03-07',
    url: 'https://courier.example/ferries',
    text: `Garrick Sole said that grain had been left in Brissen. Ilse Marrow said that ${OFFER}.`,
  },
  {
    name: 'page-again',
    outlet: 'Karsk Courier',
    published: '2031-03-07',
    url: 'https://courier.example/ferries',
    text: `Garrick Sole said that no grain had been left in Brissen. Ilse Marrow confirmed that ${OFFER}.`,
  },
  { name: 'undated', outlet: 'Highland Radio', text: `Ilse Marrow, the envoy of Veldania, said that ${OFFER}.` },
  { name: 'nobody', outlet: 'Highland Radio', published: '2031-03-02', text: 'Grain prices rose again in Orlenne.' },
]

/** A desk in this folder or database, empty. Its clock goes a minute further each time. */
export async function openTestDesk(dir: string, url: string | null = null): Promise<Desk> {
  let minute = 0
  return openDesk(dir, { rooms, url, now: () => new Date(Date.UTC(2031, 4, 6, 10, minute++)).toISOString() })
}

/** Takes reports in and makes of them what follows. */
export async function take(desk: Desk, reports: readonly Report[]): Promise<void> {
  await takeIn(desk, handIn(reports), () => {})
  await derive(desk)
}

/** A desk with all of them. */
export async function makeFullDesk(dir: string, url: string | null = null): Promise<Desk> {
  const desk = await openTestDesk(dir, url)
  await take(desk, REPORTS)
  return desk
}
