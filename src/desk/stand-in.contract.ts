// Rooms of a few lines each, so that the desk's tests try the desk and nothing else.
import type { Makers } from '../archive/linked.ts'
import type { Given } from '../model/capture.ts'
import { digestOfParts } from '../model/digest.ts'
import type { Doc } from '../model/doc.ts'
import { ReadoutError } from '../model/errors.ts'
import { cite } from '../model/evidence.ts'
import { asId } from '../model/id.ts'
import type { Linked, ReadDoc, Tracked } from '../model/ledger.ts'
import type { Rooms } from './desk.ts'
import type { HandedIn } from './take-in.ts'
import { type LinkAll, wholeLinking } from './whole-linking.contract.ts'

export const MAKERS: Makers = { extractor: 'stand-in@1', reader: 'read@1', linker: 'link@1', tracker: 'track@1' }

/** What each room was asked to do, and rooms that do it simply: one claim a report, its first word. */
export function standIn(makers: Makers = MAKERS, linkAll: LinkAll = linkedOf): Rooms & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    makers,
    openExtractor: () =>
      Promise.resolve({
        extract: ({ bytes, given, capture, report }) => {
          const text = new TextDecoder().decode(bytes)
          asked.push(`extract ${given?.name}`)
          if (text === 'no text') return Promise.reject(new ReadoutError('NO_TEXT', 'no text in this report'))
          return Promise.resolve({ ...docOf(text, makers.extractor, report ?? capture), capture, ...saidOf(given) })
        },
        close: () => Promise.resolve(),
      }),
    openReader: () => ({
      read(doc) {
        asked.push(`read ${doc.name}`)
        if (doc.text === 'cannot be read') return Promise.reject(new Error('span 3-2 is empty'))
        const empty = { quotations: [], chains: [], names: [], attributions: [], notes: [] }
        return Promise.resolve({ doc: doc.id, madeBy: makers.reader, sentences: [{ start: 0, end: 4 }], ...empty })
      },
      close() {},
    }),
    loadLinker: () =>
      Promise.resolve(
        wholeLinking((docs, rulings) => {
          asked.push(`link ${docs.length}`)
          return linkAll(docs, rulings)
        }),
      ),
  }
}

function docOf(text: string, madeBy: Makers['extractor'], report: string): Omit<Doc, 'capture'> {
  const id = asId<'doc'>(digestOfParts(madeBy, report, text))
  const blocks = text === '' ? [] : [{ kind: 'paragraph', span: { start: 0, end: text.length } } as const]
  return { id, madeBy, name: '', text, blocks, language: 'und', fields: [], removed: [] }
}

function saidOf({ title, published, outlet, url }: Partial<Given> = {}): Partial<Doc> {
  return { ...(title && { title }), ...(published && { published }), ...(outlet && { outlet }), ...(url && { url }) }
}

/** One claim a report: its first word. */
export function linkedOf(docs: readonly ReadDoc[]): Linked & Tracked {
  const claims = docs.map(({ doc }, i) => {
    const evidence = cite(doc, { start: 0, end: 4 })
    return {
      id: asId<'claim'>(`claim-${i}`),
      aliases: [],
      wording: evidence.quote,
      about: [],
      evidence: [evidence] as const,
    }
  })
  const none = { entities: [], bearings: [], appearances: [], independences: [], quoteMatches: [], copyGroups: [] }
  return { ...none, claims, stances: [], stories: [], rows: [] }
}

/** A report in memory; a text alone is named after itself. */
export type Report = string | (Partial<Given> & { readonly text: string })

/** Reports on their way in. */
export async function* handIn(reports: readonly Report[]): AsyncGenerator<HandedIn> {
  for (const report of reports) {
    const { text, ...given } = typeof report === 'string' ? { text: report } : report
    const named = { name: text.replaceAll(' ', '-'), mediaType: 'text/plain', ...given } as const
    yield { bytes: new TextEncoder().encode(text), given: named, asked: `${named.name}.txt` }
  }
}
