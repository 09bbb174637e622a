// An edition drafted, edited, issued and corrected in a browser: by the keyboard alone, and by plain forms where no script runs. What
// a line does not bear out stops the issue until it is mended or accepted; what is printed otherwise later is shown as a correction.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { addAccount } from '../../src/desk/accounts/keep-accounts.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { editEdition } from '../../src/desk/editions/edit-edition.ts'
import { findNewest } from '../../src/desk/editions/find-edition.ts'
import { serve } from '../../src/server/serve.ts'
import { makeFolder } from '../readout.ts'
import { openSampleDesk } from '../sample-desk.ts'
import { noBrowser, openBrowser, openPage } from './browser.ts'
import { go, isFocused, pressUntil } from './by-keyboard.ts'
import { inspectPage } from './inspect-page.ts'

const PASSWORD = 'a long stone wall'
const WEEKS = { keys: '2031-W11', forms: '2031-W10' }

const folder = makeFolder()
let desk: Desk
let served: Awaited<ReturnType<typeof serve>>
let browser: Browser

before(async () => {
  desk = await openSampleDesk(join(folder, 'desk'))
  served = await serve(desk, { port: 0 })
  if (!noBrowser) browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  await served.close()
  await desk.close()
})

const linesOn = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('.edit-line')].map((each) => each.id)`)
const textOf = async (page: Page, id: string): Promise<string> => {
  const shown = await page.locator(`[id="${id}"] .edit-words > .line`).innerText()
  return shown.replace(/\s*\[Not borne out: [^\]]*\]\s*/g, ' ').trim()
}
const focusOf = (page: Page): Promise<string> => page.evaluate('document.activeElement.id')
const newest = (week: string) => findNewest(desk, { week }) ?? assert.fail(`no version of ${week}`)

/** The id of the line whose words fit. */
async function lineWith(page: Page, words: RegExp): Promise<string> {
  const lines = await page.locator('.edit-line').all()
  for (const line of lines) {
    if (words.test((await line.locator('.edit-words > .line').textContent()) ?? ''))
      return (await line.getAttribute('id')) ?? ''
  }
  return assert.fail(`no line has ${words}`)
}

/** Presses keys that change the edition, and waits for the page of the version that is kept. */
async function change(page: Page, ...keys: string[]): Promise<void> {
  const { number } = newest(WEEKS.keys).ref
  await go(page, keys, new RegExp(`/edit\\?(?:.*&)?kept=${number + 1}(?:#|$)`))
}

/** Other words for the line in focus. */
async function reword(page: Page, text: string): Promise<void> {
  await page.keyboard.press('e')
  assert.ok(await isFocused(page, 'textarea[name="text"]'))
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
  await page.keyboard.press('Tab')
  await change(page, 'Enter')
}

test('by the keyboard alone: drafted, moved, dropped, reworded, issued, corrected', { skip: noBrowser }, async () => {
  const { page, faults, close } = await openPage(browser)
  await page.goto(`${served.url}/editions`)
  await page.locator('[data-help]').waitFor()
  await go(page, ['j', 'd'], /\/edition\/2031-W11\/edit\?kept=1$/)
  const lines = await linesOn(page)

  await page.keyboard.press('j')
  assert.equal(await focusOf(page), lines[0])
  await page.keyboard.press('j')
  const moved = lines[1] ?? ''
  await change(page, 'J')
  assert.equal(await focusOf(page), moved, 'focus is where it was')
  assert.deepEqual((await linesOn(page)).slice(1, 3), [lines[2], moved])
  await change(page, 'x')
  assert.ok(!(await linesOn(page)).includes(moved))
  assert.equal(await focusOf(page), lines[3], 'focus is on what stands there now')
  await change(page, 'u')
  assert.deepEqual((await linesOn(page)).slice(1, 3), [lines[2], moved], 'undone')
  await change(page, 'u')
  assert.deepEqual(await linesOn(page), lines, 'undone once more')

  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const ruled = await textOf(page, moved)
  await reword(page, `Meanwhile, ${ruled}`)
  assert.equal(await focusOf(page), moved)
  assert.equal(await textOf(page, moved), `Meanwhile, ${ruled}`)
  assert.equal(await page.locator('.edit-check.stopped').count(), 0, 'harmless words stop nothing')

  const quoting = await lineWith(page, /“[^”]*\b(?:eight|seventeen|two)\b/i)
  while ((await focusOf(page)) !== quoting) await page.keyboard.press('j')
  const quoted = await textOf(page, quoting)
  await reword(page, quoted.replace(/\b(?:eight|seventeen|two)\b/i, 'ninety'))
  assert.equal(await focusOf(page), quoting)
  assert.match(await page.locator(`[id="${quoting}"] .misses`).innerText(), /Not borne out/)
  assert.match(await page.locator(`[id="${quoting}"] .miss`).first().innerText(), /ninety/)
  await inspectPage(page, `${served.url}/edition/2031-W11/edit`, 'edition-edit')
  await page.setViewportSize({ width: 1100, height: 800 })

  await go(page, ['i'], /\/edition\/2031-W11\/issue$/)
  assert.match(await page.locator('.edit-check').innerText(), /One thing stops the issue/)
  assert.equal(await page.locator('.ruling-form').count(), 0)
  await inspectPage(page, `${served.url}/edition/2031-W11/issue`, 'edition-stopped')
  await page.setViewportSize({ width: 1100, height: 800 })
  await pressUntil(page, 'Tab', '.edit-check a')
  await go(page, ['Enter'], /\/edit#line-/)
  assert.equal(await focusOf(page), quoting)
  await pressUntil(page, 'Tab', 'input[name="why"]')
  await page.keyboard.type('heard on the recording')
  await page.keyboard.press('Tab')
  await change(page, 'Enter')
  assert.match(await page.locator(`[id="${quoting}"]`).innerText(), /Accepted by .*: heard on the recording/)

  await pressUntil(page, 'Tab', '.add-own > summary')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('We shall be back in a week.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await change(page, 'Enter')
  const own = await focusOf(page)
  assert.equal(await textOf(page, own), 'We shall be back in a week.')

  await go(page, ['i'], /\/issue$/)
  await pressUntil(page, 'Tab', 'textarea[name="why"]')
  await page.keyboard.type('read and found good')
  await page.keyboard.press('Tab')
  await go(page, ['Enter'], /\/edition\/2031-W11\?kept=\d+$/)
  assert.match(await page.locator('.edition-where').innerText(), /^issued Issued on/)
  assert.match(await page.locator('main').innerText(), /We shall be back in a week\. \(a line of .*, the editor\)/)
  assert.equal(newest(WEEKS.keys).ref.state, 'issued')

  await go(page, ['e'], /\/edition\/2031-W11\/edit$/)
  while ((await focusOf(page)) !== moved) await page.keyboard.press('j')
  await reword(page, ruled)
  await go(page, ['i'], /\/issue$/)
  await pressUntil(page, 'Tab', 'textarea[name="why"]')
  await page.keyboard.type('a word too many')
  await page.keyboard.press('Tab')
  await go(page, ['Enter'], /\/edition\/2031-W11\?kept=\d+$/)
  assert.match(await page.locator('.edition-where').innerText(), /^corrected Issued, and corrected on/)
  assert.match(
    await page.locator('.corrections').innerText(),
    /It said: Meanwhile, .*It now says: .*\n*Why: a word too many/s,
  )
  assert.match(await page.locator('.corrected-here').innerText(), /^Corrected on .* It said: Meanwhile, /)
  for (const [path, name] of [
    ['/edition/2031-W11', 'edition-corrected'],
    ['/edition/2031-W11/versions', 'edition-versions'],
    ['/editions', 'editions'],
  ] as const) {
    await inspectPage(page, served.url + path, name)
  }
  assert.deepEqual(faults, [])
  await close()
})

test('by plain forms where no script runs', { skip: noBrowser }, async () => {
  const { page, faults, close } = await openPage(browser, { javaScriptEnabled: false })
  const edit = `${served.url}/edition/${WEEKS.forms}/edit`
  /** Presses a button that changes the edition, and waits for the page of the version that is kept. */
  const press = async (button: Locator): Promise<void> => {
    const number = findNewest(desk, { week: WEEKS.forms })?.ref.number ?? 0
    const shown = page.waitForURL(new RegExp(`[?&]kept=${number + 1}(?:[&#]|$)`))
    await button.click()
    await shown
  }
  await page.goto(`${served.url}/edition/${WEEKS.forms}`)
  await press(page.getByRole('button', { name: 'Draft this week' }))
  const ids = () => page.locator('.edit-line').evaluateAll((all) => all.map((each) => each.id))
  const lines = await ids()
  const row = (id: string | undefined) => page.locator(`[id="${id}"]`)

  await press(row(lines[1]).getByRole('button', { name: 'Down' }))
  assert.deepEqual((await ids()).slice(1, 3), [lines[2], lines[1]])
  await row(lines[1]).locator('select[name="to"]').selectOption('in other news')
  await press(row(lines[1]).getByRole('button', { name: 'Move' }))
  assert.equal(
    await page.locator(`section:has(#s-in-other-news) [id="${lines[1]}"]`).count(),
    1,
    'it stands in the other section',
  )
  await press(row(lines[1]).getByRole('button', { name: 'Drop' }))
  assert.equal(await row(lines[1]).count(), 0)
  const dropped = page.locator(`[id="${lines[1]?.replace('line-', 'dropped-')}"]`)
  await press(dropped.getByRole('button', { name: 'Put back' }))
  assert.equal(await page.locator(`section:has(#s-in-other-news) [id="${lines[1]}"]`).count(), 1, 'put back')

  await page.locator('#q').fill('the')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.waitForURL(/[?&]q=the/)
  const found = page.locator('.from-desk li').filter({ has: page.locator('.words') })
  assert.ok((await found.count()) > 0)
  const before = await ids()
  await press(found.first().getByRole('button', { name: 'Add' }))
  const added = (await ids()).filter((id) => !before.includes(id))
  assert.equal(added.length, 1, await page.locator('main').innerText())

  const text = await row(lines[2]).locator('textarea[name="text"]').inputValue()
  await row(lines[2]).locator('summary').click()
  await row(lines[2]).locator('textarea[name="text"]').fill(`Meanwhile, ${text}`)
  await press(row(lines[2]).getByRole('button', { name: 'Keep these words' }))
  assert.match(await row(lines[2]).innerText(), /Meanwhile, [\s\S]*Reworded by/)

  await page.goto(`${served.url}/edition/${WEEKS.forms}/issue`)
  await page.locator('textarea[name="why"]').fill('read and found good')
  await press(page.getByRole('button', { name: 'Issue it' }))
  assert.match(page.url(), /\/edition\/2031-W10\?kept=\d+$/)
  await page.goto(edit)
  await press(row(lines[2]).getByRole('button', { name: 'Drop' }))
  await page.goto(`${served.url}/edition/${WEEKS.forms}/issue`)
  await page.locator('textarea[name="why"]').fill('it was another matter')
  await press(page.getByRole('button', { name: 'Issue the correction' }))
  assert.match(await page.locator('.corrections').innerText(), /Taken out: Meanwhile, [\s\S]*it was another matter/)
  assert.deepEqual(faults, [])
  await close()
})

test('of two editors the second is told what the first did, and keeps their own words', {
  skip: noBrowser,
}, async () => {
  const [ada, ben] = [await openPage(browser), await openPage(browser)]
  for (const { page } of [ada, ben]) await page.goto(`${served.url}/edition/${WEEKS.keys}/edit`)
  const [heading, first = '', second = ''] = await linesOn(ada.page)
  assert.ok(heading)
  await ada.page.locator(`[id="${second}"]`).getByRole('button', { name: 'Drop' }).click()
  await ada.page.waitForURL(/kept=/)
  const row = ben.page.locator(`[id="${first}"]`)
  await row.locator('summary').click()
  await row.locator('textarea').fill('Words that I would not lose.')
  const reply = ben.page.waitForResponse((response) => response.request().method() === 'POST')
  await row.getByRole('button', { name: 'Keep these words' }).click()
  assert.equal((await reply).status(), 409)
  const problem = ben.page.locator('#problem')
  assert.match(await problem.innerText(), /Somebody was quicker[\s\S]*dropped in “The lead”/)
  assert.equal(await problem.locator('textarea').inputValue(), 'Words that I would not lose.')
  await problem.getByRole('button', { name: 'Send them again' }).click()
  await ben.page.waitForURL(/kept=/)
  assert.equal(await textOf(ben.page, first), 'Words that I would not lose.')
  for (const { close } of [ada, ben]) await close()
})

test('a draft is for reviewers and up, and editing for editors', async () => {
  await addAccount(desk, { name: 'Dora Keep', password: PASSWORD, role: 'admin' }, {}) // the first must keep the accounts
  for (const role of ['reader', 'reviewer', 'editor'] as const) {
    await addAccount(desk, { name: `the ${role}`, password: PASSWORD, role }, {})
  }
  const edits = [{ kind: 'title', text: 'A week of talks' }] as const
  const asked = { week: WEEKS.keys, by: 'the editor', why: '', from: newest(WEEKS.keys).ref.number, edits }
  const { number } = (await editEdition(desk, asked)).ref
  const draft = `/edition/${WEEKS.keys}?version=${number}`
  const expected = {
    reader: { draft: 404, edit: 403, versions: 403 },
    reviewer: { draft: 200, edit: 403, versions: 200 },
    editor: { draft: 200, edit: 200, versions: 200 },
  }
  for (const role of ['reader', 'reviewer', 'editor'] as const) {
    const cookie = await signIn(`the ${role}`)
    const get = (path: string) => fetch(served.url + path, { headers: { cookie } })
    const got = {
      draft: (await get(draft)).status,
      edit: (await get(`/edition/${WEEKS.keys}/edit`)).status,
      versions: (await get(`/edition/${WEEKS.keys}/versions`)).status,
    }
    assert.deepEqual(got, expected[role], role)
    const list = await (await get('/editions')).text()
    assert.equal(/edition-state draft/.test(list), role !== 'reader', `${role}: drafts in the list`)
    const page = await (await get(`/edition/${WEEKS.keys}`)).text()
    assert.match(page, /edition-state corrected/, role)
    assert.equal(/There is a newer draft/.test(page), role !== 'reader', role)
  }
})

async function signIn(name: string): Promise<string> {
  const way = await fetch(`${served.url}/sign-in`)
  const token = /name="_csrf" value="([^"]+)"/.exec(await way.text())?.[1] ?? ''
  const cookie = way.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const body = new URLSearchParams({ _csrf: token, name, password: PASSWORD, to: '/' })
  const headers = { cookie, origin: served.url, 'sec-fetch-site': 'same-origin' }
  const reply = await fetch(`${served.url}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' })
  assert.equal(reply.status, 303, await reply.text())
  return reply.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}
