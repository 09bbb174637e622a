// A request for a time stamp of some bytes, as RFC 3161, 2.4.1 has it: their SHA-256, a number that the answer must repeat, and the wish
// for the certificate, so that the answer can be tried without asking for it.
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import { MessageImprint, TimeStampReq } from '@peculiar/asn1-tsp'
import type { Digest } from '../../model/id.ts'

export const SHA256 = '2.16.840.1.101.3.4.2.1'

/** The bytes of the request. `nonce`: made for this request alone; at most 20 bytes are taken by every authority. */
export function makeStampRequest(sha256: Digest, nonce: Uint8Array): Uint8Array {
  const messageImprint = new MessageImprint({ hashedMessage: new OctetString(Buffer.from(sha256, 'hex')) })
  messageImprint.hashAlgorithm.algorithm = SHA256
  messageImprint.hashAlgorithm.parameters = null
  return new Uint8Array(
    AsnConvert.serialize(new TimeStampReq({ messageImprint, nonce: Uint8Array.from(nonce).buffer, certReq: true })),
  )
}
