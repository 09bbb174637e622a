// The names that elements go by, whatever prefix a feed has for their namespace: the feed formats' own have none, the
// modules have the one that everybody writes, all others are `?`, so that nobody's "description" is taken for the feed's.

const CORE = ''

const SPACES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'http://backend.userland.com/rss': CORE,
    'http://blogs.law.harvard.edu/tech/rss': CORE,
    'http://cyber.law.harvard.edu/rss': CORE,
    'http://purl.org/rss/1.0/': CORE,
    'http://my.netscape.com/rdf/simple/0.9/': CORE,
    'http://channel.netscape.com/rdf/simple/0.9/': CORE,
    'http://purl.org/net/rss1.1#': CORE,
    'http://purl.org/atom/ns#': CORE,
    'http://www.w3.org/2005/atom': CORE,
    'http://www.sitemaps.org/schemas/sitemap/0.9': CORE,
    'http://www.google.com/schemas/sitemap/0.84': CORE,
    'http://www.google.com/schemas/sitemap-news/0.9': 'news',
    'http://purl.org/dc/elements/1.1/': 'dc',
    'http://purl.org/dc/elements/1.0/': 'dc',
    'http://purl.org/dc/terms/': 'dcterms',
    'http://purl.org/rss/1.0/modules/content/': 'content',
    'http://purl.org/rss/1.0/modules/dcterms/': 'dcterms',
    'http://search.yahoo.com/mrss': 'media',
    'http://search.yahoo.com/mrss/': 'media',
    'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
    'http://www.w3.org/1999/xhtml': 'xhtml',
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
    'http://backend.userland.com/creativecommonsrssmodule': 'creativecommons',
    'http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html': 'creativecommons',
    'http://web.resource.org/cc/': 'cc',
    'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
    'http://webns.net/mvcb/': 'admin',
  }),
)

/** Prefixes that feeds use without saying what they mean. */
const CUSTOMARY = new Set([...SPACES.values(), 'atom'].filter((prefix) => prefix !== CORE))

/** The namespaces in force, by prefix. */
export type Scope = Readonly<Record<string, string>>

const SCOPE_CAP = 100 // namespaces in force at one place: a feed with all known modules has some thirty

/** The namespaces in force inside an element that declares some of its own. */
export function enterScope(scope: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let inner: Record<string, string> | undefined
  let size = 0
  for (const name in attributes) {
    if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue
    inner ??= { ...scope }
    size ||= Object.keys(inner).length
    if (size > SCOPE_CAP) break
    inner[name.slice(6)] = attributes[name]?.trim() ?? ''
    size += 1
  }
  return inner ?? scope
}

/** `dc:date`, `title`, `?:description`; in lower case. `home` is the namespace of the root, which is the feed's own. */
export function nameOf(raw: string, scope: Scope, home: string | undefined): string {
  const colon = raw.indexOf(':')
  const prefix = colon < 0 ? '' : raw.slice(0, colon)
  const local = raw.slice(colon + 1).toLowerCase()
  const uri = Object.hasOwn(scope, prefix) ? scope[prefix] : undefined // a prefix may be called `constructor`
  if (uri === undefined) {
    if (prefix === '' || prefix === 'atom') return local
    return CUSTOMARY.has(prefix.toLowerCase()) ? `${prefix.toLowerCase()}:${local}` : `?:${local}`
  }
  if (uri === home || uri === '') return local
  const known = findSpace(uri.toLowerCase())
  return known === undefined ? `?:${local}` : known === CORE ? local : `${known}:${local}`
}

/** Userland numbered its namespace with each version: `…/rss2`, `…/rss091`. */
function findSpace(uri: string): string | undefined {
  return SPACES.get(uri) ?? (uri.startsWith('http://backend.userland.com/rss') ? CORE : undefined)
}
