// What a fetch costs over loopback, and for how long what is hostile holds up everything else: the longest delay of the event
// loop, and the most memory that the process held. The server is a process of its own.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { openFetcher } from '../src/ingest/fetch.ts'
import { plain, serveRaw } from '../src/ingest/fetching/raw-server.contract.ts'

const PAGES = 300
const MEBIBYTE = 2 ** 20

if (process.send) await serve()
else await measure()

async function serve(): Promise<void> {
  const page = `<p>${Array.from({ length: 4000 }, (_, i) => `Karsk rejected offer ${i * 7919}.`).join('</p><p>')}</p>`
  const large = Buffer.alloc(14 * MEBIBYTE, page)
  const zeros = Buffer.alloc(256 * MEBIBYTE)
  const coded = (bytes: Uint8Array, coding: string): Buffer => plain('200 OK', bytes, `content-encoding: ${coding}`)
  const answers: Record<string, Buffer> = {
    '/page': coded(gzipSync(page), 'gzip'),
    '/large': plain('200 OK', large),
    '/large-gzip': coded(gzipSync(large), 'gzip'),
    '/bomb-gzip': coded(gzipSync(zeros), 'gzip'),
    '/bomb-members': coded(Buffer.alloc(14 * MEBIBYTE, gzipSync('')), 'gzip'),
    '/bomb-br': coded(brotliCompressSync(zeros), 'br'),
    '/bomb-zstd': coded(zstdCompressSync(zeros), 'zstd'),
    '/crumbs': Buffer.from(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${'1\r\nx\r\n'.repeat(6e6)}0\r\n\r\n`),
  }
  const scripts = Object.entries(answers).map(([path, bytes]) => [
    path,
    (socket: { write(b: Buffer): unknown }) => socket.write(bytes),
  ])
  process.send?.((await serveRaw(Object.fromEntries(scripts))).port)
}

async function measure(): Promise<void> {
  const server = fork(import.meta.filename)
  const [port] = (await once(server, 'message')) as [number]
  const fetcher = openFetcher({ userAgent: 'Readout/0.1 (+bench)', networks: ['127.0.0.1/32'], ports: [port] })
  const get = (path: string) => fetcher.fetch({ url: `http://127.0.0.1:${port}${path}`, what: 'page' })
  const { body, bytes } = await get('/page')

  const used = process.cpuUsage()
  const begun = performance.now()
  for (let i = 0; i < PAGES; i++) await get('/page')
  const { user, system } = process.cpuUsage(used)
  console.log(
    `a page of ${body?.length} bytes, ${bytes?.length} in gzip: ${((performance.now() - begun) / PAGES).toFixed(2)} ms, processor ${((user + system) / 1000 / PAGES).toFixed(2)} ms`,
  )

  for (const path of ['/large', '/large-gzip', '/bomb-gzip', '/bomb-members', '/bomb-br', '/bomb-zstd', '/crumbs']) {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    let most = process.memoryUsage.rss()
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss())
    }, 20)
    delay.enable()
    const from = performance.now()
    const { outcome } = await get(path)
    const took = performance.now() - from
    delay.disable()
    clearInterval(watch)
    const told =
      outcome.kind === 'refused'
        ? `refused: ${outcome.reason}`
        : outcome.kind === 'failed'
          ? `${outcome.code}: ${outcome.reason}`
          : outcome.kind
    console.log(
      `${path.slice(1).padEnd(13)} ${took.toFixed(0).padStart(5)} ms, loop held up ${(delay.max / 1e6).toFixed(0)} ms at most, ${(most / MEBIBYTE).toFixed(0)} MiB; ${told}`,
    )
  }
  await fetcher.close()
  server.kill()
}
