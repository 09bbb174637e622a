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

/** HTML that may be shown, its addresses resolved against `base`. The same again when cleaned again. */
export function cleanHtml(html: string, base?: string): string {
  if (!/[<>&]/.test(html)) return html
  return sanitize(html, base === undefined ? OPTIONS : { ...OPTIONS, transformTags: { '*': resolveIn(base) } }).trim()
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

/** What sanitize-html escapes in text. */
function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
