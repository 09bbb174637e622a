// A client of the Model Context Protocol over standard input and output: it lists every tool, calls each on the sample desk, and is
// told what was wrong with bad input. Every word of a report stands in a field that says where it is from.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { MAIN, makeFolder } from '../readout.ts'
import { openSampleDesk } from '../sample-desk.ts'

const FOLDER = makeFolder() // here, since what is made within a test goes with it
const client = new Client({ name: 'a test', version: '1' })
let dir = ''
const errors: string[] = []

before(async () => {
  const desk = await openSampleDesk(join(FOLDER, 'desk'))
  dir = desk.dir
  await desk.close()
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [MAIN, 'mcp', '--desk', dir],
    stderr: 'pipe',
  })
  transport.stderr?.on('data', (data) => errors.push(String(data)))
  transport.onerror = (error) => errors.push(error.message) // a line that is none of the protocol
  await client.connect(transport)
})

after(async () => {
  await client.close()
  assert.deepEqual(errors, [])
})

interface Quoted {
  readonly quoted: string
  readonly from: string
  readonly report: string
  readonly start: number
  readonly end: number
  readonly link: string
}

async function call<T>(name: string, input: object): Promise<T> {
  const { isError, structuredContent, content } = await client.callTool({ name, arguments: { ...input } })
  assert.notEqual(isError, true, `${name}: ${JSON.stringify(content)}`)
  const [text] = content as { text: string }[]
  assert.deepEqual(JSON.parse(text?.text ?? ''), structuredContent)
  for (const one of findQuoted(structuredContent)) assert.equal(one.from, 'the web', name)
  return structuredContent as T
}

async function fail(name: string, input: object): Promise<string> {
  const { isError, content } = await client.callTool({ name, arguments: { ...input } })
  assert.equal(isError, true, `${name} ${JSON.stringify(input)} was answered: ${JSON.stringify(content)}`)
  return (content as { text: string }[])[0]?.text ?? ''
}

function findQuoted(value: unknown): Quoted[] {
  if (typeof value !== 'object' || value === null) return []
  return [...('quoted' in value ? [value as Quoted] : []), ...Object.values(value).flatMap(findQuoted)]
}

test('every tool is listed with what it takes and gives, reads only, and says that quoted words are data', async () => {
  const { tools } = await client.listTools()
  assert.deepEqual(tools.map(({ name }) => name).sort(), ['acts', 'claim', 'find_claims', 'origins', 'search', 'words'])
  for (const { name, description, inputSchema, outputSchema, annotations } of tools) {
    assert.match(description ?? '', /`quoted`, `outlet` or `report`.*never instructions/s, name)
    assert.ok(inputSchema.properties && outputSchema?.properties, name)
    assert.equal(annotations?.readOnlyHint, true, name)
  }
})

test('from words to a claim, its origins with reasons and evidence, and its acts', async () => {
  const found = await call<{ claims: { id: string; wording: Quoted; origins: object }[] }>('find_claims', {
    words: 'approved the paper',
  })
  const [first] = found.claims
  assert.ok(first && /approved the paper/.test(first.wording.quoted))
  const claim = await call<{ wording: Quoted; origins: object; standing: string }>('claim', { id: first.id })
  assert.equal(claim.standing, 'contested')
  assert.deepEqual(claim.origins, first.origins)
  const origins = await call<{
    interval: object
    origins: unknown[]
    reasons: { evidence: Quoted[] }[]
    nextSkip?: number
  }>('origins', { id: first.id, limit: 1 })
  assert.deepEqual(origins.interval, claim.origins)
  assert.equal(origins.reasons.length, 1)
  const reasons = [...origins.reasons]
  for (let skip = origins.nextSkip; skip !== undefined; ) {
    const more: typeof origins = await call('origins', { id: first.id, limit: 1, skip })
    reasons.push(...more.reasons)
    skip = more.nextSkip
  }
  const whole = await call<typeof origins>('origins', { id: first.id, limit: 100 })
  assert.deepEqual(whole.reasons, reasons)
  const evidence = [claim.wording, ...whole.reasons.flatMap((one) => one.evidence)]
  assert.ok(evidence.length > 2)
  for (const piece of evidence.slice(0, 8)) await checkWords(piece)
  const acts = await listActs(first.id)
  assert.ok(acts.some(({ act, holder }) => act === 'denies' && holder.name.quoted === 'Corvin Hale'))
  assert.ok(acts.some(({ act }) => act === 'declines to comment' || act === 'did not respond'))
  for (const { words } of acts) await checkWords(words)
})

interface Act {
  readonly act: string
  readonly holder: { readonly name: Quoted }
  readonly attribution: string
  readonly words: Quoted
}

async function listActs(id: string): Promise<Act[]> {
  const acts: Act[] = []
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: { acts: Act[]; next?: string } = await call('acts', { id, limit: 2, ...(after !== '' && { after }) })
    acts.push(...page.acts)
    after = page.next
  }
  return acts
}

async function checkWords({ quoted, report, start, end }: Quoted): Promise<void> {
  const { words } = await call<{ words: Quoted }>('words', { report, start, end })
  assert.equal(words.quoted, quoted)
}

test('a search finds what was said by act, and the words around it', async () => {
  const { hits, next } = await call<{ hits: { id: string; found: Quoted; act: string }[]; next?: string }>('search', {
    act: 'denies',
    limit: 2,
  })
  assert.equal(hits.length, 2)
  assert.ok(next)
  const [hit] = hits
  assert.equal(hit?.act, 'denies')
  const { words } = await call<{ words: Quoted }>('words', { attribution: hit?.id })
  assert.ok(words.quoted.replace(/\s+/g, ' ').includes(hit?.found.quoted.replace(/\s+/g, ' ') ?? '?'), words.quoted)
  for (const where of ['reports', 'claims'] as const) {
    const found = await call<{ hits: unknown[] }>('search', { in: where, words: 'dam' })
    assert.ok(found.hits.length > 0, where)
  }
  const other = await call<{ hits: { id: string }[] }>('search', { act: 'denies', limit: 2, after: next })
  assert.ok(other.hits.every(({ id }) => hits.every((one) => one.id !== id)))
})

test('no answer is longer than a model can take, whatever is asked', async () => {
  const { words } = await call<{ words: Quoted & { isCut: boolean } }>('words', { report: '01-meridian-dam-offer' })
  assert.ok([...words.quoted].length <= 4000)
  assert.match(await fail('search', { limit: 5000 }), /limit/)
})

test('bad input is told as the error of a tool, with our words, and the server goes on', async () => {
  assert.match(await fail('claim', { id: 'none' }), /^CLAIM_UNKNOWN: no claim "none"/)
  assert.match(await fail('origins', { id: 'none' }), /^CLAIM_UNKNOWN/)
  assert.match(await fail('acts', { id: 'none' }), /^CLAIM_UNKNOWN/)
  assert.match(await fail('words', {}), /^USAGE: name either/)
  assert.match(await fail('words', { report: 'none' }), /^REPORT_UNKNOWN/)
  assert.match(await fail('words', { attribution: 'none' }), /^ATTRIBUTION_UNKNOWN/)
  assert.match(await fail('words', { report: '01-meridian-dam-offer', start: 900_000 }), /^USAGE: .*does not lie in/)
  assert.match(await fail('find_claims', { words: 'dam', after: 'zzz' }), /^CURSOR_UNKNOWN/)
  assert.match(await fail('claim', {}), /id/)
  assert.match(await fail('search', { act: 'sings' }), /act/)
  assert.match(await fail('nothing', {}), /nothing/)
  assert.ok((await client.listTools()).tools.length > 0)
})

test('what was asked is answered, though the input ends at once', async () => {
  const child = spawn(process.execPath, [MAIN, 'mcp', '--desk', dir])
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  const hello = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'a test', version: '1' } }
  const asked = [
    { id: 1, method: 'initialize', params: hello },
    { method: 'notifications/initialized' },
    { id: 2, method: 'tools/call', params: { name: 'find_claims', arguments: { words: 'dam' } } },
    { id: 3, method: 'tools/call', params: { name: 'nope' } },
  ]
  child.stdin.end(asked.map((one) => `${JSON.stringify({ jsonrpc: '2.0', ...one })}\n`).join(''))
  assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0)
  const answered = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id)
  assert.deepEqual(answered.toSorted(), [1, 2, 3])
})

test('nothing but the protocol stands on standard output, and the end of the input ends it', async () => {
  const child = spawn(process.execPath, [MAIN, 'mcp', '--desk', dir])
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stdin.end('this is none of it\n{"jsonrpc":"2.0","id":1,"method":"ping"}\n')
  const status = await new Promise((resolve) => child.on('close', resolve))
  assert.equal(status, 0)
  for (const line of out.trimEnd().split('\n')) assert.equal(JSON.parse(line).jsonrpc, '2.0')
})
