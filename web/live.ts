// What others do is told at once: the page is fetched anew, and where its words have changed a line says so and offers to load it.
// Nothing moves under a reader's hands, and a window that nobody looks at waits until somebody does.
import { reloadHere } from './place.ts'
import { say, tell } from './words.ts'

const PAUSE = 400 // milliseconds: what comes in a burst is shown once

let shown = wordsOf(document) // as it came, before any script changed it

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

/** True where the page has changed, which is told and offered. */
async function refresh(text: string): Promise<boolean> {
  const fresh = await fetchPage()
  const words = fresh && wordsOf(fresh)
  if (words === undefined || words === shown) return false
  shown = words
  tell(text, { words: say('reload'), take: reloadHere })
  return true
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

function wordsOf(page: Document): string {
  return page.getElementById('main')?.textContent ?? ''
}
