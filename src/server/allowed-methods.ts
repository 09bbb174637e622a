// Which methods an address takes, where it does not take the one that was sent: RFC 9110, 15.5.6.
import type { Route } from './route.ts'

/** The methods of the routes that the path fits; none where nothing is there. */
export function allowedMethods(routes: readonly Route[], path: string): string[] {
  const own = routes.filter((route) => fits(route.path, path)).map(({ method }) => method)
  return [...new Set(own.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort()
}

function fits(pattern: string, path: string): boolean {
  const [wanted, parts] = [pattern.split('/'), path.split('/')]
  return wanted.length === parts.length && wanted.every((part, at) => part.startsWith(':') || part === parts[at])
}
