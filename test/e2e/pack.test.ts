// The package as it is shipped: packed, put where nothing else is but what it says that it depends on, and run by the Node that runs this
// test. READOUT_WHOLE=1 has npm install it, with all its dependencies anew, which takes a minute or two.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { test } from 'node:test'
import { makeFolder } from '../readout.ts'

const ROOT = join(import.meta.dirname, '..', '..')

const ENV = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' } // as the README says

function npm(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const script = process.env.npm_execpath // set where npm runs this test
  const [command, first] = script ? [process.execPath, [script]] : ['npm', []]
  const { status, stdout, stderr } = spawnSync(command, [...first, ...args], { cwd: ROOT, encoding: 'utf8', env: ENV })
  return { status, out: stdout, err: stderr }
}

test('the packed file installs and runs', (t) => {
  const folder = makeFolder()
  const packed = npm('pack', '--pack-destination', folder)
  assert.equal(packed.status, 0, packed.err)
  const [tarball = ''] = readdirSync(folder)
  assert.match(tarball, /^readout-.*\.tgz$/)
  if (process.env.READOUT_WHOLE) {
    const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
    const installed = npm('install', '--global', '--prefix', join(folder, 'prefix'), ...quiet, join(folder, tarball))
    if (installed.status !== 0 && /ENOTFOUND|ECONNREFUSED|ENOTCACHED|EAI_AGAIN|ETIMEDOUT/.test(installed.err)) {
      t.skip('its dependencies are neither in the cache of npm nor to be had from a registry')
      return
    }
    assert.equal(installed.status, 0, installed.err)
  } else unpack(join(folder, tarball), join(folder, 'prefix'))
  const run = (...args: readonly string[]): string => {
    const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`
    const env = { ...process.env, PATH: path, NODE_TEST_CONTEXT: '' }
    const { status, stdout, stderr } = spawnSync(join(folder, 'prefix', 'bin', 'readout'), args, {
      cwd: folder,
      encoding: 'utf8',
      env,
    })
    assert.equal(status, 0, stderr)
    return stdout
  }
  const made = join(folder, 'prefix', 'lib', 'node_modules', 'readout', 'dist')
  for (const script of readdirSync(join(ROOT, 'web')).filter((file) => /^[\w-]+\.ts$/.test(file))) {
    assert.ok(existsSync(join(made, 'web', script.replace('.ts', '.js'))), `${script} is not shipped`)
  }
  assert.match(run('--help'), /^Usage: readout/)
  assert.match(run('start', '--once'), /the edition of 2031-W11 lies in .*desk/)
  assert.match(run('check'), /all of it holds/)
})

// As npm lays it out: the package, what the lock says that it needs when it runs, and its program.
function unpack(tarball: string, prefix: string): void {
  const own = join(prefix, 'lib', 'node_modules', 'readout')
  mkdirSync(own, { recursive: true })
  const { status, stderr } = spawnSync('tar', ['-xzf', tarball, '-C', own, '--strip-components=1'], {
    encoding: 'utf8',
  })
  assert.equal(status, 0, stderr)
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>
  }
  for (const [path, { dev, devOptional }] of Object.entries(lock.packages)) {
    const isOuter = path.lastIndexOf('node_modules/') === 0 // those within lie within
    if (!isOuter || dev || devOptional || !existsSync(join(ROOT, path))) continue
    mkdirSync(dirname(join(own, path)), { recursive: true })
    symlinkSync(join(ROOT, path), join(own, path))
  }
  mkdirSync(join(prefix, 'bin'))
  const { bin } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as { bin: Record<'readout', string> }
  chmodSync(join(own, bin.readout), 0o755)
  symlinkSync(join(own, bin.readout), join(prefix, 'bin', 'readout'))
}
