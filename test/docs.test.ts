// The manual is tested: every command that a code block names exists with its options, and every link leads somewhere.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { makeProgram } from '../src/cli/program.ts'
import { codeBlocks, commandsIn } from './manual.ts'

const ROOT = join(import.meta.dirname, '..')
const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'GLOSSARY.md', 'ARCHITECTURE.md', 'sample/README.md']

function load(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8')
}

test('every command in a code block exists, with every option that it is given', () => {
  const program = makeProgram('0.0.0', () => {})
  const { scripts } = JSON.parse(load('package.json')) as { scripts: Record<string, string> }
  const commands = ['README.md', 'CONTRIBUTING.md'].flatMap((page) => commandsIn(codeBlocks(load(page))))
  assert.ok(commands.length >= 12, `only ${commands.length} commands seen`)
  for (const words of commands) {
    const said = words.join(' ')
    if (words[0] === 'npm') {
      const script = words[1] === 'run' ? words.find((word, i) => i > 1 && !word.startsWith('-')) : words[1]
      assert.ok(['ci', 'pack', 'install'].includes(script ?? '') || scripts[script ?? ''], said)
      continue
    }
    const command = program.commands.find((one) => one.name() === words[1])
    assert.ok(command || words[1]?.startsWith('-'), `there is no ${said}`)
    let named = command // as in readout source add, readout mail subscribers import
    for (const word of words.slice(2)) named = named?.commands.find((one) => one.name() === word) ?? named
    for (const { long, mandatory } of named?.options ?? [])
      assert.ok(!mandatory || words.includes(long ?? '') || words.includes('--help'), `${said}: without ${long}`)
    for (const option of words.slice(2).filter((word) => word.startsWith('--'))) {
      const known = option === '--help' || named?.options.some(({ long }) => long === option)
      assert.ok(known, `${said}: no ${option}`)
    }
  }
})

test('every command of the program stands in the README', () => {
  const readme = load('README.md')
  for (const command of makeProgram('0.0.0', () => {}).commands) {
    assert.match(readme, new RegExp(`readout ${command.name()}\\b`), command.name())
  }
})

test('every link of the documents to a file of ours leads to one', () => {
  for (const page of PAGES.filter((name) => existsSync(join(ROOT, name)))) {
    for (const [, target = ''] of load(page).matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)) {
      const file = join(dirname(join(ROOT, page)), target.replace(/#.*$/, ''))
      assert.ok(existsSync(file), `${page} links to ${target}`)
    }
  }
})

test('every field that the example of annotate prints is told of', () => {
  const readme = load('README.md')
  const [, told = ''] = /^## What `annotate` prints(.*?)^## /ms.exec(readme) ?? []
  const example = codeBlocks(readme).find(({ text }) => text.includes('| readout annotate -\n'))
  const fields = new Set(fieldsOf(JSON.parse(example?.text.split('\n')[1] ?? '{}')))
  assert.ok(fields.size > 20, `only ${fields.size} fields seen`)
  for (const field of fields) assert.ok(told.includes(`\`${field}\``), field)
})

function fieldsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(fieldsOf)]
}
