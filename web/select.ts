// Words chosen in a passage go into a field of the form beside it by a button at the field, so that nothing has to be copied. The
// field holds one stretch of words a line: the first button puts the selected words in its place, the second adds a line.
import { say, tell } from './words.ts'

let chosen = ''

/** Gives each field marked `data-span-field` its buttons, where there is a passage to choose from. */
export function pickWords(): void {
  const passage = document.querySelector('[data-passage]')
  const fields = [...document.querySelectorAll<HTMLTextAreaElement>('textarea[data-span-field]')]
  if (!passage || fields.length === 0) return
  const buttons = fields.flatMap((field) => {
    const own = [buttonOf('put', field, () => chosen), buttonOf('add', field, () => addedTo(field.value))]
    const row = document.createElement('span')
    row.className = 'pick'
    row.append(...own)
    field.after(row)
    return own
  })
  document.addEventListener('selectionchange', () => {
    const words = chosenIn(passage)
    if (words === '') return // pressing a button may lift the choice: the last one counts
    chosen = words
    for (const button of buttons) button.disabled = false
  })
}

function buttonOf(name: 'put' | 'add', field: HTMLTextAreaElement, makeValue: () => string): HTMLButtonElement {
  const label = field.labels?.[0]?.textContent ?? ''
  const button = document.createElement('button')
  button.type = 'button'
  button.disabled = true
  button.textContent = say(name)
  button.setAttribute('aria-label', `${say(name)}: ${label}`)
  button.addEventListener('click', () => {
    field.value = makeValue()
    tell(say('picked', chosen))
    field.focus()
  })
  return button
}

function addedTo(value: string): string {
  return value.trim() === '' ? chosen : `${value.replace(/\n+$/, '')}\n${chosen}`
}

// Only what lies within one paragraph of the passage: a line of the field is one stretch.
function chosenIn(passage: Element): string {
  const selection = getSelection()
  if (!selection || selection.rangeCount === 0) return ''
  const range = selection.getRangeAt(0)
  return passage.contains(range.commonAncestorContainer) ? range.toString().trim() : ''
}
