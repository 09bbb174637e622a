import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageOf } from '../../model/page-address.ts'
import { tidyAddress } from './host-key.ts'

test('an address is asked for without what only tells how a reader came there, and else as it is written', () => {
  const bare = 'https://courier.example/levy?q=a%20b,c+d&id=7'
  const led = 'https://courier.example/levy?utm_source=post&q=a%20b,c+d&xtor=RSS-1&id=7&gclid=x#top'
  assert.equal(tidyAddress(led), bare)
  assert.equal(pageOf(led), pageOf(bare))
  assert.equal(tidyAddress('/levy?fbclid=1', 'https://courier.example/feed'), 'https://courier.example/levy')
  assert.equal(tidyAddress('mailto:ilse@courier.example'), undefined)
  assert.equal(tidyAddress('levy'), undefined)
})
