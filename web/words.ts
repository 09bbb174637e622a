// The words that scripts show. They come with the page, from the one file of interface words, and none stand in a script.
const words: Readonly<Record<string, string>> = JSON.parse(document.body.dataset.words ?? '{}')

/** `say('decided', 'Ilse Marrow')`: the words of that name, a pair of braces filled in. */
export function say(name: string, value = ''): string {
  return (words[name] ?? '').replace('{}', () => value)
}

/** Says it where a screen reader listens and everybody can see it; with an offer, as a button that takes it up. */
export function tell(text: string, offer?: { readonly words: string; take(): void }): void {
  const region = document.querySelector('[role="status"]')
  if (!region) return
  const line = document.createElement('p')
  line.className = 'news'
  line.textContent = text
  if (offer) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = offer.words
    button.addEventListener('click', () => offer.take())
    line.append(' ', button)
  }
  region.querySelector('.news')?.remove() // what the page itself came with stays
  region.append(line)
}
