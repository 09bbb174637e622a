// Where to after signing in: an address of this desk, and nothing that a browser would take for one elsewhere.

const BASE = 'http://desk.invalid'

/** The path and query if they stay on the desk; else the first page. */
export function returnAddress(asked: string | undefined): string {
  if (asked === undefined || !asked.startsWith('/') || asked.length > 2000) return '/'
  const url = URL.parse(asked, BASE) // as a browser reads it: "//x", "/\x" and "/<tab>/x" lead elsewhere
  if (!url || url.origin !== BASE || url.pathname.startsWith('//')) return '/'
  if (url.pathname === '/sign-in' || url.pathname === '/sign-out') return '/'
  return url.pathname + url.search
}
