// Files reports under stories as they come, each as if all had come in the one order of reports. One that comes late is filed where it
// belongs, and those after it again, until nothing that is held differs from before: what follows from there stands as it was.
import { comparePlaces, type Filed, type FiledPlace, type Register } from '../model/filed.ts'
import { type Fileable, fileReport } from './file-report.ts'
import type { Held } from './held.ts'
import { dayNumber, instantOf, LIMITS, Window } from './window.ts'

/** What came of filing. A story is named by the id of its first report. */
export interface Filing {
  readonly filed: number // reports that were filed, among them those that had to be filed again
  readonly changed: ReadonlyMap<string, Change> // by report: those that are of another story than before
}

/** Absent: there was no such report, or is none any more. */
export interface Change {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Holds between two calls what the next needs. Only one may write to a register. */
export interface Filer {
  /**
   * Files reports, and takes away others by their ids. Where it throws, nothing of what it wrote may stay. Where what it wrote is not
   * kept, or another was at work, this filer is of no more use: a new one begins from the register.
   */
  file(register: Register, added: readonly Fileable[], removed?: readonly string[]): Promise<Filing>
}

const PAGE = 200 // reports read or written at once

export function makeFiler(limits = LIMITS): Filer {
  let window: Window | undefined // stands at the end of the register, where it is there
  return {
    async file(register, added, removed = []) {
      let held = window
      window = undefined
      const news = await pickNew(register, added)
      const gone = await register.find([...removed, ...news.map(({ id }) => id)])
      await register.drop(gone.map(({ id }) => id))
      const run = new Run(register, gone)
      const pending: FiledPlace[] = [...news, ...gone].sort(comparePlaces)
      while (pending[0]) {
        if (!held?.goBackTo(pending[0])) held = await loadWindow(register, pending[0], limits)
        if (!(await run.fileFrom(pending, news, held))) held = undefined
      }
      window = held
      return run.end()
    },
  }
}

// Those that are not in the register as they are, in order.
async function pickNew(register: Register, added: readonly Fileable[]): Promise<Fileable[]> {
  const byId = new Map(added.map((report) => [report.id, report]))
  for (const filed of await register.find([...byId.keys()])) {
    const report = byId.get(filed.id)
    if (report && isSameReport(filed, report)) byId.delete(filed.id)
  }
  return [...byId.values()].sort(comparePlaces)
}

/** The window as it stood before a place. */
async function loadWindow(register: Register, place: FiledPlace, limits: typeof LIMITS): Promise<Window> {
  const window = new Window(limits)
  const latest = dayNumber(place.published) ?? dayNumber((await register.listBefore(FIRST_UNDATED, 1))[0]?.published)
  const since = latest === undefined ? undefined : instantOf(latest - limits.days - 1) // a day more: some dates have no hour
  for (const filed of await register.listBefore(place, limits.reports, since)) {
    window.letGo(filed.published)
    window.put(filed)
  }
  window.settle()
  return window
}

const FIRST_UNDATED: FiledPlace = { id: '', name: '' }

/** One call's work. */
class Run {
  readonly #register: Register
  readonly #before = new Map<string, string | undefined>() // stories as they were
  readonly #after = new Map<string, string>()
  #kept: Filed[] = []
  #moved = new Map<string, string>()
  #filed = 0

  constructor(register: Register, gone: readonly Filed[]) {
    this.#register = register
    for (const { id, story } of gone) this.#before.set(id, story)
  }

  /** Files from the first pending place on, and takes what is done off both lists. True where it came to the end of the register. */
  async fileFrom(pending: FiledPlace[], news: Fileable[], window: Window): Promise<boolean> {
    let changed: FiledPlace | undefined = pending[0] // the last place where something differs from before
    let page = pending[0] ? await this.#register.listFrom(pending[0], PAGE) : []
    for (;;) {
      const [known] = page
      const [fresh] = news
      const isFresh = fresh !== undefined && (!known || comparePlaces(fresh, known) < 0)
      const report = isFresh ? fresh : known
      while (pending[0] && (!report || comparePlaces(pending[0], report) <= 0)) changed = pending.shift() ?? changed
      if (!report) break
      const { oldest } = window
      if (!isFresh && changed && oldest && comparePlaces(changed, oldest.filed) < 0) {
        await this.#write()
        return false
      }
      const filed = fileReport(window, report)
      this.#filed += 1
      const { newest } = window
      if (isFresh) news.shift()
      else page.shift()
      if (isFresh || !known || !isSameFiling(filed, known)) {
        changed = filed
        this.#kept.push(filed)
        this.#note(filed.id, isFresh ? undefined : known?.story, filed.joined)
      } else if (newest) newest.inRegister = known.story
      this.#settle(window.left)
      if (this.#kept.length >= PAGE) await this.#write()
      if (!isFresh && page.length === 0) page = await this.#register.listAfter(report, PAGE)
    }
    this.#settle(window.held)
    await this.#write()
    return true
  }

  end(): Filing {
    const changes = [...this.#before].map(([id, from]) => [id, { from, to: this.#after.get(id) }] as const)
    return { filed: this.#filed, changed: new Map(changes.filter(([, { from, to }]) => from !== to)) }
  }

  #settle(held: Iterable<Held>): void {
    for (const one of held) {
      if (one.story === one.inRegister) continue
      this.#note(one.filed.id, one.inRegister, one.story)
      this.#moved.set(one.filed.id, one.story)
      one.inRegister = one.story
    }
  }

  #note(id: string, from: string | undefined, to: string): void {
    if (!this.#before.has(id)) this.#before.set(id, from)
    this.#after.set(id, to)
  }

  async #write(): Promise<void> {
    await this.#register.keep(this.#kept)
    await this.#register.move([...this.#moved].map(([report, story]) => ({ report, story })))
    this.#kept = []
    this.#moved = new Map()
  }
}

function isSameReport(a: Fileable, b: Fileable): boolean {
  const isSamePlace = comparePlaces(a, b) === 0
  return isSamePlace && isEqual(a.stems, b.stems) && isEqual(a.counts, b.counts) && isEqual(a.vector, b.vector)
}

function isSameFiling(a: Filed, b: Filed): boolean {
  if (a.joined !== b.joined || a.moves.length !== b.moves.length || !isEqual(a.weights, b.weights)) return false
  return a.moves.every(({ report, story }, at) => report === b.moves[at]?.report && story === b.moves[at]?.story)
}

function isEqual(a: ArrayLike<number> = [], b: ArrayLike<number> = []): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
