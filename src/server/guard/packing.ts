// Pages go out packed where whoever asks takes it. Packing tells by its length what a page repeats, so somebody who can make a
// browser ask again and again, and sees how long the answers are, could guess a secret in them letter by letter (BREACH). Two
// things stand against it. What another site makes a browser ask for is sent as it is. And of the token of a form, the one
// secret that every page bears, the part that makes it good is a digest with fresh salt, another one in each answer; what stays
// the same from page to page says whose it is, which opens nothing by itself.
import type { FastifyCompressOptions } from '@fastify/compress'
import type { FastifyRequest } from 'fastify'
import type { RouteKind } from '../route.ts'

/** How the plug-in is set up: nothing is packed but what a route of ours asks for, and nothing that comes in is unpacked. */
export const PACKING: FastifyCompressOptions = { global: false }

/** What a route asks of it. Scripts and the style are packed once, beforehand; streams of events and the API never are. */
export function packingOf(kind: RouteKind): { readonly compress: FastifyCompressOptions | false } {
  const how = {
    encodings: ['gzip' as const],
    customTypes: /^text\/html/,
    threshold: LEAST,
    zlibOptions: { level: LEVEL },
  }
  return { compress: kind === 'page' && how }
}

const LEAST = 1400 // bytes: less goes in one packet anyhow
/** How hard. */
export const LEVEL = 4 // an edition of a megabyte: 150 kB in 14 ms; at 6, the usual, 142 kB in 24 ms

/** Marks a request whose answer is not to be packed. */
export function refusePacking({ headers }: FastifyRequest): void {
  if (!isFromHere(headers)) headers['x-no-compression'] = '1'
}

/** True where the answer to it may be packed, and whoever asks takes it so. */
export function isPackable(request: FastifyRequest): boolean {
  return request.headers['x-no-compression'] === undefined && request.accepts().encoding(['gzip']) === 'gzip'
}

// A browser that does not say where a request comes from is trusted only where it bears nothing that makes it somebody's.
function isFromHere({ 'sec-fetch-site': site, cookie }: FastifyRequest['headers']): boolean {
  return site === undefined ? cookie === undefined : site === 'same-origin' || site === 'none'
}
