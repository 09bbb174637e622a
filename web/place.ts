// Where a reader was on a page that is loaded anew: how far down, and on which item or control.

const NAME = 'place'

interface Place {
  readonly path: string
  readonly top: number
  readonly focus?: readonly [selector: string, index: number]
}

const KINDS = ['[data-item]', 'a[href]', 'button', 'input', 'textarea', 'select', 'summary']

/** Loads the page anew and comes back to this place. */
export function reloadHere(): void {
  const focus = focused()
  const place: Place = { path: location.pathname, top: scrollY, ...(focus && { focus }) }
  sessionStorage.setItem(NAME, JSON.stringify(place))
  location.reload()
}

/** Goes back to the place that was left by `reloadHere`, once. */
export function restorePlace(): void {
  const kept = sessionStorage.getItem(NAME)
  if (kept === null) return
  sessionStorage.removeItem(NAME)
  const { path, top, focus }: Place = JSON.parse(kept)
  if (path !== location.pathname) return
  scrollTo({ top, behavior: 'instant' })
  if (focus) refocus(focus)
}

/** What has the focus, in words that hold on the page as it comes again: by its id, else by its kind and number. */
function focused(): Place['focus'] {
  const active = document.activeElement
  if (!active || active === document.body) return undefined
  if (active.id !== '') return [`#${CSS.escape(active.id)}`, 0]
  const kind = KINDS.find((each) => active.matches(each))
  return kind === undefined ? undefined : [kind, [...document.querySelectorAll(kind)].indexOf(active)]
}

function refocus([selector, index]: NonNullable<Place['focus']>): void {
  const element = document.querySelectorAll<HTMLElement>(selector)[index]
  if (!element) return
  if (element.matches('[data-item]') && element.tabIndex < 0) element.tabIndex = -1
  element.focus({ preventScroll: true })
}
