// Follows the links of a served desk from its start page, without a browser: every page that can be reached, by the route that
// answers it, and every link that leads nowhere.
import type { Route } from '../../src/server/route.ts'

export interface Crawled {
  readonly examples: ReadonlyMap<string, readonly string[]> // addresses by the path of their route, a few each
  readonly broken: readonly string[] // "/claim/x of /ledger: 404"
  readonly texts: ReadonlyMap<string, string> // of the examples, by their address
  readonly files: readonly string[] // addresses of this desk that are no pages: feeds, exports, records
}

const EACH = 2 // examples of a route: one is often the first and plainest of its kind

/** Walks from the given addresses until every route has its examples or no link is left. */
export async function crawl(
  url: string,
  routes: readonly Route[],
  from: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Crawled> {
  const pages = routes.filter(({ kind, method }) => method === 'GET' && kind === 'page').map(({ path }) => path)
  const examples = new Map<string, string[]>()
  const broken: string[] = []
  const texts = new Map<string, string>()
  const files = new Set<string>()
  const seen = new Set<string>()
  const waiting = from.map((path) => ({ path, of: 'the start' }))
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, of } = next
    const route = routeOf(path, pages)
    const own = examples.get(route ?? '') ?? []
    if (route === undefined) files.add(path)
    if (seen.has(path) || own.length >= EACH || route === undefined) continue
    seen.add(path)
    const reply = await fetch(url + path, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' })
    const text = await reply.text()
    if (reply.status >= 400) broken.push(`${path} of ${of}: ${reply.status}`)
    else if (reply.status < 300) {
      examples.set(route, [...own, path])
      texts.set(path, text)
    } else examples.set(route, own) // it leads on
    waiting.push(...linksIn(text).map((link) => ({ path: link, of: path })))
  }
  return { examples, broken, texts, files: [...files] }
}

/** The links of a page that lead to this desk, without what comes after a hash. */
function linksIn(page: string): string[] {
  const links = [...page.matchAll(/<a [^>]*?href="(\/[^"#]*)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'))
  return [...new Set(links)]
}

/** "/claim/c1?week=x" -> "/claim/:id"; a path that is written out comes before one with a hole in it. */
export function routeOf(address: string, paths: readonly string[]): string | undefined {
  const path = address.split(/[?#]/)[0] ?? ''
  const fits = (route: string): boolean =>
    new RegExp(`^${route.replace(/[.+]/g, '\\$&').replace('*', '.+').replace(/:\w+/g, '[^/]+')}$`).test(path)
  return paths.find((route) => route === path) ?? paths.find(fits)
}
