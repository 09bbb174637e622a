// HTML of feeds made harmless by one allow-list: elements that set text, tables, links and pictures. Nothing runs, loads
// another page, takes input or sets style; what is taken out leaves its words, unless they were never for reading.
import sanitize from 'sanitize-html'
import { resolveAddress } from './resolve-address.ts'

const ELEMENTS =
  'a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup data dd del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark menu nav ol p picture pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'

// What stands in them is code, a list to choose from, or markup of another kind: no words of the text.
const UNREADABLE = 'script style textarea option select xmp noembed noframes template svg math title plaintext'

const ADDRESSES = new Set(['href', 'src', 'cite', 'longdesc'])

const OPTIONS: sanitize.IOptions = {
  allowedTags: ELEMENTS.split(' '),
  nonTextTags: UNREADABLE.split(' '),
  allowedAttributes: {
    '*': ['title', 'lang', 'xml:lang', 'dir', 'align', 'valign', 'cite', 'datetime', 'alt'],
    a: ['href', 'hreflang', 'rel', 'type'],
    img: ['src', 'width', 'height', 'border', 'longdesc'],
    ol: ['start', 'type', 'reversed'],
    li: ['value'],
    data: ['value'],
    table: ['border', 'summary'],
    td: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'],
    th: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'],
    col: ['span'],
    colgroup: ['span'],
  },
  allowedSchemes: ['http', 'https', 'ftp', 'mailto', 'news', 'tel'],
  allowedSchemesAppliedToAttributes: [...ADDRESSES],
  allowProtocolRelative: true,
  nestingLimit: 100,
  disallowedTagsMode: 'discard',
}

/** Cleans one piece of HTML, its addresses resolved against `base`. */
export type Clean = (html: string, base?: string) => string

/** HTML that may be shown, its addresses resolved against `base`. The same again when cleaned again. */
export function cleanHtml(html: string, base?: string): string {
  if (!/[<>&]/.test(html)) return html
  if (isTooDeep(html)) return wordsAlone(html)
  return sanitize(html, base === undefined ? OPTIONS : { ...OPTIONS, transformTags: { '*': resolveIn(base) } }).trim()
}

/** Cleans piece by piece while the pieces have no more signs of markup between them than `allowed`, then only strips. */
export function makeCleaner(allowed: number): Clean {
  let left = allowed
  return (html, base) => {
    if (left > 0) left -= html.split(/[<&]/, left + 1).length
    return left > 0 ? cleanHtml(html, base) : wordsAlone(html)
  }
}

function resolveIn(base: string): sanitize.Transformer {
  return (tagName, attribs) => {
    for (const [name, value] of Object.entries(attribs)) {
      if (ADDRESSES.has(name)) attribs[name] = resolveAddress(value, base) ?? ''
    }
    return { tagName, attribs }
  }
}

/** The words of HTML without its markup, a blank where a block ends. */
export function plainText(html: string): string {
  const spaced = html.replace(
    /<(?:\/?(?:p|div|li|ul|ol|h[1-6]|tr|td|th|table|blockquote|section|figure)|br|hr)\b/gi,
    ' $&',
  )
  return decode(sanitize(spaced, { allowedTags: [], nonTextTags: UNREADABLE.split(' ') }))
    .replace(/\s+/g, ' ')
    .trim()
}

const DEPTH_CAP = 500 // the time that the parser takes grows with the square of the depth
const UNCLOSED_CAP = 5000 // paragraphs and list items that nobody closes need not stand in one another
const VOID = new Set('area br col hr img input source wbr'.split(' '))
const CLOSED_BY_OTHERS = new Set('dd dt li option p tbody td tfoot th thead tr'.split(' '))

/** True for elements that stand in one another deeper than any text needs. */
function isTooDeep(html: string): boolean {
  let [depth, unclosed] = [0, 0]
  for (const [, slash, given = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,15})/gi)) {
    const name = given.toLowerCase()
    if (VOID.has(name)) continue
    if (CLOSED_BY_OTHERS.has(name)) unclosed = Math.max(0, unclosed + (slash ? -1 : 1))
    else depth = Math.max(0, depth + (slash ? -1 : 1))
    if (depth > DEPTH_CAP || unclosed > UNCLOSED_CAP) return true
  }
  return false
}

/** What stands outside the tags, as HTML without any. */
function wordsAlone(html: string): string {
  const parts: string[] = []
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at)
    parts.push(html.slice(at, open < 0 ? html.length : open))
    const close = open < 0 ? -1 : html.indexOf('>', open)
    if (close < 0) break
    at = close + 1
  }
  return parts
    .join(' ')
    .replace(/[<>]/g, ' ')
    .replace(/&(?![a-z0-9#]{1,31};)/gi, '&amp;')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What sanitize-html escapes in text. */
function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
