// What the template lets through, and what it refuses.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attribute, html, link, safeLink } from './html.ts'

test('text and attributes are escaped, own values pass, lists are joined', () => {
  const words = `<b>"Tal's" & co</b>`
  const item = html`<li title="${words}">${words}</li>`
  const escaped = '&lt;b&gt;&quot;Tal&#39;s&quot; &amp; co&lt;/b&gt;'
  assert.equal(String(item), `<li title="${escaped}">${escaped}</li>`)
  assert.equal(String(html`<ul>${[item, 'a<', 2]}</ul>${undefined}${false}`), `<ul>${item}a&lt;2</ul>`)
  assert.equal(String(html`<p${attribute('lang', 'e"n')}${attribute('id', undefined)}>`), '<p lang="e&quot;n">')
})

test('an object that only looks like markup does not pass', () => {
  const forged = { toString: () => '<script>' }
  // @ts-expect-error: only text, numbers and the template's own values may fill a hole
  assert.equal(String(html`${forged}`), '&lt;script&gt;')
  // @ts-expect-error: a Promise prints nothing useful
  assert.equal(String(html`${Promise.resolve('x')}`), '[object Promise]')
})

test('links go to http, https or the own pages and nowhere else', () => {
  for (const good of [
    'https://a.example/b?c#d',
    'HTTP://a.example',
    '/ledger',
    'reports/a.html#c1-2',
    '../style.css',
    '#main',
    'a/b:c',
  ]) {
    assert.equal(safeLink(good), good)
  }
  const bad = [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil',
    'java\tscript:x',
    'https://',
    '',
    ' ',
  ]
  for (const address of bad) assert.equal(safeLink(address), undefined, address)
  assert.equal(String(link('javascript:x', '<words>')), '&lt;words&gt;')
  assert.equal(String(link('/a?b=1&c=2', 'w', 'nofollow')), '<a href="/a?b=1&amp;c=2" rel="nofollow">w</a>')
})
