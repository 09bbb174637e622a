// What an authority answered to a request for a time stamp (RFC 3161, 2.4.2): whether it stamped, what, and when. Whose signature
// stands under it, and whether it holds, is not looked at here: that is for `openssl ts -verify` with the certificate of whom one trusts.
import { SignedData } from '@peculiar/asn1-cms'
import { AsnConvert } from '@peculiar/asn1-schema'
import { id_ct_tstInfo, PKIStatus, type PKIStatusInfo, TimeStampResp, TSTInfo } from '@peculiar/asn1-tsp'
import type { Digest } from '../../model/id.ts'
import { SHA256 } from './make-stamp-request.ts'

const SIGNED_DATA = '1.2.840.113549.1.7.2'

/** `at`: the time that it states. */
export type StampReply = { readonly at: string } | { readonly fault: string }

/** What the bytes say of what has that SHA-256. Never throws. `nonce`: what was sent with the request, where that is known. */
export function readStampReply(bytes: Uint8Array, sha256: Digest, nonce?: Uint8Array): StampReply {
  const reply = parse(bytes, TimeStampResp)
  if (!reply) return { fault: 'it is no answer to a request for a time stamp' }
  const { status, timeStampToken: token } = reply
  // 0 and 1 bring a stamp; 4 and 5 would warn of certificates, and no authority of today sends them
  if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods)
    return { fault: `no stamp was granted: ${wordsOf(status)}` }
  const signed = token?.contentType === SIGNED_DATA ? parse(token.content, SignedData) : undefined
  const { eContentType, eContent } = signed?.encapContentInfo ?? {}
  const info = eContentType === id_ct_tstInfo && eContent?.single ? parse(eContent.single.buffer, TSTInfo) : undefined
  if (!info) return { fault: 'it says that a stamp was granted, and holds none' }
  const { hashAlgorithm, hashedMessage } = info.messageImprint
  if (hashAlgorithm.algorithm !== SHA256 || hexOf(hashedMessage.buffer) !== sha256)
    return { fault: 'it is the stamp of something else' }
  if (nonce && (!info.nonce || numberOf(info.nonce) !== numberOf(nonce)))
    return { fault: 'it answers another request, made at another time' }
  if (Number.isNaN(info.genTime.getTime())) return { fault: 'the time in it is none' }
  return { at: info.genTime.toISOString() }
}

function parse<T>(bytes: ArrayBuffer | Uint8Array, kind: new () => T): T | undefined {
  try {
    return AsnConvert.parse(bytes, kind)
  } catch {
    return undefined // HTML, half of an answer, nested without end
  }
}

function wordsOf({ status, statusString, failInfo }: PKIStatusInfo): string {
  const said = [...(statusString ?? [])]
    .join('; ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  const why = failInfo ? failInfo.toJSON() : []
  return [
    PKIStatus[status] ?? `status ${status}`,
    ...why,
    ...(said ? [`"${[...said].slice(0, 160).join('')}"`] : []),
  ].join(', ')
}

function hexOf(bytes: ArrayBuffer | Uint8Array): string {
  return Buffer.from(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)).toString('hex')
}

// A number may be written with a zero before it.
function numberOf(bytes: ArrayBuffer | Uint8Array): bigint {
  return BigInt(`0x0${hexOf(bytes)}`)
}
