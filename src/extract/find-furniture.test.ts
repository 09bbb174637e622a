import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RemovedReason } from '../model/doc.ts'
import { findFurniture } from './find-furniture.ts'
import { nameFurniture } from './name-furniture.ts'

const A = 'Veldania will not reopen the grain corridor before the spring, its envoy said on Monday.'
const B = '“Nobody asked us,” Ilse Marrow told the Meridian News Agency in Karsk.'
const C = 'The harbour masters of Karsk, who had been on strike since May, went back to work on Tuesday.'
const D = 'A vote on the coalition is expected next week, two ministers said.'

/** The lines that stay. */
const kept = (lines: readonly string[]): string[] => {
  const reasons = findFurniture(lines)
  return lines.filter((_, index) => reasons[index] === undefined)
}

test('lines that their own words give away', () => {
  const named: readonly (readonly [string, RemovedReason | undefined])[] = [
    ['Keep reading', 'keep reading'],
    ['Read the full story »', 'keep reading'],
    ['Show moreShow less', 'keep reading'],
    ['Read more: Harbour strike ends', 'teaser'],
    ['You may also like', 'teaser'],
    ['More from the Harbour Post', 'teaser'],
    ['Main photo credit: Ilse Marrow in Karsk (Meridian/J. Holt)', 'photo credit'],
    ['Photo: Jon Holt/Meridian', 'photo credit'],
    ['The harbour of Karsk at dusk. (Image: Meridian/J. Holt)', 'photo credit'],
    ['Sign up for our free weekly newsletter and never miss a talk.', 'newsletter'],
    ['Subscribe now to our weekly round-up', 'newsletter'],
    ['ADVERTISEMENT', 'advertisement'],
    ['Story continues below advertisement', 'advertisement'],
    ['Share on Facebook', 'share buttons'],
    ['Facebook Twitter WhatsApp Email', 'share buttons'],
    ['Follow us on social', 'share buttons'],
    ['© 2024 Harbour Post. All rights reserved.', 'copyright line'],
    ['Analysis | World Desk', 'section label'],
    ['The Foreign Office at dusk. Photograph: Elias Corran for the Courier', 'photo credit'],
    ['The Courier at breakfast. Ten headlines a day. Subscribe to the letter', 'newsletter'],
    ['Filed under: Karsk, grain', 'section label'],
    ['Home > World > Veldania', 'menu'],
    ['Skip to content', 'menu'],
    ['We use cookies to improve your visit.', 'cookie notice'],
    ['Video by Jon Holt', 'photo credit'],
    ['Photo by Jon Holt/Meridian. Used with leave.', 'photo credit'],
    ['Photo credit: Envoy Ilse Marrow, who said no, leaves Karsk.', 'photo credit'],
    ['Copyright 2031 Meridian News Agency', 'copyright line'],
    ['COPYRIGHT © HARBOUR POST 2031.', 'copyright line'],
    ['copyright by the Harbour Post', 'copyright line'],
    ['Copyright: Meridian', 'copyright line'],
    ['(c) Harbour Post, all rights reserved', 'copyright line'],
    ['We and our partners store cookies on your device.', 'cookie notice'],
    ['This website uses cookies.', 'cookie notice'],
    ['Register now to receive our e-mail alerts.', 'newsletter'],
    ['Sign up with your e-mail address to get the weekly digest', 'newsletter'],
    ['Video by a resident shows that the Ketter dam burst at dawn, the council said.', undefined],
    ['Photographs by satellite firm Orbis show two new bridges across the Ketter.', undefined],
    ['Images via Telegram appeared to show the dam, the envoy told Meridian.', undefined],
    ['Copyright law in Karsk has not changed since 1971, and the minister said that it would not.', undefined],
    ['Copyright law in Karsk has not changed since 1971.', undefined],
    ['Copyright Office clerks in Karsk went on strike on Monday.', undefined],
    ['We bake cookies for the soldiers at the bridge, Ilse Marrow said.', undefined],
    ['We bake cookies for the soldiers at the bridge.', undefined],
    ['Register offices in Karsk received e-mails that the minister wrote himself.', undefined],
    ['Sign-up sheets in Karsk asked for e-mails that nobody had.', undefined],
    ['Get-out-the-vote e-mails reached Karsk on Monday.', undefined],
    ['Read more about the talks, the envoy said, and you will see that nobody asked.', undefined],
    ['Share prices in Karsk fell by a third on Monday.', undefined],
    ['Sign up, the recruiter told them, and the newsletter will make you famous, she said.', undefined],
    ['Addressing violence.', undefined],
    ['Follow the money.', undefined],
    ['Photographs of the harbour show no ships, the ministry said.', undefined],
    ['Latest figures show that exports of grain fell by half.', undefined],
    ['“We use cookies,” said the baker of Karsk, “to feed the crews.”', undefined],
  ]
  for (const [line, reason] of named) assert.equal(nameFurniture(line), reason, line)
})

test('a clean report loses nothing', () => {
  const clean = [
    'Karsk corridor stays shut',
    'Envoy blames the harbour',
    A,
    'GRAIN AND GUNS',
    B,
    '— A dash item without a stop',
    'In other news:',
    C,
    'Who pays?',
    D,
    'Q: And now?',
    'Additional reporting by Jon Holt',
  ]
  assert.deepEqual(kept(clean), clean)
})

test('menus above and below the report go, single short lines stay', () => {
  assert.deepEqual(
    kept([
      'Home',
      'News',
      'World',
      'Karsk',
      'Corridor stays shut for now',
      A,
      B,
      'About us',
      'Careers',
      'Privacy policy',
    ]),
    ['Corridor stays shut for now', A, B],
  )
  assert.deepEqual(kept([A, 'World', B, 'Sport', C]), [A, 'World', B, 'Sport', C])
})

test('a repeated title stays once', () => {
  assert.deepEqual(
    kept(['Karsk corridor stays shut?', 'Karsk Corridor Stays Shut?', A, B, 'Karsk corridor stays shut?']),
    ['Karsk corridor stays shut?', A, B],
  )
})

test('a headline that begins as teasers do stays above its report', () => {
  assert.deepEqual(kept(['WATCH: Envoy walks out of Karsk talks', A, B]), [
    'WATCH: Envoy walks out of Karsk talks',
    A,
    B,
  ])
  assert.deepEqual(kept(['Karsk corridor stays shut', A, B, 'WATCH: Envoy walks out of Karsk talks', C]), [
    'Karsk corridor stays shut',
    A,
    B,
    C,
  ])
})

test('teasers with title, credit, label and "keep reading" go, several or one', () => {
  const teaser = [
    'ministers, karsk',
    'Top photo credit: Ministers in Karsk (Meridian)',
    'Coalition talks: who blinks first?',
    'Veldania Politics',
    C,
    D,
    'keep readingShow less',
  ]
  assert.deepEqual(kept(['Karsk corridor stays shut', A, B, ...teaser]), ['Karsk corridor stays shut', A, B])
  assert.deepEqual(kept(['Karsk corridor stays shut', A, B, ...teaser, ...teaser, 'LATEST', 'Newsletter']), [
    'Karsk corridor stays shut',
    A,
    B,
  ])
})

test('two teasers need less proof each than one', () => {
  const one = ['Strike ends', 'Photo: Jon Holt/Meridian', C, 'Read more']
  const two = ['Vote comes early', 'Photo: Jon Holt/Meridian', D, 'Read more']
  assert.deepEqual(kept([A, B, ...one, ...two]), [A, B])
})

test('a report that the page cuts by "keep reading" stays whole', () => {
  assert.deepEqual(kept([A, B, 'What comes next', C, D, 'Keep reading']), [A, B, 'What comes next', C, D])
  assert.deepEqual(kept([A, B, 'Photo: Jon Holt/Meridian', 'What comes next', C, 'Keep reading']), [
    A,
    B,
    'What comes next',
    C,
  ])
})

test('teasers that nothing closes are told by two heads of credit, title and label', () => {
  const teaser = (title: string, text: string): string[] => [
    'Top photo credit: The harbour (Meridian)',
    title,
    'World',
    text,
  ]
  assert.deepEqual(kept([A, B, ...teaser('Strike ends in Karsk', C), ...teaser('Vote comes early', D)]), [A, B])
  assert.deepEqual(kept([A, B, 'Photo: Jon Holt/Meridian', 'What comes next', C, D]), [A, B, 'What comes next', C, D])
})

test('the titles under "Most read" go; the report goes on below them', () => {
  assert.deepEqual(kept([A, B, 'Most read', 'Strike ends in Karsk', 'Vote comes early']), [A, B])
  assert.deepEqual(kept([A, 'Related stories', 'Strike ends in Karsk', 'Vote comes early', B, C, D]), [A, B, C, D])
})

test('titles and summaries that take turns to the end go with their header', () => {
  assert.deepEqual(kept([A, B, 'Read next', 'Strike ends in Karsk', C, 'Vote comes early', D]), [A, B])
})

test('titles with days of other years below the report go', () => {
  assert.deepEqual(kept([A, B, 'Strike ends in Karsk', 'March 3, 2027', 'Vote comes early', '5 April 2027']), [A, B])
  assert.deepEqual(kept([A, B, 'Correction of March 3, 2024']), [A, B, 'Correction of March 3, 2024'])
})

test('newsletter boxes and adverts inside the report go without their neighbours', () => {
  assert.deepEqual(
    kept([A, 'Advertisement', B, 'Newsletter', 'Get our weekly briefing in your inbox', 'Your email address', C]),
    [A, B, C],
  )
})
