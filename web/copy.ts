// Buttons that copy: `data-copy` names the element whose words go to the clipboard. Hidden where there is no script.
import { say, tell } from './words.ts'

/** Shows the buttons and makes them work. */
export function copyOnRequest(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    button.removeAttribute('hidden')
    button.addEventListener('click', () => {
      const source = document.getElementById(button.dataset.copy ?? '')
      if (source) void copy(source)
    })
  }
}

async function copy(source: HTMLElement): Promise<void> {
  const isField = source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement
  try {
    await navigator.clipboard.writeText(isField ? source.value : (source.textContent ?? ''))
    tell(say('copied'))
  } catch {
    // no clipboard without a secure connection: what can be done is to choose the words
    if (isField) source.select()
    else getSelection()?.selectAllChildren(source)
    tell(say('notCopied'))
  }
}
