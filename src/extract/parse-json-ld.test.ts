import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseJsonLd, type Thing, textOf } from './parse-json-ld.ts'

const article = (script: string): Thing | undefined =>
  parseJsonLd([script]).find((thing) => thing['@type'] === 'NewsArticle')

test('graphs, lists and references give their things', () => {
  const things = parseJsonLd([
    '[{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Karsk","author":{"@id":"#im"},"publisher":[{"@id":"#hp"}]}]}]',
    '{"@id":"#im","@type":"Person","name":"Ilse Marrow"}',
    '{"@id":"#hp","@type":"NewsMediaOrganization","name":"Harbour Post"}',
    '{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","headline":"Inside"}}',
  ])
  const [first, second] = things.filter((thing) => thing['@type'] === 'NewsArticle')
  assert.deepEqual(first?.author, { '@id': '#im', '@type': 'Person', name: 'Ilse Marrow' })
  assert.deepEqual(first?.publisher, [{ '@id': '#hp', '@type': 'NewsMediaOrganization', name: 'Harbour Post' }])
  assert.equal(second?.headline, 'Inside')
})

test('what stands around the JSON and what is wrong in it does not hide it', () => {
  const plain = '{"@type":"NewsArticle","headline":"Karsk talks"}'
  for (const script of [
    `<!-- ${plain} -->`,
    `//<![CDATA[\n${plain}\n//]]>`,
    `/* <![CDATA[ */ ${plain} /* ]]> */`,
    `${plain};`,
    plain.replaceAll('"', '&quot;'),
    '{"@type":"NewsArticle","headline":"Karsk talks",}',
    '{"@type":"NewsArticle","description":"two\nlines\tand a tab","headline":"Karsk talks"}',
    `{"@type":"WebSite","name":"Harbour Post"}\n${plain}`,
    '{"@type":"NewsArticle","headline":"Karsk talks","articleBody":"The envoy said "no" and',
    '{"@type":"NewsArticle","headline":"Karsk talks","author":[{"@type":"Person","name":"Ilse',
  ])
    assert.equal(textOf(article(script)?.headline), 'Karsk talks', script)
})

test('of what is cut off, the names of people are read too', () => {
  const cut = '{"@type":"NewsArticle","author":{"@type":"Person","name":"Ilse Marrow"},"publisher":{"@type":"Org'
  assert.deepEqual(article(cut), { '@type': 'NewsArticle', author: 'Ilse Marrow' })
})

test('values lose the escapes of HTML', () => {
  assert.equal(textOf('Karsk &amp;amp; Veldania&#39;s <em>port</em>'), 'Karsk & Veldania’s port'.replace('’', "'"))
  assert.equal(textOf({ '@value': 'Karsk' }), 'Karsk')
  assert.equal(textOf(['', 'Karsk']), 'Karsk')
  assert.equal(textOf(5), undefined)
})

test('no script makes it throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.json().map((json) => json.slice(3)),
      ),
      (script) => {
        parseJsonLd([script])
      },
    ),
    { seed: 7, numRuns: 300 },
  )
})
