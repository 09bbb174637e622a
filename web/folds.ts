// A fold (`details` with an id) that a reader opened stays open while the window lives, also when the page is loaded anew.

/** Opens what was open, and remembers what is opened from now on. */
export function rememberFolds(): void {
  const name = `folds ${location.pathname}`
  const opened = new Set<string>(JSON.parse(sessionStorage.getItem(name) ?? '[]'))
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('details[id]')) {
    if (opened.has(fold.id)) fold.open = true
  }
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || target.id === '') return
      if (target.open) opened.add(target.id)
      else opened.delete(target.id)
      sessionStorage.setItem(name, JSON.stringify([...opened]))
    },
    true, // the event does not bubble
  )
}
