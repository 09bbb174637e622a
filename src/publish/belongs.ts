// Which matters belong to a watch: those that tell of one of its places, people, bodies or words, and do not only touch on it.
// A report tells of what stands in its headline, its standfirst or its first paragraph, or in a third of its paragraphs; a story, of what
// its title or at least half of its reports do; an item of a round-up, of what stands in it. People and bodies are found by whatever a
// report calls them, since whoever is meant there is linked to the name.
import type { Entity } from '../model/claim.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Story } from '../model/story.ts'
import type { Watch } from '../model/watch.ts'
import { itemFrom, itemOf, type Saying } from './find-sayings.ts'

/** What tells whether a thing belongs. */
export interface Belonging {
  readonly report: (read: ReadDoc) => boolean
  readonly matter: (sayings: readonly Saying[], story: Story | undefined) => boolean
}

/** Of the watch, where these are the people, bodies and places that reports mean; undefined: everything belongs. */
export function makeBelonging(watch: Watch, entities: readonly Entity[]): Belonging | undefined {
  const names = [...watch.places, ...watch.people, ...watch.bodies]
  const pattern = patternOf(names, watch.words)
  if (!pattern) return undefined
  const has = (text: string): boolean => pattern.test(fold(text))
  const chains = chainsOf(entities, names)
  const known = new Map<Id<'doc'>, boolean>()
  const report = (read: ReadDoc): boolean => {
    const found = known.get(read.doc.id) ?? tellsOf(read, has, chains)
    known.set(read.doc.id, found)
    return found
  }
  const isIn = (saying: Saying, item: number | undefined): boolean =>
    item === undefined ? report(saying) : isInItem(saying, item, has, chains)
  return {
    report,
    matter(sayings, story) {
      if (story && has(story.title)) return true
      const units = new Map<string, { readonly saying: Saying; readonly item: number | undefined }>()
      for (const saying of sayings) {
        const item = itemOf(saying.doc, saying.attribution)
        units.set(`${saying.doc.id} ${item ?? ''}`, { saying, item })
      }
      const own = [...units.values()].filter(({ saying, item }) => isIn(saying, item))
      return own.length * 2 >= units.size
    },
  }
}

/** Lower case, without accents, and with one kind of apostrophe: "Brēnne’s" -> "brenne's". */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’ʼ]/g, "'")
    .toLowerCase()
}

// Whole words only: "Karsk" is not in "Karskan". A word that ends in * stands for all that begin so: sanction*.
function patternOf(names: readonly string[], words: readonly string[]): RegExp | undefined {
  const asked = [...names.map((name) => partOf(name, false)), ...words.map((word) => partOf(word, word.endsWith('*')))]
  const parts = asked.filter((part) => part !== '')
  return parts.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})`, 'u') : undefined
}

function partOf(term: string, isBeginning: boolean): string {
  const words = fold(term)
    .replace(/\*+$/, '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, (mark) => `\\x${mark.charCodeAt(0).toString(16)}`))
  return words.length > 0 ? `${words.join('\\s+')}${isBeginning ? '' : '(?![\\p{L}\\p{N}])'}` : ''
}

// The chains of each doc that mean one of these names, by the name or one that a person ruled to be the same.
function chainsOf(entities: readonly Entity[], names: readonly string[]): Map<Id<'doc'>, Set<Id<'chain'>>> {
  const wanted = new Set(names.map((name) => fold(name).trim()))
  const found = new Map<Id<'doc'>, Set<Id<'chain'>>>()
  for (const { name, aliases = [], chains } of entities) {
    if (![name, ...aliases.map((alias) => alias.name)].some((one) => wanted.has(fold(one).trim()))) continue
    for (const { doc, chain } of chains) found.set(doc, (found.get(doc) ?? new Set()).add(chain))
  }
  return found
}

type ChainsOf = ReadonlyMap<Id<'doc'>, ReadonlySet<Id<'chain'>>>

const AT_TOP: ReadonlySet<string> = new Set(['headline', 'standfirst'])
const BESIDE: ReadonlySet<string> = new Set(['byline', 'caption', 'pull-quote'])
const OFTEN = 1 / 3 // of the paragraphs: fewer may touch on anything

function tellsOf(read: ReadDoc, has: (text: string) => boolean, chains: ChainsOf): boolean {
  const { doc } = read
  if (doc.title !== undefined && has(doc.title)) return true
  const mentioned = mentionsIn(read, chains)
  let paragraphs = 0
  let own = 0
  for (const { kind, span } of doc.blocks) {
    if (BESIDE.has(kind)) continue
    if (!AT_TOP.has(kind)) paragraphs += 1
    const isHere =
      mentioned.some((at) => span.start <= at && at < span.end) || has(doc.text.slice(span.start, span.end))
    if (!isHere) continue
    if (AT_TOP.has(kind) || paragraphs === 1) return true
    own += 1
  }
  return own > 0 && own >= paragraphs * OFTEN
}

function isInItem(read: ReadDoc, item: number, has: (text: string) => boolean, chains: ChainsOf): boolean {
  const { start, end } = itemFrom(read.doc, item)
  return has(read.doc.text.slice(start, end)) || mentionsIn(read, chains).some((at) => start <= at && at < end)
}

function mentionsIn({ doc, reading }: ReadDoc, chains: ChainsOf): number[] {
  const wanted = chains.get(doc.id)
  if (!wanted) return []
  return reading.chains.flatMap(({ id, mentions }) => (wanted.has(id) ? mentions.map(({ span }) => span.start) : []))
}
