// The walls of the house: who may import whom, which packages live where, and where effects are allowed.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { test } from 'node:test'

const ROOT = join(import.meta.dirname, '..', 'src')

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  ingest: ['model'],
  archive: ['model'],
  extract: ['model'],
  read: ['model'],
  link: ['model'],
  track: ['model'],
  publish: ['model'],
  desk: ['model', 'ingest', 'archive', 'extract', 'read', 'link', 'track', 'publish'],
  server: ['model', 'desk'],
  cli: ['model', 'desk', 'server'],
}

/** Packages, and the one room that may name each. Every other package is refused until it stands here. */
const PACKAGE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  kysely: ['archive'],
  'kysely/migration': ['archive'],
  'pg-boss': ['archive'],
  'node:sqlite': ['archive'],
  pg: ['archive'],
  '@mozilla/readability': ['extract'],
  linkedom: ['extract'],
  parse5: ['extract'],
  chardet: ['extract', 'ingest'],
  'wink-nlp': ['read'],
  'wink-eng-lite-web-model': ['read'],
  'onnxruntime-node': ['read', 'link'],
  '@huggingface/tokenizers': ['read', 'link'],
  diff: ['link', 'track'],
  fastify: ['server'],
  '@fastify/helmet': ['server'],
  '@fastify/accepts': ['server'],
  '@fastify/compress': ['server'],
  '@fastify/cookie': ['server'],
  '@fastify/csrf-protection': ['server'],
  '@fastify/formbody': ['server'],
  '@fastify/rate-limit': ['server'],
  '@fastify/swagger': ['server'],
  'fastify-type-provider-zod': ['server'],
  '@modelcontextprotocol/sdk': ['server'],
  feedsmith: ['publish'],
  nodemailer: ['desk'],
  commander: ['cli'],
  pino: ['cli'],
  'prom-client': ['server'],
  zod: ['desk', 'server'],
  undici: ['ingest'],
  'ipaddr.js': ['ingest'],
  'robots-parser': ['ingest'],
  'sanitize-html': ['ingest'],
  htmlparser2: ['ingest'],
  entities: ['ingest'],
  tldts: ['extract'],
  franc: ['extract'],
  warcio: ['archive'],
  yauzl: ['ingest'],
  '@peculiar/asn1-cms': ['ingest'],
  '@peculiar/asn1-schema': ['ingest'],
  '@peculiar/asn1-tsp': ['ingest'],
  'postal-mime': ['extract'],
  '@napi-rs/canvas': ['publish'],
  unpdf: ['extract'],
}

/** Built-ins that cannot reach outside the process: any room may use them. */
const PURE_BUILTINS = new Set(['node:crypto', 'node:assert/strict', 'node:util', 'node:path', 'node:zlib'])

const EFFECTS =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|(?<![.\w])fetch\(|\bprocess\.|\bperformance\.now\b/

interface SourceFile {
  readonly path: string
  readonly room: string
  readonly text: string
}

function isTest(path: string): boolean {
  return /\.(test|test-d|contract)\.ts$/.test(path)
}

function withoutComments(text: string): string {
  return text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
}

/** Every import specifier: static, re-exported, dynamic, and in `import('…')` types. */
function specifiersOf(text: string): string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)['"]([^'"\n]+)['"]/gm
  return [...withoutComments(text).matchAll(pattern)].map((match) => match[1] ?? '')
}

// kysely/migration stands in the table by itself; '@modelcontextprotocol/sdk/server/mcp.js' goes by its package
function packageOf(specifier: string): string {
  if (PACKAGE_ROOMS[specifier]) return specifier
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function breachesOf(file: SourceFile): string[] {
  const allowed = MAY_IMPORT[file.room]
  if (!allowed) return [`${file.path}: the room "${file.room}" is not in the table`]
  const isDoor = file.text.startsWith('// door:')
  const breaches: string[] = []
  for (const specifier of specifiersOf(file.text)) {
    if (specifier.startsWith('.')) {
      const target = relative(ROOT, join(ROOT, file.path, '..', specifier)).split(/[\\/]/)[0] ?? ''
      if (target !== file.room && !allowed.includes(target)) breaches.push(`${file.path}: imports ${specifier}`)
      if (!specifier.endsWith('.ts')) breaches.push(`${file.path}: ${specifier} does not end in .ts`)
    } else if (specifier.startsWith('node:') && PACKAGE_ROOMS[specifier] === undefined) {
      if (!PURE_BUILTINS.has(specifier) && !isDoor && !isTest(file.path)) {
        breaches.push(`${file.path}: ${specifier} belongs behind a door`)
      }
    } else if (!PACKAGE_ROOMS[packageOf(specifier)]?.includes(file.room) && !isTest(file.path)) {
      breaches.push(`${file.path}: the package ${specifier} is not for this room`)
    }
  }
  if (/\benum\s+\w+\s*\{|^\s*@\w+\(/m.test(file.text)) breaches.push(`${file.path}: syntax that cannot be erased`)
  const effect = EFFECTS.exec(withoutComments(file.text))
  if (effect && !isDoor && !isTest(file.path)) breaches.push(`${file.path}: ${effect[0]} outside a door`)
  return breaches
}

function listFiles(): SourceFile[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({
      path,
      room: path.split(/[\\/]/)[0] ?? '',
      text: readFileSync(join(ROOT, path), 'utf8'),
    }))
}

test('rooms share only the model, packages keep to their rooms, and effects live at doors', () => {
  const files = listFiles()
  assert.ok(files.length >= 19, `only ${files.length} files seen`)
  assert.ok(files.flatMap(({ text }) => specifiersOf(text)).length >= 30, 'hardly any import seen')
  assert.deepEqual(files.flatMap(breachesOf), [])
})

test('a planted breach of each kind is caught', () => {
  const plant = (room: string, text: string): string[] => breachesOf({ path: `${room}/planted.ts`, room, text })
  assert.equal(plant('link', `import { read } from '../read/read.ts'`).length, 1)
  assert.equal(plant('link', `export * from\n  '../read/read.ts'`).length, 1)
  assert.equal(plant('link', `const r = await import('../read/read.ts')`).length, 1)
  assert.equal(plant('link', `type R = import('../read/read.ts').Reader`).length, 1)
  assert.equal(plant('link', `import { x } from './y.js'`).length, 1)
  assert.equal(plant('link', `import { sql } from 'kysely'`).length, 1)
  assert.equal(plant('link', `import left from 'left-pad'`).length, 1)
  assert.equal(plant('link', `import { readFileSync } from 'node:fs'`).length, 1)
  assert.equal(plant('link', `const now = new Date()`).length, 1)
  assert.equal(plant('link', `const dice = Math.random()`).length, 1)
  assert.equal(plant('link', `await fetch('x')`).length, 1)
  assert.equal(plant('hall', `export {}`).length, 1)
  assert.deepEqual(plant('link', `// door: files\nimport { readFileSync } from 'node:fs'`), [])
  assert.deepEqual(plant('link', `import { asId } from '../model/id.ts'`), [])
})

test('every package has its reason in the decision on dependencies, and none stands in the table unused', () => {
  const [manifest, reasons] = ['package.json', 'docs/decisions/0002-dependencies.md'].map((path) =>
    readFileSync(join(ROOT, '..', path), 'utf8'),
  )
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(manifest ?? '')
  const needed = Object.keys({ ...dependencies, ...optionalDependencies })
  const named = new Set((reasons ?? '').match(/`[^`]+`/g))
  const all = [...needed, ...Object.keys(devDependencies).filter((name) => !name.startsWith('@types/'))]
  const withoutReason = all.filter((name) => !named.has(`\`${name}\``))
  assert.deepEqual(withoutReason, [])
  const used = new Set(listFiles().flatMap(({ text }) => specifiersOf(text).map(packageOf)))
  const unused = Object.keys(PACKAGE_ROOMS).filter((name) => !used.has(name))
  assert.deepEqual(unused, [])
})

test('client scripts import only each other, and what they show comes with the page', () => {
  const folder = join(ROOT, '..', 'web')
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
  assert.ok(files.length >= 5, `only ${files.length} scripts seen`)
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8')
    for (const specifier of specifiersOf(text)) assert.match(specifier, /^\.\/[\w-]+\.ts$/, `${file}: ${specifier}`)
    // words in quotation marks that begin with a capital and go on with a space: a sentence for people
    assert.doesNotMatch(withoutComments(text), /['"`][A-Z][a-z]+ [^'"`\n]*['"`]/, file)
  }
})
