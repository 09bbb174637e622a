// Certificates for tests, made on the spot (RFC 5280 in DER): no key lies in the project, and any fault can be had.
import { generateKeyPairSync, sign } from 'node:crypto'

export interface CertificateFor {
  readonly names?: readonly string[]
  readonly addresses?: readonly string[] // IPv4
  readonly until?: Date
}

const ECDSA_SHA256 = der(0x30, Buffer.from('06082a8648ce3d040302', 'hex'))

/** A key and a certificate signed by it, both in PEM. */
export function makeCertificate({ names = [], addresses = [], until = new Date('2099-01-01') }: CertificateFor): {
  readonly key: string
  readonly cert: string
} {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const who = name(`Meridian News Agency ${names[0]} ${until.getTime()}`) // one name each, or one would be looked up for the other
  const alternatives = [
    ...names.map((text) => der(0x82, Buffer.from(text))),
    ...addresses.map((text) => der(0x87, Buffer.from(text.split('.').map(Number)))),
  ]
  const extensions = [
    extension('551d11', der(0x30, ...alternatives)), // subjectAltName
    extension('551d13', der(0x30, der(0x01, Buffer.from([0xff])))), // basicConstraints: may sign, itself
  ]
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))), // version 3
    der(0x02, Buffer.from([1])),
    ECDSA_SHA256,
    who,
    der(0x30, time(new Date('2020-01-01')), time(until)),
    who,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, ...extensions)),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey))
  const lines = der(0x30, body, ECDSA_SHA256, signature).toString('base64').replace(/.{64}/g, '$&\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const size = content.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

function name(text: string): Buffer {
  return der(0x30, der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from(text)))))
}

function time(date: Date): Buffer {
  return der(0x18, Buffer.from(`${date.toISOString().slice(0, 19).replace(/\D/g, '')}Z`))
}

function extension(oid: string, value: Buffer): Buffer {
  return der(0x30, der(0x06, Buffer.from(oid, 'hex')), der(0x04, value))
}
