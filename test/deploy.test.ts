// What is handed out to run Readout with is held to what it promises: a unit that systemd takes and that holds few rights, an image with
// fixed versions that nobody runs as root, and containers that say when they are well.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { makeProgram } from '../src/cli/program.ts'
import { settingsIn } from '../src/desk/settings-of-environment.ts'

const ROOT = join(import.meta.dirname, '..')
const FIXED = /^[\w./-]+:\d+\.\d+(?:\.\d+)?(?:-[\w.-]+)?$/
const UNIT = join(ROOT, 'deploy', 'readout.service')
const MOST_EXPOSED = 20 // of a hundred, as systemd-analyze counts

function load(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** Each command line must be one that the program takes. */
function assertCommand([name = '', ...rest]: readonly string[]): void {
  const command = makeProgram('0.0.0', () => {}).commands.find((one) => one.name() === name)
  assert.ok(command, `no command ${name}`)
  for (const option of rest.filter((word) => word.startsWith('--'))) {
    assert.ok(
      command.options.some(({ long }) => long === option),
      `${name} ${option}`,
    )
  }
}

test('the unit is taken by systemd and exposes little', (t) => {
  const start = /^ExecStart=\/usr\/bin\/env readout (.*)$/m.exec(load('deploy/readout.service'))?.[1] ?? ''
  assertCommand(start.split(' '))
  assert.match(load('deploy/readout.service'), /^User=readout$/m)
  if (spawnSync('systemd-analyze', ['--version']).status !== 0) return t.skip('systemd-analyze is not here')
  const verified = spawnSync('systemd-analyze', ['verify', UNIT], { encoding: 'utf8' })
  assert.deepEqual([verified.status, verified.stderr], [0, ''])
  const judged = spawnSync(
    'systemd-analyze',
    ['security', '--offline=true', `--threshold=${MOST_EXPOSED}`, '--no-pager', UNIT],
    { encoding: 'utf8' },
  )
  assert.equal(judged.status, 0, judged.stdout.trim().split('\n').at(-1))
})

interface Instruction {
  readonly word: string
  readonly rest: string
}

function instructionsOf(text: string): Instruction[] {
  return text
    .replace(/^#.*\n/gm, '')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, word = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? []
      return { word, rest }
    })
}

test('the image has fixed versions, is run by nobody of note, ends when told and says whether it is well', () => {
  const all = instructionsOf(load('deploy/Containerfile'))
  const of = (word: string): string[] => all.filter((one) => one.word === word).map(({ rest }) => rest)
  assert.ok(all.every(({ word }) => /^[A-Z]+$/.test(word)))
  for (const from of of('FROM')) assert.match(from.split(' ')[0] ?? '', FIXED)
  const { devDependencies } = JSON.parse(load('package.json'))
  assert.ok(
    of('FROM').every((from) => from.includes(`node:${devDependencies.node}-`)),
    'another Node than the tests have',
  )
  assert.deepEqual(of('USER'), ['node'])
  const late = all.slice(all.findIndex(({ word }) => word === 'USER') + 1).map(({ word }) => word)
  assert.ok(!late.includes('COPY') && !late.includes('RUN'), 'something is made after the rights were laid down')
  assert.deepEqual(of('STOPSIGNAL'), ['SIGTERM'])
  assert.match(of('HEALTHCHECK')[0] ?? '', /http:\/\/127\.0\.0\.1:4747\/health\/ready/)
  assert.deepEqual([of('ADD'), of('ARG')], [[], []])
  assert.doesNotMatch(of('ENV').join(' '), /PASSWORD|KEY|TOKEN|SECRET/)
  assertCommand(JSON.parse(of('CMD').at(-1) ?? '[]'))
})

test('what the image is made of is there, is let through, and is all that the package has', () => {
  const lets = new Set(
    load('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1)),
  )
  const copied = instructionsOf(load('deploy/Containerfile'))
    .filter(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from'))
    .flatMap(({ rest }) => rest.split(' ').slice(0, -1))
  assert.ok(copied.length >= 10, `only ${copied.length} are copied`)
  for (const path of copied) {
    assert.ok(existsSync(join(ROOT, path)), `${path} is not there`)
    assert.ok(lets.has(path), `${path} is kept out`)
  }
  const { files } = JSON.parse(load('package.json')) as { files: string[] }
  for (const file of files) assert.ok(file === 'dist' || copied.includes(file), `the image lacks ${file}`)
})

interface Service {
  readonly image: string
  readonly user?: string
  readonly command?: readonly string[]
  readonly ports?: readonly string[]
  readonly stop_signal: string
  readonly cap_drop: readonly string[]
  readonly security_opt: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly volumes: readonly string[]
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean }
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
}

test('the containers have fixed versions, few rights and no port to the world, and wait until those they need are well', () => {
  const { services, volumes } = parse(load('deploy/compose.yaml'), { merge: true }) as {
    services: Record<string, Service>
    volumes: Record<string, unknown>
  }
  assert.deepEqual(Object.keys(services), ['database', 'serve', 'worker'])
  for (const [name, service] of Object.entries(services)) {
    assert.match(service.image, FIXED, name)
    assert.deepEqual(service.cap_drop, ['ALL'], name)
    assert.deepEqual(service.security_opt, ['no-new-privileges:true'], name)
    assert.match(service.stop_signal, /^SIG(?:TERM|INT)$/, name)
    for (const port of service.ports ?? []) assert.match(port, /^127\.0\.0\.1:/, name)
    for (const volume of service.volumes) assert.ok((volume.split(':')[0] ?? '') in volumes, `${name}: ${volume}`)
    for (const needed of Object.keys(service.depends_on ?? {})) {
      assert.equal(service.depends_on?.[needed]?.condition, 'service_healthy', name)
      assert.ok(!services[needed]?.healthcheck?.disable, `${name} waits for ${needed}, which never says`)
    }
    if (service.command) assertCommand(service.command)
    settingsIn(service.environment)
  }
  const { database, serve } = services
  assert.equal(database?.user, 'postgres')
  assert.ok(database?.healthcheck?.test?.includes('pg_isready'))
  assert.match(database?.environment.POSTGRES_INITDB_ARGS ?? '', /--encoding=UTF8 .*--data-checksums/)
  const { version } = JSON.parse(load('package.json'))
  assert.equal(serve?.image, `readout:${version}`)
  for (const [name, value] of Object.entries({ ...database?.environment, ...serve?.environment })) {
    if (/PASSWORD|STORE/.test(name)) assert.match(value, /\$\{READOUT_\w+:[-?]/, `${name} is written down`)
  }
})

test('the page on deployment names only what is there', () => {
  const page = load('docs/deployment.md')
  const commands = [
    ...page.matchAll(/(?<=^|\s|`)readout (?!readout)([a-z]+)((?: --?[\w-]+| "[^"]*"| [^\s`]+)*)/gm),
  ].map(([, name = '', rest = '']) => [name, ...rest.split(' ').filter((word) => /^--[a-z]/.test(word))])
  assert.ok(commands.length >= 5, `only ${commands.length} commands seen`)
  const known = new Set(makeProgram('0.0.0', () => {}).commands.map((one) => one.name()))
  const unknown = commands.map(([name]) => name ?? '').filter((name) => !known.has(name))
  assert.deepEqual(unknown, [])
  for (const [, path = ''] of page.matchAll(/\]\(([^)#:]+)\)/g)) assert.ok(existsSync(join(ROOT, 'docs', path)), path)
  const metrics = load('src/server/meters.ts')
  for (const [name] of page.matchAll(/readout_[a-z_]+/g)) assert.ok(metrics.includes(`'${name}'`), name)
})
