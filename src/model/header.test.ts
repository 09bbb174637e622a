import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headerOf, mediaTypeOf, typeOf } from './header.ts'

test('a line is found whatever its case, and the first of two counts', () => {
  const headers = [
    ['content-TYPE', ' text/html '],
    ['Content-Type', 'image/png'],
  ] as const
  assert.equal(headerOf(headers, 'content-type'), 'text/html')
  assert.equal(headerOf(headers, 'etag'), undefined)
})

test('a type is read without its parameters, and only what can be a report has a media type', () => {
  assert.equal(typeOf('Text/HTML; charset=utf-8'), 'text/html')
  assert.equal(typeOf(' ; charset=utf-8'), undefined)
  assert.equal(mediaTypeOf('application/xhtml+xml;charset=utf-8'), 'text/html')
  assert.equal(mediaTypeOf('image/png'), undefined)
  assert.equal(mediaTypeOf(undefined), undefined)
})
