// A path, or a pattern of paths, in the one spelling in which robots.txt compares them (RFC 9309, 2.2.2; RFC 3986, 6.2.2): what
// needs no % has none, what needs one has it, in capitals. In a path * and $ are themselves; in a pattern * is a wildcard, and $
// is the end where it stands last.

const UNRESERVED = /[A-Za-z0-9._~-]/
const BARE = /[^!$%&'()*+,./0-9:;=?@A-Z_a-z~-]/gu // everything that RFC 3986 lets stand nowhere in path or query

/** The path in its one spelling; a half % stands for itself. */
export function normalisePath(path: string, kind: 'path' | 'pattern'): string {
  const encoded = path
    .toWellFormed()
    .replace(BARE, (character) => encodeURIComponent(character))
    .replace(/%[0-9a-f]{2}/gi, unescapeOne)
  if (kind === 'path') return encoded.replaceAll('*', '%2A').replaceAll('$', '%24')
  return encoded.replace(/\$(?!$)/g, '%24')
}

function unescapeOne(triplet: string): string {
  const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16))
  return UNRESERVED.test(character) ? character : triplet.toUpperCase()
}
