// What others do shows at once: parts marked `data-live` (each with an id) are fetched anew and put in their place, and where more
// of the page has changed a line says so and offers to load it. Nothing moves under a reader's hands: a part in which words are
// being typed is left as it is, and a window that nobody looks at waits until somebody does.
import { focused, refocus, reloadHere } from './place.ts'
import { say, tell } from './words.ts'

const PAUSE = 400 // milliseconds: what comes in a burst is shown once

let shown = restOf(document) // as it came, before any script changed it

/** Listens while the page is open. The browser takes up a lost connection by itself. */
export function followEvents(): void {
  const address = document.body.dataset.events
  if (address === undefined) return
  const events = new EventSource(address)
  let waiting: number | undefined
  let text = ''
  let isDue = false // something happened that was not looked at yet
  const take = (words: string): void => {
    text = words || text
    isDue = true
    clearTimeout(waiting)
    waiting = setTimeout(async () => {
      if (document.hidden) return
      isDue = false
      if (await refresh(text || say('changed'))) text = ''
    }, PAUSE)
  }
  events.addEventListener('capture', () => take(say('arrived')))
  events.addEventListener('walk', () => take(''))
  events.addEventListener('decision', ({ data }: MessageEvent<string>) => take(decided(data)))
  document.addEventListener('visibilitychange', () => isDue && take(''))
  addEventListener('pagehide', () => events.close())
}

// What one did oneself, perhaps in another window, is said without a name.
function decided(data: string): string {
  const { by = '' }: { readonly by?: string } = JSON.parse(data)
  return by === '' || by === document.body.dataset.viewer ? say('changed') : say('decided', by)
}

/** True where something had changed: it was put in its place, or is offered. */
async function refresh(text: string): Promise<boolean> {
  const fresh = await fetchPage()
  if (!fresh) return false
  const swapped = [...document.querySelectorAll<HTMLElement>('[data-live][id]')].filter((part) => swap(part, fresh))
  const rest = restOf(fresh)
  const isSame = rest === shown
  shown = rest
  if (!isSame) tell(text, { words: say('reload'), take: reloadHere })
  else if (swapped.length > 0) tell(text)
  return !isSame || swapped.length > 0
}

async function fetchPage(): Promise<Document | undefined> {
  try {
    const reply = await fetch(location.href, { headers: { accept: 'text/html' } })
    if (!reply.ok) return undefined
    return new DOMParser().parseFromString(await reply.text(), 'text/html')
  } catch {
    return undefined // the desk is being restarted; the next event finds it again
  }
}

// The words of the page outside the parts that are swapped.
function restOf(page: Document): string {
  const main = page.getElementById('main')?.cloneNode(true)
  if (!(main instanceof HTMLElement)) return ''
  for (const part of main.querySelectorAll('[data-live][id]')) part.remove()
  return main.textContent ?? ''
}

function swap(part: HTMLElement, fresh: Document): boolean {
  const other = fresh.getElementById(part.id)
  if (!other || other.textContent === part.textContent || isInUse(part)) return false
  for (const fold of part.querySelectorAll<HTMLDetailsElement>('details[id][open]')) {
    other.querySelector(`#${CSS.escape(fold.id)}`)?.setAttribute('open', '')
  }
  const focus = part.contains(document.activeElement) ? focused() : undefined
  part.replaceWith(document.adoptNode(other))
  if (focus) refocus(focus)
  return true
}

// Words typed into a field would be lost.
function isInUse(part: HTMLElement): boolean {
  const fields = part.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input:not([type=hidden])')
  return [...fields].some((field) => field === document.activeElement || field.value !== field.defaultValue)
}
