// Where to after signing in: an address of this desk, and nothing that a browser would take for one elsewhere.

const BASE = 'http://desk.invalid'

/** The path and query if they stay on the desk; else the first page. */
export function returnAddress(asked: string | undefined): string {
  const url = urlHere(asked)
  if (!url || url.pathname === '/sign-in' || url.pathname === '/sign-out') return '/'
  return url.pathname + url.search
}

/** The same with the place on the page; undefined where it leads elsewhere. */
export function addressHere(asked: string | undefined): string | undefined {
  const url = urlHere(asked)
  return url && url.pathname + url.search + url.hash
}

function urlHere(asked: string | undefined): URL | undefined {
  if (asked === undefined || !asked.startsWith('/') || asked.length > 2000) return undefined
  const url = URL.parse(asked, BASE) // as a browser reads it: "//x", "/\x" and "/<tab>/x" lead elsewhere
  return !url || url.origin !== BASE || url.pathname.startsWith('//') ? undefined : url
}
