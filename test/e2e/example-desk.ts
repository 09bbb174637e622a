// A real desk in a folder, with rooms that give back the edition's own example week: what the pages show is then known
// to the letter, whatever the reader and the linker learn.

import { derive } from '../../src/desk/derive.ts'
import type { Desk, Rooms } from '../../src/desk/desk.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import type { HandedIn } from '../../src/desk/take-in.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { wholeLinking } from '../../src/desk/whole-linking.contract.ts'
import type { ReadDoc } from '../../src/model/ledger.ts'
import { makeExampleWeek } from '../../src/publish/example-week.test.ts'

/** Opens a desk in the folder that holds the example week, derived. */
export async function openExampleDesk(
  dir: string,
  input = makeExampleWeek(),
  at = '2031-03-08T12:00:00.000Z',
): Promise<Desk> {
  const desk = await openDesk(dir, { rooms: exampleRooms(input), now: () => at })
  await takeIn(desk, handIn(input.docs), () => {})
  await derive(desk)
  return desk
}

function exampleRooms({ docs, linked, tracked }: ReturnType<typeof makeExampleWeek>): Rooms {
  const byName = new Map(docs.map((report) => [report.doc.name, report]))
  const find = (name: string): ReadDoc => {
    const report = byName.get(name)
    if (!report) throw new Error(`no report ${name} in the example`)
    return report
  }
  return {
    makers: { extractor: 'extract@1.0.0', reader: 'read@1.0.0', linker: 'link@1', tracker: 'track@1' },
    openExtractor: async () => ({
      extract: async ({ given, capture }) => ({ ...find(given?.name ?? '').doc, capture }),
      close: async () => {},
    }),
    openReader: () => ({ read: async (doc) => find(doc.name).reading, close() {} }),
    loadLinker: async () => wholeLinking(() => ({ ...linked, ...tracked })),
  }
}

async function* handIn(docs: readonly ReadDoc[]): AsyncGenerator<HandedIn> {
  for (const { doc } of docs) {
    const { name, outlet, title, published } = doc
    const given = { name, mediaType: 'text/plain', ...(outlet && { outlet }), ...(title && { title }) } as const
    yield { bytes: Buffer.from(doc.text), given: { ...given, ...(published && { published }) }, asked: `${name}.txt` }
  }
}
