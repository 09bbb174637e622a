// All pages of a desk that changed, with what each change touches.
import type { Day, Instant } from '../model/id.ts'
import { isStub } from '../model/is-stub.ts'
import { laterVersions } from '../model/later-versions.ts'
import type { PageChange } from '../model/version.ts'
import type { Desk } from './desk.ts'
import { loadHoldings } from './holdings.ts'
import { listPrinted, makeChange } from './make-change.ts'

/** A page that changed, with one of its changes. */
export interface ChangedPage {
  readonly address: string
  readonly name: string // of the version that brought the change
  readonly title?: string
  readonly outlet?: string
  readonly at: Instant // when that version was first seen
  readonly versions: number
  readonly isStub?: true
  readonly change: PageChange
}

/** Every change of a page that was first seen on a day or later, the newest first; without a day, all. */
export async function listChanged(desk: Pick<Desk, 'store' | 'now' | 'dir'>, since: Day = ''): Promise<ChangedPage[]> {
  const holdings = await loadHoldings(desk)
  const printed = await listPrinted(desk)
  const firstOf = laterVersions(holdings.docs.map(({ doc }) => doc))
  const pages = Map.groupBy(holdings.docs, ({ doc }) => firstOf.get(doc.id) ?? doc.id)
  const changed = [...pages.values()].flatMap((versions) =>
    versions.flatMap((after, i): ChangedPage[] => {
      const before = versions[i - 1]
      if (!before || after.firstAt.slice(0, 10) < since) return []
      const { url = '', name, title, outlet } = after.doc
      const change = makeChange(before, after, { holdings, printed, versions: versions.slice(0, i) })
      const stub = isStub(after.doc, before.doc) && { isStub: true as const }
      const said = { ...(title && { title }), ...(outlet && { outlet }) }
      return [{ address: url, name, ...said, at: after.firstAt, versions: versions.length, ...stub, change }]
    }),
  )
  return changed.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.name < b.name ? 1 : -1))
}
