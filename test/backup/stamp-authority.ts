// An authority of RFC 3161 on this machine, made by openssl in a folder: its certificates, and its answers to requests.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** Whether there is an openssl that stamps. */
export const hasOpenssl = spawnSync('openssl', ['ts', '-help']).status === 0

export interface Authority {
  readonly root: string // the certificate that is trusted
  answer(request: Uint8Array, section?: 'good' | 'refusing'): Buffer
  /** Whether `openssl ts -verify` accepts the answer for the file. */
  accepts(file: string, reply: string): boolean
}

const CONFIG = `
[good]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
certs = root.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256
ess_cert_id_alg = sha256
[refusing]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
certs = root.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha512
`

/** Makes it in a folder that is not there yet. */
export function makeAuthority(dir: string): Authority {
  mkdirSync(dir)
  const openssl = (...args: readonly string[]): Buffer =>
    execFileSync('openssl', args, { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] })
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(dir, name), content)
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  openssl('req', '-x509', ...key, '-keyout', 'root.key', '-out', 'root.pem', '-days', '2', '-subj', '/CN=Karsk Root')
  openssl('req', ...key, '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/CN=Karsk Stamps')
  write('extensions', 'extendedKeyUsage = critical, timeStamping\nkeyUsage = critical, digitalSignature\n')
  const ca = ['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-days', '2', '-extfile', 'extensions']
  openssl('x509', '-req', '-in', 'tsa.csr', '-out', 'tsa.pem', ...ca)
  write('config', CONFIG)
  write('serial', '01\n')
  return {
    root: join(dir, 'root.pem'),
    answer(request, section = 'good') {
      write('request', request)
      openssl('ts', '-reply', '-config', 'config', '-section', section, '-queryfile', 'request', '-out', 'reply')
      return readFileSync(join(dir, 'reply'))
    },
    accepts(file, reply) {
      const args = ['ts', '-verify', '-data', file, '-in', reply, '-CAfile', 'root.pem']
      return spawnSync('openssl', args, { cwd: dir }).status === 0
    },
  }
}

export interface ServedStamps extends AsyncDisposable {
  readonly address: string
  readonly asked: { readonly type: string | undefined; readonly request: Buffer }[]
}

/** Serves answers on this machine, made as `behave` says. */
export async function serveStamps(behave: (request: Buffer, answer: ServerResponse) => void): Promise<ServedStamps> {
  const asked: { type: string | undefined; request: Buffer }[] = []
  const server = createServer(async (incoming, answer) => {
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(part as Buffer)
    const request = Buffer.concat(parts)
    asked.push({ type: incoming.headers['content-type'], request })
    behave(request, answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
