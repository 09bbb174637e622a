// A link to words of a live page: the text fragment by which a browser finds, shows and marks them there. By the rules of the
// WICG's text fragments: `#:~:text=[prefix-,]start[,end][,-suffix]`, whole words, none of the parts across the edge of a block,
// and `-`, `,` and `&` in the words spelt out. Letters keep their case.
import type { Doc } from '../model/doc.ts'
import type { Span } from '../model/span.ts'

const WHOLE = 300 // characters up to which all the words are given; more are told by their first and last words
const ENDS = 6 // words at either end of a longer stretch
const AROUND = 4 // words before and after, where the words stand in more than one place

/** The address of the live page with the fragment, or nothing where there is no such page. */
export function liveLink({ url, text, blocks }: Pick<Doc, 'url' | 'text' | 'blocks'>, span?: Span): string | undefined {
  if (url === undefined || !/^https?:\/\//i.test(url)) return undefined
  if (!span) return url
  const fragment = textFragment(text, blocks, span)
  return fragment === '' ? url : `${url.includes('#') ? url : `${url}#`}:~:text=${fragment}`
}

/** The directive's value; empty where there is no word in the span. */
export function textFragment(text: string, blocks: Doc['blocks'], given: Span): string {
  const span = wholeWords(text, given)
  const parts = partsOf(text, blocks, span)
  const [first] = parts
  const last = parts.at(-1)
  if (first === undefined || last === undefined) return ''
  const isWhole = parts.length === 1 && first.length <= WHOLE
  const start = isWhole ? first : firstWords(first, ENDS)
  const end = isWhole ? undefined : lastWords(last, ENDS)
  const isOnly = countOf(text, start) === 1 && (end === undefined || countOf(text, end) === 1)
  const before = isOnly ? '' : lastWords(blockBefore(text, blocks, span.start), AROUND)
  const after = isOnly ? '' : firstWords(blockAfter(text, blocks, span.end), AROUND)
  return [
    ...(before === '' ? [] : [`${encode(before)}-`]),
    encode(start),
    ...(end === undefined ? [] : [encode(end)]),
    ...(after === '' ? [] : [`-${encode(after)}`]),
  ].join(',')
}

/** As the fragment's grammar has it: a dash ends a prefix, a comma a part, an ampersand the directive. */
function encode(words: string): string {
  return encodeURIComponent(words).replace(/[-!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}

// A browser looks for whole words only.
function wholeWords(text: string, { start, end }: Span): Span {
  const isInside = (at: number): boolean => IN_WORD.test(text.slice(at - 1, at)) && IN_WORD.test(text.slice(at, at + 1))
  let [from, to] = [start, end]
  while (from > 0 && isInside(from)) from -= 1
  while (to < text.length && isInside(to)) to += 1
  return { start: from, end: to }
}

const IN_WORD = /[\p{L}\p{N}\p{M}\u00ad]/u

function partsOf(text: string, blocks: Doc['blocks'], span: Span): string[] {
  const held = blocks.flatMap(({ span: block }) => {
    const [start, end] = [Math.max(span.start, block.start), Math.min(span.end, block.end)]
    return start < end ? [text.slice(start, end)] : []
  })
  return (held.length > 0 ? held : [text.slice(span.start, span.end)]).map(line).filter((words) => words !== '')
}

function blockBefore(text: string, blocks: Doc['blocks'], at: number): string {
  const own = blocks.find(({ span }) => span.start < at && at <= span.end)
  const inOwn = line(text.slice(own?.span.start ?? at, at))
  const before = blocks.findLast(({ span }) => span.end <= at && span !== own?.span)
  return inOwn !== '' || !before ? inOwn : line(text.slice(before.span.start, before.span.end))
}

function blockAfter(text: string, blocks: Doc['blocks'], at: number): string {
  const own = blocks.find(({ span }) => span.start <= at && at < span.end)
  const inOwn = line(text.slice(at, own?.span.end ?? at))
  const after = blocks.find(({ span }) => span.start >= at && span !== own?.span)
  return inOwn !== '' || !after ? inOwn : line(text.slice(after.span.start, after.span.end))
}

// A browser's search is deaf to case, so two places are two whatever their letters.
function countOf(text: string, words: string): number {
  const [all, own] = [line(text).toLowerCase(), words.toLowerCase()]
  let count = 0
  for (let at = all.indexOf(own); at >= 0 && count < 2; at = all.indexOf(own, at + 1)) count += 1
  return count
}

function firstWords(words: string, count: number): string {
  return words.split(' ').slice(0, count).join(' ')
}

function lastWords(words: string, count: number): string {
  return words === '' ? '' : words.split(' ').slice(-count).join(' ')
}

function line(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
