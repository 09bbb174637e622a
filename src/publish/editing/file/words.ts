// Words of a line as they stand in the Markdown file, and back: escaped, so that none is markup or a marker; and what of them an
// editor's program may change by itself without anybody having reworded the line.
import { escapeMarkdown } from '../../render-line.ts'
import { asPrinted } from '../apply-edits.ts'

/** Words as they are written. */
export function writeWords(text: string): string {
  return escapeMarkdown(asPrinted(text)).replace(/[{}]/g, '\\$&')
}

/** Words as they are read: comments and footnote marks out, escapes undone. */
export function readWords(written: string): string {
  const plain = written.replace(/(?<!\\)<!--.*?-->/g, ' ').replace(/(?<!\\)\[\^\d+\]/g, ' ')
  return asPrinted(plain.replace(/\\([!-/:-@[-`{-~])/g, '$1'))
}

/** The same for words that differ only in the shape of marks and dashes and in white space, as smart punctuation makes them. */
export function foldWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[‐‑‒–—―−]|--+/g, '-')
    .replace(/\.\.\.+/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
}

/** How much of their words two texts share, 0 to 1. */
export function likeness(a: string, b: string): number {
  const [one, other] = [a, b].map(
    (text) =>
      new Set(
        foldWords(text)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [],
      ),
  )
  if (!one?.size || !other?.size) return 0
  const both = [...one].filter((word) => other.has(word)).length
  return both / (one.size + other.size - both)
}

/** As much of it as tells which words are meant. */
export function shorten(text: string): string {
  return text.length > 60 ? `${[...text].slice(0, 57).join('')}…` : text
}
