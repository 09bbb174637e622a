import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vetUrl } from './vet-url.ts'

const vet = (text: string, base?: URL): string => {
  const vetted = vetUrl(text, [80, 443, 8080], base)
  return 'url' in vetted ? vetted.url.href : vetted.reason
}

test('addresses of the web pass, in one spelling and without their fragment', () => {
  assert.equal(vet('HTTPS://Marrow.Example:443/a b?q=é#part'), 'https://marrow.example/a%20b?q=%C3%A9')
  assert.equal(vet(' http:\\\\marrow.example\\x '), 'http://marrow.example/x')
  assert.equal(vet('http://marrow.example:8080'), 'http://marrow.example:8080/')
  assert.equal(vet('http://müller.example/'), 'http://xn--mller-kva.example/')
  assert.equal(vet('../../b', new URL('https://marrow.example/x/a')), 'https://marrow.example/b')
  assert.equal(vet('//hale.example/', new URL('https://marrow.example/x/a')), 'https://hale.example/')
})

test('whatever else is named, with the reason', () => {
  assert.match(vet('marrow.example'), /no web address/)
  assert.match(vet(''), /no web address/)
  assert.match(vet('http://'), /no web address/)
  assert.match(vet('http://[fe80::1%25eth0]/'), /no web address/)
  assert.match(vet('http://1.2.3.4.5.6/'), /no web address/)
  for (const scheme of ['ftp', 'file', 'data', 'javascript', 'gopher', 'blob', 'ws', 'about', 'feed']) {
    assert.match(vet(`${scheme}:x`), new RegExp(`^${scheme}: is not asked for`))
  }
  assert.match(vet('http://ilse@marrow.example/'), /user name/)
  assert.match(vet('http://:secret@marrow.example/'), /password/)
  assert.match(vet('http://marrow.example:25/'), /port 25/)
  assert.match(vet('https://marrow.example:80443/'), /no web address/)
  assert.match(vet(`http://marrow.example/${'a'.repeat(9000)}`), /over the cap/)
  assert.doesNotMatch(vet('http://ilse:geheim@marrow.example/'), /geheim/)
})
