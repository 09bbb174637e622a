// What went wrong on the way, as one of the faults of a capture, with a sentence that says so. By the codes of Node, of
// OpenSSL and of undici; `isBegun` tells whether the head of the answer had come.
import type { FetchFault } from '../../model/capture.ts'

export interface Fault {
  readonly code: FetchFault
  readonly reason: string
}

const DNS = /^(?:ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL)$/
const TIMEOUT = /^(?:ETIMEDOUT|UND_ERR_\w+_TIMEOUT)$/
const TLS =
  /^(?:ERR_(?:TLS|SSL)_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_(?:CA|PURPOSE)|HOSTNAME_|EPROTO$)/
const PROTOCOL = /^UND_ERR_(?:HEADERS_OVERFLOW|INVALID_ARG|NOT_SUPPORTED)$/
const LENGTHS = 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' // before the head is whole: two lengths, or a length beside chunks

/** The fault that an error of the network comes to. */
export function nameFault(error: unknown, host: string, isBegun: boolean): Fault {
  const code = codeOf(error)
  const said = (error instanceof Error && error.message) || code || String(error)
  if (DNS.test(code)) return { code: 'FETCH_DNS', reason: `the name ${host} is not known (${code})` }
  if (TLS.test(code)) return { code: 'FETCH_TLS', reason: `no safe connection to ${host}: ${said} (${code})` }
  if (TIMEOUT.test(code)) return { code: 'FETCH_TIMEOUT', reason: `${host} did not answer in time (${code})` }
  if (PROTOCOL.test(code)) return { code: 'FETCH_PROTOCOL', reason: `${host}: ${said} (${code})` }
  if (isNoHttp(error, said) || (code === LENGTHS && !isBegun)) {
    return { code: 'FETCH_PROTOCOL', reason: `${host} does not speak HTTP/1.1 as it should: ${said}` }
  }
  if (!isBegun) return { code: 'FETCH_CONNECT', reason: `no answer from ${host}: ${said}` }
  return { code: 'FETCH_BROKEN_OFF', reason: `the answer of ${host} broke off: ${said}` }
}

/** True where the connection was cut by the other side. */
export function isCut(error: unknown): boolean {
  return /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/.test(codeOf(error))
}

/** The code of an error, or of the first that it gathers; an empty text where it has none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  const [first] = error instanceof AggregateError ? error.errors : []
  return codeOf(first ?? error.cause)
}

/** Undici's parser gives no code; an end before its time is not what it means here. */
function isNoHttp(error: unknown, said: string): boolean {
  return error instanceof Error && error.name === 'HTTPParserError' && !/EOF/.test(said)
}
