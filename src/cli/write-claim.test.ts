import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { derive } from '../desk/derive.ts'
import { findForms } from '../desk/find-forms.ts'
import { findVoices } from '../desk/find-voices.ts'
import { findClaimBy, listRows } from '../desk/list-ledger.ts'
import { openDesk } from '../desk/open-desk.ts'
import { handIn } from '../desk/stand-in.contract.ts'
import { takeIn } from '../desk/take-in.ts'
import { writeClaim } from './write-claim.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-voices-'))
after(() => rmSync(root, { recursive: true, force: true }))

const REPORTS = [
  {
    name: 'offer',
    outlet: 'Meridian News Agency',
    published: '2031-05-06',
    text: `Veldania has offered Karsk a grain truce, a Veldanian official told Meridian News Agency on Tuesday.

Ilse Marrow, the envoy, did not respond to requests for comment on the offer.`,
  },
  {
    name: 'denial',
    outlet: 'Karsk Courier',
    published: '2031-05-07',
    text: `Corvin Hale, a spokesman for the Karsk treasury, denied on Wednesday that Veldania had offered Karsk a grain truce.`,
  },
]

test('a claim is printed with who put it forward and who answered it, in their words and with where they stand', async () => {
  const desk = await openDesk(join(root, 'desk'))
  await takeIn(desk, handIn(REPORTS), () => {})
  await derive(desk)
  const row = listRows(desk).find(({ wording }) => /offered Karsk a grain truce/.test(wording))
  const file = findClaimBy(desk, row?.claim ?? assert.fail('no such claim'))
  const voices = findVoices(desk, file)
  await desk.close()
  const lines = writeClaim(file.row ?? assert.fail(), voices).split('\n')
  assert.ok(lines.includes('Put forward by:'))
  assert.ok(
    lines.some((line) =>
      /^ {2}2031-05-06 {2}asserts: Veldanian official,.* in offer \(Meridian News Agency\): Veldania has offered/.test(
        line,
      ),
    ),
    lines.join('\n'),
  )
  assert.ok(
    lines.some((line) =>
      /^ {2}2031-05-07 {2}denies: Corvin Hale, in denial \(Karsk Courier\): Veldania had/.test(line),
    ),
    lines.join('\n'),
  )
  for (const { evidence, words, silence } of [...voices.putForward, ...voices.answers]) {
    assert.ok(silence || words === evidence.quote.replace(/\s+/g, ' ').trim())
  }
  const silent = voices.answers.find(({ silence }) => silence)
  if (silent)
    assert.match(lines.join('\n'), /does not answer: Ilse Marrow, .*: Ilse Marrow, the envoy, did not respond to/)
})

test('the printed forms of a claim’s words are listed with who printed which first and what it changed', async () => {
  const remark = (name: string, published: string, words: string) => ({
    name,
    outlet: `${name} Courier`,
    published,
    text: `“${words},” Ilse Marrow, the envoy, said on Tuesday.`,
  })
  const whole = 'The ferry lay at the pier for one night, and in the morning nobody would board it'
  const desk = await openDesk(join(root, 'forms'))
  await takeIn(
    desk,
    handIn([
      remark('Ostmere', '2031-05-06', whole),
      remark('Tolvar', '2031-05-07', whole),
      remark('Brissen', '2031-05-08', whole.replace('one night', 'one week')),
    ]),
    () => {},
  )
  await derive(desk)
  const row = listRows(desk).find(({ wording }) => /The ferry lay/.test(wording))
  const file = findClaimBy(desk, row?.claim ?? assert.fail('no such claim'))
  const forms = await findForms(desk, file)
  const voices = findVoices(desk, file)
  await desk.close()
  assert.deepEqual(
    forms[0]?.map(({ first, alsoIn, verdict, changes }) => [first.doc, alsoIn.map(({ doc }) => doc), verdict, changes]),
    [
      ['Ostmere', ['Tolvar'], undefined, undefined],
      ['Brissen', [], 'altered inside marks', [{ kind: 'replaced', was: 'night', became: 'week' }]],
    ],
  )
  const lines = writeClaim(file.row ?? assert.fail(), voices, { remarks: forms }).split('\n')
  const at = lines.indexOf('Printed forms of its words:')
  assert.deepEqual(lines.slice(at + 1, at + 5), [
    `  “${whole}”`,
    '      first in Ostmere (Ostmere Courier, 2031-05-06); also in Tolvar (Tolvar Courier, 2031-05-07)',
    `  “${whole.replace('one night', 'one week')}” (altered inside the quotation marks: “night” became “week”)`,
    '      first in Brissen (Brissen Courier, 2031-05-08)',
  ])
})
