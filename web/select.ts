// Words chosen with the mouse or the keyboard in a stored report fill the fields of a form that asks for words. An element marked
// `data-from` holds a stretch of the report's text and nothing else; its number is where the stretch begins in the text.
import { say, tell } from './words.ts'

interface Picked {
  readonly start: number
  readonly end: number
  readonly words: string
}

/** Fills `data-span-field="start"`, `"end"` and `"words"` whenever words of the report are chosen. */
export function pickWords(): void {
  if (!document.querySelector('[data-span-field]') || !document.querySelector('[data-from]')) return
  let waiting: number | undefined
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => fill(picked()), 200) // a selection grows by many events
  })
}

function fill(found: Picked | undefined): void {
  if (!found) return
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-span-field]')) {
    const name = field.dataset.spanField
    if (name === 'start' || name === 'end' || name === 'words') field.value = String(found[name])
  }
  tell(say('picked', found.words))
}

function picked(): Picked | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const start = offsetOf(range.startContainer, range.startOffset)
  const end = offsetOf(range.endContainer, range.endOffset)
  return start === undefined || end === undefined || end <= start
    ? undefined
    : { start, end, words: selection.toString() }
}

/** Where a point of the page lies in the report's text. */
function offsetOf(node: Node, offset: number): number | undefined {
  const holder = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-from]')
  if (!holder) return undefined
  const before = document.createRange()
  before.setStart(holder, 0)
  before.setEnd(node, offset)
  return Number(holder.dataset.from) + before.toString().length
}
