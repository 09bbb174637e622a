// From a plain text to a doc: one spelling, lines, furniture out, blocks named, and the way back to the text as given.
import type { Given } from '../model/capture.ts'
import type { Doc, Field, Removed } from '../model/doc.ts'
import type { Id } from '../model/id.ts'
import { cutLine } from './cut-runs.ts'
import { findFurniture } from './find-furniture.ts'
import { findLanguage } from './find-language.ts'
import { findShownTimes } from './find-shown-times.ts'
import { foldTitle, isByline } from './judge-line.ts'
import { type About, listRemoved, makeDoc, type Part } from './make-doc.ts'
import { nameBlocks } from './name-blocks.ts'
import { type Normal, normalise } from './normalise.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { type Line, splitLines } from './split-lines.ts'

/**
 * The doc of a text that is already decoded, plain or Markdown as `given.mediaType` says. `doc.given` maps back to the
 * text exactly as handed in, byte order mark and CR included. Throws NO_TEXT.
 */
export function docFromText(text: string, given: Given, capture: Id<'capture'>, report?: string): Doc {
  return docFrom(text, { given, capture, report })
}

/** The same, of a text of which more is known than what was given; a title that was given with it and that it does not print stands above it. */
export function makeTextDoc(text: string, about: About): Doc {
  return docFrom(text, about, about.given?.title)
}

function docFrom(text: string, about: About, headline?: string): Doc {
  const normal = normalise(text)
  const { fields, lines } =
    about.given?.mediaType === 'text/markdown' ? parseMarkdown(normal) : { fields: [], lines: splitLines(normal) }
  const title = about.given?.title ?? fields.find(({ name }) => name === 'title')?.value
  return docFromLines({ normal, lines, fields, removed: [], title, headline, hasRuns: true }, about)
}

/** A text as lines, and what is known of it before they are looked at. */
export interface Lines {
  readonly normal: Normal
  readonly lines: readonly Line[]
  readonly fields: readonly Field[]
  readonly removed: readonly Removed[]
  readonly title: string | undefined
  readonly headline?: string | undefined // to stand above them where none of them is one
  readonly hasRuns: boolean // false: what was handed in was no text
}

const HEAD = 8 // lines: below them a stamp is of something else

/** The doc of lines. Throws NO_TEXT. */
export function docFromLines({ normal, lines, fields, removed, title, headline, hasRuns }: Lines, about: About): Doc {
  const reasons = findFurniture(
    lines.map((line) => line.text),
    title,
  )
  const kept = lines.filter((_, index) => reasons[index] === undefined)
  const kinds = nameBlocks(kept, title)
  const printed = kept.map(
    (line, index): Part => ({ kind: kinds[index] ?? 'paragraph', ...cutLine(normal, line.ranges) }),
  )
  const parts = [...headlineOf(printed, headline), ...printed]
  const byline = parts.find(({ kind, text: words }) => kind === 'byline' && isByline(words))
  const stamped = parts.slice(0, HEAD).filter(({ kind }) => kind === 'byline')
  const text = parts.map((part) => part.text).join('\n')
  return makeDoc(
    {
      parts,
      fields: [
        ...fields,
        ...(byline ? [{ name: 'byline' as const, value: nameOf(byline.text), path: 'byline line' }] : []),
        ...stamped.flatMap((part) => findShownTimes(part.text)),
      ],
      removed: [...removed, ...listRemoved(lines.map((line, index) => ({ text: line.text, reason: reasons[index] })))],
      language: findLanguage(text),
      hasRuns,
    },
    about,
  )
}

// the title of a line of JSON, whose text begins with the first sentence
function headlineOf(printed: readonly Part[], headline = ''): Part[] {
  const words = normalise(headline).text.replace(/\s+/g, ' ').trim()
  const isThere = printed.some(({ kind, text }) => kind === 'headline' || foldTitle(text) === foldTitle(words))
  return words === '' || isThere || printed.length === 0 ? [] : [{ kind: 'headline', text: words }]
}

/** "By Ilse Marrow" -> Ilse Marrow */
function nameOf(byline: string): string {
  return byline.replace(/^(?:(?:words|story|text|reporting|written) )?by\s+|^byline:\s*/i, '').replace(/\.$/, '')
}
