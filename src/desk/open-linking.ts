// Linking and tracking joined: the pass over reports, the stories that they are filed under, and the rows that come of it.
import type { Within } from '../archive/keep-linked.ts'
import { applyToReading, isReadAnew } from '../link/apply-to-reading.ts'
import { finish } from '../link/finish.ts'
import { topOf } from '../link/list-texts.ts'
import { Pass } from '../link/pass.ts'
import { asId } from '../model/id.ts'
import { keyOfReport } from '../model/lasting-id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Replacement, Shelf } from '../model/shelf.ts'
import type { Story } from '../model/story.ts'
import { idOfStory, makeFileable } from '../track/group-stories.ts'
import { makeFiler } from '../track/make-filer.ts'
import { titleOf } from '../track/title-of.ts'
import { giveBack } from './give-back.ts'
import type { Linking, LinkingFrom } from './linking.ts'
import { makeChanges } from './make-changes.ts'

/** Opens linking where the shelf says that it stopped. */
export function openLinking({ shelf, readOf, rulings, vectorOf, filer = makeFiler() }: LinkingFrom): Linking {
  const pass = new Pass(shelf, readOf, { vectorOf })
  const ruledOf = openRuled(readOf, rulings)
  return {
    filer,
    isBegun: pass.isBegun,
    has: (doc) => pass.has(doc),
    take: (added, dropped, every) => pass.take(added, dropped, every),
    touch({ read, docs, claims }) {
      for (const id of read) pass.forget(id)
      for (const id of docs) pass.touch(id)
      for (const id of claims) pass.touchClaim(id)
    },
    async write(within) {
      const { register } = within
      const idOf = (first: string | undefined): Story['id'] | undefined =>
        first === undefined ? undefined : idOfStory(keyOf(shelf, first))
      const before = pass.takeChanged()
      const filing = await filer.file(
        register,
        [...before.isNew].map((id) => {
          const { doc } = readOf(id)
          return makeFileable({ ...noteKey(shelf, doc), vector: vectorOf?.(topOf(doc)) })
        }),
        [...before.docs].filter((id) => !pass.has(id)),
      )
      for (const id of [...before.docs, ...filing.changed.keys()]) pass.touch(asId<'doc'>(id))
      const touched = pass.takeChanged()
      const changed = {
        docs: new Set([...before.docs, ...touched.docs]),
        claims: new Set([...before.claims, ...touched.claims]),
      }
      const stories = new Set<string | undefined>()
      for (const { from, to } of filing.changed.values()) stories.add(from).add(to)
      const findStories = async (docs: Iterable<ReadDoc['doc']['id']>): Promise<ReadonlyMap<string, string>> => {
        const filed = await register.find([...new Set(docs)])
        for (const { story } of filed) stories.add(story)
        return new Map(filed.map(({ id, story }) => [id, story]))
      }
      await findStories(changed.docs)
      for (const portion of finish(pass, changed, ruledOf, rulings)) {
        const told = [...portion.claims.map(({ claim }) => claim.id), ...portion.gone.claims]
        await findStories(await within.docsOfClaims(told)) // as they were worded before
        const storyOf = await findStories(portion.claims.map(({ claim }) => claim.evidence[0].doc))
        await within.replace(makeChanges(portion, (doc) => idOf(storyOf.get(doc))))
        giveBack('within one')
      }
      const replaced: Replacement[] = []
      for (const first of stories) {
        if (first !== undefined) replaced.push(await replaceStory(first, { within, readOf, shelf }))
      }
      // of two firsts of one story, which a report that was replaced leaves, the one that is there comes last and stands
      await within.replace(replaced.sort((a, b) => a.rows.length - b.rows.length))
      pass.flush()
    },
  }
}

// Reports as people ruled on them. Those that anybody ruled on are held: they are few, and asked for again and again.
function openRuled(readOf: LinkingFrom['readOf'], rulings: LinkingFrom['rulings']): LinkingFrom['readOf'] {
  const held = new Map<string, ReadDoc>()
  return (id) => {
    const known = held.get(id)
    if (known) return known
    const read = readOf(id)
    if (!isReadAnew(read.doc.name, rulings)) return read
    const ruled = applyToReading(read, rulings)
    held.set(id, ruled)
    return ruled
  }
}

// A story is known by its first report, which the register has by the id of its doc; the report may be gone meanwhile.
function noteKey(shelf: Shelf, doc: ReadDoc['doc']): ReadDoc['doc'] {
  shelf.set(`key of ${doc.id}`, keyOfReport(doc))
  return doc
}

function keyOf(shelf: Shelf, first: string): string {
  return String(shelf.get(`key of ${first}`) ?? first)
}

// A story with its reports in the order of printing, and the claims first put in them.
async function replaceStory(
  first: string,
  { within, readOf, shelf }: { readonly within: Within } & Pick<LinkingFrom, 'readOf' | 'shelf'>,
): Promise<Replacement> {
  const id = idOfStory(keyOf(shelf, first))
  const docs = await within.docsOfStory(first)
  const [earliest, ...others] = docs
  if (earliest === undefined) return { owner: `story ${id}`, rows: [] }
  const read = readOf(earliest)
  const claims = await within.claimsWordedIn(docs)
  const thing: Story = { id, aliases: [], title: titleOf(read), docs: [earliest, ...others], claims }
  return { owner: `story ${id}`, rows: [{ noun: 'story', id, sort: sortOf(read.doc), thing }] }
}

const UNDATED = '~' // as reports are filed: after all that have a date

function sortOf({ published = UNDATED, name, id }: ReturnType<LinkingFrom['readOf']>['doc']): string {
  return `${published} ${name} ${id}`
}
