// door: process
// Where a desk's database is, as a URL, and how it is named to people: never with its password.
import { ReadoutError } from '../../model/errors.ts'

/** The database that the environment names for the desk; undefined: the desk lies in its folder. */
export function storeUrl(): string | undefined {
  return process.env.READOUT_STORE || undefined
}

/** How the database is named in messages: user, host and name, without the password. Throws USAGE for what is no such URL. */
export function placeOf(url: string): string {
  const parsed = parse(url)
  const user = parsed.username && `${parsed.username}@`
  const host = parsed.searchParams.get('host') ?? parsed.hostname
  const port = parsed.port && `:${parsed.port}`
  return `postgres://${user}${host}${port}${parsed.pathname}`
}

// A socket's folder stands in ?host=…, and then there is no host before the name: a URL of its own kind needs one.
function parse(url: string): URL {
  const text = url.replace(/^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)(?=[/?]|$)/, '$1-')
  const parsed = URL.canParse(text) ? new URL(text) : undefined
  if (parsed && /^postgres(ql)?:$/.test(parsed.protocol) && parsed.pathname.length > 1) {
    if (parsed.hostname === '-') parsed.hostname = ''
    return parsed
  }
  const cure = 'write it as postgres://USER:PASSWORD@HOST/DATABASE, with odd characters of the password as %XX'
  throw new ReadoutError('USAGE', `the store is named by a URL that cannot be read; ${cure}`)
}
