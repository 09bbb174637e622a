// Debian's chromium, driven for the tests of the pages. Where there is none, the tests say so and are skipped.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))

/** Why no browser test can run, or false. */
export const noBrowser: string | false = CHROMIUM === undefined && 'chromium is not installed'

const QUIET = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A browser that asks nothing of the network by itself. */
export function openBrowser(): Promise<Browser> {
  const args = [...QUIET.split(' '), '--disable-component-update', '--disable-sync']
  return chromium.launch({ executablePath: CHROMIUM ?? '', args })
}

/** A page whose errors of every kind gather in `faults`. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; faults: string[]; close(): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('requestfailed', (request) => {
    // one that was under way when the page was left is no fault of the page
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`${request.url()} failed`)
  })
  return { page, faults, close: () => context.close() }
}

/** The marks of footnotes that a finger would miss: less than 24 pixels wide or high, or one on top of the next. Run in a page. */
export const SMALL_MARKS = `(() => {
  const marks = [...document.querySelectorAll('.mark a, sup.marks a')]
  if (marks.length === 0) return ['there is no mark']
  const at = marks.map((mark) => mark.getClientRects()[0])
  const isSmall = (i) => at[i].width < 24 || at[i].height < 24
  const isUnder = (i) => i + 1 < at.length && at[i].right - at[i + 1].left > 1 && at[i + 1].right - at[i].left > 1 &&
    at[i].bottom - at[i + 1].top > 2 && at[i + 1].bottom - at[i].top > 2
  return marks.flatMap((mark, i) => (isSmall(i) || isUnder(i) ? [mark.outerHTML] : []))
})()`

/** What axe finds wrong, one line each, by all rules or by some. Runs past the page's own policy, which lets no such script in. */
export async function findViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async ({ source, rules }) => {
      // biome-ignore lint/security/noGlobalEval: the checker is handed in as text, since the pages load no script
      globalThis.eval(source)
      const { axe } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ passes: object[]; violations: Violation[] }> }
      }
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      const { passes, violations } = await axe.run({ runOnly: rules ?? tags })
      if (passes.length < (rules?.length ?? 10)) throw new Error(`axe tried ${passes.length} rules only`)
      interface Violation {
        id: string
        nodes: { html: string; failureSummary?: string }[]
      }
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary ?? ''}`)
    },
    { source: AXE, rules },
  )
}
