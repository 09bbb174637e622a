// What others do shows at once: parts marked `data-live` (each with an id) are fetched anew and put in their place, and a line
// says what happened. Nothing moves under a reader's hands: a part in which words are being typed is left as it is.
import { focused, refocus, reloadHere } from './place.ts'
import { say, tell } from './words.ts'

interface Happened {
  readonly kind?: string
  readonly by?: string // who decided
}

const PAUSE = 400 // milliseconds: what comes in a burst is shown once

/** Listens while the page is open. The browser takes up a lost connection by itself. */
export function followEvents(): void {
  const address = document.body.dataset.events
  if (address === undefined) return
  const events = new EventSource(address)
  let waiting: number | undefined
  const take = (text: string): void => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void refresh(text), PAUSE)
  }
  events.addEventListener('report', () => take(say('arrived')))
  events.addEventListener('decision', (event: MessageEvent<string>) => take(decided(event.data)))
  addEventListener('pagehide', () => events.close())
}

// What one did oneself, perhaps in another window, is shown without a word.
function decided(data: string): string {
  const { by = '' } = parse(data)
  return by === '' || by === document.body.dataset.viewer ? '' : say('decided', by)
}

function parse(data: string): Happened {
  try {
    return JSON.parse(data)
  } catch {
    return {}
  }
}

async function refresh(text: string): Promise<void> {
  const fresh = await fetchPage()
  if (!fresh) return
  const isAll = [...document.querySelectorAll<HTMLElement>('[data-live][id]')].map((part) => swap(part, fresh))
  const main = fresh.getElementById('main')?.textContent
  const isSame = main !== undefined && main === document.getElementById('main')?.textContent
  if (text === '' || (isSame && isAll.length === 0)) return
  tell(text, isSame ? undefined : { words: say('reload'), take: reloadHere })
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

function swap(part: HTMLElement, fresh: Document): boolean {
  const other = fresh.getElementById(part.id)
  if (!other || other.isEqualNode(part) || isInUse(part)) return false
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
