// The keys of this page, made from what is there: a page with no list names no key for lists.
import { say } from './words.ts'

/** Shows the buttons that open the help; without a script they stay hidden. */
export function offerHelp(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-help]')) {
    button.addEventListener('click', () => showHelp())
    for (const hidden of [button, button.closest<HTMLElement>('[hidden]')]) hidden?.removeAttribute('hidden')
  }
}

/** Opens the dialog. Escape and its button close it, and focus goes back to where it was. */
export function showHelp(): boolean {
  const dialog = document.createElement('dialog')
  dialog.className = 'keys-help'
  const heading = document.createElement('h2')
  heading.id = 'keys-help'
  heading.textContent = say('keys')
  dialog.setAttribute('aria-labelledby', heading.id)
  const list = document.createElement('dl')
  for (const [keys, what] of listKeys()) list.append(lineOf(keys, what))
  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = say('close')
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  dialog.append(heading, list, close)
  document.body.append(dialog)
  dialog.showModal()
  return true
}

type Keys = readonly (readonly string[])[] // ways to press it; each one key after the other

function listKeys(): [Keys, string][] {
  const has = (selector: string): boolean => document.querySelector(selector) !== null
  const general: [boolean, Keys, string][] = [
    [has('[data-item]'), [['j'], ['n']], say('next')],
    [has('[data-item]'), [['k'], ['p']], say('previous')],
    [has('[data-item] [data-open], [data-item][data-open]'), [['Enter']], say('open')],
    [has('[data-find]'), [['/']], say('find')],
    [has('[data-undo]'), [['u']], say('undo')],
    [has('main input, main textarea, [data-find]'), [['Esc']], say('leave')],
    [true, [['?']], say('help')],
  ]
  const own = new Map<string, string>()
  for (const each of document.querySelectorAll<HTMLElement>('[data-key]')) {
    const key = each.dataset.key ?? ''
    if (!own.has(key)) own.set(key, nameOf(each))
  }
  const ways = [...document.querySelectorAll<HTMLElement>('[data-go]')]
  return [
    ...[...own].map(([key, name]): [Keys, string] => [[[key]], name]),
    ...general.filter(([isThere, keys]) => isThere && !own.has(keys[0]?.[0] ?? '')).map(rest),
    ...ways.map((each): [Keys, string] => [[['g', each.dataset.go ?? '']], say('go', nameOf(each))]),
  ]
}

function rest([, keys, what]: [boolean, Keys, string]): [Keys, string] {
  return [keys, what]
}

function nameOf(element: HTMLElement): string {
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined
  const name = element.dataset.keyLabel ?? element.getAttribute('aria-label') ?? label ?? element.textContent
  return (name ?? '').replace(/\s+/g, ' ').trim()
}

function lineOf(keys: Keys, what: string): HTMLElement {
  const line = document.createElement('div')
  const term = document.createElement('dt')
  keys.forEach((sequence, i) => {
    if (i > 0) term.append(` ${say('or')} `)
    sequence.forEach((key, j) => {
      if (j > 0) term.append(` ${say('followedBy')} `)
      const cap = document.createElement('kbd')
      cap.textContent = key
      term.append(cap)
    })
  })
  const meaning = document.createElement('dd')
  meaning.textContent = what
  line.append(term, meaning)
  return line
}
