// Buttons that show or hide a kind of mark: `data-toggle="no-people"` sets that class on the main part while it is pressed. They
// are hidden where there is no script, and keep their state while the window lives.

/** Shows the buttons and makes them work. */
export function switchParts(): void {
  const main = document.getElementById('main')
  if (!main) return
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-toggle]')) {
    const look = button.dataset.toggle ?? ''
    const name = `toggle ${look}`
    const isOnAtFirst = button.getAttribute('aria-pressed') === 'true'
    const set = (isOn: boolean): void => {
      button.setAttribute('aria-pressed', String(isOn))
      main.classList.toggle(look, isOn)
    }
    set((sessionStorage.getItem(name) ?? String(isOnAtFirst)) === 'true')
    for (const hidden of [button, button.closest<HTMLElement>('[hidden]')]) hidden?.removeAttribute('hidden')
    button.addEventListener('click', () => {
      const isOn = button.getAttribute('aria-pressed') !== 'true'
      set(isOn)
      sessionStorage.setItem(name, String(isOn))
    })
  }
}
