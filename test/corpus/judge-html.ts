// Two pieces of HTML compared by what they say, and one piece judged by whether anything in it could run.
import { Parser } from 'htmlparser2'

/** Elements with sorted attributes and the words between them, as one text: `&#38;` and `&amp;` are the same there. */
export function canonicalHtml(html: string): string {
  const parts: string[] = []
  walk(html, {
    open: (name, attributes) => {
      const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))
      parts.push(`<${name}${sorted.map(([key, value]) => ` ${key}="${canonicalValue(key, value)}"`).join('')}>`)
    },
    text: (words) => parts.push(words.replaceAll('<', '&lt;')),
    close: (name) => parts.push(`</${name}>`),
  })
  return parts.join('').trim()
}

/** Percent-encoded letters are the letters themselves. */
function canonicalValue(name: string, value: string): string {
  if (name !== 'href' && name !== 'src') return value
  try {
    return decodeURI(value)
  } catch {
    return value
  }
}

/** The words of HTML, blanks made one. */
export function wordsOf(html: string): string {
  const parts: string[] = []
  walk(html, { open: () => {}, text: (words) => parts.push(words), close: () => {} })
  return parts.join('').replace(/\s+/g, ' ').trim()
}

const RUNS =
  /^(?:script|style|iframe|frame|frameset|object|embed|applet|form|input|button|select|textarea|meta|base|link|svg|math|template|noscript|xml|import|isindex|layer|bgsound|animate|set)$/

/** What could run, load, take input or hide in it: `script`, `onload`, `javascript:` …; empty where nothing could. */
export function listDangers(html: string): string[] {
  const dangers: string[] = []
  walk(html, {
    open: (name, attributes) => {
      if (RUNS.test(name)) dangers.push(name)
      for (const [key, value] of Object.entries(attributes)) {
        if (/^on|^style$|^srcdoc$|^formaction$|^background$/.test(key)) dangers.push(key)
        const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value.replace(/[\0-\x20]/g, ''))?.[1]?.toLowerCase() ?? ''
        if (/^(?:javascript|vbscript|data|livescript|mocha|about|jar|feed|view-source)$/.test(scheme))
          dangers.push(value)
      }
    },
    text: () => {},
    close: () => {},
  })
  return dangers
}

interface Steps {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text: (words: string) => void
  readonly close: (name: string) => void
}

function walk(html: string, { open, text, close }: Steps): void {
  const parser = new Parser({ onopentag: open, ontext: text, onclosetag: close }, { decodeEntities: true })
  parser.end(html)
}
