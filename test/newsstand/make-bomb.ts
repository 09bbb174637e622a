// Bytes that come to 64 megabytes when they are decoded, in each coding; made when first asked for.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib'

const SIZE = 64 * 1024 * 1024

const MAKERS = {
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  zstd: (bytes: Buffer) => promisify(zstdCompress)(bytes),
}

const made = new Map<string, Promise<Buffer>>()

export function makeBomb(coding: keyof typeof MAKERS): Promise<Buffer> {
  const bomb = made.get(coding) ?? MAKERS[coding](Buffer.alloc(SIZE, '<p>Talks. </p>'))
  made.set(coding, bomb)
  return bomb
}
