import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Doc } from '../model/doc.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId } from '../model/id.ts'
import { extractAny } from './extract-any.ts'

const P =
  '<p>The envoy of Veldania said in Karsk that nobody had asked for the grain corridor to be opened =E2=80=94 and no offe=\r\nr was made, as far as the ministry knew.</p>'
const PAGE = `<html><head><link rel=3D"canonical" href=3D"/karsk"></head><body><article><h1>Karsk corridor stays shut</h1>${P.repeat(4)}</article></body></html>`

const part = (headers: readonly string[], body: string): string => [...headers, '', body].join('\r\n')
const mhtml = (parts: readonly string[], more = ''): string =>
  [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://www.harbour-post.example/snapshot',
    'Subject: Karsk',
    'MIME-Version: 1.0',
    `Content-Type: multipart/related;\r\n\ttype="text/html";${more}\r\n\tboundary="----Cut--1"`,
    '',
    '',
    ...parts.map((one) => `------Cut--1\r\n${one}`),
    '------Cut--1--',
    '',
  ].join('\r\n')
const docOf = (text: string): Promise<Doc> =>
  extractAny({ bytes: Buffer.from(text, 'latin1'), mediaType: 'multipart/related', capture: asId('c1') })

const html = (body: string, more: readonly string[] = []): string =>
  part(['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', ...more], body)
const frame = html(
  '<p>Buy grain. Buy guns. Buy both, and the corridor comes free of charge for all of the spring.</p>',
  ['Content-Location: cid:frame-2'],
)
const picture = part(
  ['Content-Type: image/png', 'Content-Transfer-Encoding: base64', 'Content-Location: https://x.example/a.png'],
  'iVBORw0KGgo=',
)

test('the page is read, pictures and frames are not', async () => {
  const doc = await docOf(
    mhtml([html(PAGE, ['Content-Location: https://www.harbour-post.example/saved']), frame, picture]),
  )
  assert.equal(doc.title, 'Karsk corridor stays shut')
  assert.match(doc.text, /opened — and no offer was made/)
  assert.equal(doc.text.includes('Buy grain'), false)
  assert.deepEqual(
    doc.fields.filter(({ name }) => name === 'url').map(({ value, path }) => [value, path]),
    [
      ['https://www.harbour-post.example/karsk', 'link[rel="canonical"]'],
      ['https://www.harbour-post.example/saved', 'Content-Location'],
    ],
  )
})

test('the start parameter names the page; else the snapshot says where it stood', async () => {
  const doc = await docOf(mhtml([frame, html(PAGE, ['Content-ID: <page-1>'])], '\r\n\tstart="<page-1>";'))
  assert.equal(doc.title, 'Karsk corridor stays shut')
  assert.equal(
    doc.fields.find(({ path }) => path === 'Content-Location')?.value,
    'https://www.harbour-post.example/snapshot',
  )
})

test('base64, other charsets and a file that breaks off', async () => {
  const words = `<h1>Karsk</h1>${'<p>The envoy said “no” in Karsk, and nobody there had asked for the corridor.</p>'.repeat(4)}`
  const western = Buffer.from(words.replaceAll('“', '\x93').replaceAll('”', '\x94'), 'latin1').toString('base64')
  const coded = part(['Content-Type: text/html; charset="windows-1252"', 'Content-Transfer-Encoding: base64'], western)
  assert.match((await docOf(mhtml([coded]))).text, /said “no” in Karsk/)
  const undeclared = part(
    ['Content-Type: text/html', 'Content-Transfer-Encoding: 8bit'],
    Buffer.from(`<meta charset="utf-8">${words}`).toString('latin1'),
  )
  assert.match((await docOf(mhtml([undeclared]))).text, /said “no” in Karsk/)
  const cut = mhtml([html(PAGE)])
  assert.match((await docOf(cut.slice(0, cut.length - 400))).text, /nobody had asked/)
})

test('where no page is in it, it says so', async () => {
  for (const text of [mhtml([picture]), mhtml([]), 'MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx'])
    await assert.rejects(docOf(text), (error) => error instanceof ReadoutError && error.code === 'NO_TEXT')
})
