// One keystroke for what a page offers. j and k (n and p) move from item to item with real focus, Enter opens the item, g and a
// letter go to a page of the menu, and a button marked with a key is pressed by it: that of the current item before that of
// the page. While words are being typed no key does anything but Escape, which leaves the field; and none does together with
// Control, Alt or Meta, or over an open dialog.
import { showHelp } from './help.ts'
import { say, tell } from './words.ts'

let isGoing = false // g was pressed: the next letter says where to

/** From here on keys of this page are heard. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
    if (document.querySelector('dialog[open]')) return
    if (isTyping(event.target)) {
      if (event.key === 'Escape') leave()
      return
    }
    if (take(event.key)) event.preventDefault()
  })
}

/** Words can be typed there, or a key chooses from a list. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.matches('textarea, select')) return true
  return target instanceof HTMLInputElement && !['button', 'submit', 'reset', 'checkbox', 'radio'].includes(target.type)
}

/** True where the key did something. */
function take(key: string): boolean {
  if (isGoing) {
    isGoing = false
    return press(`[data-go="${CSS.escape(key)}"]`)
  }
  if (key === 'g') {
    isGoing = document.querySelector('[data-go]') !== null
    return isGoing
  }
  if (key === 'Enter') return open()
  if (key === '/') return focusField()
  if (key === '?') return showHelp()
  if (pressOwn(key)) return true
  if (key === 'j' || key === 'n') return move(1)
  if (key === 'k' || key === 'p') return move(-1)
  if (key === 'u') return press('[data-undo]')
  return false
}

// Out of a field, back to the item that it belongs to.
function leave(): void {
  const item = currentItem()
  if (item) focusOn(item)
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

function currentItem(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-item]') ?? null
}

// With nothing current, the first item that is not above the window comes first.
function move(by: 1 | -1): boolean {
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')].filter((item) => item.checkVisibility())
  if (items.length === 0) {
    tell(say('noItems'))
    return true
  }
  const current = currentItem()
  const inView = items.findIndex((item) => item.getBoundingClientRect().bottom > 0)
  const place = current ? items.indexOf(current) + by : by > 0 ? Math.max(inView, 0) : items.length - 1
  focusOn(items[Math.min(Math.max(place, 0), items.length - 1)])
  return true
}

function focusOn(item: HTMLElement | undefined): void {
  if (!item) return
  if (item.tabIndex < 0) item.tabIndex = -1
  item.focus({ preventScroll: true })
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  item.scrollIntoView({ block: 'nearest', behavior: isStill ? 'auto' : 'smooth' })
}

// A link or button in focus does by itself what it is for.
function open(): boolean {
  const item = currentItem()
  if (!item || document.activeElement !== item) return false
  const way = item.matches('[data-open]') ? item : item.querySelector<HTMLElement>('[data-open]')
  if (way) way.click()
  else tell(say('nothingToOpen'))
  return true
}

function focusField(): boolean {
  const field = document.querySelector<HTMLInputElement>('[data-find]')
  field?.focus()
  field?.select()
  return field !== null
}

// The current item's own button; else one that belongs to no item.
function pressOwn(key: string): boolean {
  const marked = `[data-key="${CSS.escape(key)}"]`
  const item = currentItem()
  if (item?.querySelector(marked)) return press(marked, item)
  const free = [...document.querySelectorAll<HTMLElement>(marked)].find((each) => !each.closest('[data-item]'))
  return free !== undefined && use(free)
}

function press(selector: string, within: ParentNode = document): boolean {
  const found = within.querySelector<HTMLElement>(selector)
  return found !== null && use(found)
}

// What can be typed into is entered; a fold is opened and its first field entered; all else is pressed.
function use(element: HTMLElement): boolean {
  if (element.matches(':disabled')) return false
  const fold = element.closest('details')
  if (fold && !fold.open && !element.matches('summary')) fold.open = true
  if (isTyping(element)) {
    element.focus()
    return true
  }
  element.click()
  const opened = element.matches('summary') && element.parentElement
  if (opened instanceof HTMLDetailsElement && opened.open) {
    opened.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus()
  }
  return true
}
