// A case is checked by tools that are not ours: sha256sum, gzip, and what its own README tells to be run by a shell; warcio where it is.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { decide } from '../decide.ts'
import { derive } from '../derive.ts'
import type { Desk } from '../desk.ts'
import { draftEdition } from '../editions/draft-edition.ts'
import { issueEdition } from '../editions/issue-edition.ts'
import { remove } from '../removal/remove.ts'
import { by, claimOf, openSmallDesk, WEEK } from '../removal/small-desk.contract.ts'
import { writeCase } from './write-case.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-case-'))
after(() => rmSync(root, { recursive: true, force: true }))

function sh(dir: string, command: string): { status: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: dir, encoding: 'utf8' })
  return { status, out: stdout + stderr }
}

/** The commands of the README of a case, by the number of the step. */
function stepsOf(dir: string): string[] {
  const readme = readFileSync(join(dir, 'README.txt'), 'utf8')
  return readme
    .split(/^\d\. /m)
    .slice(1)
    .map((step) =>
      step
        .split('\n')
        .flatMap((line) => (line.startsWith('     ') ? line : []))
        .join('\n'),
    )
}

async function openCase(name: string): Promise<{ desk: Desk; dir: string }> {
  const desk = await openSmallDesk(join(root, name))
  const [ferries, halt] = [claimOf(desk, 'Quinzelbar'), claimOf(desk, 'shelling')]
  await decide(desk, { kind: 'different', ids: [ferries, halt], by, why: 'two matters' })
  await derive(desk)
  await draftEdition(desk, { week: WEEK, by, why: '' })
  await issueEdition(desk, { week: WEEK, by, why: 'out', from: 1 })
  return { desk, dir: join(root, `${name}-case`) }
}

test('what is handed out is checked by sha256sum and by a shell alone, and what was changed is named', async (t) => {
  const { desk, dir } = await openCase('whole')
  try {
    const written = await writeCase(desk, { dir, named: [WEEK, 'halt'], software: 'Readout/test' })
    assert.deepEqual([written.reports, written.captures, written.decisions], [3, 3, 2])
    const [sums, names, chain] = stepsOf(dir)
    assert.match(sh(dir, sums ?? '').out, /manifest\.json: OK/)
    assert.equal(sh(dir, sums ?? '').status, 0)
    assert.equal(sh(dir, names ?? '').out, '')
    assert.equal(sh(dir, chain ?? '').out, '')
    assert.equal(sh(dir, 'gzip -t captures.warc.gz').status, 0)
    const evidence = readFileSync(join(dir, 'evidence.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    let pieces = 0
    for (const { source, selector } of evidence.flatMap((line) => line.evidence)) {
      const points = [...readFileSync(join(dir, source), 'utf8')]
      const [quote, { start, end }] = selector
      assert.equal(points.slice(start, end).join(''), quote.exact)
      pieces += 1
    }
    assert.ok(pieces > 10)
    const indexed = sh(dir, 'warcio index captures.warc.gz').out.trim().split('\n')
    const types = indexed.map((line) => JSON.parse(line)['warc-type'])
    assert.equal(types.filter((type) => type === 'resource').length, 3)
    const [, , , warc] = stepsOf(dir)
    // the warcio of Python tries digests as well; that of npm, which the tests have, lists records
    if (/\bcheck\b/.test(sh(dir, 'warcio --help').out)) assert.equal(sh(dir, warc ?? '').status, 0)
    else t.diagnostic('Python’s warcio is not here: the digests in the web archive were not tried by it')

    const log = readFileSync(join(dir, 'log.jsonl'), 'utf8')
    appendFileSync(join(dir, 'log.jsonl'), log.split('\n')[0] ?? '')
    assert.match(sh(dir, chain ?? '').out, /the chain/)
    assert.match(sh(dir, sums ?? '').out, /log\.jsonl: FAILED/)
    await assert.rejects(writeCase(desk, { dir, named: [WEEK], software: 'Readout/test' }), { code: 'EXPORT_REFUSED' })
  } finally {
    await desk.close()
  }
})

test('a case out of which words were removed says so, and names the records that are not what they are called', async () => {
  const { desk, dir } = await openCase('removed')
  try {
    const named = ['quinzelbar-offer']
    await remove(desk, { named, cause: 'law', why: 'court order 12', by }, { who: by })
    await derive(desk)
    await assert.rejects(writeCase(desk, { dir, named, software: 'Readout/test' }), { code: 'REPORT_REMOVED' })
    await writeCase(desk, { dir, named: [WEEK], software: 'Readout/test' })
    const [sums, names, chain] = stepsOf(dir)
    assert.equal(sh(dir, sums ?? '').status, 0)
    assert.equal(sh(dir, chain ?? '').out, '')
    assert.match(sh(dir, names ?? '').out, /editions\/[0-9a-f]{64}\.json is not what it is called/)
    assert.match(readFileSync(join(dir, 'README.txt'), 'utf8'), /words were taken out of them by law/)
    assert.doesNotMatch(sh(dir, 'cat editions/* texts/* records/*/* evidence.jsonl').out, /quinzelbar/i)
  } finally {
    await desk.close()
  }
})
