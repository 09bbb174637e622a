// The committed document of the API: it is what the routes are, it is OpenAPI 3.1, and every route of the desk under /api is in
// it with its role, what it may be refused for, and how one is known.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import type { Desk } from '../src/desk/desk.ts'
import type { Pages } from '../src/desk/pages.ts'
import { listRoutes } from '../src/server/routes.ts'
import { printDocument } from './openapi.ts'

const FILE = join(import.meta.dirname, '..', 'docs', 'openapi.json')
const committed = readFileSync(FILE, 'utf8')

// Whatever routes take of a desk while they are made: more of the same.
const ANYTHING: unknown = new Proxy(() => {}, { get: () => ANYTHING, apply: () => ANYTHING })

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: object }>>
  readonly requestBody?: object
  readonly 'x-role': string
}

interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>
}

const document = JSON.parse(committed) as Document

test('the committed document is the one that the routes make: else run "npm run openapi"', async () => {
  assert.equal(committed, await printDocument())
})

test('it is valid OpenAPI 3.1, and whatever it refers to is there', async () => {
  assert.match(document.openapi, /^3\.1\./)
  const validator = new Validator()
  const { valid, errors } = await validator.validate(JSON.parse(committed))
  assert.equal(valid, true, JSON.stringify(errors))
  for (const [, section = '', name = ''] of committed.matchAll(/"#\/components\/([^/"]+)\/([^"]+)"/g)) {
    assert.ok(document.components[section]?.[name], `${section}/${name}`)
  }
})

test('every route under /api is in it, with its role, its parameters, its refusals and how one is known', () => {
  const routes = listRoutes(ANYTHING as Pages, ANYTHING as Desk).filter(
    ({ kind, path }) => kind === 'api' || path.startsWith('/api'),
  )
  assert.ok(routes.length > 20)
  const operations = Object.entries(document.paths).flatMap(([path, own]) =>
    Object.entries(own).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
  )
  assert.equal(operations.length, routes.length)
  assert.equal(new Set(operations.map(([, { operationId }]) => operationId)).size, operations.length)
  const found = new Map<string, Operation>(operations)
  for (const { method, path, needs, schema } of routes) {
    const where = `${method} ${path.replace(/:(\w+)/g, '{$1}')}`
    const operation = found.get(where)
    assert.ok(operation, where)
    assert.equal(operation['x-role'], needs, where)
    assert.ok(operation.summary && operation.operationId && operation.tags.length > 0, where)
    const inPath = operation.parameters?.filter((one) => one.in === 'path').map(({ name }) => name) ?? []
    assert.deepEqual(
      inPath,
      [...path.matchAll(/:(\w+)/g)].map(([, name]) => name),
      where,
    )
    assert.equal(operation.requestBody !== undefined, schema.body !== undefined, where)
    const statuses = Object.keys(operation.responses)
    const wanted = [
      method === 'POST' ? '201' : '200',
      '400',
      '429',
      '500',
      '503',
      ...(path.includes(':') ? ['404'] : []),
    ]
    const known = needs === 'nothing' ? [] : ['401', '403']
    for (const status of [...wanted, ...known, ...(method === 'GET' ? ['304'] : ['409', '412', '413', '415'])]) {
      assert.ok(statuses.includes(status), `${where}: ${status}`)
    }
    const schemes = operation.security.map((one) => Object.keys(one).join(' '))
    const session = method === 'GET' ? 'session' : 'session form'
    assert.deepEqual(schemes, needs === 'nothing' ? [] : ['token', session], where)
  }
})
