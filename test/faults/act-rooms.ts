// Rooms for a desk that all acts can be tried on: those of the example week for its reports, and simple ones for whatever else comes.
import type { Rooms } from '../../src/desk/desk.ts'
import { linkedOf, MAKERS, standIn } from '../../src/desk/stand-in.contract.ts'
import type { HandedIn } from '../../src/desk/take-in.ts'
import { wholeLinking } from '../../src/desk/whole-linking.contract.ts'
import { makeExampleWeek } from '../../src/publish/example-week.test.ts'

const { docs, linked, tracked } = makeExampleWeek()
const byName = new Map(docs.map((report) => [report.doc.name, report]))

/** They read and link the same way in each process. */
export function actRooms(): Rooms {
  const makers = { ...MAKERS, extractor: 'extract@1.0.0', reader: 'read@1.0.0' } as const // as the example's docs say
  const simple = standIn(makers)
  return {
    makers,
    openExtractor: async () => {
      const extractor = await simple.openExtractor()
      return {
        ...extractor,
        extract: async (report) => {
          const known = byName.get(report.given?.name ?? '')
          return known ? { ...known.doc, capture: report.capture } : extractor.extract(report)
        },
      }
    },
    openReader: () => {
      const reader = simple.openReader()
      return { ...reader, read: async (doc) => byName.get(doc.name)?.reading ?? reader.read(doc) }
    },
    loadLinker: async () =>
      wholeLinking((all) => {
        const others = linkedOf(all.filter(({ doc }) => !byName.has(doc.name)))
        return { ...linked, ...tracked, claims: [...linked.claims, ...others.claims] }
      }),
  }
}

/** The reports of the example week on their way in. */
export async function* exampleReports(): AsyncGenerator<HandedIn> {
  for (const { doc } of docs) {
    const { name, outlet, title, published } = doc
    const given = { name, mediaType: 'text/plain', ...(outlet && { outlet }), ...(title && { title }) } as const
    yield { bytes: Buffer.from(doc.text), given: { ...given, ...(published && { published }) }, asked: `${name}.txt` }
  }
}
