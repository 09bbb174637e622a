import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageOf } from './page-address.ts'

test('one page is known by its address, whatever leads to it', () => {
  const page = pageOf('https://courier.karsk.example/2031/05/levy?id=7')
  for (const same of [
    'https://courier.karsk.example/2031/05/levy?id=7#comments',
    'http://Courier.Karsk.example:80/2031/05/levy?id=7&utm_source=post&utm_medium=mail',
    ' https://courier.karsk.example/2031/05/levy?fbclid=a1&id=7 ',
  ]) {
    assert.equal(pageOf(same), page)
  }
})

test('another path or another parameter is another page', () => {
  const page = pageOf('https://courier.karsk.example/levy')
  for (const other of ['/levy?id=7', '/levy?page=2', '/Levy', '/levy/', '/dam']) {
    assert.notEqual(pageOf(`https://courier.karsk.example${other}`), page)
  }
})

test('no page: nothing, a whole site, another scheme, what is no address', () => {
  for (const none of [undefined, '', 'https://courier.karsk.example/', 'https://courier.karsk.example/#top']) {
    assert.equal(pageOf(none), undefined)
  }
  for (const none of ['mailto:a@karsk.example', 'file:///levy', 'levy', 'https://'])
    assert.equal(pageOf(none), undefined)
  assert.notEqual(pageOf('https://courier.karsk.example/?p=12'), undefined)
})
