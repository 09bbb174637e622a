// What people do to a desk, each act with the words by which it is found again. Whoever does one says so only once it has returned:
// that is its acknowledgement, and from then on no fault may undo it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listLinked } from '../../src/archive/linked.ts'
import { findSubscriber } from '../../src/archive/mail/subscribers.ts'
import { findPayload } from '../../src/archive/payload.ts'
import { addAccount, listAccounts } from '../../src/desk/accounts/keep-accounts.ts'
import { decide } from '../../src/desk/decide.ts'
import { derive } from '../../src/desk/derive.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { correctEdition } from '../../src/desk/editions/correct-edition.ts'
import { draftEdition } from '../../src/desk/editions/draft-edition.ts'
import { editEdition } from '../../src/desk/editions/edit-edition.ts'
import { findIssued, findNewest } from '../../src/desk/editions/find-edition.ts'
import { issueEdition } from '../../src/desk/editions/issue-edition.ts'
import { exportDesk } from '../../src/desk/export.ts'
import { exportWarc } from '../../src/desk/export-warc.ts'
import { openOwnFolder } from '../../src/desk/formats/own-folder.ts'
import { writeWhole } from '../../src/desk/formats/write-whole.ts'
import { readSettings, writeSettings } from '../../src/desk/keep-settings.ts'
import { importSubscribers } from '../../src/desk/mailing/change-subscribers.ts'
import { mailEdition } from '../../src/desk/mailing/mail-edition.ts'
import { handIn } from '../../src/desk/stand-in.contract.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { digestOf } from '../../src/model/digest.ts'
import { COPY_ACTS, outOf } from './copy-acts.ts'

const WEEK = '2031-W10'
const WORD = { by: 'Ada Orme', why: 'it is so' }
const DOER = { who: 'Ada Orme' }

/** `say` acknowledges: its words are all that `isThere` gets later, from whatever desk was found after the fault. */
export interface Act {
  run(desk: Desk, nth: string, say: (words: string) => void): Promise<void>
  isThere(desk: Desk, words: string): Promise<boolean>
}

export const ACTS = {
  ...COPY_ACTS,
  capture: {
    async run(desk, nth, say) {
      const reports = Array.from({ length: 1 + (digit(nth) % 5) * 2 }, (_, i) => {
        const words = 'So it goes, and the levy talks in Karsk go on. '.repeat(1 + ((digit(nth) * (i + 1)) % 90))
        return { name: `report-${nth}-${i}`, text: `Report ${nth}, number ${i}. ${words}` }
      })
      await takeIn(desk, handIn(reports), ({ digest }) => say(digest))
    },
    isThere: async ({ store }, digest) => {
      const bytes = await findPayload(store, digest)
      return bytes !== undefined && digestOf(bytes) === digest && isLogged(store, digest)
    },
  },
  derive: {
    async run(desk, _nth, say) {
      await derive(desk)
      say('to the head')
    },
    isThere: async () => true, // what is made can be made again
  },
  decide: {
    async run(desk, nth, say) {
      await derive(desk)
      const claims = listLinked(desk.store, 'claim')
      const { id = '' } = claims[digit(nth) % claims.length] ?? {}
      say((await decide(desk, { ...WORD, kind: 'tag', noun: 'claim', ids: [id], text: `tag ${nth}` })).decision.id)
    },
    isThere: async ({ store }, id) => {
      const [row] = store.plain.rows('select record from truth.decision where id = ?', id)
      return row !== undefined && digestOf(String(row.record)) === id
    },
  },
  edition: {
    async run(desk, nth, say) {
      const newest = findNewest(desk, { week: WEEK })
      const own = { kind: 'own', text: `We shall come back to this: ${nth}.`, to: { section: 'lead' } } as const
      const title = { kind: 'title', text: `The week, as of ${nth}` } as const
      const word = { ...WORD, week: WEEK, from: newest?.ref.number ?? 0 }
      if (!newest) return say((await draftEdition(desk, word)).ref.digest)
      if (findIssued(desk, word)) return say((await correctEdition(desk, { ...word, edits: [title] })).ref.digest)
      const made = newest.ref.number < 3 ? editEdition(desk, { ...word, edits: [own] }) : issueEdition(desk, word)
      say((await made).ref.digest)
    },
    isThere: async ({ store }, digest) => {
      const named = 'select 1 from truth.decision where instr(record, ?) > 0'
      const bytes = await findPayload(store, digest)
      return store.plain.rows(named, digest).length > 0 && bytes !== undefined && digestOf(bytes) === digest
    },
  },
  account: {
    async run(desk, nth, say) {
      const { name } = await addAccount(
        desk,
        { name: `Person ${nth}`, password: `a long one for ${nth}`, role: 'admin' },
        DOER,
      )
      say(name)
    },
    isThere: async (desk, name) => (await listAccounts(desk)).some((one) => one.name === name),
  },
  subscriber: {
    async run(desk, nth, say) {
      const addresses = ['a', 'b', 'c'].map((name) => `${name}.${nth}@reader.example`)
      await importSubscribers(desk, `address\n${addresses.join('\n')}\n`, { watch: '', why: 'by hand', doer: DOER })
      for (const address of addresses) say(address)
    },
    isThere: async ({ store }, address) => {
      const state = await store.state()
      return (await findSubscriber(state, { watch: '', sign: address })) !== undefined
    },
  },
  mail: {
    async run(desk, _nth, say) {
      if (!findIssued(desk, { week: WEEK })) return
      const onBecame = ({ address }: { readonly address: string }, { state }: { readonly state: string }) =>
        say(`${address} ${state}`)
      const options = { by: 'Ada Orme', onBecame }
      await mailEdition(desk, { week: WEEK, kind: 'edition' }, options)
      await mailEdition(desk, { week: WEEK, kind: 'correction' }, options) // refused where nothing was corrected since
    },
    isThere: async ({ store }, words) => {
      const [address = '', state = ''] = words.split(' ')
      const query = (await store.state()).selectFrom('state.delivery').select('state').where('address', '=', address)
      return (await query.execute()).some((row) => row.state === state)
    },
  },
  setting: {
    async run(desk, nth, say) {
      await writeSettings(desk.dir, { ...(await readSettings(desk.dir)), contact: `desk-${nth}@karsk.example` })
      say(`desk-${nth}@karsk.example`)
    },
    // one that was set later stands in its place: then that one is looked for
    isThere: async ({ dir }, contact) =>
      Number(/\d+/.exec((await readSettings(dir)).contact ?? '')?.[0] ?? 0) >= digit(contact),
  },
  warc: {
    async run(desk, nth, say) {
      const path = join(outOf(desk), `desk-${nth}.warc`)
      await exportWarc(desk, path, 'readout/0')
      say(`${path} ${digestOf(readFileSync(path))}`)
    },
    isThere: isFile,
  },
  whole: {
    async run(desk, nth, say) {
      const path = join(outOf(desk), `edition-${nth}.md`)
      await writeWhole(path, `Edition ${nth}\n`.repeat(800))
      say(`${path} ${digestOf(readFileSync(path))}`)
    },
    isThere: isFile,
  },
  site: {
    async run(desk, nth, say) {
      const dir = join(outOf(desk), 'site')
      const folder = await openOwnFolder(dir)
      const text = `<p>As of ${nth}</p>\n`.repeat(400)
      await folder.write('pages/index.html', text)
      await folder.finish()
      say(`${dir} ${digit(nth)}`)
    },
    // what was written later stands in its place, and a run that was cut short is simply made again
    isThere: async (desk, words) => {
      const [dir, least] = [words.slice(0, words.lastIndexOf(' ')), Number(words.slice(words.lastIndexOf(' ') + 1))]
      const path = join(outOf(desk), 'site', 'pages/index.html')
      if (dir === '' || !existsSync(path)) return false
      const lines = new Set(readFileSync(path, 'utf8').trimEnd().split('\n'))
      return lines.size === 1 && digit([...lines][0] ?? '') >= least
    },
  },
  export: {
    async run(desk, nth, say) {
      const dir = join(outOf(desk), `export-${nth}`)
      await exportDesk(desk, dir)
      say(dir)
    },
    isThere: async (desk, dir) => isWholeExport(join(outOf(desk), dir.slice(dir.lastIndexOf('/') + 1))),
  },
} as const satisfies Readonly<Record<string, Act>>

export type ActName = keyof typeof ACTS

/** Of what was acknowledged, line by line, what is not there. */
export async function findLost(desk: Desk, lines: readonly string[]): Promise<string[]> {
  const lost: string[] = []
  for (const line of lines) {
    const [name = '', words = ''] = split(line)
    const act: Act | undefined = ACTS[name as ActName]
    if (act && !(await act.isThere(desk, words))) lost.push(line)
  }
  return lost
}

function split(line: string): [string, string] {
  const space = line.indexOf(' ')
  return space < 0 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)]
}

function digit(text: string): number {
  return Number(/\d+/.exec(text)?.[0] ?? 0)
}

function isLogged(store: Desk['store'], digest: string): boolean {
  const brought = "select 1 as one from truth.capture where json_extract(record, '$.outcome.payload') = ?"
  return store.plain.rows(brought, digest).length > 0
}

async function isFile(desk: Desk, words: string): Promise<boolean> {
  const [path = '', digest] = words.split(' ')
  const file = join(outOf(desk), path.slice(path.lastIndexOf('/') + 1))
  return existsSync(file) && digestOf(readFileSync(file)) === digest
}

function isWholeExport(dir: string): boolean {
  const manifest = join(dir, 'manifest.json')
  if (!existsSync(manifest)) return false
  const { isComplete, files } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    isComplete: boolean
    files: Record<string, { sha256: string }>
  }
  return (
    isComplete &&
    Object.entries(files).every(
      ([name, { sha256 }]) => existsSync(join(dir, name)) && digestOf(readFileSync(join(dir, name))) === sha256,
    )
  )
}
