// The short markers by which lines of a Markdown file are known again, such as {#3f2a1}: the beginning of a line's id, as long as it
// takes to tell it from all others. {+3f2a1} asks for the line of a statement, {#new} says that a line is the editor's own.
import { asId, type Id } from '../../../model/id.ts'

const SHORTEST = 5

/** The marker of each id. */
export function makeMarkers(ids: readonly Id<'line'>[]): ReadonlyMap<Id<'line'>, string> {
  const sorted = ids.toSorted()
  return new Map(
    sorted.map((id, i) => {
      const near = Math.max(shared(id, sorted[i - 1]), shared(id, sorted[i + 1]))
      return [id, `{#${id.slice(0, Math.max(SHORTEST, near + 1))}}`]
    }),
  )
}

function shared(a: string, b: string | undefined): number {
  let same = 0
  while (b !== undefined && same < a.length && a[same] === b[same]) same++
  return same
}

/** What a paragraph is by its markers. */
export type Marked =
  | { readonly kind: 'line'; readonly id: string; readonly words: string }
  | { readonly kind: 'add'; readonly attribution: string; readonly words: string }
  | { readonly kind: 'new' | 'none'; readonly words: string }
  | { readonly kind: 'fault'; readonly reason: string }

const MARKER = /(?<!\\)\{\s*([#+])\s*([0-9A-Za-z]+)\s*\}/g
const BROKEN = /(?<!\\)\{\s*[#+][^\s}]*\}?/

/** Takes the marker out of a paragraph, wherever in it it stands. */
export function readMarker(text: string): Marked {
  const found = [...text.matchAll(MARKER)]
  const words = text.replace(MARKER, ' ')
  const broken = BROKEN.exec(words)
  if (broken) return { kind: 'fault', reason: `the marker ${broken[0]} cannot be read; it was cut or changed` }
  const [first, second] = found
  if (!first) return { kind: 'none', words }
  if (second) {
    return { kind: 'fault', reason: `two markers, ${first[0]} and ${second[0]}, are in one paragraph; a line has one` }
  }
  const [, sign, id = ''] = first
  const name = id.toLowerCase()
  if (sign === '+') return { kind: 'add', attribution: name, words }
  return name === 'new' || name === 'own' ? { kind: 'new', words } : { kind: 'line', id: name, words }
}

/** The one id that begins so; a string says why it is none. */
export function findMarked(begins: string, ids: readonly Id<'line'>[]): Id<'line'> | { readonly reason: string } {
  const found = ids.filter((id) => id.startsWith(begins))
  const [only] = found
  if (only !== undefined && found.length === 1) return asId<'line'>(only)
  if (found.length > 1) return { reason: `{#${begins}} begins the ids of ${found.length} lines; it was cut` }
  return { reason: `no line is called {#${begins}} in the version that the file was made from` }
}
